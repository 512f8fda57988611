import { beforeEach, describe, expect, it } from "vitest";
import { FormStorage } from "./storage";

const form = {
  values: { client: { kind: "text", text: "Contoso" } },
  reviewers: ["p-rita"],
  savedAt: "2024-07-19T10:00:00Z",
} as const;

describe("C01 a begun form", () => {
  beforeEach(() => localStorage.clear());

  it("is there again after a reload", () => {
    new FormStorage(localStorage).save("p-alex", "report", form);
    expect(new FormStorage(localStorage).load("p-alex", "report")).toMatchObject(form);
  });

  it("belongs to one person and one workflow", () => {
    const storage = new FormStorage(localStorage);
    storage.save("p-alex", "report", form);
    expect(storage.load("p-rita", "report")).toBeUndefined();
    expect(storage.load("p-alex", "email")).toBeUndefined();
  });

  it("is gone once it was handed over", () => {
    const storage = new FormStorage(localStorage);
    storage.save("p-alex", "report", form);
    storage.clear("p-alex", "report");
    expect(storage.load("p-alex", "report")).toBeUndefined();
  });

  it.each(["{", "null", '{"version":0,"values":{},"reviewers":[]}'])(
    "that is damaged or of another version (%s) is dropped",
    (text) => {
      localStorage.setItem("handoffoffice:form:p-alex:report", text);
      expect(new FormStorage(localStorage).load("p-alex", "report")).toBeUndefined();
      expect(localStorage.length).toBe(0);
    },
  );

  it("says so when the device keeps nothing", () => {
    const full: Storage = {
      length: 0,
      clear: () => undefined,
      getItem: () => null,
      key: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(new FormStorage(full).save("p-alex", "report", form)).toBe(false);
  });
});
