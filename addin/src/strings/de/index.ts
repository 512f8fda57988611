import type {
  DateEvidence,
  HandoffEventKind,
  HandoffState,
  Responsibility,
  Severity,
  Stakes,
  Viewing,
} from "../../api/types";
import { formatNumber } from "../../format";
import type { Strings } from "../types";
import { administration } from "./administration";
import { count } from "./count";
import { design } from "./design";
import { document } from "./document";
import { failures } from "./failures";
import { filling } from "./filling";
import { identity } from "./identity";
import { mail } from "./mail";
import { outcome } from "./outcome";
import { review } from "./review";
import { together } from "./together";
import { tracked } from "./tracked";
import { training } from "./training";
import { triage } from "./triage";

/**
 * Every word on the screens, in German: formal, and of no one gender. One word for one thing, also in `src/send/words.ts`:
 *
 *   handoff       Übergabe           approve, approval   freigeben, Freigabe
 *   record        Datensatz          release             herausgeben, Herausgabe
 *   draft         Entwurf            seal                Siegel
 *   review        Prüfung            sign, signature     unterschreiben, Unterschrift
 *   reviewer      wer prüft,         ledger              Protokoll
 *                 die Prüfenden      break-glass         Notfallfreigabe
 *   finding       Befund             stop                Stopp
 *   change        Änderung           outcome             Ergebnis, wie es ankam
 *   checklist     Checkliste         pilot               Pilot
 *   gate          Freigaberegeln     playbook            Playbook
 *   stakes        Tragweite          practice            Übung
 *   revision      Überarbeitung      workflow            Workflow
 *   candidate     Kandidat           threshold           Schwelle
 *
 * „Date“ is Datumsangabe or Datum, because Daten are data; accept and reject are annehmen and ablehnen, as in Word.
 */
export const de = {
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
  administration,
  design,
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
    crashTitle: "Dieser Teil der Seite ist ausgefallen",
    crashBody:
      "Das ist unser Fehler. Was Sie bisher entschieden haben, liegt auf dem Server. Laden Sie neu, um weiterzumachen.",
    reload: "Neu laden",
  },
  workbench: {
    areas: "Dokument und Aufgabenbereich",
    document: "Dokument",
    pane: "Aufgabenbereich",
    mail: "Mail",
    mailEditor: "Mail im jetzigen Stand",
    switchPerson: "Person wechseln",
    signedInAs: (name: string) => `Angemeldet als ${name}`,
    switchHint:
      "Lokale Personen dieses Servers. Ohne Kennwort: Das ist ein Probebetrieb auf Ihrem eigenen Rechner.",
    theme: "Farbschema",
    themes: { light: "Hell", dark: "Dunkel", system: "Wie das System" },
    emptyTitle: "Hier erscheint Ihr Dokument",
    emptyBody:
      "Wählen Sie nebenan einen Workflow, oder öffnen Sie einen echten Statusbericht und sehen Sie zu.",
    emptyAction: "Beispielbericht öffnen",
    outlineTitle: "Was geschrieben wird",
    outlineWords: (min: number, max: number) =>
      `${formatNumber(min)} bis ${formatNumber(max)} Wörter`,
    outlineParagraphs: (min: number, max: number) =>
      min === max
        ? count(min, "Absatz", "Absätze")
        : `${formatNumber(min)} bis ${formatNumber(max)} Absätze`,
    documentLoading: "Das Dokument wird geladen",
    documentFailed: "Das Dokument konnte nicht gezeigt werden",
    unreadable: {
      title: "Das Dokument konnte nicht gezeigt werden",
      body: "Die Datei selbst ist unbeschädigt. Machen Sie im Aufgabenbereich weiter, oder laden Sie sie herunter und öffnen Sie sie in Word.",
    },
    documentLabel: "Dokument mit nachverfolgten Änderungen",
    legendPending: (pending: number) =>
      pending === 0
        ? "Keine Änderung ist offen"
        : `${count(pending, "Änderung", "Änderungen")} offen`,
    comment: (author: string, text: string) => `Kommentar von ${author}: ${text}`,
    to: "An",
    subject: "Betreff",
    noRecipient: "Im Datensatz steht keine Empfangsadresse",
    writing: "Der Entwurf wird geschrieben",
  },
  tracked,
  outcome,
  training,
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
  input: {
    title: "Was soll darin stehen?",
    lead: "Nur was Sie hier eingeben, kann im Text landen.",
    saved: (when: string) => `Auf diesem Gerät gespeichert um ${when}`,
    notKept: "Dieser Browser bewahrt Eingaben nicht auf. Machen Sie es in einem Zug fertig.",
    restored: "Ihre früheren Eingaben sind wieder da.",
    example: "Beispiel laden",
    examples: "Ein Beispiel laden",
    exampleLoaded: (name: string) => `„${name}“ ist geladen.`,
    startOver: "Formular leeren",
    cleared: "Das Formular ist leer.",
    required: "Pflichtfeld",
    optional: "optional",
    forExample: (value: string) => `Zum Beispiel: ${value}`,
    yes: "Ja",
    no: "Nein",
    choose: "Auswählen …",
    amount: "Betrag",
    currency: "Währung",
    name: "Name",
    email: "E-Mail",
    characters: (used: number, max: number) =>
      `${formatNumber(used)} von ${formatNumber(max)} Zeichen`,
    other: "Weiteres",
    expected: (expected: string) => `Erwartet: ${expected}.`,
    summaryTitle: (problems: number) =>
      `${count(problems, "Eingabe braucht", "Eingaben brauchen")} noch einen Blick`,
    add: (label: string) => `Zeile zu ${label} hinzufügen`,
    addShort: "Zeile hinzufügen",
    row: (label: string, index: number) => `${label} ${formatNumber(index)}`,
    moveUp: (row: string) => `${row} nach oben`,
    moveDown: (row: string) => `${row} nach unten`,
    remove: (row: string) => `${row} entfernen`,
    removed: (row: string) => `${row} wurde entfernt.`,
    moved: (row: string, to: number) => `${row} ist jetzt Nummer ${formatNumber(to)}.`,
    emptyList: "Hier ist noch nichts.",
    listFull: (max: number) => `Mehr als ${formatNumber(max)} fasst diese Liste nicht.`,
    paste: "Tabelle einfügen",
    pasteFor: (label: string) => `Tabelle in ${label} einfügen`,
    pasteLead:
      "Kopieren Sie Zeilen in Excel, Word oder einer CSV-Datei und fügen Sie sie hier ein.",
    pasteBox: "Tabelle",
    pasteColumns: (columns: string) =>
      `Spalten der Reihe nach: ${columns}. Mit einer Kopfzeile ist die Reihenfolge beliebig.`,
    pasteReplace: "Vorhandene Zeilen ersetzen",
    pastePreview: (rows: number, how: "headers" | "order") =>
      `${count(rows, "Zeile", "Zeilen")} gefunden, zugeordnet nach ${how === "headers" ? "der Kopfzeile" : "der Reihenfolge der Spalten"}.`,
    pasteIgnored: (columns: string) => `Weggelassen: Spalte ${columns}.`,
    pasteUnread: (row: number, label: string, text: string) =>
      `Zeile ${formatNumber(row)}, ${label}: „${text}“ war nicht lesbar. Berichtigen Sie es im Formular.`,
    pasteNothing: "Noch keine Tabelle darin.",
    pasteAction: (rows: number) => `${count(rows, "Zeile", "Zeilen")} übernehmen`,
    reviewers: "Wer prüft",
    reviewersHelp: (needed: number) =>
      needed === 1
        ? "Eine dieser Personen prüft den Text und unterschreibt."
        : `${formatNumber(needed)} verschiedene Personen prüfen den Text und unterschreiben.`,
    ownWork: (stakes: string) => `${stakes}: Hier prüft niemand die eigene Übergabe.`,
    noReviewers:
      "Sonst darf hier niemand prüfen. Bitten Sie die Verwaltung, jemandem diese Rolle zu geben.",
    tooFewReviewers: (needed: number) =>
      `Wählen Sie mindestens ${count(needed, "prüfende Person", "prüfende Personen")}.`,
    ownDocument: "Ihr eigenes Dokument",
    ownDocumentHelp: "Optional. Der Entwurf kommt als nachverfolgte Änderungen hinein.",
    chooseDocument: ".docx-Datei auswählen",
    removeDocument: (name: string) => `${name} entfernen`,
    notDocx:
      "Nur .docx-Dokumente nehmen nachverfolgte Änderungen auf. Speichern Sie es als .docx und wählen Sie es erneut aus.",
    attached: "Das Dokument ist angehängt.",
    submit: "Entwurf schreiben",
    goOn: "Weiter zum Text",
    submitting: "Wird übergeben …",
  },
  draft: {
    title: "Ihr Entwurf wird geschrieben",
    titleReady: "Bereit zum Schreiben",
    titleFailed: "Der Entwurf kam nicht zustande",
    titleStopped: "Sie haben den Entwurf angehalten",
    titleElsewhere: "Der Entwurf wird anderswo geschrieben",
    ready: "Der Datensatz steht fest. Der Entwurf entsteht daraus und aus nichts anderem.",
    elsewhere: "Diese Seite folgt von selbst.",
    revising:
      "Eine Überarbeitung ist angefordert. Wer die Übergabe begonnen hat, lässt den nächsten Entwurf schreiben.",
    write: "Entwurf schreiben",
    writeAgain: "Noch einmal schreiben",
    stop: "Anhalten",
    starting: "Wird vorbereitet …",
    writing: (sentences: number) => `Bisher ${count(sentences, "Satz", "Sätze")}`,
    checking: "Jedes Datum, jede Zahl und jeder Name wird mit dem Datensatz verglichen …",
    elapsed: (time: string) => `Bisher ${time}`,
    took: (time: string) => `nach ${time}`,
    finished: "Der Entwurf ist geschrieben. Die Prüfung beginnt.",
    stopped: "Der Entwurf wurde angehalten. Ihr Datensatz ist sicher.",
    stoppedBody:
      "Davon wurde nichts behalten. Ihr Datensatz ist sicher; beginnen Sie neu, wann immer Sie mögen.",
    cutTitle: "Die Verbindung brach zu früh ab",
    cutBody: "Der Entwurf wurde abgeschnitten. Ihr Datensatz ist sicher.",
    goOn: "Zur Prüfung",
    byHand: "Von Hand fertigstellen",
    received: "Bisher geschrieben",
    attachAgain: "Dokument erneut anhängen",
  },
  review,
  together,
  triage,
  failures,
  filling,
  facts: {
    dates: "Datumsangaben",
    record: "Datensatz",
    text: "Text",
    textSays: "Im Text",
    recordSays: "Im Datensatz",
    verdict: "Urteil",
    verdicts: {
      Match: "Stimmt",
      Mismatch: "Weicht ab",
      NotInRecord: "Nicht im Datensatz",
    } satisfies Record<DateEvidence["verdict"], string>,
    noDates: "Der Text nennt kein Datum.",
    notMentioned: "Nicht erwähnt",
    mustMention: "muss erwähnt werden",
    mentionedIn: (index: number) => `Änderung ${formatNumber(index)}`,
    showIn: (label: string, index: number) => `${label} in Änderung ${formatNumber(index)} zeigen`,
    coverage: (said: number, all: number) =>
      `${formatNumber(said)} von ${count(all, "Fakt steht", "Fakten stehen")} im Text`,
    none: "Der Datensatz enthält keine Fakten.",
  },
  label: {
    named: (name: string) => `Wird mit der Vertraulichkeitsbezeichnung „${name}“ versehen`,
    unnamed: "Wird mit einer Vertraulichkeitsbezeichnung versehen",
  },
  sign: {
    title: "Unterschreiben",
    lead: "Sehen Sie die Belege an, dann haken Sie ab.",
    nonNegotiable: "Unverzichtbar",
    confirmed: (confirmed: number, all: number) =>
      `${formatNumber(confirmed)} von ${formatNumber(all)} bestätigt`,
    alsoBy: (names: string) => `Auch bestätigt von ${names}`,
    allSaid: "Jeder Fakt des Datensatzes steht im Text.",
    missing: "Nicht im Text",
    noNumbers: "Der Datensatz enthält keine Zahlen.",
    numberNotSaid: "nicht im Text",
    secondReader: (reader: string, isAi: boolean) =>
      isAi
        ? `${reader}, eine andere KI als die schreibende, sagt:`
        : `${reader} (keine KI), das Ergebnis:`,
    notJudged: (why: string) => `Nicht beurteilt: ${why}`,
    dropped: (remarks: number) =>
      remarks === 1
        ? `${count(remarks, "Anmerkung", "Anmerkungen")} zitiert Wörter, die nicht im Text stehen, und entfällt.`
        : `${count(remarks, "Anmerkung", "Anmerkungen")} zitieren Wörter, die nicht im Text stehen, und entfallen.`,
    toneWanted: (tone: string) => `Soll so klingen: ${tone}.`,
    words: "Wörter",
    paragraphs: "Absätze",
    range: (min: number, max: number) =>
      `gewünscht sind ${formatNumber(min)} bis ${formatNumber(max)}`,
    inRange: "im Rahmen",
    outOfRange: "nicht im Rahmen",
    phraseFound: "steht im Text",
    phraseAbsent: "nicht im Text",
    noPhrases: "Der Workflow verbietet keine Wendung.",
    fullText: "Der Text, wie er hinausginge",
    confirmation: "Was Sie bestätigen",
    again: {
      title: "Zum Unterschreiben neu anmelden",
      body: (minutes: number) =>
        `Bei hoher Tragweite verlangt eine Unterschrift eine Anmeldung, die höchstens ${count(minutes, "Minute", "Minuten")} alt ist. Das Siegel hält fest, wann das war und was Sie mit der Unterschrift sagen.`,
      meaning: "Mit meiner Unterschrift sage ich",
      meanings: {
        Review: "Ich habe es gelesen und mit seinem Datensatz verglichen",
        Approval: "Ich gebe frei, dass es hinausgeht",
        Responsibility: "Ich stehe dafür ein",
      },
      action: (name: string) => `Als ${name} anmelden und unterschreiben`,
    },
    becomes: (name: string, title: string) =>
      `Mit der Unterschrift geht die Verantwortung für die Herausgabe an ${name} (${title}).`,
    becomesYours: (title: string) =>
      `Mit der Unterschrift geht die Verantwortung für die Herausgabe an Sie (${title}).`,
    viewing: ({ words, neededSeconds, activeSeconds, seenPercent, required }: Viewing) =>
      (seenPercent < 100
        ? `Sie hatten ${formatNumber(seenPercent)}\u00a0% der Änderungen auf dem Bildschirm.`
        : `Sie hatten die ${count(words, "Wort", "Wörter")} ${formatNumber(Math.floor(activeSeconds))}\u00a0s vor sich; sie zu lesen dauert etwa ${formatNumber(Math.ceil(neededSeconds))}\u00a0s.`) +
      (!required
        ? " Die Unterschrift hält das fest."
        : seenPercent < 100
          ? " Bei hoher Tragweite können Sie unterschreiben, sobald Sie alle vor sich hatten."
          : " Bei hoher Tragweite können Sie danach unterschreiben."),
    signatures: (have: number, need: number) =>
      `${formatNumber(have)} von ${count(need, "Unterschrift", "Unterschriften")} geleistet`,
    action: "Unterschreiben",
    signing: "Wird unterschrieben …",
    signed: "Unterschrieben und versiegelt.",
    toReview: "Zurück zur Prüfung",
    keyList: [
      ["J", "Nächster Prüfpunkt"],
      ["K", "Voriger Prüfpunkt"],
      ["A", "Bestätigen und zum nächsten"],
      ["U", "Bestätigung zurücknehmen"],
      ["?", "Alle Tasten zeigen"],
    ] as const,
  },
  sending: {
    send: "Aus meinem Postfach senden",
    goOn: {
      Pending: "Aus meinem Postfach senden",
      Sending: "Noch einmal nachsehen",
      Uncertain: "Noch einmal nachsehen",
      Failed: "Noch einmal senden",
    },
    busy: "Wird gesendet …",
    looking: "Es wird nachgesehen …",
    waitUntil: (time: string) => `Der Maildienst bittet, bis ${time} zu warten.`,
    tried: (times: number, last: string) =>
      times === 1
        ? `Einmal versucht, ${last}.`
        : `${formatNumber(times)} Mal versucht, zuletzt ${last}.`,
    titles: {
      Pending: "Herausgegeben, noch nicht gesendet",
      Sending: "Das Postfach hat nicht geantwortet",
      Uncertain: "Wurde sie gesendet?",
      Failed: "Nicht gesendet",
      Done: "Gesendet",
    },
    theirs: {
      Pending: (name: string) =>
        `Sie soll aus dem Postfach von ${name} gesendet werden. Das geht nur von dort.`,
      Sending: (name: string) =>
        `Das Postfach von ${name} sollte sie senden und hat nicht gesagt, dass es geschah. Nachsehen kann nur, wem das Postfach gehört.`,
      Uncertain: (name: string) =>
        `Das Postfach von ${name} sollte sie senden und hat sie nirgends. Wem es gehört, muss nachsehen und sagen, ob sie gesendet wurde.`,
      Failed: (name: string) =>
        `Das Postfach von ${name} hat sie abgewiesen; sie ging nicht hinaus. Erneut senden kann sie nur, wem das Postfach gehört.`,
      Done: (name: string) => `Sie wurde aus dem Postfach von ${name} gesendet.`,
    },
    question: "Ist sie unter Ihren gesendeten Mails?",
    saw: "Was Sie in Ihrem Postfach gesehen haben",
    sawMissing: "Sagen Sie, was Sie gesehen haben.",
    isThere: "Ja, sie wurde gesendet",
    isThereTitle: "Sie wurde gesendet",
    isThereBody: "Sie gilt dann als gesendet und wird nicht noch einmal gesendet.",
    isThereAction: "Festhalten",
    isNotThere: "Nein, noch einmal senden",
    isNotThereTitle: "Noch einmal senden?",
    isNotThereBody:
      "Sehen Sie zuerst unter den gesendeten Mails, den Entwürfen und im Postausgang nach. Ging sie doch hinaus, kommt sie zweimal an.",
    isNotThereAction: "Noch einmal senden",
  },
  mail,
  document,
  done: {
    approved: {
      title: "Freigegeben",
      body: "Genau dieser Text ist versiegelt. Jede spätere Änderung bricht das Siegel.",
    },
    released: {
      title: "Herausgegeben",
      body: "Die versiegelte Datei ging einmal hinaus, und nur einmal.",
    },
    rejected: { title: "Abgelehnt", body: "Nichts davon wurde herausgegeben." },
    manual: {
      title: "Von Hand fertiggestellt",
      body: "Diesen Text schreibt ein Mensch. So wird er auch gezählt.",
    },
    expired: {
      title: "Die Freigabe ist abgelaufen",
      body: "Freigaben laufen ab, damit nichts Altes versehentlich hinausgeht. Eine neue Unterschrift ist nötig.",
    },
    sealedBy: (names: string) => `Versiegelt von ${names}`,
    sealedAt: "Versiegelt",
    validUntil: "Gültig bis",
    ground: "Freigegeben durch",
    grounds: {
      SamplingPlan:
        "Einen Stichprobenplan: Die genannte Person unterschrieb, ohne jede Änderung durchzugehen",
      BreakGlass: "Notfallfreigabe: durch die Verwaltung, ohne die vorgesehene Prüfung",
    },
    releasedBy: "Herausgegeben von",
    file: "Datei",
    digest: "SHA-256",
    copyDigest: "Vollständigen Prüfwert kopieren",
    copied: "Kopiert",
    release: "Herausgeben und herunterladen",
    releasing: "Wird herausgegeben …",
    again: "Noch einmal herunterladen",
    saved: (name: string) => `${name} liegt in Ihren Downloads.`,
    time: "Wie lange es dauerte",
    took: "Diese Übergabe",
    byHand: "Von Hand",
    drafted: "Entwurf",
    reviewed: "Prüfung",
    saves: (time: string) => `${time} weniger als von Hand`,
    costs: (time: string) => `${time} mehr als von Hand`,
    same: "So lange wie von Hand",
    history: "Was geschehen ist",
    historyFailed: "Der Verlauf konnte nicht geladen werden.",
    happened: {
      Started: "Hat den Datensatz übergeben",
      DocumentTaken: "Hat das Dokument gewählt",
      OwnSectionsDone: "Hat die eigenen Abschnitte geschrieben",
      DraftingStarted: "Hat einen Entwurf schreiben lassen",
      Drafted: "Hat den Entwurf erhalten",
      DraftingFailed: "Hat keinen Entwurf erhalten",
      Checked: "Hat ihn mit dem Datensatz vergleichen lassen",
      ReviewReduced: "Hat die Prüfung nach dem Stichprobenplan verkürzt",
      ReviewInFull: "Hat ihn vollständig prüfen lassen",
      ErrorSeeded: "Hat einen Übungsfehler eingebaut",
      SeedFound: "Hat den Übungsfehler gefunden",
      SeedMissed: "Hat den Übungsfehler stehen lassen",
      SeedWithdrawn: "Hat den Übungsfehler unbeantwortet entfernt",
      ChangeDecided: "Hat über eine Änderung entschieden",
      ChangeCarriedOver: "Hat eine Entscheidung für dieselbe Änderung im neuen Entwurf behalten",
      CandidatePicked: "Hat etwas zu einem Kandidaten gesagt",
      ItemConfirmed: "Hat einen Punkt der Checkliste bestätigt",
      ItemWaived: "Hat auf einen Punkt der Checkliste verzichtet",
      ItemTakenBack: "Hat eine Bestätigung zurückgenommen",
      Signed: "Hat den Text unterschrieben",
      Approved: "Hat den freigegebenen Text versiegelt",
      GlassBroken: "Hat ihn ohne die Prüfenden freigegeben",
      ApprovalVoided: "Hat die Freigabe beendet",
      RevisionRequested: "Hat eine Überarbeitung angefordert",
      RevisionRefused: "Hat eine Überarbeitung angefordert, als keine mehr frei war",
      Delegated: "Hat die Prüfung weitergegeben",
      Reassigned: "Hat die Prüfung für eine abwesende Person weitergegeben",
      Escalated: "Hat gemeldet, dass die Prüfung überfällig ist",
      Rejected: "Hat den Entwurf abgelehnt",
      RevertedToManual: "Hat ihn von Hand übernommen",
      Released: "Hat ihn herausgegeben",
      Delivered: "Hat ihn aus dem eigenen Postfach gesendet",
      DeliveryRefused: "Wurde vom eigenen Postfach abgewiesen",
      DeliveryUncertain: "Konnte ihn im eigenen Postfach nicht finden",
      DeliveryConfirmed: "Hat ihn unter den gesendeten Mails gefunden",
      DeliveryRepeated: "Hat ihn nicht gefunden und erneut senden lassen",
      OutcomeRecorded: "Hat festgehalten, wie er ankam",
    } satisfies Record<HandoffEventKind, string>,
    another: "Noch eine beginnen",
    reason: "Grund",
  },
} satisfies Strings;
