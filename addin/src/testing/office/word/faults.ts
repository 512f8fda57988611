import type { Profile } from "../profiles";

/** Known faults of Word; each is off until a test turns it on. */
export type Fault =
  /** office-js#6514: on Mac a sync that inserts and loads never comes back. */
  | "insertAndLoadHangsOnMac"
  /**
   * office-js#6661: a change stays in the list after it was accepted or rejected, and a paragraph without any lists one. Its
   * properties give ItemNotFound; accepting or rejecting it gives GeneralException.
   */
  | "ghostChanges"
  /** office-js#5535: `getTrackedChanges` gives GeneralException while the document has a tracked move. */
  | "movesBreakListing"
  /** office-js#5334: on the web the range of a tracked change is one character longer. */
  | "rangesDifferOnWeb"
  /**
   * office-js#6544: on the desktop, with tracking on, a space at the end of a text that is inserted between two runs is lost:
   * the change and the document do not have it.
   */
  | "whiteSpaceAtRunBoundaries";

export const everyFault: readonly Fault[] = [
  "insertAndLoadHangsOnMac",
  "ghostChanges",
  "movesBreakListing",
  "rangesDifferOnWeb",
  "whiteSpaceAtRunBoundaries",
];

interface Close {
  readonly sync: number;
  readonly after: number;
  readonly how: "hangs" | "rejects";
}

/** What goes wrong, and when. */
export class Faults {
  private readonly on = new Set<Fault>();
  private closing: Close | undefined;
  /** Milliseconds that each sync takes. */
  latency = 0;

  constructor(private readonly platform: Profile["platform"]) {}

  turnOn(...faults: readonly Fault[]): void {
    for (const fault of faults) this.on.add(fault);
  }

  turnOff(...faults: readonly Fault[]): void {
    for (const fault of faults) this.on.delete(fault);
  }

  /** Whether a fault shows on this platform. */
  shows(fault: Fault): boolean {
    if (!this.on.has(fault)) return false;
    if (fault === "insertAndLoadHangsOnMac") return this.platform === "Mac";
    if (fault === "rangesDifferOnWeb") return this.platform === "OfficeOnline";
    if (fault === "whiteSpaceAtRunBoundaries") return this.platform !== "OfficeOnline";
    return true;
  }

  /** The host is closed at that sync (the first is 1), after so many of its requests were done: it hangs, or rejects. */
  closesAt(sync: number, how: Close["how"], after = 0): void {
    this.closing = { sync, how, after };
  }

  /** How the host is closed at a sync, if it is; once closed it stays so. */
  closed(sync: number): Close | undefined {
    const { closing } = this;
    if (!closing || sync < closing.sync) return undefined;
    return sync === closing.sync ? closing : { ...closing, after: 0 };
  }
}
