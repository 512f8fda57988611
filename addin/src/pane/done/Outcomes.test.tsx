import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { AppContext, useAppState } from "../../store/context";
import { valueOf } from "../../store/state";
import { approve, draftReport, startApp, viewIn, type TestApp } from "../../testing/builders";
import { openPoints } from "../review/openPoints";
import { Outcomes } from "./Outcomes";

// The dialog's focus trap hides, by a timer of its own, what it takes to be outside; without a layout that may be the dialog.
configure({ defaultHidden: true });

async function released(): Promise<TestApp> {
  const app = await startApp();
  await draftReport(app);
  await approve(app);
  await app.actions.release();
  return app;
}

function Shown() {
  const view = useAppState((state) => valueOf(state.handoff));
  return view ? <Outcomes view={view} /> : null;
}

function show(app: TestApp) {
  render(
    <AppContext value={app}>
      <FluentProvider theme={webLightTheme}>
        <Shown />
      </FluentProvider>
    </AppContext>,
  );
  return userEvent.setup();
}

describe("C41 what became of it", () => {
  it("is recorded as accepted with one press", async () => {
    const app = await released();
    const user = show(app);
    await user.click(screen.getByRole("button", { name: "It was accepted" }));
    expect(await screen.findByText("Accepted")).toBeTruthy();
    expect(app.store.getState().announcement).toBe("The outcome is recorded.");
  });

  it("is not asked before the release", async () => {
    const app = await startApp();
    await draftReport(app);
    show(app);
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("C58 an error that escaped", () => {
  it("wants what should have caught it and a reason, and leads there", async () => {
    const user = show(await released());
    await user.click(screen.getByRole("button", { name: "Something was wrong with it" }));
    await user.click(await screen.findByRole("button", { name: "Record it" }));
    expect(await screen.findByText("Say what should have caught it.")).toBeTruthy();
    expect(document.activeElement?.tagName).toBe("SELECT");
  });

  it("offers the items and checks of its gate, and nothing, and shows what was recorded", async () => {
    const app = await released();
    const user = show(app);
    await user.click(screen.getByRole("button", { name: "Something was wrong with it" }));
    const dialog = within(await screen.findByRole("dialog"));
    const caught = dialog.getByRole("combobox", { name: /should have caught/ });
    expect(within(caught).getAllByRole("option")).toHaveLength(
      viewIn(app).checklist.length + viewIn(app).checks.length + 2,
    );
    await user.click(dialog.getByRole("radio", { name: "Complaint" }));
    await user.selectOptions(caught, "nothing");
    await user.type(dialog.getByRole("textbox"), "The client's name is wrong.");
    await user.click(dialog.getByRole("button", { name: "Record it" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByText("The client's name is wrong.")).toBeTruthy();
    expect(screen.getByText("Nothing of the gate covers this.")).toBeTruthy();
    expect(viewIn(app).outcomes[0]).toMatchObject({
      reception: "Complaint",
      shouldHaveCaught: { kind: "Nothing" },
    });
  });
});

describe("C53 a reduced review", () => {
  it("asks for no decision on each change, until the reviewer rejects one", async () => {
    const app = await startApp();
    app.fake.reduced = true;
    await draftReport(app);
    await app.actions.switchPerson("p-rita");
    expect(openPoints(viewIn(app))).not.toContain("undecided");
    await app.actions.decide(viewIn(app).changes[0]?.id ?? "", "Rejected");
    expect(viewIn(app).extent?.ground).toBe("ReviewerFound");
    expect(openPoints(viewIn(app))).toContain("undecided");
  });
});
