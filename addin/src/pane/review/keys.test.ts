import { afterEach, describe, expect, it } from "vitest";
import { commandOf, neighbour, nextWithFinding, type ReviewCommand } from "./keys";

afterEach(() => document.body.replaceChildren());

/** Presses a key on an element made from the markup, and returns what it means. */
function press(markup: string, key: string, init: KeyboardEventInit = {}) {
  document.body.innerHTML = markup;
  let command: ReviewCommand | undefined;
  const listener = (event: KeyboardEvent) => {
    command = commandOf(event);
  };
  document.addEventListener("keydown", listener);
  const target = document.body.querySelector("[data-here]") ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, composed: true, ...init }),
  );
  document.removeEventListener("keydown", listener);
  return command;
}

describe("C62 the review's keys", () => {
  it.each([
    ["j", "next"],
    ["K", "previous"],
    ["a", "accept"],
    ["r", "reject"],
    ["e", "edit"],
    ["u", "undo"],
    ["f", "nextFinding"],
    ["?", "help"],
    ["x", undefined],
  ])("%s", (key, command) => {
    expect(press("<button data-here>Accept</button>", key)).toBe(command);
  });

  it("act on a tick box, in which nobody types", () => {
    expect(press("<input type='checkbox' data-here>", "a")).toBe("accept");
  });

  it.each([
    "<input data-here>",
    "<input type='text' data-here>",
    "<textarea data-here></textarea>",
    "<select data-here></select>",
    '<div contenteditable="true"><b data-here></b></div>',
    '<div role="dialog"><button data-here></button></div>',
    '<div role="menu"><button data-here></button></div>',
  ])("rest in %s", (markup) => {
    expect(press(markup, "a")).toBeUndefined();
  });

  it.each<KeyboardEventInit>([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    "leave combinations to the browser: %o",
    (init) => {
      expect(press("<p data-here></p>", "r", init)).toBeUndefined();
    },
  );
});

describe("C62 moving through the changes", () => {
  const ids = ["a", "b", "c"];

  it("starts at the first and stays at the ends", () => {
    expect(neighbour(ids, undefined, 1)).toBe("a");
    expect(neighbour(ids, "a", 1)).toBe("b");
    expect(neighbour(ids, "a", -1)).toBe("a");
    expect(neighbour(ids, "c", 1)).toBe("c");
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });

  it("goes round the findings", () => {
    const rows = [
      { id: "a", doubtful: true },
      { id: "b", doubtful: false },
      { id: "c", doubtful: true },
    ];
    expect(nextWithFinding(rows, undefined)).toBe("a");
    expect(nextWithFinding(rows, "a")).toBe("c");
    expect(nextWithFinding(rows, "c")).toBe("a");
    expect(nextWithFinding([], undefined)).toBeUndefined();
  });
});
