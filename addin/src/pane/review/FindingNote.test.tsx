import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Finding } from "../../api/types";
import { correctedText, FindingNote } from "./FindingNote";

const finding: Finding = {
  id: "f1",
  check: "Style",
  severity: "Warning",
  message: "The style guide says “client”, not “customer”.",
  changeId: "c1",
  start: 4,
  length: 8,
  quote: "customer",
  paragraph: 0,
  suggestion: "client",
};
const text = "The customer agreed.";

function show(shown: Finding, canDecide = true) {
  const onEdit = vi.fn();
  const onTake = vi.fn();
  render(
    <FluentProvider theme={webLightTheme}>
      <FindingNote
        finding={shown}
        text={text}
        canDecide={canDecide}
        onEdit={onEdit}
        onTake={onTake}
      />
    </FluentProvider>,
  );
  return { onEdit, onTake };
}

describe("C20 a style finding with a suggestion", () => {
  it("is taken as an edit with one action", async () => {
    const { onEdit, onTake } = show(finding);
    await userEvent.click(screen.getByRole("button", { name: "Use “client”" }));
    expect(onTake).toHaveBeenCalledWith("The client agreed.");
    expect(onEdit).not.toHaveBeenCalled();
  });

  it("offers nothing where the words have changed since", () => {
    expect(correctedText("This customer agreed.", finding)).toBeUndefined();
    show({ ...finding, start: 0 });
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("offers nothing to who can't decide, and nothing where no rule knows", () => {
    show(finding, false);
    show({ ...finding, suggestion: undefined });
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("C34 a finding against the record", () => {
  it("leads to the editor with the record's value", async () => {
    const { onEdit, onTake } = show({
      ...finding,
      suggestion: undefined,
      expected: "partner",
      pointer: "/client",
    });
    await userEvent.click(screen.getByRole("button", { name: "Correct it" }));
    expect(onEdit).toHaveBeenCalledWith("The partner agreed.");
    expect(onTake).not.toHaveBeenCalled();
  });
});
