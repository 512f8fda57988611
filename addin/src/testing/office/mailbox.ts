import { AsyncCalls, Refused } from "./asyncCalls";
import type { Profile } from "./profiles";
import { strict } from "./strict";

export interface Address {
  readonly displayName: string;
  readonly emailAddress: string;
}

export interface MailAttachment {
  readonly id: string;
  readonly name: string;
  readonly isInline: boolean;
  /** base64. */
  readonly content: string;
}

/** A client's way with the HTML that it is given: what is read back is seldom what was set. */
export interface MailClient {
  /** What the client makes of the HTML of a body that is set, or that text was put into. */
  readonly rewrite: (html: string) => string;
}

/** A mail that is being written, or read. */
export interface MailState {
  subject: string;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  html: string;
  /** Whom it is from. */
  from: Address;
  readonly composeType: "newMail" | "reply" | "forward";
  readonly headers: Map<string, string>;
  readonly session: Map<string, string>;
  readonly attachments: MailAttachment[];
  /** The id of its sensitivity label; empty without one. */
  label: string;
  /** The labels that the organisation has published to this mailbox, by id; undefined where it has none switched on. */
  readonly labels: readonly string[] | undefined;
}

export const newMail = (some: Partial<MailState> = {}): MailState => ({
  subject: "",
  to: [],
  cc: [],
  bcc: [],
  html: "",
  from: { displayName: "Amara Osei", emailAddress: "amara.osei@studio.example" },
  composeType: "newMail",
  headers: new Map(),
  session: new Map(),
  attachments: [],
  label: "",
  labels: undefined,
  ...some,
});

/** Lengths as the documentation of each call has them. */
const limits = {
  body: 1_000_000,
  subject: 255,
  recipients: 100,
  sessionData: 50_000,
  roaming: 32_768,
} as const;

const dataExceeds = (what: string) =>
  new Refused({ code: 9000, name: "DataExceedsMaximumSize", message: `${what} is too long.` });

/** The words of a body, a line for each block. */
function textOf(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const end of page.querySelectorAll("p, div, br, li, tr, blockquote, hr")) end.append("\n");
  return page.body.textContent.replace(/\n{3,}/g, "\n\n").trim();
}

const bodyOf = (state: MailState, calls: AsyncCalls, client: MailClient, profile: Profile) => {
  const set = (html: string) => {
    if (html.length > limits.body) throw dataExceeds("The body");
    state.html = client.rewrite(html);
  };
  return strict<Office.Body>(
    "Office.Body",
    {
      getAsync: calls.method("body.getAsync", (type: string) =>
        type === "html" ? state.html : textOf(state.html),
      ),
      getTypeAsync: calls.method("body.getTypeAsync", () => "html"),
      setAsync: calls.method("body.setAsync", (html: string) => set(html)),
      // On top of what is there: within the body element, where the client has one.
      prependAsync: calls.method("body.prependAsync", (html: string) =>
        set(
          /<body[^>]*>/i.test(state.html)
            ? state.html.replace(/<body[^>]*>/i, (tag) => `${tag}${html}`)
            : `${html}${state.html}`,
        ),
      ),
    },
    profile,
  );
};

const toAddress = (one: string | Partial<Address>): Address =>
  typeof one === "string"
    ? { displayName: one, emailAddress: one }
    : {
        displayName: one.displayName ?? one.emailAddress ?? "",
        emailAddress: one.emailAddress ?? "",
      };

const recipientsOf = (
  state: MailState,
  field: "to" | "cc" | "bcc",
  calls: AsyncCalls,
  profile: Profile,
) =>
  strict<Office.Recipients>(
    "Office.Recipients",
    {
      getAsync: calls.method(`${field}.getAsync`, () => state[field].slice()),
      setAsync: calls.method(`${field}.setAsync`, (list: readonly (string | Address)[]) => {
        if (list.length > limits.recipients) throw dataExceeds("The list of recipients");
        state[field] = list.map(toAddress);
      }),
      addAsync: calls.method(`${field}.addAsync`, (list: readonly (string | Address)[]) => {
        state[field] = [...state[field], ...list.map(toAddress)];
      }),
    },
    profile,
  );

const mapLength = (map: ReadonlyMap<string, string>) =>
  [...map].reduce((length, [key, value]) => length + key.length + value.length, 0);

const sessionOf = (state: MailState, calls: AsyncCalls, profile: Profile) =>
  strict<Office.SessionData>(
    "Office.SessionData",
    {
      getAllAsync: calls.method("sessionData.getAllAsync", () => Object.fromEntries(state.session)),
      getAsync: calls.method("sessionData.getAsync", (name: string) => {
        const value = state.session.get(name);
        if (value === undefined)
          throw new Refused({ code: 9020, name: "KeyNotFound", message: "No such key." });
        return value;
      }),
      setAsync: calls.method("sessionData.setAsync", (name: string, value: string) => {
        const next = new Map(state.session).set(name, value);
        if (mapLength(next) > limits.sessionData) throw dataExceeds("The session's data");
        state.session.set(name, value);
      }),
      removeAsync: calls.method("sessionData.removeAsync", (name: string) => {
        state.session.delete(name);
      }),
    },
    profile,
  );

const headersOf = (state: MailState, calls: AsyncCalls, profile: Profile) =>
  strict<Office.InternetHeaders>(
    "Office.InternetHeaders",
    {
      getAsync: calls.method("internetHeaders.getAsync", (names: readonly string[]) =>
        Object.fromEntries([...state.headers].filter(([name]) => names.includes(name))),
      ),
      setAsync: calls.method(
        "internetHeaders.setAsync",
        (headers: Readonly<Record<string, string>>) => {
          for (const [name, value] of Object.entries(headers)) {
            // "You can only set x- headers"; a value with a line end would be another header.
            if (!/^x-/i.test(name) || /[\r\n]/.test(value))
              throw new Refused({
                code: 9042,
                name: "InvalidInternetHeader",
                message: "The header is not valid.",
              });
            state.headers.set(name, value);
          }
        },
      ),
      removeAsync: calls.method("internetHeaders.removeAsync", (names: readonly string[]) => {
        for (const name of names) state.headers.delete(name);
      }),
    },
    profile,
  );

// Microsoft documents no codes for what can go wrong with labels; these are those of calls in general.
const labelsOff = () =>
  new Refused({
    code: 5000,
    name: "OperationNotSupported",
    message: "The operation is not supported.",
  });

/** The label of a mail. Where labels are off, asking is an error; one that is not published to the mailbox is not taken. */
const labelOf = (state: MailState, calls: AsyncCalls, profile: Profile) =>
  strict<Office.SensitivityLabel>(
    "Office.SensitivityLabel",
    {
      getAsync: calls.method("sensitivityLabel.getAsync", () => {
        if (!state.labels) throw labelsOff();
        return state.label;
      }),
      setAsync: calls.method("sensitivityLabel.setAsync", (label: string) => {
        if (!state.labels) throw labelsOff();
        if (!state.labels.includes(label.toLowerCase()))
          throw new Refused({
            code: 9002,
            name: "InvalidParameterValue",
            message: "There is no such sensitivity label.",
          });
        state.label = label;
      }),
    },
    profile,
  );

/** Whether the organisation has labels switched on. */
export const labelsCatalog = (state: MailState, calls: AsyncCalls, profile: Profile) =>
  strict<Office.SensitivityLabelsCatalog>(
    "Office.SensitivityLabelsCatalog",
    {
      getIsEnabledAsync: calls.method(
        "sensitivityLabelsCatalog.getIsEnabledAsync",
        () => state.labels !== undefined,
      ),
    },
    profile,
  );

/** A mail that is being written. */
export function composeItem(
  state: MailState,
  calls: AsyncCalls,
  client: MailClient,
  profile: Profile,
): Office.MessageCompose {
  return strict<Office.MessageCompose>(
    "Office.MessageCompose",
    {
      itemType: "message",
      body: bodyOf(state, calls, client, profile),
      subject: strict<Office.Subject>(
        "Office.Subject",
        {
          getAsync: calls.method("subject.getAsync", () => state.subject),
          setAsync: calls.method("subject.setAsync", (subject: string) => {
            if (subject.length > limits.subject) throw dataExceeds("The subject");
            state.subject = subject;
          }),
        },
        profile,
      ),
      to: recipientsOf(state, "to", calls, profile),
      cc: recipientsOf(state, "cc", calls, profile),
      bcc: recipientsOf(state, "bcc", calls, profile),
      internetHeaders: headersOf(state, calls, profile),
      sensitivityLabel: labelOf(state, calls, profile),
      sessionData: sessionOf(state, calls, profile),
      getComposeTypeAsync: calls.method("getComposeTypeAsync", () => ({
        composeType: state.composeType,
        coercionType: "html",
      })),
      getAttachmentsAsync: calls.method("getAttachmentsAsync", () =>
        state.attachments.map(({ id, name, isInline }) => ({ id, name, isInline })),
      ),
      getAttachmentContentAsync: calls.method("getAttachmentContentAsync", (id: string) => {
        const found = state.attachments.find((one) => one.id === id);
        if (!found)
          throw new Refused({ code: 9032, name: "InvalidAttachmentId", message: "Not attached." });
        return { content: found.content, format: "base64" };
      }),
      // A draft that is saved and opened again has lost its session.
      saveAsync: calls.method("saveAsync", () => "AAMkADraft"),
    },
    profile,
  );
}

/** A mail that is being read. */
export function readItem(
  state: MailState,
  calls: AsyncCalls,
  client: MailClient,
  profile: Profile,
): Office.MessageRead {
  return strict<Office.MessageRead>(
    "Office.MessageRead",
    {
      itemType: "message",
      subject: state.subject,
      from: state.from,
      to: state.to,
      cc: state.cc,
      body: bodyOf(state, calls, client, profile),
      // As they came, with long ones folded.
      getAllInternetHeadersAsync: calls.method("getAllInternetHeadersAsync", () =>
        [...state.headers].map(([name, value]) => `${name}: ${value}\r\n`).join(""),
      ),
    },
    profile,
  );
}

/** What a mailbox keeps of an add-in on the server: at most 32 KB. */
export function roamingSettings(
  saved: Map<string, unknown>,
  calls: AsyncCalls,
  profile: Profile,
): Office.RoamingSettings {
  const own = new Map(saved);
  return strict<Office.RoamingSettings>(
    "Office.RoamingSettings",
    {
      get: (name: string) => own.get(name),
      set: (name: string, value: unknown) => void own.set(name, value),
      remove: (name: string) => void own.delete(name),
      saveAsync: calls.method("roamingSettings.saveAsync", () => {
        if (JSON.stringify([...own]).length > limits.roaming) throw dataExceeds("The settings");
        saved.clear();
        for (const [name, value] of own) saved.set(name, value);
      }),
    },
    profile,
  );
}
