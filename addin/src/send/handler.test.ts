// @vitest-environment node
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalHtml, tailOf } from "../canonical";
import { loadBare } from "../testing/bareEngine";
import {
  type Completion,
  type FakeOutlook,
  headersWith,
  type Mail,
  outlookWith,
  type Part,
} from "../testing/fakeOutlook";
import { handoffId, keyOf, organisation, type Sealing, sealOf } from "../testing/seals";
import { names } from "./names";
import { type Held, words } from "./words";

const html = "<p>Hello Dana,</p><p>the first date is <b>1 December 2026</b>.</p>";
const draft = handoffId;

const headersOf = (sealing: Partial<Sealing> = {}): Record<string, string> =>
  headersWith(sealOf({ html, ...sealing }), draft);

const approved = headersOf();

/** Outlook with a mail that is as it was sealed where nothing else is said, and the handler in an engine that has nothing but the language. */
function outlook(mail: Mail, globals: Record<string, unknown> = {}): FakeOutlook {
  const fake = outlookWith({
    html,
    subject: "Dates",
    to: ["Dana@Example.org"],
    cc: ["rita@example.org"],
    keys: [organisation.public],
    ...mail,
  });
  globals["Office"] = fake.Office;
  loadBare("send/handler", globals);
  return fake;
}

const send = (mail: Mail): readonly Completion[] => outlook(mail).send();

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
      "X-HandoffOffice-Seal": sealOf({ html }).replace(/(.{70})/g, "$1\r\n "),
    };
    expect(send({ headers: written, to: ["dana@example.org", "DANA@example.org"] })).toEqual(goes);
  });

  it("lets go what a client has rewritten without a change for the reader", () => {
    const rewritten = `<html><body class="x"><div><p class="MsoNormal">Hello&nbsp;Dana,</p>\n<p>the first date is <strong>1 December 2026</strong>.</p></div></body></html>`;
    expect(send({ headers: approved, html: rewritten.replace("&nbsp;", " ") })).toEqual(goes);
  });

  it("lets go what stood below when it was sealed, and nothing else there", () => {
    const tail = tailOf(canonicalHtml("<p>Amara Osei, Account manager</p>").text ?? "");
    const headers = { ...approved, [names.tailHeader]: tail };
    const signed = `${html}<p>Amara Osei, Account manager</p>`;
    expect(send({ headers, html: signed })).toEqual(goes);
    for (const bad of ["", "{", "0 ", "1e9 x", `-1 ${tail}`])
      isHeld({ headers: { ...approved, [names.tailHeader]: bad }, html: signed }, "body");
    isHeld({ headers: approved, html: signed }, "body");
    isHeld({ headers, html: `${signed}<p>And pay at once.</p>` }, "body");
    isHeld({ headers, html: `${signed}<p>Amara Osei, Account manager</p>` }, "body");
  });

  it("lets go the pictures within the text, and what was sealed with it", () => {
    const content = Buffer.from("the offer").toString("base64");
    const digest = createHash("sha256").update("the offer").digest("hex");
    const file = { id: "1", name: "offer.pdf", isInline: false, content };
    const headers = headersOf({ attachments: [{ name: "offer.pdf", digest }] });
    const logo = { id: "2", name: "logo.png", isInline: true, content };
    expect(send({ headers, attachments: [file, logo] })).toEqual(goes);
    isHeld({ headers, attachments: [] }, "attachments");
    isHeld({ headers, attachments: [{ ...file, content: "AAAA" }] }, "attachments");
    isHeld({ headers, attachments: [{ ...file, name: "price.pdf" }] }, "attachments");
  });
});

describe("C86 what of the envelope was changed is named", () => {
  const digest = (content: string): string => createHash("sha256").update(content).digest("hex");
  const file = (id: string, name: string, content = name) => ({
    id,
    name,
    isInline: false,
    content: Buffer.from(content).toString("base64"),
  });
  const label = "0a1b2c3d-1111-2222-3333-444455556666";

  it.each<[string, Mail, Partial<Sealing>, Held, RegExp]>([
    [
      "a recipient added",
      { to: ["dana@example.org", "x@example.org"] },
      {},
      "recipients",
      /recipients/,
    ],
    ["a recipient taken out", { to: [] }, {}, "recipients", /recipients/],
    ["another copy", { cc: ["ria@example.org"] }, {}, "recipients", /recipients/],
    ["a copy nobody sees", { bcc: ["x@example.org"] }, {}, "recipients", /recipients/],
    [
      "a copy moved to the blind ones",
      { cc: [], bcc: ["rita@example.org"] },
      {},
      "recipients",
      /recipients/,
    ],
    ["the subject", { subject: "Dates " }, {}, "subject", /subject/],
    [
      "an attachment added",
      { attachments: [file("1", "a.pdf")] },
      {},
      "attachments",
      /attachments/,
    ],
    [
      "an attachment twice",
      { attachments: [file("1", "a.pdf"), file("2", "a.pdf")] },
      { attachments: [{ name: "a.pdf", digest: digest("a.pdf") }] },
      "attachments",
      /attachments/,
    ],
    [
      "an attachment of the same name with other bytes",
      { attachments: [file("1", "a.pdf", "b")] },
      { attachments: [{ name: "a.pdf", digest: digest("a.pdf") }] },
      "attachments",
      /attachments/,
    ],
    ["a label added", { label }, {}, "label", /label/],
    ["a label taken away", { label: null }, { label }, "label", /label/],
    ["a label in a mailbox without labels", {}, { label }, "label", /label/],
  ])("%s", (_, mail, sealing, why, said) => {
    isHeld({ headers: headersOf(sealing), ...mail }, why);
    expect(words.en.held[why]).toMatch(said);
  });

  it("lets go a label as it was sealed, in any case, and files in another order", () => {
    expect(send({ headers: headersOf({ label }), label: label.toUpperCase() })).toEqual(goes);
    const list = [file("1", "a.pdf"), file("2", "b.pdf")];
    const attachments = list.map(({ name }) => ({ name, digest: digest(name) }));
    const headers = headersOf({ attachments });
    expect(send({ headers, attachments: list.toReversed() })).toEqual(goes);
  });

  it("holds a file that is linked and has no bytes here, and one that cannot be read", () => {
    const link = { ...file("1", "a.pdf"), content: "https://example.org/a.pdf", format: "url" };
    const headers = headersOf({ attachments: [{ name: "a.pdf", digest: digest("a.pdf") }] });
    isHeld({ headers, attachments: [link] }, "attachments");
    isHeld({ headers, attachments: [file("1", "a.pdf")], fails: "content" }, "fault");
  });
});

describe("C87 the oddities of Outlook", () => {
  it("are met without a write: an item that refuses every one is decided", () => {
    const { Office } = outlook({ headers: approved });
    expect(() => Object.assign(Office.context.mailbox.item, { subject: "x" })).toThrow(
      "written to",
    );
    const missing = (): unknown => Reflect.get(Office.context.mailbox.item, "notificationMessages");
    expect(missing).toThrow("not there");
    expect(send({ headers: approved })).toEqual(goes);
  });

  it("are met without a network: nothing that could ask one is touched", () => {
    const touched: string[] = [];
    for (const headers of [approved, {}, { [names.draftHeader]: draft }]) {
      const globals: Record<string, unknown> = {};
      for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "importScripts", "navigator"])
        Object.defineProperty(globals, name, { get: () => touched.push(name) });
      expect(outlook({ headers }, globals).send()).toHaveLength(1);
    }
    expect(touched).toEqual([]);
  });

  it("are asked of a mail that is not ours in two questions, and no body is read", () => {
    const fake = outlook({});
    fake.send();
    expect(fake.asked).toEqual(["headers", "session"]);
  });

  const parts: readonly Part[] = [
    "headers",
    "session",
    "body",
    "subject",
    "to",
    "cc",
    "bcc",
    "attachments",
  ];

  // The engine has no clock that wakes the handler: Outlook itself ends it after five minutes, and then does what the manifest's send mode says.
  it.each(parts)("never let a mail go whose %s never answer: nothing is said at all", (silent) => {
    expect(send({ headers: approved, silent })).toEqual([]);
  });

  it("answer more than once: the mail is decided once", () => {
    expect(send({ headers: approved, repeats: true })).toEqual(goes);
    expect(send({ headers: approved, subject: "x", repeats: true })).toHaveLength(1);
  });

  it("are headers in any case, a session that throws, and no item at all", () => {
    const loud = Object.fromEntries(
      Object.entries(approved).map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect(send({ headers: loud })).toEqual(goes);
    expect(send({ headers: loud, throws: "session" })).toEqual(goes);
    isHeld({ headers: loud, throws: "session", subject: "x" }, "subject");
    expect(send({ noItem: true })).toEqual(goes);
  });

  it("are a header with several values: not one of them is taken for the seal", () => {
    const seal = String(approved[names.sealHeader]);
    isHeld({ headers: { ...approved, [names.sealHeader]: `${seal},${seal}` } }, "broken");
    isHeld({ headers: { ...approved, [names.sealHeader]: `${seal}\r\n${seal}` } }, "broken");
    isHeld({ headers: { ...approved, [names.sealHeader]: "" } }, "notApproved");
  });

  it("are settings that hold no list of keys", () => {
    for (const keys of [null, "x", {}, [1, null], [""]])
      isHeld({ headers: approved, keys }, "unknownKey");
  });
});

describe("C66 a seal of another mailbox", () => {
  it("is held: its organisation's keys are none that this mailbox knows", () => {
    isHeld({ headers: approved, keys: [keyOf(2).public] }, "unknownKey");
  });

  it("is held on another person's mail as well: it is of another draft, or of other recipients", () => {
    isHeld({ headers: headersWith(sealOf({ html }), "another") }, "otherDraft");
    isHeld({ headers: approved, to: ["somebody@example.org"] }, "recipients");
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
    const at = (expiresAt: string) => headersOf({ expiresAt });
    isHeld({ headers: at(new Date(Date.now() - 1).toISOString()) }, "expired");
    isHeld({ headers: at("whenever") }, "expired");
  });

  it("is what another key has sealed, or no key that this mailbox knows", () => {
    isHeld({ headers: headersOf({ by: keyOf(9) }) }, "unknownKey");
    isHeld({ headers: approved, keys: [] }, "unknownKey");
  });

  it("is a seal of another draft, a changed one and none", () => {
    isHeld({ headers: { ...approved, [names.draftHeader]: "another" } }, "otherDraft");
    const seal = sealOf({ html }).slice(0, -8);
    isHeld({ headers: { ...approved, [names.sealHeader]: seal } }, "broken");
    isHeld({ headers: { ...approved, [names.sealHeader]: "no seal" } }, "broken");
  });

  it.each(["body", "subject", "to", "cc", "bcc", "attachments"] as const)(
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
