import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { strings } from "../strings";
import { firstScreen, standsFirst } from "./firstScreen";
import { loading, ready, type AppState } from "./state";

const failed = {
  status: "failed",
  notice: { title: strings.problems.offlineTitle, body: "", intent: "error" },
} as const;

type Seen = Pick<AppState, "boot" | "route" | "home">;

const begun: Seen = { boot: loading, route: { screen: "home" }, home: loading };
const opened: Seen = { ...begun, boot: ready({ product: "A product" }) as AppState["boot"] };
const listed: Seen = {
  ...opened,
  home: ready({ workflows: [], waiting: [], mine: [] }),
};
const stateOf = (seen: Seen) => seen as AppState;

describe("the first screen", () => {
  it.each([
    ["nothing has come yet", begun, false],
    ["Home has no lists yet", opened, false],
    ["Home has its lists", listed, true],
    ["Home's lists can't be had", { ...opened, home: failed }, true],
    ["another screen is asked for", { ...opened, route: { screen: "workflows" } } as const, true],
    ["the server can't be reached", { ...begun, boot: failed }, true],
    [
      "somebody has to sign in",
      { ...begun, boot: { status: "signedOut", product: "A" } } as const,
      true,
    ],
  ])("stands or not where %s", (_, seen, stands) => {
    expect(standsFirst(stateOf(seen))).toBe(stands);
  });
});

describe("waiting for the first screen", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const waiting = (seen: Seen) => {
    const store = createStore<AppState>(() => stateOf(seen));
    const done = vi.fn();
    void firstScreen(store).then(done);
    return { store, done };
  };

  it("ends when all is there, and not before", async () => {
    const { store, done } = waiting(begun);
    store.setState(stateOf(opened));
    await vi.advanceTimersByTimeAsync(500);
    expect(done).not.toHaveBeenCalled();
    store.setState(stateOf(listed));
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toHaveBeenCalledOnce();
  });

  it("ends at once where all is there already", async () => {
    const { done } = waiting(listed);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toHaveBeenCalledOnce();
  });

  it("ends after a second, so that a slow server is told of in words", async () => {
    const { done } = waiting(begun);
    await vi.advanceTimersByTimeAsync(999);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalledOnce();
  });
});
