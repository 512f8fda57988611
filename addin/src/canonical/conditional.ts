import { type Form } from "./form";
import { type Look, plainLook } from "./look";
import { type Looks } from "./looks";
import { blocks } from "./names";
import { thingsOf } from "./things";
import { Kind, type Token } from "./tokenizer";

/**
 * Reads what stands in a conditional comment: Outlook for Windows shows it, others don't. It opens and closes no elements of the mail; a tag
 * in it that changes how text looks is a mark. See HtmlConditional of the server.
 */
export class Conditional {
  private noIslandEnds = false;
  private readonly look: Look;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly form: Form,
    private readonly looks: Looks,
    condition: string,
  ) {
    this.look = looks.under(plainLook, condition);
  }

  /** Reads from the begin of the condition at this index; the index of its end. */
  read(start: number): number {
    let at = start + 1;
    for (; at < this.tokens.length && !this.isEnd(at); at++) {
      const token = this.tokens[at];
      if (token === undefined) break;
      if (token.kind === Kind.Text) this.form.text(token.text, this.look);
      else if (token.kind !== Kind.Raw && blocks.has(token.text)) this.form.end();
      if (token.kind === Kind.Start) at = this.start(token, at);
    }
    return at;
  }

  private isEnd(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.kind === Kind.EndIf && token.closed;
  }

  private start(token: Token, at: number): number {
    // Settings of Office, which show nothing.
    if (token.text === "xml") return this.islandEnd(at);
    const own = this.looks.of(plainLook, token.text, token).look;
    if (own.mark() !== "") this.form.thing(token.text, own.mark(), this.look);
    if (own.link !== undefined) this.form.thing("href", own.link, this.look);
    for (const [name, value] of thingsOf(token.text, token)) {
      // The drawing of a picture that is in the mail; the picture itself is beside it.
      if (name === "img" && (value === "cid" || value === "")) continue;
      this.form.thing(name, value, this.look);
    }
    return at;
  }

  private islandEnd(at: number): number {
    if (this.noIslandEnds) return at;
    for (let end = at + 1; end < this.tokens.length && !this.isEnd(end); end++) {
      const token = this.tokens[end];
      if (token !== undefined && token.kind === Kind.End && token.text === "xml") return end;
    }
    this.noIslandEnds = true;
    return at;
  }
}
