import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Change } from "../../api/types";
import { newChange, withRedline } from "../../testing/fakeRedline";
import { ChangeRow } from "./ChangeRow";

const rita = { id: "p-rita", name: "Rita Sommer", email: "rita@northwind.example" };
const replaced = newChange({
  id: "c1",
  kind: "Replaced",
  section: "progress",
  paragraph: 0,
  text: "It is on track.",
  original: "It is late.",
  reason: "Say what is true now.",
  previous: { text: "It was on track.", segments: [] },
});
const deleted: Change = { ...replaced, kind: "Deleted", text: "It is late.", previous: undefined };

function show(change: Change, props: Partial<Parameters<typeof ChangeRow>[0]> = {}) {
  const onEdit = vi.fn();
  render(
    <FluentProvider theme={webLightTheme}>
      <ol>
        <ChangeRow
          change={withRedline(change, 0)}
          index={0}
          total={2}
          findings={[]}
          citations={[]}
          known={[]}
          selected
          busy={false}
          canDecide
          editing={undefined}
          anyEdited={false}
          explained={false}
          onSelect={() => undefined}
          onDecide={() => undefined}
          onEdit={onEdit}
          onFact={() => undefined}
          {...props}
        />
      </ol>
    </FluentProvider>,
  );
  return onEdit;
}

const row = () => screen.getByRole("listitem").textContent;

describe("C62 a change of text that stands", () => {
  it("says what goes and what comes also to who hears the screen", () => {
    show(replaced);
    expect(screen.getByRole("deletion").textContent).toBe(" deleted: late., end of deleted. ");
    expect(screen.getByRole("insertion").textContent).toBe(
      " inserted: on track., end of inserted. ",
    );
  });

  it("says its kind, whose it is and why", () => {
    show(replaced);
    expect(row()).toContain("Changed");
    expect(row()).toContain("by HandoffOffice (rules, no AI)");
    expect(row()).toContain("Reason: Say what is true now.");
  });

  it("shows what the last draft said when asked", async () => {
    show(replaced);
    expect(row()).not.toContain("was ");
    await userEvent.click(screen.getByRole("button", { name: "Changed since the last draft" }));
    expect(row()).toContain("was ");
  });

  it("starts an edit from the words that it proposes", async () => {
    const onEdit = show(replaced);
    await userEvent.click(screen.getByRole("button", { name: "Edit change 1" }));
    expect(onEdit).toHaveBeenCalledWith("It is on track.");
  });

  it("shows the old words once it is rejected", () => {
    show({ ...replaced, decision: "Rejected", decidedBy: rita });
    expect(screen.getByRole("button", { pressed: true }).textContent).toContain("It is late.");
    expect(row()).toContain("Rejected by Rita Sommer");
  });

  it("says that it was decided in the round before", () => {
    show({ ...replaced, carriedOver: true, decision: "Accepted", decidedBy: rita });
    expect(row()).toContain("Accepted by Rita Sommer in the round before");
  });
});

describe("C62 a deletion", () => {
  it("says what accepting and rejecting it mean, and has nothing to edit", () => {
    show(deleted);
    expect(row()).toContain("Accept: the sentence goes. Reject: it stays.");
    expect(screen.queryByRole("button", { name: "Edit change 1" })).toBeNull();
  });

  it("explains to who wants to edit it", () => {
    show(deleted, { explained: true });
    expect(screen.getByRole("status").textContent).toContain("no words to edit");
  });
});
