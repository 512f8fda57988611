import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createApi } from "../api/client";
import { Identity } from "../identity/identity";
import type { AccessToken, Asking, SignInWay } from "../identity/way";
import { Pane } from "../pane/Pane";
import { createApp } from "../store/app";
import { AppContext } from "../store/context";
import type { ThemeState } from "../theme";
import { TopBar } from "../workbench/TopBar";
import { RecordingHost } from "./builders";
import { FakeApi } from "./fakeApi";
import { tenant } from "./msal";
import { json } from "./refusal";
import "./loaded";

const identity = {
  kind: "Entra",
  clientId: "11111111-2222-3333-4444-555555555555",
  authority: `https://login.microsoftonline.com/${tenant}`,
  scope: "api://11111111-2222-3333-4444-555555555555/access_as_user",
};

const theme: ThemeState = { choice: "light", theme: webLightTheme, dark: false };

/** Entra ID as a test drives it: who is signed in, and what the person does in the sign-in window. */
export class FakeSignIn implements SignInWay {
  /** Who is signed in without being asked; undefined where the person is needed. */
  known: string | undefined;
  /** A token can be had from a window alone, as with the dialog of Office. */
  asksAlways = false;
  /** It cannot be reached, or set up. */
  broken: Error | undefined;
  readonly asked: Asking[] = [];
  signedOut = 0;
  private readonly windows: {
    readonly done: (token: AccessToken) => void;
    readonly failed: (error: Error) => void;
  }[] = [];

  silently = (): Promise<AccessToken | undefined> =>
    Promise.resolve(this.known === undefined ? undefined : this.token(this.known));

  interactively(asking: Asking): Promise<AccessToken> {
    this.asked.push(asking);
    return new Promise((done, failed) => void this.windows.push({ done, failed }));
  }

  signOut = (): Promise<void> => {
    this.signedOut++;
    return Promise.resolve();
  };

  /** The person signs in in the window. The fake server takes a person's id for their token. */
  signsIn(personId: string): void {
    if (!this.asksAlways) this.known = personId;
    this.windows.at(-1)?.done(this.token(personId));
  }

  /** A window ends without a sign-in: the last one, or the one at an index. */
  fails(error: Error, at = -1): void {
    this.windows.at(at)?.failed(error);
  }

  private token(personId: string): AccessToken {
    return { value: personId, expiresAt: Date.now() + 3_600_000, tenantId: tenant, personId };
  }
}

/** A server that signs people in with Entra ID. */
export class EntraServer {
  readonly fake = new FakeApi();
  readonly requests: Request[] = [];
  /** All tokens have run out. */
  refusesAll = false;
  /** The next call like this needs a sign-in of just now. */
  wantsFresh: RegExp | undefined;

  readonly fetch = async (request: Request): Promise<Response> => {
    this.requests.push(request.clone());
    const { pathname } = new URL(request.url);
    const answer = await this.fake.fetch(request);
    if (pathname.endsWith("/configuration"))
      return json({ ...((await answer.json()) as object), identity });
    if (this.refusesAll) return json({ title: "Refused", status: 401 }, 401);
    if (!this.wantsFresh?.test(pathname)) return answer;
    this.wantsFresh = undefined;
    const refused = json({ title: "Too old", status: 401 }, 401);
    refused.headers.set(
      "WWW-Authenticate",
      'Bearer error="insufficient_user_authentication", max_age="300"',
    );
    return refused;
  };
}

/** The pane under its bar, on a server that signs people in with Entra ID. */
export async function showForWorkAccount(known?: string, prepare?: (signIn: FakeSignIn) => void) {
  localStorage.clear();
  sessionStorage.clear();
  location.hash = "";
  const signIn = new FakeSignIn();
  signIn.known = known;
  prepare?.(signIn);
  const server = new EntraServer();
  const tokens = new Identity({
    issue: () => Promise.reject(new Error("No local person signs in here.")),
    open: () => (signIn.broken ? Promise.reject(signIn.broken) : Promise.resolve(signIn)),
  });
  const api = createApi({ baseUrl: "http://localhost", fetch: server.fetch, tokens });
  const app = createApp({ api, tokens, host: new RecordingHost(), storage: localStorage });
  const started = app.actions.start();
  render(
    <FluentProvider theme={webLightTheme}>
      <AppContext value={app}>
        <TopBar theme={theme} />
        <Pane embedded />
      </AppContext>
    </FluentProvider>,
  );
  await started;
  return { app, signIn, server, user: userEvent.setup() };
}
