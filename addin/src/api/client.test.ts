import { describe, expect, it } from "vitest";
import { SignInError } from "../identity/faults";
import { strings } from "../strings";
import { FakeApi } from "../testing/fakeApi";
import { docxType } from "./call";
import { createApi, type TokenSource } from "./client";
import { fileNameOf } from "./fileName";
import { ApiError, describeFailure } from "./problems";

const baseUrl = "http://localhost";

/** Tokens of somebody who is signed in. */
const signedIn: TokenSource = {
  token: () => Promise.resolve("p-alex"),
  signInAgain: () => Promise.resolve(),
  needSignInAgain: () => Promise.resolve(),
};

/** The server's answer where only a sign-in of just now will do (RFC 9470, section 3). */
const tooOld = () =>
  new Response("{}", {
    status: 401,
    headers: {
      "WWW-Authenticate": 'Bearer error="insufficient_user_authentication", max_age="300"',
    },
  });

describe("the API client", () => {
  it("renews a refused token once and repeats the call", async () => {
    const fake = new FakeApi();
    const asked: boolean[] = [];
    const api = createApi({
      baseUrl,
      fetch: fake.fetch,
      tokens: {
        ...signedIn,
        token: (renew) => {
          asked.push(renew);
          return Promise.resolve(renew ? "p-alex" : "outdated");
        },
      },
    });
    expect((await api.me()).name).toBe("Alex Meyer");
    expect(asked).toEqual([false, true]);
  });

  it("has the person sign in again where the server wants that, and repeats the call with the new token", async () => {
    const fake = new FakeApi();
    const asked: string[] = [];
    const sent: string[] = [];
    const api = createApi({
      baseUrl,
      fetch: (request) => {
        sent.push(request.headers.get("Authorization") ?? "");
        return sent.length === 1 ? Promise.resolve(tooOld()) : fake.fetch(request);
      },
      tokens: {
        ...signedIn,
        token: (renew) => {
          asked.push(renew ? "renew" : "token");
          return Promise.resolve("p-alex");
        },
        needSignInAgain: () => {
          asked.push("sign in");
          return Promise.resolve();
        },
      },
    });
    expect((await api.me()).name).toBe("Alex Meyer");
    expect(asked).toEqual(["token", "sign in", "token"]);
    expect(sent).toEqual(["Bearer p-alex", "Bearer p-alex"]);
  });

  it("asks for a sign-in of just now once, and lets the second refusal stand", async () => {
    const api = createApi({ baseUrl, fetch: () => Promise.resolve(tooOld()), tokens: signedIn });
    await expect(api.me()).rejects.toMatchObject({ problem: { status: 401 } });
  });

  it("says in words why nobody is signed in", async () => {
    const api = createApi({
      baseUrl,
      fetch: new FakeApi().fetch,
      tokens: {
        ...signedIn,
        token: () => Promise.reject(new SignInError("cancelled", "user_cancelled")),
      },
    });
    const error = await api.me().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: "signedOut" });
    expect(describeFailure(error as ApiError)).toMatchObject(strings.identity.faults.cancelled);
  });

  it("gives the server's problem details as an error with its code", async () => {
    const api = createApi({
      baseUrl,
      fetch: new FakeApi().fetch,
      tokens: signedIn,
    });
    const error = await api.handoff("nowhere").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ problem: { status: 404, code: "handoff-unknown" } });
  });

  it("sends a person's own document byte for byte, with its content type", async () => {
    const sent: Request[] = [];
    const api = createApi({
      baseUrl,
      fetch: (request) => {
        sent.push(request);
        return Promise.resolve(Response.json({}));
      },
      tokens: signedIn,
    });
    await api.putDocument("h-1", new Blob([new Uint8Array([80, 75, 3, 4, 0, 255])]));
    expect(sent[0]?.headers.get("Content-Type")).toBe(docxType);
    expect([...new Uint8Array((await sent[0]?.arrayBuffer()) ?? [])]).toEqual([
      80, 75, 3, 4, 0, 255,
    ]);
  });

  it("tells a server that cannot be reached from one that refuses", async () => {
    const api = createApi({
      baseUrl,
      fetch: () => Promise.reject(new TypeError("Failed to fetch")),
      tokens: signedIn,
    });
    const error = await api.me().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: "unreachable" });
    expect(describeFailure(error as ApiError).body).toContain("Nothing you entered is lost");
  });

  it("reads a proxy's HTML page as a problem with a clear sentence", async () => {
    const api = createApi({
      baseUrl,
      fetch: () => Promise.resolve(new Response("<html>Bad gateway</html>", { status: 502 })),
      tokens: signedIn,
    });
    await expect(api.me()).rejects.toMatchObject({ problem: { status: 502, code: "http-502" } });
  });

  it.each([
    ['attachment; filename="a b.docx"', "a b.docx"],
    ["attachment; filename=plain.docx", "plain.docx"],
    [`attachment; filename="x.docx"; filename*=UTF-8''K%C3%B6ln.docx`, "Köln.docx"],
    [null, "fallback.docx"],
  ])("takes the file name from %s", (header, name) => {
    expect(fileNameOf(header, "fallback.docx")).toBe(name);
  });
});
