import type { ChangeComment, TrackedChange } from "./change";
import { attr } from "./wordXml";

/** A change while it is read. */
export type Draft = { -readonly [Key in keyof TrackedChange]: TrackedChange[Key] };

/** Hangs the comments of a part on the changes whose words they are about. */
export class CommentHanger {
  private readonly open = new Set<string>();
  private readonly hung = new Set<string>();
  /** The comments that began in the paragraph being read. */
  private begun: string[] = [];
  /** The changes around the words that were read last. */
  private last: readonly Draft[] = [];

  constructor(private readonly comments: ReadonlyMap<string, ChangeComment>) {}

  paragraphBegins(): void {
    this.begun = [];
  }

  range(element: Element): void {
    const id = attr(element, "id") ?? "";
    if (element.localName === "commentRangeEnd") this.open.delete(id);
    else {
      this.open.add(id);
      this.begun.push(id);
    }
  }

  /** Words were read, or a paragraph's mark, with these changes around them. */
  read(drafts: readonly Draft[]): void {
    this.last = drafts;
    this.hang(this.open, drafts);
  }

  /** A comment need not have a range (ECMA-376 Part 1, 17.13.4.5): then it hangs on the words before it. */
  reference(id: string, around: readonly Draft[]): void {
    if (!this.hung.has(id)) this.hang([id], around.length > 0 ? around : this.last);
  }

  /** On what is said of a whole paragraph: the comments that the same person made in it. */
  paragraphEnds(draft: Draft): void {
    const theirs = (id: string) => this.comments.get(id)?.author === draft.author;
    this.hang(this.begun.filter(theirs), [draft]);
  }

  private hang(ids: Iterable<string>, drafts: readonly Draft[]): void {
    for (const id of ids) {
      const comment = this.comments.get(id);
      if (!comment) continue;
      for (const draft of drafts)
        if (!draft.comments.includes(comment)) draft.comments = [...draft.comments, comment];
      if (drafts.length > 0) this.hung.add(id);
    }
  }
}
