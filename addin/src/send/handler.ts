import { sha256, utf8 } from "../canonical/sha256";
import { fromBase64 } from "../seal/bytes";
import { type Outgoing, whyHeld } from "./decide";
import { names } from "./names";
import {
  type Attachment,
  type Callback,
  type MailItem,
  type OfficeApi,
  type SendEvent,
} from "./office";
import { type Held, wordsFor } from "./words";

declare const Office: OfficeApi;

/** What is asked of a mail of ours. */
type Content = Omit<Outgoing, "draft" | "seal" | "tail">;

const strings = (value: unknown): readonly string[] => {
  if (!Array.isArray(value)) return [];
  return value.filter((one: unknown): one is string => typeof one === "string");
};

/** A header by its name, which servers and clients write as they like. */
function header(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(headers).filter((key) => key.toLowerCase() === name)[0];
  if (found === undefined) return undefined;
  return headers[found];
}

type Question<T> = (callback: Callback<T>) => void;
type Texts = Readonly<Record<string, string>>;

/** One mail that is about to leave: asks what it is, one thing after the other, and decides once. */
class Sending {
  // Until it is known that the mail is ours, a fault holds nothing.
  private ours = false;
  private ended = false;

  constructor(
    private readonly event: SendEvent,
    private readonly item: MailItem,
  ) {}

  /** Each of the two that tell whose a mail is can fail by itself: the other still knows. */
  begin(): void {
    const { item } = this;
    this.ask<Texts>(
      (callback) =>
        item.internetHeaders.getAsync(
          [names.draftHeader, names.sealHeader, names.tailHeader],
          callback,
        ),
      (headers = {}) =>
        this.ask<Texts>(
          (callback) => item.sessionData.getAllAsync(callback),
          (session = {}) => this.check(headers, session),
        ),
    );
  }

  /** Asks, and goes on with the answer; with undefined where there is none. Whatever goes wrong later is a fault. */
  private ask<T>(question: Question<T>, then: (value?: T) => void): void {
    let answered = false;
    const answer = (value?: T): void => {
      if (answered) return;
      answered = true;
      this.guarded(() => then(value));
    };
    try {
      question(({ status, value }) => {
        if (status === "succeeded") answer(value);
        else answer();
      });
    } catch {
      answer();
    }
  }

  /** Asks for what has to be known. */
  private need<T>(question: Question<T>, then: (value: T) => void): void {
    this.ask<T>(question, (value) => {
      if (value === undefined) this.fail();
      else then(value);
    });
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch {
      this.fail();
    }
  }

  private fail(): void {
    if (this.ours) this.complete("fault");
    else this.complete();
  }

  private check(headers: Texts, session: Texts): void {
    let draft = header(headers, names.draftHeader);
    if (draft === undefined) draft = session[names.draft];
    const seal = header(headers, names.sealHeader);
    this.ours = draft !== undefined || seal !== undefined;
    if (!this.ours) {
      this.complete();
      return;
    }
    const tail = header(headers, names.tailHeader) || "";
    this.read((mail) => {
      const trusted = strings(Office.context.roamingSettings.get(names.keys));
      this.complete(whyHeld(Object.assign(mail, { draft, seal, tail }), Date.now(), trusted));
    });
  }

  private read(done: (mail: Content) => void): void {
    const { item } = this;
    const recipients: { kind: string; address: string }[] = [];
    const people = (kind: string, field: "to" | "cc" | "bcc", then: () => void): void =>
      this.need<readonly { readonly emailAddress: string }[]>(
        (callback) => item[field].getAsync(callback),
        (list) => {
          for (const { emailAddress } of list) recipients.push({ kind, address: emailAddress });
          then();
        },
      );
    this.need<string>(
      (callback) => item.body.getAsync("html", callback),
      (html) =>
        this.need<string>(
          (callback) => item.subject.getAsync(callback),
          (subject) =>
            people("To", "to", () =>
              people("Cc", "cc", () =>
                people("Bcc", "bcc", () =>
                  this.files((attachments) =>
                    this.label((label) => done({ html, subject, recipients, attachments, label })),
                  ),
                ),
              ),
            ),
        ),
    );
  }

  private files(done: (list: Outgoing["attachments"]) => void): void {
    this.need<readonly Attachment[]>(
      (callback) => this.item.getAttachmentsAsync(callback),
      (all) =>
        this.digests(
          all.filter(({ isInline }) => !isInline),
          [],
          done,
        ),
    );
  }

  /** The digests of what goes along, one after the other. */
  private digests(
    left: readonly Attachment[],
    found: Outgoing["attachments"],
    done: (list: Outgoing["attachments"]) => void,
  ): void {
    const next = left[0];
    if (next === undefined) {
      done(found);
      return;
    }
    this.need<{ readonly content: string; readonly format: string }>(
      (callback) => this.item.getAttachmentContentAsync(next.id, callback),
      ({ content, format }) => {
        let bytes: Uint8Array | undefined = utf8(content);
        if (format === "base64") bytes = fromBase64(content);
        // What is linked and not attached has no bytes to compare.
        let digest = "";
        if (bytes !== undefined) digest = sha256(bytes);
        this.digests(left.slice(1), found.concat([{ name: next.name, digest }]), done);
      },
    );
  }

  /** The sensitivity label. Where there are none, asking is an error. */
  private label(done: (label: string) => void): void {
    this.ask<string>(
      (callback) => this.item.sensitivityLabel.getAsync(callback),
      (label = "") => done(label),
    );
  }

  private complete(held?: Held): void {
    if (this.ended) return;
    this.ended = true;
    if (held === undefined) {
      this.event.completed({ allowEvent: true });
      return;
    }
    let language = "en";
    try {
      language = Office.context.displayLanguage;
    } catch {
      // English, then.
    }
    const said = wordsFor(language);
    this.event.completed({
      allowEvent: false,
      errorMessage: said.held[held],
      cancelLabel: said.open,
      commandId: names.openPane,
    });
  }
}

/** Lets go at once what is not ours; of ours, what was approved. */
function onMessageSend(event: SendEvent): void {
  let item: MailItem;
  try {
    ({ item } = Office.context.mailbox);
  } catch {
    // There is no telling whose it is.
    event.completed({ allowEvent: true });
    return;
  }
  new Sending(event, item).begin();
}

Office.actions.associate(names.action, onMessageSend);
