import type { NamedFile } from "../api/call";
import { createApi } from "../api/client";
import type { OfficeHost, OpenDocument, OpenMail } from "../host/OfficeHost";
import { Identity } from "../identity/identity";
import { createApp, type App } from "../store/app";
import { valueOf } from "../store/state";
import { FakeApi } from "./fakeApi";
import type { FakeMailbox } from "./fakeSending";
import { topicsRecord, weeklyTopics } from "./topics";
import { clientEmail, kubernetesRecord, statusReport } from "./workflows";

/** A host that remembers what it was asked to do. */
export class RecordingHost implements OfficeHost {
  readonly kind = "Browser";
  readonly revealed: string[] = [];
  readonly saved: NamedFile[] = [];

  constructor(
    readonly mail?: OpenMail,
    readonly document?: OpenDocument,
    readonly installation?: OfficeHost["installation"],
  ) {}

  reveal(changeId: string): void {
    this.revealed.push(changeId);
  }

  onSelect(): () => void {
    return () => undefined;
  }

  save(file: NamedFile): void {
    this.saved.push(file);
  }
}

export interface TestApp extends App {
  readonly fake: FakeApi;
  readonly host: RecordingHost;
  /** The requests that reached the server. */
  readonly requests: Request[];
  /** The texts that the server answered with: whatever of them a screen shows is no word of ours. */
  readonly answers: string[];
}

/** The whole application on the fake server, signed in as the first author; with a mailbox, mails are sent from there. */
export async function startApp(
  mailbox?: FakeMailbox,
  mail?: OpenMail,
  document?: OpenDocument,
  installation?: OfficeHost["installation"],
): Promise<TestApp> {
  localStorage.clear();
  location.hash = "";
  const fake = new FakeApi();
  fake.mailbox = mailbox;
  const host = new RecordingHost(mail, document, installation);
  const requests: Request[] = [];
  const answers: string[] = [];
  const tokens = new Identity({
    issue: (id) => api.localToken(id),
    open: () => Promise.reject(new Error("This server signs nobody in with Entra ID.")),
  });
  const api = createApi({
    baseUrl: "http://localhost",
    fetch: async (request) => {
      requests.push(request.clone());
      const answer = await fake.fetch(request);
      if (/json|event-stream/.test(answer.headers.get("Content-Type") ?? ""))
        void answer
          .clone()
          .text()
          .then((text) => answers.push(text));
      return answer;
    },
    tokens,
  });
  const app = createApp({ api, tokens, host, storage: localStorage });
  await app.actions.start();
  return { ...app, fake, host, requests, answers };
}

/** Hands the Kubernetes record over and waits for the draft. */
export async function draftReport(app: App): Promise<void> {
  await app.actions.submit(statusReport, kubernetesRecord, ["p-rita"], undefined);
  await until(() => app.store.getState().drafting === undefined);
}

/** Hands the mail of the example over and waits for the draft. */
export const draftMail = (app: App): Promise<void> => clientEmailFrom(app, []);

/** The same from sources with these sensitivity labels. */
export async function clientEmailFrom(app: App, labels: readonly string[]): Promise<void> {
  const [example] = clientEmail.examples;
  await app.actions.submit(
    clientEmail,
    example?.record ?? {},
    ["p-rita"],
    undefined,
    undefined,
    labels,
  );
  await until(() => app.store.getState().drafting === undefined);
}

/** Hands a week of topics over and waits for the candidates. */
export async function draftTopics(app: App): Promise<void> {
  await app.actions.submit(weeklyTopics, topicsRecord, ["p-rita"], undefined);
  await until(() => app.store.getState().drafting === undefined);
}

/** The reviewer rejects what is wrong, accepts the rest, confirms every item and signs. */
export async function approve(app: App): Promise<void> {
  // No page is there to follow the address.
  app.actions.arrive(location.hash);
  await app.actions.switchPerson("p-rita");
  const wrong = viewIn(app).findings.find((finding) => finding.severity === "Blocking");
  if (wrong?.changeId) await app.actions.decide(wrong.changeId, "Rejected");
  await app.actions.decideAll("Accepted");
  for (const { id } of viewIn(app).checklist) await app.actions.confirm(id, true);
  await app.actions.sign();
}

export const viewIn = (app: App) => {
  const view = valueOf(app.store.getState().handoff);
  if (!view) throw new Error("No handoff is open.");
  return view;
};

/** Waits until something is true: the fake needs milliseconds, a machine that does other things as well needs more. */
export async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 12_000; tries++) {
    if (done()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("It did not happen within a minute.");
}
