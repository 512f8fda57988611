import { count } from "./count";

/** The words about the document that is open in Word. */
export const document = {
  into: "Where the draft goes",
  here: "Into this document, at the cursor",
  bookmark: "Into this document, at a bookmark",
  bookmarkName: "Bookmark",
  noBookmark: "This document has none. Set one in Word (Insert, Bookmark), then come back here.",
  elsewhere: "Into a new document",
  hereHelp:
    "Sections that the document has a content control for go there. The others get one at this place.",
  tooOld:
    "This Word cannot show tracked changes by an add-in, so nothing is put into the open document. The draft comes as a document of its own.",
  notHandedIn: "The document could not be handed over",
  notShown: "The document does not show the draft as it stands",
  notRead: "The document could not be read",
  notSealed: "The document could not be sealed",
  notTakenBack: "The draft could not be taken out of the document",
  failed: (why: string) => `Word says: ${why} Nothing was lost. Try again.`,
  trouble: {
    gone: (section: string) =>
      `The document has no place for the section “${section}” any more. Undo its removal, or finish by hand.`,
    changed: (section: string) =>
      `The section “${section}” was changed meanwhile, and nothing was written over it. Undo that in Word, then try again.`,
    locked: (section: string) =>
      `The content control of the section “${section}” is locked. Allow editing in its properties, then try again.`,
    aside: () =>
      "Sections cannot go into a header, a footer, a note or a text box. Put the cursor into the text of the document, then try again.",
    notLanded: (section: string) =>
      `Word did not take the section “${section}” as it was given. Undo once in Word, then try again.`,
  },
  takenOver: (changes: number) =>
    `${count(changes, "decision was", "decisions were")} taken over from the document.`,
  unclearTitle: "The document says something that no change explains",
  unclear: (sections: string) =>
    `In ${sections}. Nothing was taken over from there. Undo it in Word, or reword the change in the pane.`,
  seal: "Seal this document",
  sealing: "Comparing and sealing…",
  sealedTitle: "This document is sealed",
  sealedBody:
    "It says exactly what was approved. Save it; a change to it breaks the seal, and anybody can see that.",
  editedTitle: "This document was changed after it was approved",
  edited: (difference: string) =>
    `${difference} Its seal does not cover that. Undo it in Word, or start a new handoff from this document.`,
  notCompared: "The document could not be compared with what was approved",
  foreignSealTitle: "This document is sealed",
  foreignSeal:
    "You are neither its author nor one of its reviewers, or it was sealed elsewhere. Ask one of them whether it still says what was approved.",
  takeBack: "Take the draft out of the document",
  takingBack: "Taking it out…",
  takenBack: "The document says what it said before the draft.",
};
