import type { Change, ChangeDecision } from "../../api/types";
import { formatNumber } from "../../format";
import { count } from "./count";

type Kind = Change["kind"];

const list = new Intl.ListFormat("de-DE");

/** The words of the review. */
export const review = {
  title: "Entwurf prüfen",
  counter: (decided: number, changes: number) =>
    `${formatNumber(decided)} von ${count(changes, "Änderung", "Änderungen")} entschieden`,
  findings: (settled: number, findings: number) =>
    findings === 0
      ? "keine Befunde"
      : `${formatNumber(settled)} von ${count(findings, "Befund", "Befunden")} erledigt`,
  tabs: "Teile der Prüfung",
  changes: "Änderungen",
  facts: "Fakten",
  empty: "Der Entwurf ändert nichts.",
  change: (index: number, total: number) =>
    `Änderung ${formatNumber(index)} von ${formatNumber(total)}`,
  author: (author: string) => `von ${author}`,
  kinds: { Inserted: "Neu", Replaced: "Geändert", Deleted: "Gelöscht" } satisfies Record<
    Kind,
    string
  >,
  inserted: "eingefügt",
  deleted: "gelöscht",
  endOf: (what: string) => `Ende von ${what}`,
  proposed: "Nicht übernommen",
  since: "Seit dem letzten Entwurf geändert",
  cites: "Stammt aus",
  uncited: "Kein Feld des Datensatzes belegt das.",
  accept: "Annehmen",
  reject: "Ablehnen",
  edit: "Ändern",
  acceptMeans: {
    Inserted: "Annehmen: Der Satz kommt hinein",
    Replaced: "Annehmen: Die neuen Wörter gelten",
    Deleted: "Annehmen: Der Satz fällt weg",
  } satisfies Record<Kind, string>,
  rejectMeans: {
    Inserted: "Ablehnen: Er bleibt draußen",
    Replaced: "Ablehnen: Die alten Wörter bleiben",
    Deleted: "Ablehnen: Er bleibt stehen",
  } satisfies Record<Kind, string>,
  means: (accept: string, reject: string) => `${accept}. ${reject}.`,
  noEdit:
    "Eine Löschung hat keine Wörter, die man ändern könnte. Nehmen Sie sie an, fällt der Satz weg; lehnen Sie sie ab, bleibt er.",
  acceptChange: (index: number) => `Änderung ${formatNumber(index)} annehmen`,
  rejectChange: (index: number) => `Änderung ${formatNumber(index)} ablehnen`,
  editChange: (index: number) => `Änderung ${formatNumber(index)} selbst formulieren`,
  undoChange: (index: number) => `Entscheidung zu Änderung ${formatNumber(index)} zurücknehmen`,
  editLabel: (index: number) => `Text von Änderung ${formatNumber(index)}`,
  save: "Speichern",
  editHint: "Strg+Eingabe speichert, Esc bricht ab",
  original: "Vor Ihrer Änderung",
  practice: {
    found: "Das war ein Übungsfehler, und Sie haben ihn gefunden.",
    missed: "Das war ein Übungsfehler. Alle übersehen einmal einen.",
    wrong: (planted: string, drafted: string) =>
      `Wir hatten „${planted}“ eingesetzt, wo im Entwurf „${drafted}“ steht.`,
    record: (label: string, value: string) => `Im Datensatz steht unter ${label}: ${value}.`,
    now: "Er ist wieder draußen, und der Satz steht da wie entworfen. Bitte entscheiden Sie noch einmal.",
    yours: (text: string) => `Sie schrieben: „${text}“`,
  },
  decision: {
    Undecided: "Offen",
    Accepted: "Angenommen",
    Rejected: "Abgelehnt",
    Edited: "Selbst formuliert",
  } satisfies Record<ChangeDecision, string>,
  decisionBy: (decision: string, name: string) => `${decision} von ${name}`,
  carriedOver: (decision: string) => `${decision} in der Runde davor`,
  allTitle: (accept: boolean, changes: number) =>
    `${count(changes, "Änderung", "Änderungen")} auf einmal ${accept ? "annehmen" : "ablehnen"}?`,
  allFindings: (findings: number) =>
    findings === 1
      ? `Darin ist ${count(findings, "Befund", "Befunde")}: Sehen Sie ihn zuerst an.`
      : `Darin sind ${count(findings, "Befund", "Befunde")}: Sehen Sie diese zuerst an.`,
  allBody: "Sie können jede einzelne noch zurücknehmen.",
  acceptAll: "Alle offenen annehmen",
  rejectAll: "Alle offenen ablehnen",
  keptFinding: "In Wörtern, die bleiben, wie sie sind",
  expected: (expected: string) => `Erwartet: ${expected}`,
  correct: "Berichtigen",
  useSuggestion: (text: string) => `„${text}“ nehmen`,
  toSign: "Zur Unterschrift",
  undecidedLeft: (left: number) => `${count(left, "Änderung", "Änderungen")} offen`,
  blockingLeft: (left: number) => count(left, "sperrender Befund", "sperrende Befunde"),
  revise: "Überarbeiten lassen",
  loop: (used: number, budget: number) =>
    budget === 0
      ? "keine Überarbeitung vorgesehen"
      : used >= budget
        ? "keine Überarbeitung mehr frei"
        : `noch ${count(budget - used, "Überarbeitung", "Überarbeitungen")} frei`,
  reviseTitle: "Was soll anders werden?",
  reviseBody:
    "Nennen Sie, was zu ändern ist. Der nächste Entwurf entsteht aus demselben Datensatz, mit Ihren Worten.",
  reviseAction: "Überarbeitung anfordern",
  rejectHandoff: "Übergabe ablehnen",
  rejectTitle: "Diese Übergabe ablehnen?",
  rejectBody: "Nichts davon wird herausgegeben. Wer sie begonnen hat, sieht Ihren Grund.",
  manual: "Von Hand fertigstellen",
  manualTitle: "Von Hand fertigstellen?",
  manualBody:
    "Der Entwurf wird verworfen, und ein Mensch schreibt den Text. Der Grund hilft, den Workflow zu verbessern.",
  passOn: "Weitergeben an …",
  passOnTitle: "Wer prüft stattdessen?",
  passOnBody:
    "Ihre Entscheidungen zu Änderungen bleiben. Ihre Bestätigungen und Ihre Unterschrift entfallen: Wer übernimmt, sieht selbst nach.",
  passOnTo: "Person",
  passOnNobody:
    "Niemand sonst kann übernehmen: Wer prüfen darf, hat es geschrieben, prüft es schon oder hat es bereits weitergegeben.",
  passOnAction: "Weitergeben",
  spentBody: "Dass noch eine nötig ist, ist für die Gestaltung des Workflows vermerkt. Sie können:",
  waysOut: [
    "Die Sätze, die nicht stimmen, selbst ändern und dann unterschreiben.",
    "Von Hand fertigstellen: Der Entwurf wird verworfen, und ein Mensch schreibt den Text.",
    "Darum bitten, dass der Workflow angepasst wird, damit der nächste Entwurf früher stimmt.",
  ] as const,
  reason: "Grund",
  comment: "Was zu ändern ist",
  reasonMissing: "Sagen Sie in wenigen Worten, warum.",
  keys: "Tastenkürzel",
  readOnlyTitle: (names: readonly string[]) =>
    `${list.format(names)} ${names.length === 1 ? "prüft" : "prüfen"} dies`,
  switchTo: (name: string) => `Zu ${name} wechseln`,
  keysOn: "Diese Tasten verwenden",
  keysNote: "Während Sie tippen, ruhen die Tasten.",
  keyList: [
    ["J", "Nächste Änderung, nächster Befund"],
    ["K", "Vorige Änderung, voriger Befund"],
    ["A", "Annehmen"],
    ["R", "Ablehnen"],
    ["E", "Ändern"],
    ["U", "Entscheidung zurücknehmen"],
    ["F", "Nächster Befund"],
    ["?", "Alle Tasten zeigen"],
  ] as const,
};
