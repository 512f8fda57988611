import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Configuration } from "../api/types";
import { authError, tenant } from "../testing/msal";
import { readDialogMessage } from "./dialogMessage";
import { signInDialog, type SignInDialogServices } from "./signInDialog";
import type { AccessToken } from "./way";

const configuration: Configuration = {
  product: "HandoffOffice",
  version: "0",
  identity: { kind: "Entra", clientId: "c", authority: "https://a.example/t", scope: "s" },
  drafter: { kind: "Rules", name: "", notice: "" },
  sendsMail: false,
};
const token: AccessToken = { value: "t", expiresAt: 1, tenantId: tenant, personId: "amara" };

let told: { message: string; options: unknown }[];
let services: SignInDialogServices;

beforeEach(() => {
  sessionStorage.clear();
  told = [];
  const ui = {
    messageParent: (message: string, options: unknown) => void told.push({ message, options }),
  };
  services = {
    configuration: () => Promise.resolve(configuration),
    office: () => Promise.resolve({ context: { ui } } as unknown as typeof Office),
    redirected: vi.fn<SignInDialogServices["redirected"]>().mockResolvedValue(token),
    storage: sessionStorage,
  };
});

const visit = (query: string, some: Partial<SignInDialogServices> = {}) =>
  signInDialog(new URLSearchParams(query), { ...services, ...some });

const answer = () => readDialogMessage(told[0]?.message ?? "");

describe("the sign-in page in a dialog of Office", () => {
  it("tells the token to its own origin alone, with the state of the question", async () => {
    expect(await visit("state=s1")).toBe("told");
    expect(answer()).toEqual({ state: "s1", token });
    expect(told[0]?.options).toEqual({ targetOrigin: location.origin });
  });

  it("signs in where the server says, as the dialog was asked to", async () => {
    await visit("state=s1&ask=fresh&hint=amara%40x.example");
    expect(services.redirected).toHaveBeenCalledWith(
      { clientId: "c", authority: "https://a.example/t", scope: "s" },
      { fresh: true, another: false },
      "amara@x.example",
      expect.any(Function),
    );
  });

  it("tells nothing yet when it goes to Entra ID", async () => {
    expect(await visit("state=s1", { redirected: () => Promise.resolve(undefined) })).toBe("went");
    expect(told).toEqual([]);
  });

  it("goes to Entra ID once: an answer that got lost is told, and does not go round for ever", async () => {
    const redirected: SignInDialogServices["redirected"] = (_to, _asking, _hint, mayGo) => {
      mayGo();
      return Promise.resolve(undefined);
    };
    await visit("state=s1", { redirected });
    expect(await visit("state=s1", { redirected })).toBe("told");
    expect(answer()).toEqual({ state: "s1", fault: "failed", code: "answer-lost" });
    expect(await visit("state=s2", { redirected })).toBe("went");
  });

  it.each([
    [authError("access_denied", "AADSTS65004: declined"), "cancelled", "AADSTS65004"],
    [authError("server_error", "AADSTS90094: admin"), "consent", "AADSTS90094"],
    [new TypeError("Failed to fetch"), "offline", "unreachable"],
  ])("tells why there is no token: %s", async (error, fault, code) => {
    await visit("state=s1", { redirected: () => Promise.reject(error) });
    expect(answer()).toEqual({ state: "s1", fault, code });
  });

  it("tells that the server signs nobody in with Entra ID", async () => {
    const local: Configuration = { ...configuration, identity: { kind: "Local" } };
    await visit("state=s1", { configuration: () => Promise.resolve(local) });
    expect(answer()).toMatchObject({ fault: "failed", code: "not-entra" });
  });

  it("does nothing where nobody asked, or outside of Office", async () => {
    expect(await visit("")).toBe("elsewhere");
    const office = () => Promise.resolve({ context: {} } as unknown as typeof Office);
    expect(await visit("state=s1", { office })).toBe("elsewhere");
    expect(services.redirected).not.toHaveBeenCalled();
    expect(told).toEqual([]);
  });
});

describe("a message of the dialog", () => {
  it.each([
    "",
    "hello",
    "null",
    "[]",
    '{"token":{}}',
    '{"state":"s"}',
    '{"state":"s","token":{"value":"t"}}',
    '{"state":"s","fault":"unheard","code":"c"}',
    '{"state":"s","fault":"consent"}',
  ])("is none: %s", (text) => expect(readDialogMessage(text)).toBeUndefined());
});
