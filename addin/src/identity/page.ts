import { createApi } from "../api/client";
import { strings } from "../strings";
import { loadOffice } from "./loadOffice";
import { signInDialog, type SignInVisit } from "./signInDialog";

const words = strings.identity.page;

const said = {
  told: words.done,
  went: words.busy,
  elsewhere: words.elsewhere,
} satisfies Record<SignInVisit, string>;

/** Whether Entra ID has sent somebody back here, to a popup, a hidden frame or a dialog. */
const isAnswer = /[#?&](code|error)=/.test(location.href);

/** Has no bearer token: it asks only for what anybody may know. */
const api = createApi({
  tokens: {
    token: () => Promise.resolve(undefined),
    signInAgain: () => Promise.resolve(),
    needSignInAgain: () => Promise.resolve(),
  },
});

async function visit(): Promise<string> {
  if (isAnswer) {
    // To the page that waits for it; a dialog goes on with the address that it was opened with.
    const bridge = await import("@azure/msal-browser/redirect-bridge");
    await bridge.broadcastResponseToMainFrame();
    return words.busy;
  }
  const how = await signInDialog(new URLSearchParams(location.search), {
    configuration: () => api.configuration(),
    office: loadOffice,
    redirected: async (...args) => (await import("./msal")).redirected(...args),
    storage: sessionStorage,
  });
  return said[how];
}

const status = document.getElementById("status");
if (!status) throw new Error("The page has no #status.");
const say = (text: string) => (status.textContent = text);

say(words.busy);
visit().then(say, (error: unknown) => {
  say(words.failed);
  throw error;
});
