// @vitest-environment node
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalHtml, tailOf } from "../canonical";
import { loadBare } from "../testing/bareEngine";
import { keyOf, sealed, type Sealing } from "../testing/sealing";
import { names } from "./names";
import type { OfficeApi, SendEvent } from "./office";
import { words, type Held } from "./words";

const html = "<p>Hello Dana,</p><p>the first date is <b>1 December 2026</b>.</p>";
const draft = "01a226b8-b541-70b4-a1b9-194d42772595";

const own = keyOf(1);

const sealOf = (some: Partial<Sealing> = {}) =>
  sealed({
    handoffId: draft,
    html,
    subject: "Dates",
    recipients: [
      { kind: "To", address: "dana@example.org" },
      { kind: "Cc", address: "rita@example.org" },
    ],
    by: own,
    ...some,
  });

type Part = "headers" | "session" | "body" | "subject" | "people" | "attachments" | "settings";

interface Mail {
  readonly headers?: Readonly<Record<string, string>>;
  readonly session?: Readonly<Record<string, string>>;
  readonly html?: string;
  readonly subject?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly attachments?: readonly {
    readonly id: string;
    readonly name: string;
    readonly isInline: boolean;
    readonly content: string;
  }[];
  readonly keys?: readonly string[];
  readonly language?: string;
  /** What answers with an error, and what throws. */
  readonly fails?: Part;
  readonly throws?: Part;
}

const approved = { [names.draftHeader]: draft, [names.sealHeader]: sealOf() };

/** Sends a mail through the handler in an engine that has nothing but the language; gives what it told Outlook, each time. */
function send(mail: Mail): Parameters<SendEvent["completed"]>[0][] {
  const answer =
    (part: Part, value: unknown) =>
    (...args: unknown[]) => {
      if (mail.throws === part) throw new Error("The API is not there.");
      const callback = args.at(-1) as (result: { status: string; value?: unknown }) => void;
      callback(mail.fails === part ? { status: "failed" } : { status: "succeeded", value });
    };
  const addresses = (list: readonly string[]) => list.map((emailAddress) => ({ emailAddress }));
  let handler: ((event: SendEvent) => void) | undefined;
  const office = {
    context: {
      displayLanguage: mail.language ?? "en-GB",
      mailbox: {
        item: {
          internetHeaders: { getAsync: answer("headers", mail.headers ?? {}) },
          sessionData: { getAllAsync: answer("session", mail.session ?? {}) },
          body: { getAsync: answer("body", mail.html ?? html) },
          subject: { getAsync: answer("subject", mail.subject ?? "Dates") },
          to: { getAsync: answer("people", addresses(mail.to ?? ["Dana@Example.org"])) },
          cc: { getAsync: answer("people", addresses(mail.cc ?? ["rita@example.org"])) },
          bcc: { getAsync: answer("people", []) },
          getAttachmentsAsync: answer("attachments", mail.attachments ?? []),
          getAttachmentContentAsync: (id: string, callback: (result: unknown) => void) =>
            callback({
              status: "succeeded",
              value: {
                content: mail.attachments?.find((one) => one.id === id)?.content ?? "",
                format: "base64",
              },
            }),
        },
      },
      roamingSettings: {
        get: () => {
          if (mail.throws === "settings") throw new Error("No settings.");
          return mail.keys ?? [own.public];
        },
      },
    },
    actions: {
      associate: (name: string, action: (event: SendEvent) => void) => {
        expect(name).toBe("onMessageSend");
        handler = action;
      },
    },
  } as unknown as OfficeApi;
  loadBare("send/handler", { Office: office });
  const told: Parameters<SendEvent["completed"]>[0][] = [];
  handler?.({ completed: (options) => told.push(options) });
  return told;
}

const goes = [{ allowEvent: true }];

const isHeld = (mail: Mail, why: Held) =>
  expect(send(mail)).toEqual([
    {
      allowEvent: false,
      errorMessage: words.en.held[why],
      cancelLabel: words.en.open,
      commandId: names.openPane,
    },
  ]);

describe("C66 what leaves", () => {
  it("lets go at once what is not ours", () => {
    expect(send({})).toEqual(goes);
    expect(send({ headers: { "x-mailer": "another" } })).toEqual(goes);
  });

  it("lets go what was approved, however its addresses and headers are written", () => {
    expect(send({ headers: approved })).toEqual(goes);
    const written = {
      "X-HandoffOffice-Draft": draft,
      "X-HandoffOffice-Seal": sealOf().replace(/(.{70})/g, "$1\r\n "),
    };
    expect(send({ headers: written, to: ["dana@example.org", "DANA@example.org"] })).toEqual(goes);
  });

  it("lets go what a client has rewritten without a change for the reader", () => {
    const rewritten = `<html><body class="x"><div><p class="MsoNormal">Hello&nbsp;Dana,</p>\n<p>the first date is <strong>1 December 2026</strong>.</p></div></body></html>`;
    expect(send({ headers: approved, html: rewritten.replace("&nbsp;", " ") })).toEqual(goes);
  });

  it("lets go what stood below when it was sealed, and nothing else there", () => {
    const tail = tailOf(canonicalHtml("<p>Amara Osei, Account manager</p>").text ?? "");
    const session = { [names.tail]: tail };
    const signed = `${html}<p>Amara Osei, Account manager</p>`;
    expect(send({ headers: approved, html: signed, session })).toEqual(goes);
    // A draft that was saved and opened again has its headers alone.
    expect(send({ headers: { ...approved, [names.tailHeader]: tail }, html: signed })).toEqual(
      goes,
    );
    for (const bad of ["", "{", "0 ", "1e9 x", `-1 ${tail}`])
      isHeld({ headers: approved, html: signed, session: { [names.tail]: bad } }, "body");
    isHeld({ headers: approved, html: signed }, "body");
    isHeld({ headers: approved, html: `${signed}<p>And pay at once.</p>`, session }, "body");
    isHeld(
      { headers: approved, html: `${signed}<p>Amara Osei, Account manager</p>`, session },
      "body",
    );
  });

  it("lets go the pictures within the text, and what was sealed with it", () => {
    const content = Buffer.from("the offer").toString("base64");
    const digest = createHash("sha256").update("the offer").digest("hex");
    const file = { id: "1", name: "offer.pdf", isInline: false, content };
    const seal = sealOf({ attachments: [{ name: "offer.pdf", digest }] });
    const headers = { [names.draftHeader]: draft, [names.sealHeader]: seal };
    const logo = { id: "2", name: "logo.png", isInline: true, content };
    expect(send({ headers, attachments: [file, logo] })).toEqual(goes);
    isHeld({ headers, attachments: [] }, "attachments");
    isHeld({ headers, attachments: [{ ...file, content: "AAAA" }] }, "attachments");
    isHeld({ headers, attachments: [{ ...file, name: "price.pdf" }] }, "attachments");
  });
});

describe("C66 what is held, with what to do", () => {
  it("is what nobody has approved, also where the header got lost and the session knows", () => {
    isHeld({ headers: { [names.draftHeader]: draft } }, "notApproved");
    isHeld({ session: { [names.draft]: draft } }, "notApproved");
  });

  it("is what was changed since", () => {
    isHeld({ headers: approved, html: html.replace("1 December", "2 December") }, "body");
    isHeld({ headers: approved, subject: "dates" }, "subject");
    isHeld({ headers: approved, to: ["dana@example.com"] }, "recipients");
    isHeld({ headers: approved, cc: [] }, "recipients");
    isHeld({ headers: approved, to: ["rita@example.org"], cc: ["dana@example.org"] }, "recipients");
    const attachments = [{ id: "1", name: "a.txt", isInline: false, content: "AAAA" }];
    isHeld({ headers: approved, attachments }, "attachments");
  });

  it("is what expired, also to the millisecond, and what has no time", () => {
    const at = (expiresAt: string) => ({
      [names.draftHeader]: draft,
      [names.sealHeader]: sealOf({ expiresAt }),
    });
    isHeld({ headers: at(new Date(Date.now() - 1).toISOString()) }, "expired");
    isHeld({ headers: at("whenever") }, "expired");
  });

  it("is what another key has sealed, or no key that this mailbox knows", () => {
    const headers = { ...approved, [names.sealHeader]: sealOf({ by: keyOf(9) }) };
    isHeld({ headers }, "unknownKey");
    isHeld({ headers: approved, keys: [] }, "unknownKey");
  });

  it("is a seal of another draft, a changed one and none", () => {
    isHeld({ headers: { ...approved, [names.draftHeader]: "another" } }, "otherDraft");
    const seal = approved[names.sealHeader];
    isHeld({ headers: { ...approved, [names.sealHeader]: seal.slice(0, -8) } }, "broken");
    isHeld({ headers: { ...approved, [names.sealHeader]: "no seal" } }, "broken");
  });

  it.each(["body", "subject", "people", "attachments"] as const)(
    "is a mail of ours whose %s cannot be read, and never another",
    (part) => {
      isHeld({ headers: approved, fails: part }, "fault");
      isHeld({ headers: approved, throws: part }, "fault");
      expect(send({ fails: part })).toEqual(goes);
      expect(send({ throws: part })).toEqual(goes);
    },
  );

  it("is a mail of ours where the headers or the session fail: the other still knows", () => {
    for (const how of ["fails", "throws"] as const) {
      isHeld({ session: { [names.draft]: draft }, [how]: "headers" }, "notApproved");
      expect(send({ headers: approved, [how]: "session" })).toEqual(goes);
      expect(send({ [how]: "headers" })).toEqual(goes);
    }
    isHeld({ headers: approved, throws: "settings" }, "fault");
  });

  it("says so in the language of Outlook, within its limits", () => {
    const [german] = send({ headers: { [names.draftHeader]: draft }, language: "de-AT" });
    expect(german?.errorMessage).toBe(words.de.held.notApproved);
    for (const { held, open } of Object.values(words)) {
      expect(open.length).toBeLessThanOrEqual(20);
      for (const message of Object.values(held)) expect(message.length).toBeLessThanOrEqual(500);
    }
  });
});
