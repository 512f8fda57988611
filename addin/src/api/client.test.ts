import { describe, expect, it } from "vitest";
import { FakeApi } from "../testing/fakeApi";
import { createApi, docxType } from "./client";
import { fileNameOf } from "./fileName";
import { ApiError, describeFailure } from "./problems";

const baseUrl = "http://localhost";

describe("the API client", () => {
  it("renews a refused token once and repeats the call", async () => {
    const fake = new FakeApi();
    const asked: boolean[] = [];
    const api = createApi({
      baseUrl,
      fetch: fake.fetch,
      tokens: {
        token: (renew) => {
          asked.push(renew);
          return Promise.resolve(renew ? "p-alex" : "outdated");
        },
      },
    });
    expect((await api.me()).name).toBe("Alex Meyer");
    expect(asked).toEqual([false, true]);
  });

  it("gives the server's problem details as an error with its code", async () => {
    const api = createApi({
      baseUrl,
      fetch: new FakeApi().fetch,
      tokens: { token: () => Promise.resolve("p-alex") },
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
      tokens: { token: () => Promise.resolve("p-alex") },
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
      tokens: { token: () => Promise.resolve("p-alex") },
    });
    const error = await api.me().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: "unreachable" });
    expect(describeFailure(error as ApiError).body).toContain("Nothing you entered is lost");
  });

  it("reads a proxy's HTML page as a problem with a clear sentence", async () => {
    const api = createApi({
      baseUrl,
      fetch: () => Promise.resolve(new Response("<html>Bad gateway</html>", { status: 502 })),
      tokens: { token: () => Promise.resolve("p-alex") },
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
