import { firstPart, partsOf, run } from "./wordBatch";

const namespace = "https://handoffoffice.dev/draft/1";

/** What a section says with its changes accepted and rejected, white space as one space. */
export interface Reading {
  readonly accepted: string;
  readonly rejected: string;
}

const parsed = (xml: string) => new DOMParser().parseFromString(xml, "application/xml");

/** A reading in a document: of what a client is told nothing stays in it but a digest. */
async function digestOf({ accepted, rejected }: Reading): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([accepted, rejected]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The custom XML part that says whose draft a document has, and what each of its sections said when a pane last put it in or looked at it.
 * It is in the document, so that a pane that is opened later, or a second one, can tell what was changed since from what is only old.
 */
export class WordMark {
  private handoff: string | undefined;
  private readonly known = new Map<string, string>();
  /** Whether the document has not yet what is known. */
  private unsaved = false;

  /** The handoff whose draft the document has. */
  marked(): Promise<string | undefined> {
    return run(async (context) => {
      await this.load(context);
      return this.handoff;
    });
  }

  async mark(handoff: string): Promise<void> {
    this.handoff = handoff;
    this.unsaved = true;
    await run((context) => this.save(context));
  }

  unmark(): Promise<void> {
    this.handoff = undefined;
    return run(async (context) => {
      for (const part of await partsOf(context, namespace)) part.delete();
      await context.sync();
    });
  }

  /** Whether a section says what it said when a pane last knew it. */
  async isKnown(context: Word.RequestContext, tag: string, reading: Reading): Promise<boolean> {
    const digest = await digestOf(reading);
    // Another pane may have put it in.
    if (this.known.get(tag) !== digest) await this.load(context);
    return this.known.get(tag) === digest;
  }

  /** Takes what a section says for known. It is in the document after {@link save}. */
  async note(tag: string, reading: Reading): Promise<void> {
    const digest = await digestOf(reading);
    if (this.known.get(tag) === digest) return;
    this.known.set(tag, digest);
    this.unsaved = true;
  }

  /** Writes what is known into the document that is marked. */
  async save(context: Word.RequestContext): Promise<void> {
    if (this.handoff === undefined || !this.unsaved) return;
    const xml = this.toXml(this.handoff);
    const [first, ...others] = await partsOf(context, namespace);
    for (const part of others) part.delete();
    if (first) first.setXml(xml);
    else context.document.customXmlParts.add(xml);
    await context.sync();
    this.unsaved = false;
  }

  private async load(context: Word.RequestContext): Promise<void> {
    const xml = await firstPart(context, namespace);
    if (xml === undefined) return;
    const root = parsed(xml).documentElement;
    this.handoff = root.getAttribute("handoff") ?? undefined;
    for (const section of root.getElementsByTagName("section"))
      this.known.set(section.getAttribute("tag") ?? "", section.getAttribute("said") ?? "");
  }

  private toXml(handoff: string): string {
    const xml = parsed(`<draft xmlns="${namespace}"/>`);
    const root = xml.documentElement;
    root.setAttribute("handoff", handoff);
    for (const [tag, said] of this.known) {
      const section = xml.createElementNS(namespace, "section");
      section.setAttribute("tag", tag);
      section.setAttribute("said", said);
      root.append(section);
    }
    return new XMLSerializer().serializeToString(xml);
  }
}
