import { BrowserCacheLocation, loadExternalTokens } from "@azure/msal-browser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { tenant } from "../testing/msal";
import { browserWay, configurationOf, redirected } from "./msal";

const registration = {
  clientId: "11111111-2222-3333-4444-555555555555",
  authority: `https://login.microsoftonline.com/${tenant}`,
  scope: "api://11111111-2222-3333-4444-555555555555/access_as_user",
};
const person = "99999999-2222-3333-4444-555555555555";
const secret = "an-access-token";
const renewal = "a-refresh-token";

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

const now = Math.floor(Date.now() / 1000);
const idToken = [
  base64({ typ: "JWT", alg: "RS256" }),
  base64({
    tid: tenant,
    oid: person,
    sub: person,
    preferred_username: "amara@contoso.example",
    iss: `${registration.authority}/v2.0`,
    aud: registration.clientId,
    iat: now,
    exp: now + 3600,
  }),
  "signature",
].join(".");

/** MSAL keeps what Entra ID answered to a sign-in. */
const signedIn = (cacheLocation: Parameters<typeof configurationOf>[1]) =>
  loadExternalTokens(
    configurationOf(registration, cacheLocation),
    { scopes: [registration.scope], authority: registration.authority },
    {
      id_token: idToken,
      access_token: secret,
      refresh_token: renewal,
      token_type: "Bearer",
      scope: registration.scope,
      expires_in: 3600,
    },
    { clientInfo: base64({ uid: person, utid: tenant }), expiresOn: now + 3600 },
  );

const keptIn = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, at) => storage.getItem(storage.key(at) ?? "")).join();

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe("where the tokens of Entra ID are", () => {
  it("is the tab, in a browser, and never what the device keeps", async () => {
    await signedIn(BrowserCacheLocation.SessionStorage);
    expect(keptIn(sessionStorage)).toContain(secret);
    expect(keptIn(localStorage)).not.toContain(secret);
    expect(keptIn(localStorage)).not.toContain(renewal);
    expect(keptIn(localStorage)).not.toContain(idToken);
  });

  it("is memory, in Office", async () => {
    await signedIn(BrowserCacheLocation.MemoryStorage);
    for (const kept of [keptIn(localStorage), keptIn(sessionStorage)])
      for (const token of [secret, renewal, idToken]) expect(kept).not.toContain(token);
  });

  it("lets a reload of the page go on without the person", async () => {
    const { account } = await signedIn(BrowserCacheLocation.SessionStorage);
    const { createStandardPublicClientApplication } = await import("@azure/msal-browser");
    const before = await createStandardPublicClientApplication(
      configurationOf(registration, BrowserCacheLocation.SessionStorage),
    );
    before.setActiveAccount(account);
    const token = await (await browserWay(registration)).silently(false);
    expect(token).toMatchObject({ value: secret, personId: person, tenantId: tenant });
  });
});

describe("the redirect of the sign-in page", () => {
  it("is one that MSAL makes: it refuses where it could not take it up again", async () => {
    const assign = vi.spyOn(location, "assign").mockImplementation(() => undefined);
    void redirected(registration, { fresh: true }, "amara@contoso.example", () => true);
    await vi.waitFor(() => expect(assign).toHaveBeenCalled());
    const to = new URL(String(assign.mock.calls[0]?.[0]));
    expect(`${to.origin}${to.pathname}`).toBe(`${registration.authority}/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      client_id: registration.clientId,
      code_challenge_method: "S256",
      login_hint: "amara@contoso.example",
      prompt: "login",
      redirect_uri: `${location.origin}/signin.html`,
    });
    assign.mockRestore();
  });
});
