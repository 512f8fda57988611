import type {
  ChangeDecision,
  HandoffState,
  Responsibility,
  Severity,
  Stakes,
  StopScope,
} from "../../../api/types";
import { formatNumber } from "../../../format";
import type { Parts } from "../../types";
import { count } from "../count";
import { document } from "../document";
import { identity } from "../identity";
import { mail } from "../mail";

/** What every page says from its first moment: its frame, its first screen, problems, and what the store tells of what was done. */
export const words = {
  product: "HandoffOffice",
  close: "Schließen",
  cancel: "Abbrechen",
  retry: "Noch einmal versuchen",
  undo: "Rückgängig",
  back: "Zurück",
  home: "Startseite",
  loading: "Wird geladen",
  more: "Weitere Aktionen",
  you: "Sie",
  quoted: (text: string) => `„${text}“`,
  language: "Sprache",
  information: "Erläuterung",
  clearSearch: "Suche leeren",
  increase: "Eins mehr",
  decrease: "Eins weniger",
  actionUnknown: "Der Server bietet das gerade nicht an.",
  stakes: {
    Low: "Geringe Tragweite",
    Medium: "Mittlere Tragweite",
    High: "Hohe Tragweite",
  } satisfies Record<Stakes, string>,
  severity: { Blocking: "Sperrend", Warning: "Warnung", Note: "Hinweis" } satisfies Record<
    Severity,
    string
  >,
  states: {
    Intake: "Noch nicht entworfen",
    Drafting: "Wird geschrieben",
    Checking: "Wird geprüft",
    InReview: "In Prüfung",
    Revising: "Wird überarbeitet",
    Approved: "Freigegeben",
    Released: "Herausgegeben",
    Rejected: "Abgelehnt",
    Failed: "Entwurf misslungen",
    RevertedToManual: "Von Hand fertiggestellt",
    Withdrawn: "Zurückgezogen",
  } satisfies Record<HandoffState, string>,
  steps: {
    label: "Schritte dieser Übergabe",
    Input: "Eingabe",
    Draft: "Entwurf",
    Review: "Prüfung",
    Sign: "Unterschrift",
    Done: "Fertig",
    done: "erledigt",
    current: "aktuell",
    ahead: "steht bevor",
  },
  duty: {
    Input: "Verantwortlich für die Eingabe",
    Draft: "Verantwortlich für den Entwurf",
    Release: "Verantwortlich für die Herausgabe",
  } satisfies Record<Responsibility["duty"], string>,
  nobodyYet: "noch nicht benannt",
  identity,
  people: {
    search: "Nach Namen suchen",
    noMatch: "Hier heißt niemand so.",
    missing: "Wählen Sie jemanden.",
  },
  problems: {
    unreachableTitle: "Der Server ist nicht erreichbar",
    unreachableDetail:
      "Nichts, was Sie eingegeben haben, ist verloren. Prüfen Sie die Verbindung und versuchen Sie es dann noch einmal.",
    stoppedTitle: "Angehalten",
    stoppedDetail: "Sie haben es angehalten. Danach wurde nichts mehr geändert.",
    unexpectedTitle: (status: number) => `Der Server antwortete mit ${String(status)}`,
    unexpectedDetail:
      "Seine Antwort war nicht lesbar. Nichts, was Sie eingegeben haben, ist verloren.",
    reloaded: "Sie sehen jetzt den aktuellen Stand.",
    offlineTitle: "Sie sind offline",
    offlineBody:
      "Sie können weiter lesen und das Formular ausfüllen. Was Sie entscheiden, wird gesendet, sobald Sie wieder verbunden sind.",
    offlineWait: "Sie sind offline.",
    whatToDo: (status: number) => {
      if (status === 401) return "Melden Sie sich neu an und wiederholen Sie den letzten Schritt.";
      if (status === 403)
        return "Fragen Sie die verantwortliche Person, oder wechseln Sie zu einer Person, die es darf.";
      if (status === 429) return "Warten Sie kurz und versuchen Sie es dann noch einmal.";
      if (status >= 500) return "Ihre Daten sind sicher. Versuchen Sie es gleich noch einmal.";
      return "";
    },
    code: (code: string) => `Code: ${code}`,
    notLoadedTitle: "Dieser Teil konnte nicht geladen werden",
    crashTitle: "Dieser Teil der Seite ist ausgefallen",
    crashBody:
      "Das ist unser Fehler. Was Sie bisher entschieden haben, liegt auf dem Server. Laden Sie neu, um weiterzumachen.",
    reload: "Neu laden",
  },
  homeScreen: {
    title: "Was möchten Sie übergeben?",
    titleWaiting: "Wartet auf Sie",
    firstTitle: "In einer Minute erlebt",
    firstBody:
      "Ein echter Statusbericht, von den Fakten zum unterschriebenen Dokument. Das Beispiel füllt das Formular; Sie prüfen nur das Ergebnis.",
    firstAction: "Mit einem echten Beispiel ausprobieren",
    waiting: "Wartet auf Sie",
    mine: "In Arbeit",
    finished: "Abgeschlossen",
    start: "Beginnen",
    startWith: (name: string) => `${name} beginnen`,
    search: "Workflows durchsuchen",
    noMatch: (text: string) => `Kein Workflow passt zu „${text}“.`,
    pilot: "Sie probieren ihn aus",
    designers: (names: string) => `Etwas anderes zu übergeben? Fragen Sie ${names}.`,
    noWorkflows: "Es gibt noch keinen Workflow. Wer Workflows gestaltet, legt den ersten an.",
    by: (name: string) => `von ${name}`,
    due: (when: string) => `fällig ${when}`,
    overdueSinceYesterday: "seit gestern überfällig",
    overdueFor: (span: string) => `überfällig: ${span}`,
    escalated: "eskaliert",
    words: (words: number) => count(words, "Wort", "Wörter"),
    byHand: (minutes: string) => `${minutes}\u00a0min von Hand`,
    last: (minutes: string) => `zuletzt ${minutes}\u00a0min`,
    surface: { Word: "Word-Dokument", Outlook: "Outlook-Mail" },
    showAll: (rest: number) => `${formatNumber(rest)} weitere zeigen`,
  },
  mail,
  document,
  signedInAs: (name: string) => `Angemeldet als ${name}`,
  downloadMyData: "Meine Daten herunterladen",
  leave: {
    title: "Ohne Speichern verlassen?",
    body: "Was Sie hier eingegeben haben, ist noch nicht gespeichert.",
    action: "Verlassen",
  },
  practise: {
    begin: "Üben",
    offer: "An Texten mit eingebauten Fehlern; nichts geht hinaus.",
    beginOf: (workflow: string) => `${workflow} üben`,
  },
  stopped: {
    covers: (scope: StopScope, target: string) =>
      scope === "Everything" ? "Alles ist gestoppt" : `Gestoppt: ${target}`,
    said: (name: string, reason: string, when: string) =>
      `${name} hat es gestoppt (${when}): ${reason} Nichts geht verloren; es geht weiter, sobald der Stopp aufgehoben ist.`,
  },
  told: {
    decided: {
      Undecided: "Die Änderung ist wieder offen.",
      Accepted: "Angenommen.",
      Rejected: "Abgelehnt.",
      Edited: "Ihre Formulierung ist gespeichert.",
    } satisfies Record<ChangeDecision, string>,
    decidedAll: "Alle offenen Änderungen sind entschieden.",
    yourWords: (text: string) => `Sie schrieben: „${text}“`,
    passedOn: (name: string) => `Weitergegeben an ${name}.`,
    replacedTitle: "Ein neuerer Entwurf ist da",
    replacedBody:
      "Sie sehen ihn jetzt. Was Sie eben taten, galt dem Entwurf davor und ist nicht gespeichert; frühere Entscheidungen blieben, wo der Satz noch derselbe ist.",
    spent: "Keine Überarbeitung mehr frei",
    cameBack: (decisions: number) =>
      `${count(decisions, "Entscheidung konnte", "Entscheidungen konnten")} nicht gespeichert werden und ${decisions === 1 ? "ist" : "sind"} wieder offen.`,
    drafted: "Der Entwurf ist geschrieben. Die Prüfung beginnt.",
    stopped: "Der Entwurf wurde angehalten. Ihr Datensatz ist sicher.",
    cutTitle: "Die Verbindung brach zu früh ab",
    cutBody: "Der Entwurf wurde abgeschnitten. Ihr Datensatz ist sicher.",
    theirsThere: "Die Abschnitte der KI sind da. Sie warten auf Ihre.",
    merged: "Aus beiden ist ein Text geworden. Die Prüfung beginnt.",
    attached: "Das Dokument ist angehängt.",
    signed: "Unterschrieben und versiegelt.",
    saved: (name: string) => `${name} liegt in Ihren Downloads.`,
    recorded: "Das Ergebnis ist festgehalten.",
    glassBroken: "Es ist in Ihrem Namen freigegeben.",
    exported: "Das Protokoll liegt in Ihren Downloads.",
    absenceEnded: "Ihre Abwesenheit ist beendet.",
  },
} satisfies Parts["first"];
