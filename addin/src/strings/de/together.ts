import { count } from "./count";

/** The words of a text that a person and the AI write at once. */
export const together = {
  title: "Gemeinsam schreiben",
  titleDone: "Ihre Abschnitte sind fertig",
  lead: "Ihre Abschnitte gehören Ihnen: Die KI schreibt dazwischen und ändert darin kein Wort.",
  yours: "Von Ihnen",
  theirs: "Von der KI",
  label: (heading: string) => `Ihr Text: ${heading}`,
  untitled: "Einleitung",
  placeholder: "Schreiben Sie hier.",
  words: (words: number) => count(words, "Wort", "Wörter"),
  notYet: "Noch nicht geschrieben.",
  waits: "Kommt, wenn Sie es anfordern.",
  kept: "Gespeichert.",
  keeping: "Wird gespeichert …",
  notKept: "Noch nicht gespeichert. Was Sie schreiben, bleibt hier; es wird erneut versucht.",
  draft: "KI jetzt schreiben lassen",
  draftHint:
    "Wenn Sie zuerst abgeben, richtet sich die KI nach Ihrer Schreibweise. Beginnt sie jetzt, sparen Sie beide die Wartezeit.",
  handIn: "Meine Abschnitte sind fertig",
  handInStarts: "Fertig: den Rest schreibt die KI",
  empty: (sections: string) => `Noch leer: ${sections}.`,
  takeBack: "Weiterschreiben",
  writing: (sentences: number) => `Die KI schreibt: bisher ${count(sentences, "Satz", "Sätze")}`,
  inDocument: "Ihre Abschnitte stehen in dem Dokument, das Sie mitgegeben haben.",
  notYours: (name: string) => `Diese Abschnitte schreibt ${name}.`,
  change: "Umformulieren",
  changeSentence: (text: string) => `Umformulieren: ${text}`,
  style: (figures: string) => `So schreiben Sie, und danach richtet sich die KI: ${figures}.`,
  own: "Von Hand geschrieben",
};
