import { describe, expect, it } from "vitest";
import { mapInsertions } from "./insMapping";

const change = (id: string, text: string) => ({ id, text });
const mapped = (changes: { id: string; text: string }[], insertions: string[]) =>
  Object.fromEntries(mapInsertions(changes, insertions));

describe("C67 changes and the document's insertions", () => {
  it("meet in document order, also where two read the same", () => {
    expect(mapped([change("a", "Same."), change("b", "Same.")], ["Same. ", "Same. "])).toEqual({
      a: [0],
      b: [1],
    });
  });

  it("meet where a comment splits one change into several insertions", () => {
    expect(mapped([change("a", "Freeze on 24 July.")], ["Freeze on ", "24 July", "."])).toEqual({
      a: [0, 1, 2],
    });
  });

  it("meet where one insertion holds several changes", () => {
    expect(mapped([change("a", "One."), change("b", "Two.")], ["One. Two."])).toEqual({
      a: [0],
      b: [0],
    });
  });

  it("meet although white space differs", () => {
    expect(mapped([change("a", "One\u00a0two  three")], ["One two\tthree "])).toEqual({ a: [0] });
  });

  it("skip insertions that are no change of ours", () => {
    expect(mapped([change("a", "Mine.")], ["Theirs.", "", "Mine."])).toEqual({ a: [2] });
  });

  it("leave a change out that the document does not show, and go on with the next", () => {
    expect(mapped([change("a", "Gone."), change("b", "Here.")], ["Here."])).toEqual({ b: [0] });
  });
});
