import { BrowserCacheLocation, loadExternalTokens } from "@azure/msal-browser";
import { beforeEach, describe, expect, it } from "vitest";
import { tenant } from "../testing/msal";
import { browserWay, configurationOf } from "./msal";

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
