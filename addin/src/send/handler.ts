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

/** Asks for one thing after the other; whatever goes wrong ends in `failed`, once. */
class Asking {
  private ended = false;

  constructor(private readonly failed: () => void) {}

  /** Asks, and goes on with the answer. */
  ask<T>(question: (callback: Callback<T>) => void, then: (value: T) => void): void {
    this.guarded(() => {
      question((result) => {
        this.guarded(() => {
          if (result.status !== "succeeded") this.fail();
          else then(result.value);
        });
      });
    });
  }

  guarded(work: () => void): void {
    if (this.ended) return;
    try {
      work();
    } catch {
      this.fail();
    }
  }

  private fail(): void {
    if (this.ended) return;
    this.ended = true;
    this.failed();
  }
}

/** The digests of what goes along, one after the other. */
function digests(
  item: MailItem,
  asking: Asking,
  left: readonly Attachment[],
  done: (list: Outgoing["attachments"]) => void,
  found: Outgoing["attachments"] = [],
): void {
  const next = left[0];
  if (next === undefined) {
    done(found);
    return;
  }
  asking.ask<{ readonly content: string; readonly format: string }>(
    (callback) => item.getAttachmentContentAsync(next.id, callback),
    ({ content, format }) => {
      let bytes: Uint8Array | undefined = utf8(content);
      if (format === "base64") bytes = fromBase64(content);
      // What is linked and not attached has no bytes to compare.
      let digest = "";
      if (bytes !== undefined) digest = sha256(bytes);
      digests(item, asking, left.slice(1), done, found.concat([{ name: next.name, digest }]));
    },
  );
}

type Step = (next: () => void) => void;

/** Takes the steps one after the other. */
function inTurn(steps: readonly Step[], done: () => void): void {
  const step = steps[0];
  if (step === undefined) done();
  else step(() => inTurn(steps.slice(1), done));
}

function read(
  item: MailItem,
  asking: Asking,
  start: Pick<Outgoing, "draft" | "seal" | "tails">,
  done: (mail: Outgoing) => void,
): void {
  const { draft, seal, tails } = start;
  let html = "";
  let subject = "";
  let attachments: Outgoing["attachments"] = [];
  const recipients: { kind: string; address: string }[] = [];
  const step =
    <T>(question: (callback: Callback<T>) => void, take: (value: T) => void): Step =>
    (next) =>
      asking.ask(question, (value) => {
        take(value);
        next();
      });
  const people = (kind: string, field: "to" | "cc" | "bcc"): Step =>
    step<readonly { readonly emailAddress: string }[]>(
      (callback) => item[field].getAsync(callback),
      (list) => {
        for (const { emailAddress } of list) recipients.push({ kind, address: emailAddress });
      },
    );
  const files: Step = (next) =>
    asking.ask<readonly Attachment[]>(
      (callback) => item.getAttachmentsAsync(callback),
      (all) => {
        const own = all.filter(({ isInline }) => !isInline);
        digests(item, asking, own, (list) => {
          attachments = list;
          next();
        });
      },
    );
  inTurn(
    [
      step<string>(
        (callback) => item.body.getAsync("html", callback),
        (value) => (html = value),
      ),
      step<string>(
        (callback) => item.subject.getAsync(callback),
        (value) => (subject = value),
      ),
      people("To", "to"),
      people("Cc", "cc"),
      people("Bcc", "bcc"),
      files,
    ],
    () => done({ draft, seal, tails, html, subject, recipients, attachments }),
  );
}

/** Lets go at once what is not ours; of ours, what was approved. */
export function onMessageSend(event: SendEvent): void {
  let ended = false;
  const complete = (held?: Held) => {
    if (ended) return;
    ended = true;
    if (held === undefined) {
      event.completed({ allowEvent: true });
      return;
    }
    let language = "en";
    try {
      language = Office.context.displayLanguage;
    } catch {
      // English, then.
    }
    const said = wordsFor(language);
    event.completed({
      allowEvent: false,
      errorMessage: said.held[held],
      cancelLabel: said.open,
      commandId: names.openPane,
    });
  };
  // Until it is known that the mail is ours, a fault holds nothing.
  const asking = new Asking(() => complete());
  asking.guarded(() => {
    const { item } = Office.context.mailbox;
    const check = (
      draft: string | undefined,
      seal: string | undefined,
      session: Readonly<Record<string, string>>,
    ) => {
      if (draft === undefined && seal === undefined) {
        complete();
        return;
      }
      const ours = new Asking(() => complete("fault"));
      ours.guarded(() => {
        const kept = session[names.tails];
        let tails: readonly string[] = [];
        if (kept !== undefined) tails = strings(JSON.parse(kept));
        read(item, ours, { draft, seal, tails }, (mail) => {
          const trusted = strings(Office.context.roamingSettings.get(names.keys));
          complete(whyHeld(mail, Date.now(), trusted));
        });
      });
    };
    const withSession = (
      headers: Readonly<Record<string, string>>,
      session: Readonly<Record<string, string>>,
    ) => {
      let draft = header(headers, names.draftHeader);
      if (draft === undefined) draft = session[names.draft];
      check(draft, header(headers, names.sealHeader), session);
    };
    // Each of the two can fail by itself: the other still knows whose the mail is.
    const sessionOf = (headers: Readonly<Record<string, string>>) => {
      const without = new Asking(() => withSession(headers, {}));
      without.ask<Readonly<Record<string, string>>>(
        (callback) => item.sessionData.getAllAsync(callback),
        (session) => withSession(headers, session),
      );
    };
    const headless = new Asking(() => sessionOf({}));
    headless.ask<Readonly<Record<string, string>>>(
      (callback) => item.internetHeaders.getAsync([names.draftHeader, names.sealHeader], callback),
      sessionOf,
    );
  });
}

Office.actions.associate(names.action, onMessageSend);
