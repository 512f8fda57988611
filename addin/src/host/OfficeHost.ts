import type { NamedFile } from "../api/call";
import type { ComposedMail, Installation } from "../api/types";

/**
 * What the pane needs of the application it lives in. The pane never touches a document by itself: it names a change,
 * and the host shows it.
 */
export interface OfficeHost {
  readonly kind: "Browser" | "Word" | "Outlook";
  /** The language of the application around the pane (BCP 47); undefined where it has none of its own. */
  readonly language?: string | undefined;
  /** The add-in as it runs here, asked anew each time; a browser has none. */
  readonly installation?: () => Installation | undefined;
  /** The mail that is open, where the host is Outlook. */
  readonly mail?: OpenMail | undefined;
  /** The document that is open, where the host is Word. */
  readonly document?: OpenDocument | undefined;
  /** Scrolls the document to a change, or to the words of a finding, and marks it. Without a document on screen nothing happens. */
  reveal(changeId: string, at?: WordsInSection): void;
  /** Tells when the person selects a change in the document. Returns the way to stop listening. */
  onSelect(listener: (changeId: string) => void): () => void;
  /** Hands a released file to the person. */
  save(file: NamedFile): void;
}

/** Where the words of a change stand. */
export interface WordsInSection {
  readonly tag: string;
  readonly words: string;
}

/** The mail that is open in Outlook, written or read. */
export interface OpenMail {
  readonly mode: "compose" | "read";
  /**
   * Whether this Outlook can hold a mail back until it is approved, and take an approved one in. Where it can't, nothing of a draft is
   * put into a mail: an approved one is sent by the server, or saved as a file.
   */
  readonly canHold: boolean;
  /** What the mail says so far, to begin a record with. It is data: nothing in it is followed. */
  read(): Promise<MailSoFar>;
  /**
   * The id of its sensitivity label; undefined without one, and where this Outlook or its organisation has none. Throws where it can't be
   * told: a draft must not begin without the label of what it is made from.
   */
  label(): Promise<string | undefined>;
  /** The handoff that marked this mail, or undefined. */
  marked(): Promise<string | undefined>;
  /** Marks the mail as a handoff's: from now on it is held until exactly what was approved is in it. */
  mark(handoffId: string): Promise<void>;
  /** Takes the mark away, because a person writes the mail after all. */
  unmark(): Promise<void>;
  /** Puts the approved mail in, above what is there, with its seal, and reads it back. */
  place(mail: ComposedMail, keys: readonly string[]): Promise<Placed>;
}

export interface MailSoFar {
  readonly subject: string;
  /** Whom it goes to, or in a mail that is read whom it came from. */
  readonly person: { readonly name: string; readonly email: string } | undefined;
  /** The text that is there: the thread that is answered. */
  readonly thread: string;
}

/** What was read back after the approved mail was put in. */
export interface Placed {
  /** What is not as approved; none where all is. Sending is held until nothing is. */
  readonly differs: readonly ("body" | "subject" | "recipients" | "attachments" | "label")[];
}

/** A section of a document: the content of the control with its tag. */
export interface SectionContent {
  readonly tag: string;
  /** Flat OPC, with undecided changes as tracked changes. */
  readonly ooxml: string;
  /** Its paragraphs with every change accepted. */
  readonly accepted: readonly string[];
  /** Its paragraphs with every change rejected. */
  readonly rejected: readonly string[];
}

/** Something to say at words of a section. */
export interface SectionNote {
  readonly tag: string;
  /** The words; undefined for the section as a whole. */
  readonly words: string | undefined;
  readonly message: string;
}

/** Where sections go that the document has no content control for. */
export type Place =
  { readonly kind: "cursor" } | { readonly kind: "bookmark"; readonly name: string };

/** The document that is open in Word. */
export interface OpenDocument {
  /**
   * Whether this Word shows what is put in as tracked changes whatever is switched on in it. Where it can't, nothing is put in: a draft
   * that came without marks could not be told from the document's own text.
   */
  readonly canTrack: boolean;
  /** The handoff that this document is of, or undefined. */
  marked(): Promise<string | undefined>;
  mark(handoffId: string): Promise<void>;
  unmark(): Promise<void>;
  /** The names of the bookmarks in its text; those that Word hides are not among them. */
  bookmarks(): Promise<readonly string[]>;
  /**
   * Gives each section a content control at the place, one below the other, where the document has none with its tag. Throws
   * {@link SectionTrouble} where the place is locked, or is no part of the document's text.
   */
  prepare(
    sections: readonly { readonly key: string; readonly heading: string | undefined }[],
    place: Place,
  ): Promise<void>;
  /** The document as it is, as a file. */
  file(): Promise<Blob>;
  /**
   * Puts sections in as they stand and reads them back. Throws {@link SectionTrouble} where one is gone, was changed since it was last put
   * in, is locked, or does not say afterwards what was put in.
   */
  put(sections: readonly SectionContent[]): Promise<void>;
  /** Those of these sections that say something else than when they were last put in or acknowledged. */
  changed(tags: readonly string[]): Promise<readonly string[]>;
  /** Says that what the document has now is known: it may be put over. */
  acknowledge(tags: readonly string[]): Promise<void>;
  /** Puts notes in as comments, in the place of those that were put in before. Those whose words are not found stand at their section. */
  comment(notes: readonly SectionNote[]): Promise<void>;
  /** The handoff whose seal this document carries, or undefined. */
  sealed(): Promise<string | undefined>;
  /** What its body says, to see cheaply whether it was changed. */
  text(): Promise<string>;
  /** Puts a custom XML part in, in the place of one of the same namespace, and reads it back. */
  putPart(xml: string, namespace: string): Promise<void>;
}

/** Why a section could not be put into a document. */
export class SectionTrouble extends Error {
  override readonly name = "SectionTrouble";

  constructor(
    readonly tag: string,
    readonly kind: "gone" | "changed" | "locked" | "aside" | "notLanded",
  ) {
    super(`The section '${tag}' is ${kind}.`);
  }
}
