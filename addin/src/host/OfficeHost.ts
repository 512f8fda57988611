import type { NamedFile } from "../api/call";
import type { ComposedMail } from "../api/types";

/**
 * What the pane needs of the application it lives in. The pane never touches a document by itself: it names a change,
 * and the host shows it.
 */
export interface OfficeHost {
  readonly kind: "Browser" | "Word" | "Outlook";
  /** The language of the application around the pane (BCP 47); undefined where it has none of its own. */
  readonly language?: string | undefined;
  /** The mail that is open, where the host is Outlook. */
  readonly mail?: OpenMail | undefined;
  /** Scrolls the document to a change, or to the words of a finding, and marks it. Without a document on screen nothing happens. */
  reveal(changeId: string): void;
  /** Tells when the person selects a change in the document. Returns the way to stop listening. */
  onSelect(listener: (changeId: string) => void): () => void;
  /** Hands a released file to the person. */
  save(file: NamedFile): void;
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
  readonly differs: readonly ("body" | "subject" | "recipients" | "attachments")[];
}
