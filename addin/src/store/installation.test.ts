import { afterEach, describe, expect, it, vi } from "vitest";
import { OutlookHost } from "../host/OutlookHost";
import { names } from "../send/names";
import { approve, draftMail, startApp, until, type TestApp } from "../testing/builders";
import { simulateOutlook } from "../testing/office/outlook";

const day = 24 * 60 * 60 * 1000;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const report = "/api/v1/me/installations";

const said = (app: TestApp) => app.requests.filter(({ url }) => url.endsWith(report)).length;

/** The pane beside a mail, opened for the first time on this device. */
async function opened(settings = new Map<string, unknown>()) {
  const outlook = simulateOutlook({ settings });
  const host = new OutlookHost(outlook.office);
  const app = await startApp(undefined, host.mail, undefined, host.installation);
  await until(() => said(app) === 1);
  await app.services.api.settled();
  return { app, outlook };
}

/** Opens the pane again, and waits until all that it asks at its start is answered. */
async function openAgain(app: TestApp) {
  await app.actions.start();
  await app.services.api.settled();
}

describe("C103 which add-in somebody works with", () => {
  it("is said once when the pane opens, and not again that day", async () => {
    const { app } = await opened();
    expect(app.fake.administration.reports).toEqual([
      expect.objectContaining({ host: "Outlook", platform: "OfficeOnline", mailPlaced: false }),
    ]);
    await openAgain(app);
    await openAgain(app);
    expect(said(app)).toBe(1);
  });

  it("is said again the next day", async () => {
    const { app } = await opened();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + day });
    await openAgain(app);
    expect(said(app)).toBe(2);
  });

  it("is said again where something of it has changed, as its keys", async () => {
    const settings = new Map<string, unknown>();
    const { app } = await opened(settings);
    const outlook = simulateOutlook({ settings: settings.set(names.keys, ["a2V5"]) });
    const host = new OutlookHost(outlook.office);
    Object.assign(app.host, { installation: host.installation });
    await openAgain(app);
    expect(app.fake.administration.reports.map(({ hasKeys }) => hasKeys)).toEqual([false, true]);
  });

  it("is said for each person who is signed in there", async () => {
    const { app } = await opened();
    await app.actions.switchPerson("p-rita");
    await app.services.api.settled();
    expect(said(app)).toBe(2);
  });

  it("is said at the next start where the server could not be told, and nobody is bothered", async () => {
    const { app } = await opened();
    const { fetch } = app.fake;
    const broken = vi
      .spyOn(app.fake, "fetch")
      .mockImplementation((request) =>
        request.url.endsWith(report)
          ? Promise.reject(new TypeError("Failed to fetch"))
          : fetch(request),
      );
    await app.actions.switchPerson("p-rita");
    await app.services.api.settled();
    expect(app.fake.administration.reports).toHaveLength(1);
    expect(app.store.getState().notice).toBeUndefined();
    broken.mockRestore();
    await openAgain(app);
    expect(app.fake.administration.reports).toHaveLength(2);
  });

  it("is said with every approved mail that was put in as approved", async () => {
    const { app } = await opened();
    await app.actions.switchPerson("p-alex");
    await draftMail(app);
    const hash = location.hash;
    await approve(app);
    await app.actions.switchPerson("p-alex");
    app.actions.arrive(hash);
    await until(() => app.store.getState().handoff?.status === "ready");
    await app.services.api.settled();
    await app.actions.placeMail();
    await app.services.api.settled();
    expect(app.store.getState().placed?.differs).toEqual([]);
    expect(app.fake.administration.reports.at(-1)).toMatchObject({
      hasKeys: true,
      mailPlaced: true,
    });
  });

  it("is not said of a browser", async () => {
    const app = await startApp();
    await app.services.api.settled();
    expect(said(app)).toBe(0);
  });
});
