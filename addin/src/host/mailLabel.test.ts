import { beforeAll, describe, expect, it } from "vitest";
import type { ComposedMail } from "../api/types";
import { canonicalHtml, digestOf } from "../canonical";
import { words } from "../send/words";
import type { MailState } from "../testing/office/mailbox";
import { simulateOutlook, type OutlookOptions } from "../testing/office/outlook";
import { profiles } from "../testing/office/profiles";
import { handoffId, organisation as key, sealOf } from "../testing/seals";
import { builtSendScript, pressSend } from "../testing/sendScript";
import { OutlookHost } from "./OutlookHost";

const internal = "0a1b2c3d-1111-4222-8333-444455556601";
const secret = "0a1b2c3d-1111-4222-8333-444455556602";
const labels = [internal, secret];
const older = { ...profiles.outlookWeb, name: "an older Outlook", sets: { Mailbox: "1.12" } };

const html = "<p>Hello Dana,</p><p>the first date is 1 December 2026.</p>";
const subject = "Dates";
const to = [{ kind: "To", address: "dana@example.org" }];

const approvedWith = (label: string | null): ComposedMail => ({
  handoffId,
  html,
  subject,
  recipients: [{ kind: "To", address: "dana@example.org", name: "Dana Brandt" }],
  seal: sealOf({ html, subject, recipients: to, label }),
  contentDigest: digestOf(canonicalHtml(html).text ?? ""),
  sensitivityLabel: label,
});

function outlook(mail: Partial<MailState> = {}, options: OutlookOptions = {}) {
  const simulated = simulateOutlook({ ...options, mail });
  const open = new OutlookHost(simulated.office).mail;
  if (!open) throw new Error("There is no open mail.");
  return { ...simulated, open };
}

let script = "";
beforeAll(async () => {
  script = await builtSendScript();
}, 120_000);

const heldByLabel = { allowEvent: false, errorMessage: words.en.held.label };

describe("C100 the label of the open mail", () => {
  it("is told by its id, in small letters, and not at all without one", async () => {
    expect(await outlook({ labels, label: secret.toUpperCase() }).open.label()).toBe(secret);
    expect(await outlook({ labels }).open.label()).toBeUndefined();
  });

  it("is none where the organisation has labels off, or Outlook is too old to have them", async () => {
    expect(await outlook().open.label()).toBeUndefined();
    const { open, calls } = outlook({ labels, label: secret }, { profile: older });
    expect(await open.label()).toBeUndefined();
    expect(calls.made).not.toContain("sensitivityLabel.getAsync");
  });

  it("is no label only because Outlook could not tell it just now", async () => {
    const { open, calls } = outlook({ labels, label: secret });
    const fails = { code: 9999, name: "GenericError", message: "An internal error." };
    calls.breaks("sensitivityLabel.getAsync", { fails });
    await expect(open.label()).rejects.toThrow("An internal error.");
  });

  it("is in the headers of a mail that is read, folded or not", async () => {
    const value = `MSIP_Label_${internal}_Enabled=False;\r\n MSIP_Label_${secret}_Enabled=True;\r\n\tMSIP_Label_${secret}_Method=Privileged;`;
    const headers = new Map([
      ["Subject", `about MSIP_Label_${internal}_Enabled=True`],
      ["msip_labels", value],
    ]);
    expect(await outlook({ headers }, { mode: "read" }).open.label()).toBe(secret);
    expect(await outlook({}, { mode: "read" }).open.label()).toBeUndefined();
  });
});

describe("C100 a mail that was approved with a label", () => {
  it("gets it, and goes", async () => {
    const simulated = outlook({ labels, label: internal });
    await simulated.open.mark(handoffId);
    expect(await simulated.open.place(approvedWith(secret), [key.public])).toEqual({ differs: [] });
    expect(simulated.mail.label).toBe(secret);
    expect(await pressSend(script, simulated)).toEqual({ allowEvent: true });
  });

  it("keeps it where it has it: nothing is set", async () => {
    const simulated = outlook({ labels, label: secret });
    await simulated.open.place(approvedWith(secret), [key.public]);
    expect(simulated.calls.made).not.toContain("sensitivityLabel.setAsync");
    expect(await pressSend(script, simulated)).toEqual({ allowEvent: true });
  });

  it("is held once somebody has given it another", async () => {
    const simulated = outlook({ labels, label: secret });
    await simulated.open.place(approvedWith(secret), [key.public]);
    simulated.mail.label = internal;
    expect(await pressSend(script, simulated)).toMatchObject(heldByLabel);
  });

  it("is told to differ where Outlook does not take the label, and is held", async () => {
    const simulated = outlook({ labels: [internal], label: internal });
    expect(await simulated.open.place(approvedWith(secret), [key.public])).toEqual({
      differs: ["label"],
    });
    expect(await pressSend(script, simulated)).toMatchObject(heldByLabel);
  });

  it("is told to differ in a mailbox without labels, and is held", async () => {
    for (const options of [{}, { profile: older }]) {
      const simulated = outlook({}, options);
      expect(await simulated.open.place(approvedWith(secret), [key.public])).toEqual({
        differs: ["label"],
      });
      expect(await pressSend(script, simulated)).toMatchObject(heldByLabel);
    }
  });
});

describe("C100 a mail that was approved without a label", () => {
  it("goes where the mail has none", async () => {
    const simulated = outlook({ labels });
    expect(await simulated.open.place(approvedWith(null), [key.public])).toEqual({ differs: [] });
    expect(await pressSend(script, simulated)).toEqual({ allowEvent: true });
  });

  it("is told to differ where the mail has one, as it is held then", async () => {
    const simulated = outlook({ labels, label: internal });
    expect(await simulated.open.place(approvedWith(null), [key.public])).toEqual({
      differs: ["label"],
    });
    expect(await pressSend(script, simulated)).toMatchObject(heldByLabel);
  });
});
