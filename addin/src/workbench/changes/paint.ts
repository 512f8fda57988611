import { strings } from "../../strings";
import { authorsOf } from "./authors";
import type { TrackedChange } from "./change";
import { decodeMark } from "./marks";
import { chip, handle, labelOf, note, pilcrow } from "./pieces";

/** The elements that show each change, by its key, in the order of the page. */
export type PaintedChanges = ReadonlyMap<number, readonly HTMLElement[]>;

interface Marked {
  readonly element: HTMLElement;
  readonly keys: readonly number[];
}

/** Takes the marks off the rendered elements, whose language is their own again. */
function takeMarks(root: ParentNode): Marked[] {
  return [...root.querySelectorAll<HTMLElement>("[lang]")].flatMap((element) => {
    const found = decodeMark(element.lang);
    if (!found) return [];
    if (found.language === "") element.removeAttribute("lang");
    else element.lang = found.language;
    return [{ element, keys: found.keys }];
  });
}

/** Shows the tracked changes on a page that was rendered from what `prepare` made. */
export function paint(root: HTMLElement, changes: readonly TrackedChange[]): PaintedChanges {
  return new Painter(root, changes).paint();
}

class Painter {
  private readonly shown = new Map<number, HTMLElement[]>();
  private readonly colors: ReadonlyMap<string, string>;

  constructor(
    private readonly root: HTMLElement,
    private readonly changes: readonly TrackedChange[],
  ) {
    this.colors = new Map(authorsOf(changes).map((author) => [author.name, author.color]));
  }

  paint(): PaintedChanges {
    const marked = takeMarks(this.root);
    const of = (...tags: string[]) =>
      marked.filter(({ element }) => tags.includes(element.tagName));
    for (const runs of neighbours(of("SPAN"))) this.wrap(runs, 0);
    this.handles();
    // A paragraph that a page break cut in two has its mark, and what is said of it, at its end.
    const last = new Map(of("P").flatMap((each) => each.keys.map((key) => [key, each.element])));
    for (const { element, keys } of of("P"))
      for (const key of keys) this.paragraph(key, element, last.get(key) === element);
    for (const each of of("TABLE", "TR", "TD"))
      for (const key of each.keys) this.table(key, each.element);
    this.rest();
    return this.shown;
  }

  /** An element that shows a change; choosing it chooses the change. */
  private show(change: TrackedChange, element: HTMLElement): void {
    element.dataset["tracked"] = String(change.key);
    this.light(change, element);
  }

  /** An element that a change is about, with other words in it: it lights up with the change, and no more. */
  private light(change: TrackedChange, element: HTMLElement): void {
    element.style.setProperty("--author", this.colors.get(change.author) ?? "inherit");
    this.shown.set(change.key, [...(this.shown.get(change.key) ?? []), element]);
  }

  /** Puts neighbouring runs of one change into one element, and those of a change within it into one inside. */
  private wrap(runs: readonly Marked[], depth: number): void {
    let group: Marked[] = [];
    const close = () => {
      const [first] = group;
      const change = this.changes[first?.keys[depth] ?? -1];
      if (first && change) {
        const piece = document.createElement(pieceTag[change.kind]);
        piece.className = `tracked ${change.kind}`;
        piece.title = labelOf(change);
        first.element.before(piece);
        piece.append(...group.map(({ element }) => element));
        this.show(change, piece);
        this.wrap(group, depth + 1);
      }
      group = [];
    };
    for (const run of runs) {
      if (group[0] && group[0].keys[depth] !== run.keys[depth]) close();
      group.push(run);
    }
    close();
  }

  /** Each change in the words can be reached by keyboard at its first words. */
  private handles(): void {
    for (const [key, [first]] of [...this.shown]) {
      const change = this.changes[key];
      if (!change || !first) continue;
      const button = handle(change);
      // A button within a link would be neither.
      (first.closest("a") ?? first).before(button);
      this.show(change, button);
    }
  }

  private paragraph(key: number, element: HTMLElement, end: boolean): void {
    const change = this.changes[key];
    if (!change) return;
    if (change.place === "Paragraph") {
      element.classList.add("reformatted");
      this.light(change, element);
    }
    if (!end) return;
    if (change.place === "ParagraphMark") this.append(change, element, pilcrow(change));
    else if (change.place === "Paragraph") this.append(change, element, chip(change));
    else if (change.place === "Section") {
      element.after(this.line(change));
    } else if (change.place === "Text" && !this.shown.has(key))
      this.append(change, element, chip(change));
  }

  /** A line of its own for what has no words. */
  private line(change: TrackedChange): HTMLElement {
    const line = document.createElement("div");
    line.className = "note";
    this.append(change, line, note(change));
    this.light(change, line);
    return line;
  }

  private append(change: TrackedChange, to: HTMLElement, piece: HTMLElement): void {
    to.append(piece);
    this.show(change, piece);
  }

  private table(key: number, element: HTMLElement): void {
    const change = this.changes[key];
    if (!change) return;
    if (change.place === "Table") {
      element.before(this.line(change));
      return;
    }
    element.classList.add("trackedCells", change.kind);
    this.light(change, element);
    const piece = chip(change);
    (element.tagName === "TR" ? element.querySelector("td") : element)?.prepend(piece);
    this.show(change, piece);
  }

  /** The last section has no element of its own; and nothing that is tracked may go untold. */
  private rest(): void {
    const untold = this.changes.filter((change) => !this.shown.has(change.key));
    const last = [...this.root.querySelectorAll("article")].at(-1) ?? this.root;
    for (const change of untold.filter((each) => each.place === "Section"))
      last.append(this.line(change));
    const unseen = untold.filter((each) => each.place !== "Section");
    if (unseen.length === 0) return;
    const list = document.createElement("div");
    list.className = "unseen";
    list.append(`${strings.tracked.unseen}: `);
    last.append(list);
    for (const change of unseen) this.append(change, list, chip(change));
  }
}

const pieceTag = {
  Inserted: "ins",
  MovedTo: "ins",
  Deleted: "del",
  MovedFrom: "del",
  Formatted: "span",
} as const;

/** Runs that stand side by side, together. */
function neighbours(runs: readonly Marked[]): Marked[][] {
  const groups: Marked[][] = [];
  for (const run of runs) {
    const before = groups.at(-1)?.at(-1);
    if (before && before.element.nextSibling === run.element) groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  return groups;
}
