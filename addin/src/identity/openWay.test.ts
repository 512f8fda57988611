import { beforeEach, describe, expect, it, vi } from "vitest";
import { account, authError, msal, tenant } from "../testing/msal";
import { simulateSigningIn } from "../testing/office/dialogs";
import { simulateOutlook } from "../testing/office/outlook";
import { profiles, type Profile } from "../testing/office/profiles";
import { loginHintOf } from "./loginHint";
import { openWay } from "./openWay";
import type { AccessToken } from "./way";

vi.mock("@azure/msal-browser", () => import("../testing/msal"));

const registration = {
  clientId: "11111111-2222-3333-4444-555555555555",
  authority: `https://login.microsoftonline.com/${tenant}`,
  scope: "api://11111111-2222-3333-4444-555555555555/access_as_user",
};
const amara = account("amara");
const signedIn = { loginHint: "", userPrincipalName: "amara@contoso.example" };
const token: AccessToken = { value: "t", expiresAt: 9e12, tenantId: tenant, personId: "amara" };

/** Word with the requirement set that tells a dialog's origin. */
const wordWeb: Profile = {
  ...profiles.wordWeb,
  sets: { ...profiles.wordWeb.sets, DialogOrigin: "1.1" },
};

beforeEach(() => msal.reset());

async function opened(profile: Profile) {
  const { office, dialogs } = simulateSigningIn(profile, signedIn);
  return { way: await openWay(registration, office), dialogs };
}

/** Asks in a dialog, and gives the dialog once it is shown. */
async function asked(profile: Profile, asking = {}) {
  const { way, dialogs } = await opened(profile);
  const answer = way.interactively(asking);
  answer.catch(() => undefined);
  await vi.waitFor(() => expect(dialogs.shown).toHaveLength(1));
  const [dialog] = dialogs.shown;
  if (!dialog) throw new Error("No dialog is shown.");
  return { way, dialogs, dialog, answer, state: dialog.address.searchParams.get("state") };
}

describe("the way to sign in", () => {
  it("is a popup in a browser", async () => {
    const way = await openWay(registration, undefined);
    expect(msal.configurations[0]?.cache?.cacheLocation).toBe("sessionStorage");
    expect(way.signOut).toBeDefined();
  });

  it("is Office where Office signs people in for its add-ins", async () => {
    msal.reset(amara);
    const { way } = await opened(wordWeb);
    expect(await way.silently(false)).toMatchObject({ personId: "amara" });
    expect(msal.calls[0]).toMatchObject({
      name: "sso",
      request: { loginHint: "amara@contoso.example" },
    });
    expect(way.signOut).toBeUndefined();
  });

  it("is the dialog in an Office that does not, and then MSAL is no part of the pane", async () => {
    const { dialog } = await asked(profiles.word2021);
    expect(dialog.address.pathname).toBe("/signin.html");
    expect(msal.configurations).toEqual([]);
  });

  it("is the dialog where Office says that it does and does not", async () => {
    msal.isNested = false;
    const { dialog } = await asked(wordWeb);
    expect(dialog.address.searchParams.get("hint")).toBe("amara@contoso.example");
  });

  it("is the dialog from when Office refuses to", async () => {
    msal.reset(authError("nested_app_auth_bridge_disabled"));
    const { way, dialogs } = await opened(wordWeb);
    expect(await way.silently(false)).toBeUndefined();
    void way.interactively({});
    await vi.waitFor(() => expect(dialogs.shown).toHaveLength(1));
    expect(msal.calls).toHaveLength(1);
  });

  it("is the dialog for proving who one is, which Office cannot ask for", async () => {
    const { dialog } = await asked(wordWeb, { fresh: true });
    expect(dialog.address.searchParams.get("ask")).toBe("fresh");
    expect(msal.calls).toEqual([]);
  });

  it("stays the dialog for an account that Office does not have", async () => {
    const { way, dialog, answer, state } = await asked(wordWeb, { another: true });
    expect(dialog.address.searchParams.get("hint")).toBeNull();
    dialog.tells(JSON.stringify({ state, token }));
    await answer;
    expect(await way.silently(true)).toBeUndefined();
    expect(msal.calls).toEqual([]);
  });
});

describe("the sign-in dialog", () => {
  it("hands the token over and is closed", async () => {
    const { dialog, answer, state } = await asked(profiles.word2021);
    expect(dialog.options).toMatchObject({ displayInIframe: false });
    dialog.tells(JSON.stringify({ state, token }));
    expect(await answer).toEqual(token);
    expect(dialog.isOpen).toBe(false);
  });

  it("is not believed from another origin, with another state, or with something else to say", async () => {
    const { dialog, answer, state } = await asked(wordWeb, { fresh: true });
    const other = { ...token, value: "planted" };
    dialog.tells(JSON.stringify({ state, token: other }), "https://evil.example");
    dialog.tells(JSON.stringify({ state: "guessed", token: other }));
    dialog.tells("hello");
    dialog.tells(JSON.stringify({ state, token: "planted" }));
    dialog.tells(JSON.stringify({ state, token }));
    expect(await answer).toEqual(token);
  });

  it("has a new state each time", async () => {
    const first = await asked(profiles.word2021);
    const second = await asked(profiles.word2021);
    expect(first.state).toMatch(/^[\da-f-]{36}$/);
    expect(second.state).not.toBe(first.state);
  });

  it("is one for all who ask while it is open", async () => {
    const { way, dialogs, dialog, answer, state } = await asked(profiles.word2021);
    const again = way.interactively({});
    dialog.tells(JSON.stringify({ state, token }));
    expect(await again).toBe(await answer);
    expect(dialogs.shown).toHaveLength(1);
  });

  it("tells what Entra ID refused", async () => {
    const { dialog, answer, state } = await asked(profiles.word2021);
    dialog.tells(JSON.stringify({ state, fault: "consent", code: "AADSTS90094" }));
    await expect(answer).rejects.toMatchObject({ fault: "consent", code: "AADSTS90094" });
  });

  it("was cancelled where the person closes it, and can be opened again", async () => {
    const { way, dialogs, dialog, answer } = await asked(profiles.word2021);
    dialog.ends(12006);
    await expect(answer).rejects.toMatchObject({ fault: "cancelled" });
    void way.interactively({});
    await vi.waitFor(() => expect(dialogs.shown).toHaveLength(2));
  });

  it("tells a page that cannot be loaded from one that was closed", async () => {
    const { dialog, answer } = await asked(profiles.word2021);
    dialog.ends(12002);
    await expect(answer).rejects.toMatchObject({ fault: "offline" });
  });

  it.each([
    [12011, "blocked"],
    [12009, "cancelled"],
    [12007, "alreadyOpen"],
    [12004, "failed"],
  ])("is not shown for %i: %s", async (code, fault) => {
    const { way, dialogs } = await opened(profiles.word2021);
    dialogs.refuses(code);
    await expect(way.interactively({})).rejects.toMatchObject({ fault, code: String(code) });
  });

  it("keeps no token: it is asked again when one runs out", async () => {
    const { way, dialog, answer, state } = await asked(profiles.word2021);
    dialog.tells(JSON.stringify({ state, token }));
    await answer;
    expect(await way.silently(false)).toBeUndefined();
  });
});

describe("the hint who signs in", () => {
  it("is the mailbox's in Outlook", async () => {
    const { office } = simulateOutlook({
      mail: { from: { displayName: "Amara", emailAddress: "amara@contoso.example" } },
    });
    expect(await loginHintOf(office)).toBe("amara@contoso.example");
  });

  it("is what Office says of its account in Word", async () => {
    const { office } = simulateSigningIn(profiles.wordWindows, signedIn);
    expect(await loginHintOf(office)).toBe("amara@contoso.example");
  });

  it("is none where Office knows nobody, or cannot say", async () => {
    expect(await loginHintOf(simulateSigningIn(profiles.wordWindows).office)).toBeUndefined();
    expect(await loginHintOf(simulateSigningIn(profiles.word2019).office)).toBeUndefined();
  });
});
