import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { HandoffView, Person } from "../../api/types";
import { personOf } from "../../testing/fakePeople";
import { draftReport, startApp } from "../../testing/builders";
import type { App } from "../../store/app";
import { AppContext } from "../../store/context";
import { valueOf } from "../../store/state";
import { mayTakeOver, PassOnDialog } from "./PassOnDialog";

const [alex, rita, jonas, noor] = ["p-alex", "p-rita", "p-jonas", "p-noor"].map(personOf);
if (!alex || !rita || !jonas || !noor) throw new Error("The fake lacks people.");

async function reviewed() {
  const app = await startApp();
  await draftReport(app);
  await app.actions.switchPerson(rita?.id ?? "");
  const view = () => {
    const shown = valueOf(app.store.getState().handoff);
    if (!shown) throw new Error("No handoff is open.");
    return shown;
  };
  return { app, view };
}

function show(app: App, view: HandoffView, reviewers: readonly Person[]) {
  const onPassOn = vi.fn();
  render(
    <FluentProvider theme={webLightTheme}>
      <AppContext value={app}>
        <PassOnDialog
          view={view}
          reviewers={reviewers}
          onPassOn={onPassOn}
          onClose={() => undefined}
        />
      </AppContext>
    </FluentProvider>,
  );
  return onPassOn;
}

describe("C68 passing a review on", () => {
  it("leaves out the author, who reviews it, and who has passed it on", async () => {
    const { app, view } = await reviewed();
    expect(mayTakeOver(view(), [alex, rita, jonas, noor])).toEqual([jonas, noor]);
    await app.actions.passOn(jonas, "On leave.");
    expect(mayTakeOver(view(), [alex, rita, jonas, noor])).toEqual([noor]);
  });

  it("finds people by name and wants a person and a reason", async () => {
    const { app, view } = await reviewed();
    const onPassOn = show(app, view(), [rita, jonas, noor]);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Pass it on" }));
    expect(screen.getByText("Choose somebody.")).toBeTruthy();
    expect(screen.getByText("Say why in a few words.")).toBeTruthy();

    await user.type(screen.getByRole("combobox"), "noo");
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
      "Noor Haddad",
    ]);
    await user.click(screen.getByRole("option", { name: "Noor Haddad" }));
    await user.type(screen.getByLabelText(/Reason/), " On leave. ");
    await user.click(screen.getByRole("button", { name: "Pass it on" }));
    expect(onPassOn).toHaveBeenCalledExactlyOnceWith(noor, "On leave.");
  });

  it("says so where nobody is left", async () => {
    const { app, view } = await reviewed();
    show(app, view(), [rita]);
    expect(screen.getByText(/Nobody else can take it over/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Pass it on" })).toBeNull();
  });

  it("moves the review to the other's inbox and leaves the screen to read only", async () => {
    const { app, view } = await reviewed();
    await app.actions.passOn(noor, "On leave.");
    expect(app.store.getState().announcement).toBe("Passed on to Noor Haddad.");
    expect(view().actions.find((action) => action.action === "PassOn")?.allowed).toBe(false);
    const { id } = view();
    await app.actions.loadHome();
    expect(valueOf(app.store.getState().home)?.waiting).toEqual([]);
    await app.actions.switchPerson(noor.id);
    await app.actions.loadHome();
    expect(valueOf(app.store.getState().home)?.waiting.map((item) => item.id)).toEqual([id]);
  });
});

describe("C49 a revision past the budget", () => {
  it("is refused, counted, and no fault on the screen", async () => {
    const { app, view } = await reviewed();
    await app.actions.revise("Shorter.");
    const asked = view().loop.used;
    expect(view().actions.find((action) => action.action === "Revise")?.code).toBe(
      "loop-budget-spent",
    );
    await app.actions.askPastBudget();
    expect(view().loop).toEqual({ used: asked, budget: asked, refused: 1 });
    expect(app.store.getState().notice).toBeUndefined();
  });
});
