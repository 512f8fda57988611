import { beforeEach, describe, expect, it, vi } from "vitest";
import { account, authError, interactionRequired, msal, tenant } from "../testing/msal";
import { browserWay, nestedWay, redirected } from "./msal";

vi.mock("@azure/msal-browser", () => import("../testing/msal"));

const registration = {
  clientId: "11111111-2222-3333-4444-555555555555",
  authority: `https://login.microsoftonline.com/${tenant}`,
  scope: "api://11111111-2222-3333-4444-555555555555/access_as_user",
};
const scopes = [registration.scope];
const amara = account("amara");
const rita = account("rita");

beforeEach(() => {
  msal.reset();
  localStorage.clear();
});

describe("signing in in a browser", () => {
  it("keeps its tokens in the tab, and is answered at the sign-in page", async () => {
    await browserWay(registration);
    expect(msal.configurations).toHaveLength(1);
    expect(msal.configurations[0]).toMatchObject({
      auth: {
        clientId: registration.clientId,
        authority: registration.authority,
        redirectUri: `${location.origin}/signin.html`,
      },
      cache: { cacheLocation: "sessionStorage" },
    });
  });

  it("asks nobody and nothing while no account is known", async () => {
    const way = await browserWay(registration);
    expect(await way.silently(false)).toBeUndefined();
    expect(msal.calls).toEqual([]);
  });

  it("goes on after a reload with the account of the tab", async () => {
    msal.reset(amara);
    msal.active = amara;
    const token = await (await browserWay(registration)).silently(false);
    expect(token).toMatchObject({ personId: "amara", tenantId: tenant });
    expect(msal.calls).toEqual([
      { name: "silent", request: { scopes, account: amara, forceRefresh: false } },
    ]);
  });

  it("does not go on with an account of another organisation", async () => {
    msal.active = account("amara", "77777777-7777-8888-9999-000000000000");
    expect(await (await browserWay(registration)).silently(false)).toBeUndefined();
  });

  it("forces another token where the server refused the last", async () => {
    msal.reset(amara);
    msal.active = amara;
    await (await browserWay(registration)).silently(true);
    expect(msal.calls[0]?.request).toMatchObject({ forceRefresh: true });
  });

  it.each([interactionRequired(), authError("timed_out")])(
    "says that the person is needed for %s",
    async (error) => {
      msal.reset(error);
      msal.active = amara;
      expect(await (await browserWay(registration)).silently(false)).toBeUndefined();
    },
  );

  it("tells a network that is down from a person who is needed", async () => {
    msal.reset(authError("no_network_connectivity"));
    msal.active = amara;
    const way = await browserWay(registration);
    await expect(way.silently(false)).rejects.toMatchObject({ fault: "offline" });
  });

  it("asks in a popup that takes the place of one that was closed", async () => {
    msal.reset(amara);
    await (await browserWay(registration)).interactively({});
    expect(msal.calls).toEqual([
      { name: "popup", request: { scopes, overrideInteractionInProgress: true } },
    ]);
    expect(msal.active).toBe(amara);
  });

  it("has the person prove who they are for a fresh sign-in, with their account", async () => {
    msal.reset(amara, amara);
    const way = await browserWay(registration);
    await way.interactively({});
    await way.interactively({ fresh: true });
    expect(msal.calls[1]?.request).toMatchObject({ prompt: "login", account: amara });
  });

  it("lets the person choose where another account is asked for", async () => {
    msal.reset(amara, rita);
    const way = await browserWay(registration);
    await way.interactively({});
    await way.interactively({ another: true });
    expect(msal.calls[1]?.request).toMatchObject({ prompt: "select_account" });
    expect(msal.calls[1]?.request).not.toHaveProperty("account");
    expect(msal.active).toBe(rita);
  });

  it("stays with its account where somebody else answers the window", async () => {
    msal.reset(amara, rita, amara);
    const way = await browserWay(registration);
    await way.interactively({});
    expect(await way.interactively({ fresh: true })).toMatchObject({ personId: "rita" });
    await way.silently(false);
    expect(msal.calls[2]?.request).toMatchObject({ account: amara });
  });

  it("ends the session with Entra ID on signing out", async () => {
    msal.reset(amara);
    const way = await browserWay(registration);
    await way.interactively({});
    await way.signOut?.();
    expect(msal.calls[1]).toEqual({
      name: "logout",
      request: { account: amara, postLogoutRedirectUri: `${location.origin}/` },
    });
  });
});

describe("signing in through Office", () => {
  it("keeps its tokens in memory and has no sign-out of its own", async () => {
    const way = await nestedWay(registration, undefined);
    expect(msal.configurations[0]?.cache).toEqual({ cacheLocation: "memoryStorage" });
    expect(way?.signOut).toBeUndefined();
  });

  it("asks Office for the person of the hint", async () => {
    msal.reset(amara);
    const way = await nestedWay(registration, "amara@contoso.example");
    expect(await way?.silently(false)).toMatchObject({ personId: "amara" });
    expect(msal.calls).toEqual([
      { name: "sso", request: { scopes, loginHint: "amara@contoso.example" } },
    ]);
  });

  it("takes the account of Office where there is no hint, and stays with it", async () => {
    msal.reset(amara, amara);
    const way = await nestedWay(registration, undefined);
    await way?.silently(false);
    await way?.silently(true);
    expect(msal.calls.map(({ name, request }) => [name, request["account"]])).toEqual([
      ["silent", undefined],
      ["silent", amara],
    ]);
  });

  it("gives the hint to the window as well", async () => {
    msal.reset(interactionRequired(), amara);
    const way = await nestedWay(registration, "amara@contoso.example");
    expect(await way?.silently(false)).toBeUndefined();
    await way?.interactively({});
    expect(msal.calls[1]).toMatchObject({
      name: "popup",
      request: { loginHint: "amara@contoso.example" },
    });
  });

  it("is no way where Office says that it can and cannot", async () => {
    msal.isNested = false;
    expect(await nestedWay(registration, undefined)).toBeUndefined();
  });
});

describe("the sign-in page's redirect", () => {
  it("goes to Entra ID with who it is to be, and whether they prove it", async () => {
    const went = await redirected(registration, { fresh: true }, "amara@x.example", () => true);
    expect(went).toBeUndefined();
    expect(msal.calls).toEqual([
      {
        name: "redirect",
        request: { scopes, loginHint: "amara@x.example", prompt: "login" },
      },
    ]);
  });

  it("gives the token with which it came back, and takes it out of the window's storage", async () => {
    msal.returned = amara;
    const token = await redirected(registration, {}, undefined, () => true);
    expect(token).toMatchObject({ personId: "amara" });
    expect(msal.configurations[0]?.cache).toEqual({ cacheLocation: "sessionStorage" });
    expect(msal.calls.map(({ name }) => name)).toEqual(["clear"]);
  });

  it("does not go where it may not", async () => {
    await redirected(registration, {}, undefined, () => false);
    expect(msal.calls).toEqual([]);
  });
});
