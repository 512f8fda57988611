import type { NamedFile } from "../api/call";

/**
 * What the pane needs of the application it lives in. The pane never touches a document by itself: it names a change,
 * and the host shows it.
 */
export interface OfficeHost {
  readonly kind: "Browser" | "Word" | "Outlook";
  /** Scrolls the document to a change, or to the words of a finding, and marks it. Without a document on screen nothing happens. */
  reveal(changeId: string): void;
  /** Tells when the person selects a change in the document. Returns the way to stop listening. */
  onSelect(listener: (changeId: string) => void): () => void;
  /** Hands a released file to the person. */
  save(file: NamedFile): void;
}
