import type { GapKind, Installation, PlatformType, StopScope } from "../../api/types";
import { formatNumber } from "../../format";
import { count } from "./count";
import { exports } from "./exports";
import { webhooks } from "./webhooks";

const platforms = {
  PC: "Windows",
  OfficeOnline: "im Browser",
  Mac: "Mac",
  IOS: "iPhone oder iPad",
  Android: "Android",
  Universal: "Windows-App",
} satisfies Record<PlatformType, string>;

/** The words of the administration page, and of what everybody sees of it. */
export const administration = {
  title: "Verwaltung",
  foreign: {
    title: "Diese Seite ist für die Verwaltung",
    body: (names: string) => `Fragen Sie ${names}.`,
    nobody: "Hier verwaltet noch niemand. Wer den Server betreibt, kann jemanden dafür benennen.",
  },
  stops: {
    title: "Stopps",
    lead: "Solange ein Stopp gilt, wird nichts, was er erfasst, begonnen, entworfen, unterschrieben oder herausgegeben. Nichts geht verloren.",
    empty: "Nichts ist gestoppt.",
    stop: "Etwas stoppen",
    dialog: "Sofort stoppen?",
    what: "Was gestoppt wird",
    scopes: {
      Workflow: "Ein Workflow",
      Model: "Alles, was ein Modell schreibt oder geschrieben hat",
      Everything: "Alles",
    } satisfies Record<StopScope, string>,
    workflow: "Workflow",
    choose: "Bitte auswählen",
    model: "Name des Modells",
    modelHint: (name: string) => `So, wie Entwürfe es nennen, etwa „${name}“.`,
    missing: "Sagen Sie, was genau.",
    reason: "Grund, für alle, die es betrifft",
    action: "Jetzt stoppen",
    by: (name: string, when: string) => `von ${name}, ${when}`,
    lift: "Stopp aufheben",
    liftOf: (what: string) => `Stopp aufheben: ${what}`,
    liftTitle: "Diesen Stopp aufheben?",
    liftBody: (what: string) =>
      `${what}. Wenn Sie den Stopp aufheben, geht alles sofort weiter, was er erfasst.`,
    set: "Es ist gestoppt.",
    lifted: "Der Stopp ist aufgehoben.",
  },
  overdue: {
    title: "Überfällige Prüfungen",
    lead: "Prüfungen, die niemand rechtzeitig unterschrieben hat, die älteste zuerst.",
    empty: "Keine Prüfung ist überfällig.",
    reviewers: (names: string) => `geprüft von ${names}`,
    open: (subject: string) => `${subject} öffnen`,
    passOn: "Weitergeben",
    passOnOf: (subject: string) => `${subject} weitergeben`,
    all: "Alle einer Person weitergeben",
    allTitle: "Alle Prüfungen einer Person weitergeben?",
    oneTitle: "Diese Prüfung weitergeben?",
    body: "Entscheidungen bleiben. Bestätigungen und Unterschriften der bisherigen Person entfallen: Wer übernimmt, sieht selbst nach.",
    from: "Wartet auf",
    to: "Wer stattdessen prüft",
    reason: "Grund",
    action: "Weitergeben",
    done: (passed: number, all: number) =>
      all === 0
        ? "Auf diese Person wartet nichts"
        : `${formatNumber(passed)} von ${count(all, "Prüfung", "Prüfungen")} weitergegeben`,
    passed: (subject: string) => `${subject}: weitergegeben`,
    kept: (subject: string, why: string) => `${subject}: nicht weitergegeben. ${why}`,
  },
  absences: {
    title: "Abwesenheiten",
    lead: "Solange jemand abwesend ist, gehen neue Übergaben an die Vertretung.",
    empty: "Niemand ist oder wird abwesend.",
    add: "Abwesenheit eintragen",
    addTitle: "Wer ist abwesend?",
    who: "Abwesend",
    from: "Erster Tag",
    until: "Letzter Tag",
    zone: "Tage zählen nach UTC.",
    substitute: "Wer vertritt",
    action: "Abwesenheit eintragen",
    until_: (from: string, until: string) => (from === until ? from : `${from} bis ${until}`),
    standsIn: (name: string) => `Vertretung: ${name}`,
    end: "Beenden",
    endOf: (name: string) => `Abwesenheit von ${name} beenden`,
    endTitle: (name: string) => `Abwesenheit von ${name} beenden?`,
    endBody: (name: string) => `Ab jetzt gehen neue Übergaben wieder an ${name}.`,
    order: "Der letzte Tag liegt vor dem ersten.",
    day: "Wählen Sie einen Tag.",
    replaces: "Sie tritt an die Stelle der eingetragenen Abwesenheit.",
  },
  own: {
    ask: "Ich werde abwesend sein",
    title: "Wann werden Sie abwesend sein?",
    body: "Neue Übergaben für Sie gehen an Ihre Vertretung. Was schon auf Sie wartet, bleibt: Geben Sie es in seiner Prüfung weiter.",
    until: (days: string, name: string) => `Sie sind abwesend: ${days}. ${name} vertritt Sie.`,
    change: "Ändern",
    back: "Ich bin zurück",
    set: "Ihre Abwesenheit ist eingetragen.",
  },
  fleet: {
    title: "Add-Ins",
    lead: "Wer mit welchem Add-In arbeitet, wie es selbst beim Öffnen sagt. Ob Outlook eine Mail beim Senden geprüft hat, ist nicht bekannt: Die Prüfung hat kein Netz und hinterlässt keine Spur.",
    summary: (gaps: number, people: number, version: string) =>
      `Bei ${formatNumber(gaps)} von ${count(people, "Person", "Personen")} fehlt etwas. Der Server hat die Version ${version}.`,
    gapsOnly: "Nur Personen mit Lücken",
    empty: "Keine Lücke ist bekannt.",
    never: "Nie in Word oder Outlook gesehen",
    where: (host: Installation["host"], platform: PlatformType) =>
      host === "Outlook" && platform === "OfficeOnline"
        ? "Outlook, im Browser oder neu unter Windows"
        : `${host}, ${platforms[platform]}`,
    columns: {
      person: "Person",
      where: "Gesehen in",
      gaps: "Lücken",
      seen: "Zuletzt geöffnet",
      version: "Versionen",
      sets: "API-Sätze",
      check: "Prüfung beim Senden",
    },
    none: "Keine bekannt",
    check: {
      ready: (since: string) => `Hat ihre Schlüssel seit ${since}`,
      noKeys:
        "Hält zurück, was nicht freigegeben ist. Ihre Schlüssel kommen mit der ersten freigegebenen Mail.",
      none: "Läuft hier nicht",
      placed: (when: string) => `Letzte freigegebene Mail eingesetzt ${when}`,
    },
    gaps: {
      NeverInOutlook:
        "Lässt Mails entwerfen und wurde nie in Outlook gesehen. Stellen Sie das Add-In bereit, oder lassen Sie die Nachrichtenflussregeln an.",
      NotSeenLately: "Dort seit 30 Tagen nicht geöffnet. Was jetzt dort ist, ist nicht bekannt.",
      PaneBehind:
        "Der Aufgabenbereich war älter als der Server. Schließen und öffnen Sie ihn; bleibt es dabei, ist er von einer anderen Adresse bereitgestellt.",
      MailNotHeld:
        "Dieses Outlook ist zu alt, um eine Mail zurückzuhalten (Mailbox 1.12). Aktualisieren Sie es, oder lassen Sie die Nachrichtenflussregeln an.",
      NotHeldOnMobile:
        "Outlook für iOS und Android hält keine Mail zurück. Das tun nur die Nachrichtenflussregeln.",
      KeysMissing:
        "Dem Postfach fehlen die Schlüssel: Auch freigegebene Mails werden zurückgehalten. Setzen Sie die Mail aus dem Aufgabenbereich noch einmal ein.",
      WordCannotTrack:
        "In diesem Word lässt sich nicht steuern, ob Änderungen nachverfolgt werden (WordApi 1.4): In das offene Dokument kommt nichts. Aktualisieren Sie es.",
    } satisfies Record<GapKind, string>,
  },
  webhooks,
  exports,
  glass: {
    title: "Notfallfreigabe",
    lead: "Wenn etwas hinausmuss und die Prüfenden nicht zu erreichen sind, darf die Verwaltung es ohne sie freigeben. Öffnen Sie die Übergabe, oder wählen Sie sie unter den überfälligen Prüfungen.",
    empty: "Sie wurde noch nie genutzt.",
    ask: "Ohne Prüfung freigeben",
    askOf: (subject: string) => `${subject} ohne Prüfung freigeben`,
    dialog: "Ohne Prüfung freigeben?",
    consequences: [
      "Der Text geht hinaus, wie er ist. Was offen ist, bleibt wie entworfen, und sperrende Befunde bleiben bestehen.",
      "Sie allein stehen dafür ein, mit Ihrem Namen, im Siegel und im Protokoll.",
      "Alle, die die Übergabe sehen, sehen auch, dass ihre Prüfung entfiel.",
    ] as const,
    reason: "Grund, für die Prüfenden und die Revision",
    minutes: "Gültig für Minuten",
    minutesHint: "1 bis 60. Danach ist die Prüfung wieder nötig.",
    minutesWrong: "Geben Sie eine ganze Zahl von 1 bis 60 ein.",
    action: "In meinem Namen freigeben",
    row: (name: string, when: string, minutes: number) =>
      `von ${name}, ${when}, für ${count(minutes, "Minute", "Minuten")}`,
    open: (undecided: number, checks: number, blocking: number) =>
      `${count(undecided, "Änderung", "Änderungen")} offen, ${count(checks, "Prüfpunkt", "Prüfpunkte")} offen, ${count(blocking, "sperrender Befund", "sperrende Befunde")}`,
  },
  ledger: {
    title: "Protokoll",
    lead: "Was geschehen ist, in einer Kette, an der sich zeigt, wenn eine Zeile geändert oder entfernt wird. Bewahren Sie eine Kopie des Kettenkopfs anderswo auf.",
    size: "Einträge",
    root: "Wurzel",
    at: "Signiert",
    key: "Schlüssel",
    export: "Protokoll exportieren",
    exporting: "Wird exportiert …",
    verify: "So prüfen Sie es, auf jedem Rechner mit dem Werkzeug handoff:",
    command: "handoff verify ledger ledger.jsonl",
  },
};
