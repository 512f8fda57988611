import { formatNumber } from "../../../format";
import { count } from "../count";

/** The words of the tab Measures. */
export const measures = {
  questions: {
    SavesTime: "Spart es Zeit?",
    DraftIsGood: "Ist der Entwurf gut?",
    PeopleReview: "Wird wirklich geprüft?",
    IsUsed: "Wird es genutzt?",
    WritingAtOncePays: "Lohnt es sich, gleichzeitig zu schreiben?",
  },
  verdicts: { Yes: "ja", No: "nein", Unclear: "unklar", TooFew: "zu wenige, um es zu sagen" },
  warnings: {
    BrokenLoop: "Zu viele Überarbeitungen",
    LosingTime: "Es kostet Zeit",
    RushedReviews: "Es wird zu hastig geprüft",
  },
  answers: "Was es bringt",
  answersLead: "Aus Zeitpunkten und Änderungen. Zu jeder Zahl gehört ihr Bereich bei 95\u00a0%.",
  minutes: "Arbeitsminuten je Durchlauf",
  minutesLead: "Von Hand laut Prozess; mit der Übergabe wie gemessen.",
  byHand: "Von Hand",
  withVersion: (version: number) => `Mit Version ${String(version)}`,
  minutesSaid: (minutes: number, runs?: number) =>
    runs === undefined
      ? `${formatNumber(minutes)}\u00a0min`
      : `${formatNumber(minutes)}\u00a0min, ${count(runs, "Durchlauf", "Durchläufe")}`,
  noMinutes: "Noch wurde kein Durchlauf gemessen.",
  empty: "Noch ist keine Übergabe dieses Workflows abgeschlossen: Es gibt nichts zu berichten.",
  review: "Sehen die Prüfenden wirklich hin?",
  loops: "Ist der Entwurf auf Anhieb gut?",
  trust: "Was sich jede Version verdient hat",
  escaped: "Fehler, die nach der Herausgabe auffielen",
  foundOf: (found: number, all: number) =>
    `${formatNumber(found)} von ${formatNumber(all)} gefunden`,
  brokenTitle: "Zu viele Überarbeitungen",
  broken:
    "Entwürfe brauchen oft eine zweite Überarbeitung. Ändern Sie die Eingabe, die Vorgaben für den Text oder das Modell.",
  loopsSaid: (looped: number, finished: number) =>
    `Bei ${formatNumber(looped)} von ${count(finished, "abgeschlossenen Übergabe", "abgeschlossenen Übergaben")} wurde eine zweite Überarbeitung angefordert.`,
  level: (value: number, origin: string) => `Version ${String(value)}, ${origin}`,
  clean: (clean: number, faulty: number) =>
    `${formatNumber(clean)} fehlerfrei, ${formatNumber(faulty)} nicht`,
  inARow: (value: number) => `${formatNumber(value)} in Folge fehlerfrei`,
  noTrust: "Noch wurde nichts vollständig geprüft.",
  noEscaped: "Es wurde keiner gemeldet.",
  receptions: {
    Accepted: "angenommen",
    CorrectionNeeded: "brauchte eine Korrektur",
    Complaint: "führte zu einer Beschwerde",
  },
};
