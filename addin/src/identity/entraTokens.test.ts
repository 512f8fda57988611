import { beforeEach, describe, expect, it, vi } from "vitest";
import { tenant } from "../testing/msal";
import { EntraTokens, type Need } from "./entraTokens";
import { SignInError } from "./faults";
import type { AccessToken, Asking, SignInWay } from "./way";

const hour = 3_600_000;

const tokenOf = (personId: string, minutes = 60, tenantId = tenant): AccessToken => ({
  value: `${personId} for ${String(minutes)} minutes`,
  expiresAt: Date.now() + minutes * 60_000,
  tenantId,
  personId,
});

/** A way whose answers a test writes. */
class ScriptedWay implements SignInWay {
  readonly silent: boolean[] = [];
  readonly asked: Asking[] = [];
  silently = vi.fn((renew: boolean): Promise<AccessToken | undefined> => {
    this.silent.push(renew);
    return Promise.resolve(undefined);
  });
  interactively = (asking: Asking): Promise<AccessToken> => {
    this.asked.push(asking);
    return Promise.resolve(this.answer);
  };
  answer = tokenOf("amara");
}

let way: ScriptedWay;
let needs: Need[];
let tokens: EntraTokens;

beforeEach(() => {
  way = new ScriptedWay();
  needs = [];
  tokens = new EntraTokens(way, tenant, (need) => needs.push(need));
});

const answers = (...given: (AccessToken | undefined | Error)[]) => {
  for (const one of given)
    way.silently.mockImplementationOnce((renew) => {
      way.silent.push(renew);
      return one instanceof Error ? Promise.reject(one) : Promise.resolve(one);
    });
};

describe("tokens of Entra ID", () => {
  it("are used until they run out, and then renewed without the person", async () => {
    const first = tokenOf("amara");
    answers(first, tokenOf("amara", 120));
    expect(await tokens.token(false)).toBe(first.value);
    expect(await tokens.token(false)).toBe(first.value);
    expect(way.silent).toEqual([false]);
    const later = vi.spyOn(Date, "now").mockReturnValue(Date.now() + hour - 30_000);
    expect(await tokens.token(false)).toBe("amara for 120 minutes");
    later.mockRestore();
    expect(needs).toEqual([]);
  });

  it("are asked for once by two calls at once", async () => {
    answers(tokenOf("amara"), tokenOf("amara", 90));
    const [one, other] = await Promise.all([tokens.token(false), tokens.token(false)]);
    expect(one).toBe(other);
    const renewed = await Promise.all([tokens.token(true), tokens.token(true)]);
    expect(renewed).toEqual(["amara for 90 minutes", "amara for 90 minutes"]);
    expect(way.silent).toEqual([false, true]);
  });

  it("are another one where the server refused the last", async () => {
    answers(tokenOf("amara"), tokenOf("amara", 90));
    await tokens.token(false);
    expect(await tokens.token(true)).toBe("amara for 90 minutes");
    expect(await tokens.token(false)).toBe("amara for 90 minutes");
  });

  it("are asked for again after it has failed", async () => {
    answers(new SignInError("offline", "no_network_connectivity"), tokenOf("amara"));
    await expect(tokens.token(false)).rejects.toMatchObject({ fault: "offline" });
    expect(await tokens.token(false)).toBe("amara for 60 minutes");
    expect(needs).toEqual([]);
  });

  it("wait for the person where they are needed, all calls for the same sign-in", async () => {
    const calls = Promise.all([tokens.token(false), tokens.token(true)]);
    await vi.waitFor(() => expect(needs).toEqual(["expired"]));
    await tokens.signIn({});
    expect(await calls).toEqual(["amara for 60 minutes", "amara for 60 minutes"]);
    expect(way.asked).toEqual([{}]);
  });

  it("fail where the person does not want to sign in, and ask anew later", async () => {
    const call = tokens.token(false);
    await vi.waitFor(() => expect(needs).toEqual(["expired"]));
    tokens.giveUp();
    await expect(call).rejects.toMatchObject({ fault: "cancelled" });
    const next = tokens.token(false);
    await vi.waitFor(() => expect(needs).toEqual(["expired", "expired"]));
    await tokens.signIn({});
    expect(await next).toBe("amara for 60 minutes");
  });

  it("go on waiting where a sign-in fails", async () => {
    const call = tokens.token(false);
    await vi.waitFor(() => expect(needs).toHaveLength(1));
    way.answer = tokenOf("amara", 60, "77777777-7777-8888-9999-000000000000");
    await expect(tokens.signIn({})).rejects.toMatchObject({ fault: "otherOrganisation" });
    way.answer = tokenOf("amara");
    await tokens.signIn({});
    expect(await call).toBe("amara for 60 minutes");
  });

  it("are of one person: nobody else takes over unless that is asked for", async () => {
    await tokens.signIn({});
    way.answer = tokenOf("rita");
    await expect(tokens.signIn({ fresh: true })).rejects.toMatchObject({ fault: "otherPerson" });
    expect(await tokens.token(false)).toBe("amara for 60 minutes");
    await tokens.signIn({ another: true });
    expect(await tokens.token(false)).toBe("rita for 60 minutes");
  });

  it("ask the person where Office has become somebody else's meanwhile", async () => {
    await tokens.signIn({});
    answers(tokenOf("rita"));
    const call = tokens.token(true);
    await vi.waitFor(() => expect(needs).toEqual(["expired"]));
    await tokens.signIn({});
    expect(await call).toBe("amara for 60 minutes");
  });

  it("may be of any organisation where the server decides between several", async () => {
    const any = new EntraTokens(way, undefined, () => undefined);
    answers(tokenOf("amara", 60, "77777777-7777-8888-9999-000000000000"));
    expect(await any.start()).toBe(true);
  });

  it("of a fresh sign-in are what the waiting call goes on with (RFC 9470)", async () => {
    await tokens.signIn({});
    const call = tokens.needSignInAgain();
    expect(needs).toEqual(["fresh"]);
    way.answer = tokenOf("amara", 75);
    await tokens.signIn({ fresh: true });
    await call;
    expect(await tokens.token(false)).toBe("amara for 75 minutes");
    expect(way.asked).toEqual([{}, { fresh: true }]);
  });

  it("of a fresh sign-in can be asked for at once, and where that fails the call goes on waiting", async () => {
    const opened: boolean[] = [];
    const eager = new EntraTokens(way, tenant, (_need, atOnce) => opened.push(atOnce));
    const call = eager.signInAgain();
    expect(opened).toEqual([true]);
    way.answer = tokenOf("amara", 60, "77777777-7777-8888-9999-000000000000");
    await expect(eager.signIn({ fresh: true })).rejects.toMatchObject({ name: "SignInError" });
    way.answer = tokenOf("amara", 75);
    await eager.signIn({ fresh: true });
    await call;
    expect(await eager.token(false)).toBe("amara for 75 minutes");
  });

  it("does not ask anybody to find out whether somebody is signed in", async () => {
    expect(await tokens.start()).toBe(false);
    expect(needs).toEqual([]);
    expect(way.asked).toEqual([]);
  });
});
