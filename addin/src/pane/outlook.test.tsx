import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { OutlookHost } from "../host/OutlookHost";
import { names } from "../send/names";
import { strings } from "../strings";
import { approve, draftMail, viewIn, type TestApp } from "../testing/builders";
import { simulateOutlook, type OutlookOptions } from "../testing/office/outlook";
import { profiles } from "../testing/office/profiles";
import { showPage } from "../testing/showPage";

const words = strings.mail;
const start = "#/start/client-email";
const dana = { displayName: "Dana Brandt", emailAddress: "dana@example.org" };

/** The pane beside a reply that is being written, at an address. */
async function beside(
  hash: string,
  options: OutlookOptions = {},
  prepare?: (app: TestApp) => Promise<void> | void,
) {
  const outlook = simulateOutlook({
    ...options,
    mail: {
      subject: "RE: AW: Test dates",
      to: [dana],
      html: "<p>Alex Meyer</p><hr><p>When can we test?</p>",
      composeType: "reply",
      ...options.mail,
    },
  });
  const shown = await showPage("p-alex", hash, prepare, new OutlookHost(outlook.office));
  return { ...outlook, ...shown };
}

/** Drafted beside the mail and approved; its author is back. */
async function approved(app: TestApp) {
  await draftMail(app);
  await approve(app);
}

const field = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });

/** Opens the handoff that the app has under way. */
async function opened(options: OutlookOptions = {}, prepare = approved) {
  let id = "";
  const outlook = simulateOutlook({ mail: { subject: "RE: Test dates", to: [dana] }, ...options });
  const host = new OutlookHost(outlook.office);
  const shown = await showPage(
    "p-alex",
    "#/",
    async (app) => {
      await prepare(app);
      ({ id } = viewIn(app));
    },
    host,
  );
  shown.app.actions.navigate({ screen: "handoff", id });
  await waitFor(() => expect(viewIn(shown.app).id).toBe(id));
  return { ...outlook, ...shown, id };
}

describe("C64 a form beside a mail", () => {
  it("is filled from it, says so, and is emptied again", async () => {
    const { user } = await beside(start);
    const said = await screen.findByText(/^Filled from this mail: .*Topic.*Check each of them/);
    expect((await field(/Topic/.source)).value).toBe("Test dates");
    expect(said.textContent).toContain("What they should know");
    expect(screen.getByDisplayValue("dana@example.org")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: strings.undo }));
    expect((await field("Topic")).value).toBe("");
  });

  it("says where the thread is too long for its field", async () => {
    await beside(start, { mail: { html: `<p>${"When can we test? ".repeat(200)}</p>` } });
    expect(
      await screen.findByText(/takes 800 characters: the oldest part .* is left out/),
    ).toBeTruthy();
  });

  it("keeps what was typed", async () => {
    const { user, app } = await beside(start, { mail: { subject: "" } });
    await screen.findByText(/^Filled from this mail/);
    await user.type(await field("Topic"), "Our own words");
    await user.click(screen.getByRole("button", { name: strings.more }));
    await user.click(await screen.findByRole("menuitem", { name: words.fill }));
    expect(await screen.findByText(words.nothing)).toBeTruthy();
    expect((await field("Topic")).value).toBe("Our own words");
    expect(app.store.getState().notice).toBeUndefined();
  });

  it("stays empty where the mail can't be read, and says what to do", async () => {
    const outlook = simulateOutlook({ mail: { subject: "RE: Test dates" } });
    outlook.calls.breaks("subject.getAsync", {
      fails: { code: 5001, name: "InternalError", message: "An internal error has occurred." },
    });
    await showPage("p-alex", start, undefined, new OutlookHost(outlook.office));
    expect(await screen.findByText(words.notRead)).toBeTruthy();
    expect((await field("Topic")).value).toBe("");
  });
});

describe("C66 a mail beside the pane", () => {
  it("is marked before anything is drafted", async () => {
    const { mail, id } = await opened({}, draftMail);
    expect(mail.headers.get(names.draftHeader)).toBe(id);
    expect(mail.session.get(names.draft)).toBe(id);
  });

  it("gets no draft where it can't be marked", async () => {
    const outlook = simulateOutlook();
    const { app } = await showPage("p-alex", "#/", undefined, new OutlookHost(outlook.office));
    outlook.calls.breaks("internetHeaders.setAsync", {
      fails: { code: 9042, name: "InvalidInternetHeader", message: "The header is not valid." },
    });
    const submitted = draftMail(app);
    await waitFor(() => expect(app.store.getState().notice?.title).toBe(words.notMarked));
    await submitted;
    expect(app.requests.some(({ url }) => url.endsWith("/draft"))).toBe(false);
    expect(viewIn(app).state).toBe("Intake");
  });

  it("takes the approved text, and again after it was changed", async () => {
    const { mail, user, app } = await opened({ mail: { html: "<p>Alex Meyer</p>" } });
    await user.click(await screen.findByRole("button", { name: words.place }));
    expect(await screen.findAllByText(words.placedTitle)).not.toEqual([]);
    expect(mail.html).toMatch(/^<div id="handoffoffice-text"><p>.+<p>Alex Meyer<\/p>$/s);
    expect(viewIn(app).state).toBe("Released");

    mail.html = mail.html.replace("<p>", "<p>No. ");
    await user.click(screen.getByRole("button", { name: words.placeAgain }));
    await waitFor(() => expect(mail.html).not.toContain("No. "));
    expect(app.requests.filter(({ url }) => url.endsWith("/composition"))).toHaveLength(2);
  });

  it("says what of it is not as approved", async () => {
    const { mail, user } = await opened();
    mail.html += "<p>We pay for it.</p>";
    await user.click(await screen.findByRole("button", { name: words.place }));
    expect(await screen.findAllByText(words.differsTitle)).not.toEqual([]);
    expect(screen.getByText(new RegExp(words.differs.body.slice(0, 30)))).toBeTruthy();
  });

  it("opens its handoff by itself", async () => {
    const { mail, id, app } = await opened({}, draftMail);
    expect(mail.headers.get(names.draftHeader)).toBe(id);
    location.hash = "#/";
    app.actions.arrive("#/");
    await app.actions.openMarked();
    await waitFor(() => expect(viewIn(app).id).toBe(id));
  });

  it("loses its mark where a person writes it after all", async () => {
    const { mail, app } = await opened({}, draftMail);
    await app.actions.finishByHand("It is quicker by hand.");
    expect([...mail.headers]).toEqual([]);
  });

  it("is told the other ways where this Outlook can't hold it", async () => {
    await opened({ profile: profiles.outlook2019 });
    expect(await screen.findByText(words.cannotHold)).toBeTruthy();
    expect(screen.getByRole("button", { name: strings.done.release })).toBeTruthy();
    expect(screen.queryByRole("button", { name: words.place })).toBeNull();
  });

  it("is told to reply where it is only read", async () => {
    await opened({ mode: "read" });
    expect(await screen.findByText(words.inReply)).toBeTruthy();
    expect(screen.queryByRole("button", { name: words.place })).toBeNull();
  });
});
