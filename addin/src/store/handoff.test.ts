import { describe, expect, it } from "vitest";
import { draftReport, startApp, until, viewIn } from "../testing/builders";
import { kubernetesRecord, statusReport } from "../testing/workflows";
import { actionOf, countReview, stepOf, workflowOf } from "./state";

async function inReviewAsRita() {
  const app = await startApp();
  await draftReport(app);
  await app.actions.switchPerson("p-rita");
  return app;
}

describe("C67 a handoff in the workbench", () => {
  it("signs the first author in at first, and the last person after that", async () => {
    const app = await startApp();
    expect(app.store.getState().me?.name).toBe("Alex Meyer");
    await app.actions.switchPerson("p-rita");
    expect(localStorage.getItem("handoffoffice:person")).toBe("p-rita");
  });

  it("streams the draft and goes to the review by itself", async () => {
    const app = await startApp();
    await draftReport(app);
    const { drafting, route } = app.store.getState();
    expect(viewIn(app).state).toBe("InReview");
    expect(stepOf(viewIn(app), drafting, route)).toBe("Review");
  });

  it("shows a handoff by the version that it runs on, which need not be in force for who looks", async () => {
    const app = await inReviewAsRita();
    const { key, version } = viewIn(app).workflow;
    await app.actions.loadHandoff(viewIn(app).id);
    expect(workflowOf(app.store.getState(), viewIn(app).workflow)?.key).toBe(key);
    expect(app.requests.map(({ url }) => url)).toContainEqual(
      expect.stringContaining(`/workflows/${key}?version=${String(version)}`),
    );
    expect(app.store.getState().workflows[key]).toBeUndefined();
  });

  it("gives the server's refusal of a record back to the form", async () => {
    const app = await startApp();
    const record = { ...kubernetesRecord, client: "" };
    const refused = await app.actions.submit(statusReport, record, ["p-rita"], undefined);
    expect(refused?.fieldProblems.map((problem) => problem.pointer)).toEqual(["/client"]);
  });

  it("tells of a failed draft and writes it again on demand", async () => {
    const app = await startApp();
    app.fake.failNextDraft = true;
    await app.actions.submit(statusReport, kubernetesRecord, ["p-rita"], undefined);
    await until(() => app.store.getState().drafting?.phase === "failed");
    expect(app.store.getState().drafting?.notice?.title).toBe("The model is busy");
    await until(() => viewIn(app).state === "Failed");
    await app.actions.writeDraft(viewIn(app).id);
    expect(viewIn(app).state).toBe("InReview");
  });

  it("stops a draft that is being written", async () => {
    const app = await startApp();
    app.fake.sentenceDelay = 20;
    await app.actions.submit(statusReport, kubernetesRecord, ["p-rita"], undefined);
    await until(() => (app.store.getState().drafting?.sentences.length ?? 0) > 0);
    app.actions.stopDraft();
    expect(app.store.getState().drafting?.phase).toBe("stopped");
    await until(() => viewIn(app).state === "Intake");
  });
});

describe("C62 deciding", () => {
  it("is closed to the author at medium stakes, with the reason", async () => {
    const app = await startApp();
    await draftReport(app);
    expect(actionOf(viewIn(app), "Decide")).toMatchObject({ allowed: false });
    expect(actionOf(viewIn(app), "Decide").reason).toContain("Rita Sommer");
  });

  it("goes on to the next open change and shows it in the document", async () => {
    const app = await inReviewAsRita();
    app.actions.select("c1");
    await app.actions.decide("c1", "Accepted");
    expect(app.store.getState().selected).toBe("c2");
    expect(app.host.revealed).toEqual(["c1", "c2"]);
  });

  it("C51 tells of a practice error at once, stays at it, and lets it be decided anew", async () => {
    const app = await inReviewAsRita();
    app.fake.practiceIn = "c1";
    app.actions.select("c1");
    await app.actions.decide("c1", "Accepted");
    expect(app.store.getState().selected).toBe("c1");
    expect(app.store.getState().practice?.result.found).toBe(false);
    expect(viewIn(app).changes[0]?.decision).toBe("Undecided");
    await app.actions.decide("c1", "Accepted");
    expect(app.store.getState().selected).toBe("c2");
    expect(app.store.getState().practice?.result.changeId).toBe("c1");
    app.actions.dismissPractice();
    expect(app.store.getState().practice).toBeUndefined();
  });

  it("keeps quick decisions in order, one after the other", async () => {
    const app = await inReviewAsRita();
    await Promise.all([
      app.actions.decide("c1", "Accepted"),
      app.actions.decide("c1", "Undecided"),
      app.actions.decide("c1", "Rejected"),
    ]);
    expect(viewIn(app).changes[0]?.decision).toBe("Rejected");
  });

  it("counts what is decided, settled and blocking", async () => {
    const app = await inReviewAsRita();
    const wrong = viewIn(app).findings.find((finding) => finding.severity === "Blocking");
    expect(countReview(viewIn(app))).toMatchObject({ decided: 0, blocking: 1 });
    await app.actions.decide(wrong?.changeId ?? "", "Rejected");
    expect(countReview(viewIn(app))).toMatchObject({ decided: 1, blocking: 0 });
  });

  it("C91 says kindly that a newer draft has come, and keeps the words that were typed", async () => {
    const app = await inReviewAsRita();
    const old = viewIn(app);
    const { api } = app.services;
    await api.revise(old.id, "Shorter.");
    const stream = api.draft(old.id, new AbortController().signal);
    while (!(await stream.next()).done);
    expect(await app.actions.decide("c1", "Edited", "My own words.")).toBe(false);
    const { notice } = app.store.getState();
    expect(notice?.title).toBe("A newer draft has arrived");
    expect(notice?.body).toContain("You wrote: “My own words.”");
    expect(viewIn(app).draft?.revision).toBe(2);
    expect(viewIn(app).changes[0]?.decision).toBe("Undecided");
  });

  it("shows the present state when somebody else was faster", async () => {
    const app = await inReviewAsRita();
    await app.services.api.reject(viewIn(app).id, "Not now");
    expect(await app.actions.decide("c1", "Accepted")).toBe(false);
    expect(viewIn(app).state).toBe("Rejected");
    expect(app.store.getState().notice?.body).toContain("present state");
  });
});

describe("C63 signing and releasing", () => {
  async function approved() {
    const app = await inReviewAsRita();
    const wrong = viewIn(app).findings.find((finding) => finding.severity === "Blocking");
    await app.actions.decide(wrong?.changeId ?? "", "Rejected");
    await app.actions.decideAll("Accepted");
    for (const item of viewIn(app).checklist) await app.actions.confirm(item.id, true);
    await app.actions.sign();
    return app;
  }

  it("signs with exactly the sentence and the digest that were on screen", async () => {
    const app = await approved();
    const sent = app.requests.find((request) => request.url.endsWith("/signature"));
    expect(await sent?.json()).toMatchObject({ confirmation: viewIn(app).confirmation });
    expect(viewIn(app).state).toBe("Approved");
  });

  it("releases once and repeats with the same key", async () => {
    const app = await approved();
    await app.actions.release();
    await app.actions.release();
    const keys = app.requests
      .filter((request) => request.url.endsWith("/release"))
      .map((request) => request.headers.get("Idempotency-Key"));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(app.host.saved.map((file) => file.name)).toEqual([
      "Kubernetes 1.31 status report.docx",
      "Kubernetes 1.31 status report.docx",
    ]);
    expect(viewIn(app).state).toBe("Released");
  });

  it("shows what somebody else has decided while the person was elsewhere", async () => {
    const app = await startApp();
    await draftReport(app);
    const url = `http://localhost/api/v1/handoffs/${viewIn(app).id}/changes`;
    const headers = { Authorization: "Bearer p-rita", "Content-Type": "application/json" };
    const body = JSON.stringify({ accept: true });
    expect((await app.fake.fetch(new Request(url, { method: "POST", headers, body }))).ok).toBe(
      true,
    );
    expect(viewIn(app).changes.some(({ decision }) => decision === "Accepted")).toBe(false);
    await app.actions.lookAgain();
    expect(viewIn(app).changes.every(({ decision }) => decision === "Accepted")).toBe(true);
  });
});
