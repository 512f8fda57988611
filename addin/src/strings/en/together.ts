import { count } from "./count";

/** The words of a text that a person and the AI write at once. */
export const together = {
  title: "Write it together",
  titleDone: "Your sections are done",
  lead: "Your sections are yours: the AI writes between them, and changes no word of them.",
  yours: "Yours",
  theirs: "The AI's",
  label: (heading: string) => `Your text: ${heading}`,
  untitled: "Opening",
  placeholder: "Write here.",
  words: (words: number) => count(words, "word", "words"),
  notYet: "Not written yet.",
  waits: "Comes when you ask for it.",
  kept: "Kept.",
  keeping: "Keeping…",
  notKept: "Not kept yet. What you write stays here; it is tried again.",
  draft: "Have the AI write now",
  draftHint:
    "If you hand in first, the AI goes by how you write. If it starts now, both of you save the wait.",
  handIn: "My sections are done",
  handInStarts: "Done: have the AI write the rest",
  empty: (sections: string) => `Still empty: ${sections}.`,
  takeBack: "Write on",
  writing: (sentences: number) =>
    `The AI writes: ${count(sentences, "sentence", "sentences")} so far`,
  inDocument: "Your sections are in the document that you gave.",
  notYours: (name: string) => `${name} writes these sections.`,
  change: "Put in other words",
  changeSentence: (text: string) => `Put in other words: ${text}`,
  style: (figures: string) => `How you write, for the AI to go by: ${figures}.`,
  own: "Written by the author",
};
