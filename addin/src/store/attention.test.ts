import { describe, expect, it } from "vitest";
import { Attention, idleAfter, seenAfter } from "./attention";

const looking = () => {
  const attention = new Attention(0);
  attention.attend(true, 0);
  return attention;
};

describe("attention", () => {
  it("counts the time in view", () => {
    const attention = looking();
    expect(attention.take(5_000).activeMilliseconds).toBe(5_000);
    expect(attention.take(7_000).activeMilliseconds).toBe(2_000);
  });

  it("counts nothing while the page is hidden or another window has the focus", () => {
    const attention = looking();
    attention.attend(false, 4_000);
    attention.attend(true, 60_000);
    expect(attention.take(61_000).activeMilliseconds).toBe(5_000);
  });

  it("stops when nothing is done for half a minute, and goes on with the next key", () => {
    const attention = looking();
    attention.touch(10_000);
    attention.touch(200_000);
    expect(attention.take(201_000).activeMilliseconds).toBe(10_000 + idleAfter + 1_000);
  });

  it("has seen what was on screen for a second, together or in parts", () => {
    const attention = looking();
    attention.show("s1", true, 0);
    attention.show("s2", true, 0);
    attention.show("s2", false, seenAfter - 1);
    expect(attention.take(seenAfter).seen).toEqual(["s1"]);
  });

  it("has seen nothing that was on screen while nobody looked", () => {
    const attention = new Attention(0);
    attention.show("s1", true, 0);
    expect(attention.take(60_000)).toEqual({ activeMilliseconds: 0, seen: [] });
  });

  it("loses nothing that could not be told", () => {
    const attention = looking();
    attention.show("s1", true, 0);
    const look = attention.take(2_000);
    attention.show("s1", false, 2_000);
    attention.putBack(look);
    expect(attention.take(3_000)).toEqual({ activeMilliseconds: 3_000, seen: ["s1"] });
  });

  it("gives no time for a clock that goes back", () => {
    const attention = looking();
    attention.touch(10_000);
    attention.touch(4_000);
    expect(attention.take(11_000).activeMilliseconds).toBe(11_000);
  });
});
