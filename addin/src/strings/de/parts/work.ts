import type { DateEvidence, HandoffEventKind, Viewing } from "../../../api/types";
import { formatNumber } from "../../../format";
import type { Parts } from "../../types";
import { count } from "../count";
import { failures } from "../failures";
import { outcome } from "../outcome";
import { review } from "../review";
import { together } from "../together";
import { training } from "../training";
import { triage } from "../triage";

/** What the steps of a handoff after its form say, and practice. */
export const words = {
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
    stoppedBody:
      "Davon wurde nichts behalten. Ihr Datensatz ist sicher; beginnen Sie neu, wann immer Sie mögen.",
    goOn: "Zur Prüfung",
    byHand: "Von Hand fertigstellen",
    received: "Bisher geschrieben",
    attachAgain: "Dokument erneut anhängen",
  },
  together,
  review,
  triage,
  failures,
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
    toReview: "Zurück zur Prüfung",
    keyList: [
      ["J", "Nächster Prüfpunkt"],
      ["K", "Voriger Prüfpunkt"],
      ["A", "Bestätigen und zum nächsten"],
      ["U", "Bestätigung zurücknehmen"],
      ["?", "Alle Tasten zeigen"],
    ] as const,
  },
  outcome,
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
    withdrawn: {
      title: "Zurückgezogen",
      body: "Wer es begonnen hat, hat es vor der Freigabe zurückgezogen. Nichts davon wurde herausgegeben.",
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
      Withdrawn: "Hat ihn vor der Freigabe zurückgezogen",
      GivenToFlow: "Hat den freigegebenen Text als Flow erhalten",
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
  training,
} satisfies Parts["work"];
