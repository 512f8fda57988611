import type { OfficeHost } from "./OfficeHost";
import { saveFile } from "./saveFile";

/** The document as the workbench renders it. */
export interface DocumentSurface {
  reveal(changeId: string): void;
}

/** The browser in the place of Word: it connects the pane with the document that the workbench renders beside it. */
export class BrowserHost implements OfficeHost {
  readonly kind = "Browser";
  readonly save = saveFile;
  private surface: DocumentSurface | undefined;
  private wanted: string | undefined;
  private readonly listeners = new Set<(changeId: string) => void>();

  /** The rendered document announces itself; a change asked for earlier is shown now. */
  attach(surface: DocumentSurface): () => void {
    this.surface = surface;
    if (this.wanted !== undefined) surface.reveal(this.wanted);
    return () => {
      if (this.surface === surface) this.surface = undefined;
    };
  }

  reveal(changeId: string): void {
    this.wanted = changeId;
    this.surface?.reveal(changeId);
  }

  onSelect(listener: (changeId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The person clicked a change in the document. */
  selected(changeId: string): void {
    this.wanted = changeId;
    for (const listener of this.listeners) listener(changeId);
  }
}
