import { names } from "../send/names";
import type { OfficeApi, SendEvent } from "../send/office";

/**
 * Outlook around a mail that is about to leave, as far as the send handler uses it. It is read-only: what writes to it throws, and what it
 * does not have throws where it is read.
 */

/** What can be asked of a mail, and what can fail. */
export type Part =
  | "headers"
  | "session"
  | "body"
  | "subject"
  | "to"
  | "cc"
  | "bcc"
  | "attachments"
  | "content"
  | "label"
  | "settings";

/** A file that goes along, or a picture within the text. */
export interface FakeAttachment {
  readonly id: string;
  readonly name: string;
  readonly isInline: boolean;
  readonly content: string;
  /** As Office.js has it; base64 where nothing is said. */
  readonly format?: string;
}

/** A mail; what is left out is an empty mail in English to nobody. */
export interface Mail {
  readonly headers?: Readonly<Record<string, string>>;
  readonly session?: Readonly<Record<string, string>>;
  readonly html?: string;
  readonly subject?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly attachments?: readonly FakeAttachment[];
  /** The id of its sensitivity label; null without one, undefined where the mailbox has no labels. */
  readonly label?: string | null;
  /** What the mailbox's settings have as the organisation's keys. */
  readonly keys?: unknown;
  readonly language?: string;
  /** What answers with an error, what throws, and what never answers. */
  readonly fails?: Part;
  readonly throws?: Part;
  readonly silent?: Part;
  /** Whether each question is answered twice. */
  readonly repeats?: boolean;
  /** Whether there is no mail where one is looked for. */
  readonly noItem?: boolean;
}

/** The headers of a mail with this seal. */
export const headersWith = (seal: string, draft: string): Record<string, string> => ({
  [names.draftHeader]: draft,
  [names.sealHeader]: seal,
});

export type Completion = Parameters<SendEvent["completed"]>[0];

/** What the handler did. */
export interface FakeOutlook {
  /** What a script finds as `Office`. */
  readonly Office: OfficeApi;
  /** Sends, through the function that was registered; gives what it told Outlook, each time. */
  send(): readonly Completion[];
  /** What was asked, in order. */
  readonly asked: readonly Part[];
}

/** An object that has what is given and nothing else, and that nobody can write to; the same of the objects in it. */
export function strict<T extends object>(value: T, path: string): T {
  const refuse = (what: string) => (): never => {
    throw new Error(`${path} was ${what}.`);
  };
  return new Proxy(value, {
    get(target, key): unknown {
      if (typeof key === "symbol") return Reflect.get(target, key);
      if (!Reflect.has(target, key)) throw new Error(`${path}.${key} is not there.`);
      const member: unknown = Reflect.get(target, key);
      if (typeof member === "object" && member !== null) return strict(member, `${path}.${key}`);
      return member;
    },
    set: refuse("written to"),
    defineProperty: refuse("written to"),
    deleteProperty: refuse("deleted from"),
    setPrototypeOf: refuse("changed"),
    preventExtensions: refuse("frozen"),
  });
}

/** Outlook with this mail. */
export function outlookWith(mail: Mail): FakeOutlook {
  const asked: Part[] = [];
  const answer =
    (part: Part, value: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      asked.push(part);
      if (mail.throws === part) throw new Error("The API is not there.");
      if (mail.silent === part) return;
      const callback = args.at(-1) as (result: { status: string; value?: unknown }) => void;
      for (let times = mail.repeats === true ? 2 : 1; times > 0; times--)
        if (mail.fails === part) callback({ status: "failed" });
        else callback({ status: "succeeded", value: value(...args) });
    };
  const people = (part: Part, list: readonly string[] = []) => ({
    getAsync: answer(part, () => list.map((emailAddress) => ({ emailAddress }))),
  });
  const contentOf = (id: unknown) => {
    const { content = "", format = "base64" } =
      mail.attachments?.find((one) => one.id === id) ?? {};
    return { content, format };
  };
  let registered: ((event: SendEvent) => void) | undefined;
  const item = {
    internetHeaders: { getAsync: answer("headers", () => mail.headers ?? {}) },
    sessionData: { getAllAsync: answer("session", () => mail.session ?? {}) },
    body: { getAsync: answer("body", () => mail.html ?? "") },
    subject: { getAsync: answer("subject", () => mail.subject ?? "") },
    to: people("to", mail.to),
    cc: people("cc", mail.cc),
    bcc: people("bcc", mail.bcc),
    ...(mail.label === undefined
      ? {}
      : { sensitivityLabel: { getAsync: answer("label", () => mail.label ?? "") } }),
    getAttachmentsAsync: answer("attachments", () => mail.attachments ?? []),
    getAttachmentContentAsync: answer("content", contentOf),
  };
  const office = {
    context: {
      displayLanguage: mail.language ?? "en-GB",
      mailbox: {
        get item() {
          if (mail.noItem === true) throw new Error("There is no item.");
          return item;
        },
      },
      roamingSettings: {
        get: () => {
          asked.push("settings");
          if (mail.throws === "settings") throw new Error("No settings.");
          return mail.keys ?? [];
        },
      },
    },
    actions: {
      associate: (name: string, action: (event: SendEvent) => void) => {
        if (name !== names.action) throw new Error(`No event of the manifest is named ${name}.`);
        registered = action;
      },
    },
  };
  return {
    Office: strict(office, "Office") as unknown as OfficeApi,
    asked,
    send() {
      const told: Completion[] = [];
      if (registered === undefined) throw new Error("No function was registered.");
      registered({ completed: (options) => told.push(options) });
      return told;
    },
  };
}
