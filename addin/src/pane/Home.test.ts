import { describe, expect, it } from "vitest";
import { formatSpan } from "../format";
import { dueWords } from "./Home";

const now = new Date(2026, 10, 24, 15, 0, 0);
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

describe("C68 when a review is due", () => {
  it.each([
    [-3, "due in 3 hours"],
    [-24, "due tomorrow"],
    [-72, "due in 3 days"],
    [0.5, "overdue for 30 minutes"],
    [3, "overdue for 3 hours"],
    [20, "overdue since yesterday"],
    [38, "overdue since yesterday"],
    [72, "overdue for 3 days"],
  ])("reads %i hours ago as “%s”", (hours, words) => {
    expect(dueWords(before(hours), now)).toBe(words);
  });

  it("never says that something is overdue for nothing", () => {
    expect(formatSpan(now.toISOString(), now, "en")).toBe("1 minute");
    expect(formatSpan(before(-1), now, "en")).toBe("1 minute");
  });
});
