import { beforeAll, describe, expect, it } from "vitest";
import type { ComposedMail } from "../api/types";
import { simulateOutlook, type OutlookOptions } from "../testing/office/outlook";
import { profiles } from "../testing/office/profiles";
import { canonicalHtml, digestOf } from "../canonical";
import { handoffId, organisation as key, sealOf } from "../testing/seals";
import { builtSendScript, pressSend } from "../testing/sendScript";
import { OutlookHost } from "./OutlookHost";

const html = "<p>Hello Dana,</p><p>the first date is 1 December 2026.</p>";
const subject = "Dates for the usability test";
const signature =
  '<div id="Signature"><p>Amara Osei<br><img src="cid:logo" alt="Studio"></p></div>';
const thread = "<hr><div><b>From:</b> Dana Brandt</div><p>When can we test?</p>";

const mail: ComposedMail = {
  handoffId,
  html,
  subject,
  recipients: [{ kind: "To", address: "dana@example.org", name: "Dana Brandt" }],
  seal: sealOf({ html, subject, recipients: [{ kind: "To", address: "dana@example.org" }] }),
  contentDigest: digestOf(canonicalHtml(html).text ?? ""),
};

const logo = { id: "1", name: "logo.png", isInline: true, content: "AAAA" };

function reply(options: OutlookOptions = {}) {
  const outlook = simulateOutlook({
    ...options,
    mail: {
      subject: "RE: Test dates",
      to: [{ displayName: "Dana Brandt", emailAddress: "dana@example.org" }],
      cc: [{ displayName: "Rita Sommer", emailAddress: "rita@example.org" }],
      html: `<html><body><p>&nbsp;</p>${signature}${thread}</body></html>`,
      composeType: "reply",
      attachments: [logo],
      ...options.mail,
    },
  });
  const open = new OutlookHost(outlook.office).mail;
  if (!open) throw new Error("There is no open mail.");
  return { ...outlook, open };
}

let script = "";
beforeAll(async () => {
  script = await builtSendScript();
}, 120_000);

describe("C64 what Outlook has to begin with", () => {
  it("is the client, the subject and the thread of a reply", async () => {
    const { open } = reply();
    const soFar = await open.read();
    expect(soFar.subject).toBe("RE: Test dates");
    expect(soFar.person).toEqual({ name: "Dana Brandt", email: "dana@example.org" });
    expect(soFar.thread).toContain("When can we test?");
  });

  it("is whom a mail came from, where it is read", async () => {
    const { office } = simulateOutlook({
      mode: "read",
      mail: {
        subject: "Test dates",
        from: { displayName: "Dana Brandt", emailAddress: "dana@example.org" },
        html: "<p>When?</p>",
      },
    });
    const { mail: open } = new OutlookHost(office);
    expect([open?.mode, open?.canHold]).toEqual(["read", false]);
    expect(await open?.read()).toEqual({
      subject: "Test dates",
      person: { name: "Dana Brandt", email: "dana@example.org" },
      thread: "When?",
    });
  });
});

describe("C66 a mail that a handoff has marked", () => {
  it("is held until it is approved, also after it was saved and opened again", async () => {
    const outlook = reply();
    await outlook.open.mark(handoffId);
    expect(await outlook.open.marked()).toBe(handoffId);
    expect(await pressSend(script, outlook)).toMatchObject({ allowEvent: false });
    outlook.reopen();
    expect(await pressSend(script, outlook)).toMatchObject({ allowEvent: false });
  });

  it("goes with the approved text above the signature and the thread", async () => {
    const outlook = reply();
    await outlook.open.mark(handoffId);
    expect(await outlook.open.place(mail, [key.public])).toEqual({ differs: [] });
    expect(outlook.mail.to).toEqual([
      { displayName: "Dana Brandt", emailAddress: "dana@example.org" },
    ]);
    expect([outlook.mail.cc, outlook.mail.subject]).toEqual([[], subject]);
    expect(outlook.mail.html).toContain(signature);
    expect(outlook.mail.html).toContain(thread);
    expect(outlook.mail.attachments).toEqual([logo]);
    expect(await pressSend(script, outlook)).toEqual({ allowEvent: true });
    outlook.reopen();
    expect(await pressSend(script, outlook)).toEqual({ allowEvent: true });
  });

  it("is held where a word is changed afterwards, and goes once the text is put back", async () => {
    const outlook = reply();
    await outlook.open.mark(handoffId);
    await outlook.open.place(mail, [key.public]);
    outlook.mail.html = outlook.mail.html.replace("1 December", "2 December");
    expect(await pressSend(script, outlook)).toMatchObject({ allowEvent: false });
    expect(await outlook.open.place(mail, [key.public])).toEqual({ differs: [] });
    expect(outlook.mail.html.match(/Hello Dana/g)).toHaveLength(1);
    expect(outlook.mail.html).toContain("cid:logo");
    expect(await pressSend(script, outlook)).toEqual({ allowEvent: true });
  });

  it("is held with text that came in after the drafting began", async () => {
    const outlook = reply();
    await outlook.open.mark(handoffId);
    outlook.mail.html = outlook.mail.html.replace("<hr>", "<p>We pay for it.</p><hr>");
    expect(await outlook.open.place(mail, [key.public])).toEqual({ differs: ["body"] });
    expect(await pressSend(script, outlook)).toMatchObject({ allowEvent: false });
  });

  it("says what of it is not as approved", async () => {
    const outlook = reply({
      mail: { attachments: [{ ...logo, isInline: false }] },
      client: { rewrite: (given) => given.replace("Hello", "Hallo") },
    });
    await outlook.open.mark(handoffId);
    outlook.calls.breaks("subject.setAsync", {
      fails: { code: 9000, name: "DataExceedsMaximumSize", message: "Too long." },
    });
    await expect(outlook.open.place(mail, [key.public])).rejects.toMatchObject({
      name: "OfficeCallError",
      call: "subject.setAsync",
      code: "DataExceedsMaximumSize",
    });
    expect(await pressSend(script, outlook)).toMatchObject({ allowEvent: false });
    expect(await outlook.open.place(mail, [key.public])).toEqual({
      differs: ["body", "attachments"],
    });
  });

  it("is nobody's any more where a person writes it after all", async () => {
    const outlook = reply();
    await outlook.open.mark(handoffId);
    await outlook.open.unmark();
    expect(await outlook.open.marked()).toBeUndefined();
    expect(await pressSend(script, outlook)).toEqual({ allowEvent: true });
  });

  it("is held where the host is gone in the middle of putting it in", async () => {
    for (const call of ["to.setAsync", "body.prependAsync", "internetHeaders.setAsync"]) {
      const outlook = reply();
      await outlook.open.mark(handoffId);
      outlook.calls.breaks(call, { throws: new Error("The host is gone.") }, 2);
      await expect(outlook.open.place(mail, [key.public])).rejects.toThrow("The host is gone.");
      expect(await pressSend(script, outlook)).toMatchObject({ allowEvent: false });
    }
  });
});

describe("C93 an Outlook that can't hold mails", () => {
  it("marks nothing and says so", async () => {
    const outlook = reply({ profile: profiles.outlook2019 });
    expect(outlook.open.canHold).toBe(false);
    await outlook.open.mark(handoffId);
    expect(await outlook.open.marked()).toBeUndefined();
    expect((await outlook.open.read()).subject).toBe("RE: Test dates");
  });
});
