import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { AppContext } from "../store/context";
import { Pane } from "../pane/Pane";
import { draftReport, startApp, type TestApp } from "../testing/builders";
import "../testing/loaded";

async function show(personId: string, prepare?: (app: TestApp) => Promise<void>) {
  const app = await startApp();
  await prepare?.(app);
  await app.actions.switchPerson(personId);
  app.actions.arrive("#/admin");
  render(
    <FluentProvider theme={webLightTheme}>
      <AppContext value={app}>
        <Pane embedded />
      </AppContext>
    </FluentProvider>,
  );
  return { app, user: userEvent.setup() };
}

const overdue = async (app: TestApp) => {
  app.fake.reviewHours = -20;
  await draftReport(app);
};

const section = (name: string) => screen.findByRole("region", { name });

describe("C90 C97 the administration page", () => {
  it("tells everybody else who can open it", async () => {
    await show("p-rita");
    expect(await screen.findByText("Ask Teodor Brandt.")).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Stops" })).toBeNull();
  });

  it("stops a workflow only with its name and a reason, says so loudly, and lifts it", async () => {
    const { app, user } = await show("p-teo");
    const stops = await section("Stops");
    expect(await within(stops).findByText("Nothing is stopped.")).toBeTruthy();
    await user.click(within(stops).getByRole("button", { name: "Stop something" }));
    await user.click(screen.getByRole("button", { name: "Stop it now" }));
    expect(screen.getByText("Say which one.")).toBeTruthy();
    expect(screen.getByText("Say why in a few words.")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Everything" }));
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "Wrong prices.");
    await user.click(screen.getByRole("button", { name: "Stop it now" }));
    expect(await screen.findByText(/stopped it .*: Wrong prices\. Nothing is lost/)).toBeTruthy();

    await user.click(await screen.findByLabelText("Lift the stop: Everything is stopped"));
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "Mended.");
    await user.click(screen.getByRole("button", { name: "Lift the stop" }));
    expect(await within(stops).findByText("Nothing is stopped.")).toBeTruthy();
    expect(app.store.getState().announcement).toBe("The stop is lifted.");
  });

  it("passes one overdue review on and tells what became of it", async () => {
    const { user } = await show("p-teo", overdue);
    const reviews = await section("Overdue reviews");
    await user.click(await within(reviews).findByRole("button", { name: /^Pass on Kub/ }));
    expect(screen.getByRole("combobox", { name: /Waits for/ })).toHaveProperty(
      "value",
      "Rita Sommer",
    );
    await user.click(screen.getByRole("combobox", { name: /Who reviews instead/ }));
    await user.click(screen.getByRole("option", { name: "Jonas Keller" }));
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "On leave.");
    await user.click(screen.getByRole("button", { name: "Pass on" }));
    expect(await within(reviews).findByText("1 of 1 review passed on")).toBeTruthy();
    expect(await within(reviews).findByText("reviewed by Jonas Keller")).toBeTruthy();
  });

  it("keeps the dialog and what was entered when the server refuses it", async () => {
    const { app, user } = await show("p-teo", overdue);
    const reviews = await section("Overdue reviews");
    await user.click(await within(reviews).findByRole("button", { name: /^Approve Kub/ }));
    await app.services.api.breakGlass("h-1", "I was faster.", 5);
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "The site is down.");
    await user.click(screen.getByRole("button", { name: "Approve it in my name" }));
    expect(await screen.findByText("Not possible now")).toBeTruthy();
    expect(screen.getByRole("textbox", { name: /Reason/ })).toHaveProperty(
      "value",
      "The site is down.",
    );
  });
});
