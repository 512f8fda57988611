import { singleSpaced, unknown } from "./characters";
import { compose } from "./compose";
import { type Look } from "./look";

/** The form while it is written: lines of text, and marks wherever the look of the text changes. See HtmlForm of the server. */
export class Form {
  private readonly lines: string[] = [];
  private line = "";
  private length = 0;
  private space = false;
  private mark = "";
  private link: string | undefined = undefined;

  /** How much is written. */
  get size(): number {
    return this.length + this.line.length;
  }

  /** Whether the line has nothing on it. */
  get isAtLineStart(): boolean {
    return this.line === "";
  }

  /** Ends the line, if there is something on it. */
  end(): void {
    this.space = false;
    if (this.line === "") return;
    this.lines.push(this.line);
    this.length += this.line.length + 1;
    this.forget();
  }

  /** Takes back what the line has. */
  forget(): void {
    this.line = "";
    this.space = false;
    this.mark = "";
    this.link = undefined;
  }

  /** A thing on a line of its own. */
  item(name: string): void {
    this.end();
    this.line = `{${name}}`;
    this.end();
  }

  /** A thing among the text. */
  thing(name: string, value: string, look: Look): void {
    this.take(look);
    if (value === "") this.line += `{${name}}`;
    else this.line += `{${name} ${escaped(value)}}`;
  }

  /** Text as it stands between tags. */
  text(text: string, look: Look): void {
    if (!look.preformatted) {
      this.words(text, look);
      return;
    }
    text.split("\n").forEach((line, index) => {
      if (index > 0) this.end();
      this.words(line, look);
    });
  }

  private words(text: string, look: Look): void {
    const words = singleSpaced(text);
    if (words === "") return;
    if (words === " ") {
      this.space = true;
      return;
    }
    let start = 0;
    let end = words.length;
    if (words.charAt(0) === " ") {
      start = 1;
      this.space = true;
    }
    const open = words.charAt(end - 1) === " ";
    if (open) end--;
    this.take(look);
    this.line += escaped(words.slice(start, end));
    this.space = open;
  }

  /** The whole form, after these marks. */
  whole(first: readonly string[]): string {
    this.end();
    const lines = first.map((line) => `{${line}}`).concat(this.lines);
    return compose(lines.join("\n"));
  }

  private take(look: Look): void {
    if (this.space && this.line !== "") this.line += " ";
    this.space = false;
    if (look.link !== this.link) {
      if (this.link !== undefined) this.line += "{/a}";
      this.link = look.link;
      if (look.link !== undefined) this.line += `{a ${escaped(look.link)}}`;
    }
    if (look.mark() !== this.mark) {
      this.mark = look.mark();
      this.line += `{${escaped(this.mark)}}`;
    }
  }
}

function escaped(text: string): string {
  return text.replace(/[{}\\\uFFFF\n]/g, (c) => {
    if (c === unknown) return "{&}";
    if (c === "\n") return " ";
    return `\\${c}`;
  });
}
