import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { OutlookHost } from "../host/OutlookHost";
import { names } from "../send/names";
import { strings } from "../strings";
import { approve, clientEmailFrom, viewIn, type TestApp } from "../testing/builders";
import { fakeLabels } from "../testing/fakeLabels";
import type { MailState } from "../testing/office/mailbox";
import { simulateOutlook } from "../testing/office/outlook";
import { showPage } from "../testing/showPage";

const words = strings.mail;
const [internal, secret] = fakeLabels.map(({ id }) => id) as [string, string];
const labels = [internal, secret];
const dana = { displayName: "Dana Brandt", emailAddress: "dana@example.org" };

/** The pane beside a mail that is being written. */
async function beside(
  mail: Partial<MailState>,
  hash = "#/start/client-email?example=1",
  prepare?: (app: TestApp) => Promise<void>,
) {
  const outlook = simulateOutlook({ mail: { to: [dana], labels, ...mail } });
  const shown = await showPage("p-alex", hash, prepare, new OutlookHost(outlook.office));
  return { ...outlook, ...shown };
}

const started = ({ requests }: TestApp) =>
  requests.filter(({ method, url }) => method === "POST" && url.endsWith("/handoffs"));

/** The mail's handoff, approved, beside a mail of Outlook. */
async function approved(mail: Partial<MailState>) {
  let id = "";
  const page = await beside(mail, "#/", async (app) => {
    await clientEmailFrom(app, [secret]);
    await approve(app);
    ({ id } = viewIn(app));
  });
  page.app.actions.navigate({ screen: "handoff", id });
  return page;
}

describe("C100 the sensitivity label of a mail", () => {
  it("goes along when a draft is started beside it", async () => {
    const { user, app } = await beside({ label: secret });
    await user.click(await screen.findByRole("button", { name: strings.input.submit }));
    await waitFor(() => expect(started(app)).toHaveLength(1));
    const body: unknown = await started(app)[0]?.json();
    expect(body).toMatchObject({ sensitivityLabels: [secret] });
    await waitFor(() => expect(viewIn(app).sensitivityLabel).toBe(secret));
  });

  it("starts nothing where it can't be read, says so, and keeps the form", async () => {
    const { user, app, calls } = await beside({ label: secret });
    const fails = { code: 9999, name: "GenericError", message: "An internal error." };
    calls.breaks("sensitivityLabel.getAsync", { fails });
    await user.click(await screen.findByRole("button", { name: strings.input.submit }));
    expect(await screen.findByText(words.labelNotRead)).toBeTruthy();
    expect(started(app)).toEqual([]);
    await user.click(await screen.findByRole("button", { name: strings.input.submit }));
    await waitFor(() => expect(started(app)).toHaveLength(1));
  });

  it("is set when the approved mail is put in", async () => {
    const { user, mail } = await approved({ label: internal });
    await user.click(await screen.findByRole("button", { name: words.place }));
    expect(await screen.findAllByText(words.placedTitle)).not.toEqual([]);
    expect(mail.label).toBe(secret);
  });

  it("is told where Outlook does not take it", async () => {
    const { user, mail } = await approved({ label: internal, labels: [internal] });
    await user.click(await screen.findByRole("button", { name: words.place }));
    expect(await screen.findByText(words.differs.label, { exact: false })).toBeTruthy();
    expect(mail.headers.get(names.sealHeader)).toBeTruthy();
  });
});

describe("C100 who signs", () => {
  async function signing(sources: readonly string[]) {
    let id = "";
    const page = await showPage("p-alex", "#/", async (app) => {
      await clientEmailFrom(app, sources);
      ({ id } = viewIn(app));
    });
    page.app.actions.navigate({ screen: "handoff", id, step: "sign" });
    return page;
  }

  it("reads which label goes with the text", async () => {
    await signing([internal, secret]);
    expect(await screen.findByText(strings.label.named("Secret"))).toBeTruthy();
  });

  it("reads that there is one where nobody has said what it is called", async () => {
    await signing(["0a1b2c3d-1111-4222-8333-444455556699"]);
    expect(await screen.findByText(strings.label.unnamed)).toBeTruthy();
  });

  it("reads nothing of labels where the text has none", async () => {
    const { app } = await signing([]);
    expect(await screen.findByRole("heading", { name: strings.sign.confirmation })).toBeTruthy();
    expect(screen.queryByText(strings.label.unnamed)).toBeNull();
    expect(app.requests.some(({ url }) => url.includes("sensitivity-labels"))).toBe(false);
  });
});

describe("C100 a file that fills a list", () => {
  it("gives its label to what is started from it, once its rows are taken", async () => {
    const { user, app } = await showPage("p-alex", "#/start/weekly-topics?example=1");
    app.fake.tableLabel = secret;
    await user.click(await screen.findByRole("button", { name: "Fill Topics from a file" }));
    const csv = "Topic,Visits,Visits last week\r\nPasskeys,4820,3250\r\n";
    await user.upload(screen.getByLabelText("Choose a file"), new File([csv], "week.csv"));
    await user.click(await screen.findByRole("button", { name: /^Take/, hidden: true }));
    await user.click(
      await screen.findByRole("button", { name: strings.input.submit, hidden: true }),
    );
    await waitFor(() => expect(started(app)).toHaveLength(1));
    const body: unknown = await started(app)[0]?.json();
    expect(body).toMatchObject({ sensitivityLabels: [secret] });
  });
});
