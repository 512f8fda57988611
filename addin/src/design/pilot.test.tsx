import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { showPage } from "../testing/showPage";
import { draftReport } from "../testing/builders";
import { journeyOf, versionOf, weeklyMap } from "../testing/journeys";

const press = (name: string | RegExp) => screen.findByRole("button", { name });
const tested = () =>
  journeyOf("ready", "Ready", { map: weeklyMap, versions: [versionOf(1, "Tested")] });

describe("C35 C43 the pilot", () => {
  it("starts with one person for two to three weeks", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/ready/pilot", ({ fake }) => {
      fake.design.journeys.set("ready", tested());
    });
    await user.click(await press("Start the pilot"));
    const dialog = await screen.findByRole("dialog");
    const days = within(dialog).getByRole("textbox", { name: /Days/ });
    await user.clear(days);
    await user.type(days, "30");
    await user.click(within(dialog).getByRole("button", { name: "Start the pilot" }));
    expect(screen.getByText("Enter a whole number from 14 to 21.")).toBeTruthy();
    await user.clear(days);
    await user.type(days, "15");
    await user.click(screen.getByRole("combobox", { name: /Who tries it/ }));
    await user.click(screen.getByRole("option", { name: "Alex Meyer" }));
    await user.click(within(dialog).getByRole("button", { name: "Start the pilot" }));
    expect(await screen.findByText("Alex Meyer is trying it: day 1 of 15")).toBeTruthy();
    expect(app.fake.design.journeys.get("ready")?.pilot?.person.id).toBe("p-alex");
  });

  it("asks why it ends before its time", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/client-email/pilot");
    expect(await screen.findByText("Alex Meyer is trying it: day 7 of 14")).toBeTruthy();
    await user.click(await press("End the pilot"));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "End the pilot" }));
    expect(screen.getByText("Say why in a few words.")).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: /before its time/ }), "Enough was learnt.");
    await user.click(within(dialog).getByRole("button", { name: "End the pilot" }));
    expect(await screen.findByText(/Ended early: Enough was learnt\./)).toBeTruthy();
    expect(app.fake.design.journeys.get("client-email")?.inPilot).toBeNull();
  });

  it("goes live for want of a pilot only by an administrator's reason", async () => {
    const { user, app } = await showPage("p-teo", "#/workflows/ready/pilot", ({ fake }) => {
      fake.design.journeys.set("ready", tested());
    });
    expect((await screen.findAllByText("Let one person pilot it first.")).length).toBeGreaterThan(
      0,
    );
    expect(screen.queryByRole("button", { name: "Go live" })).toBeNull();
    await user.click(await press("Go live without that"));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "The season begins.");
    await user.click(within(dialog).getByRole("button", { name: "Go live without that" }));
    await waitFor(() => expect(app.fake.design.journeys.get("ready")?.live).toBe(1));
  });

  it("C46 tells the drift of each phase in words", async () => {
    await showPage("p-dana", "#/workflows/client-email/pilot");
    const line = await screen.findByRole("region", { name: "Time line" });
    expect(within(line).getByText("5 days behind")).toBeTruthy();
    expect(within(line).getByText("2 days behind")).toBeTruthy();
    expect(within(line).getByText(/not begun/)).toBeTruthy();
  });
});

describe("C36 the journal", () => {
  it("shows what was noticed, newest first, by kind, and leads to the handoff", async () => {
    const { user } = await showPage("p-dana", "#/workflows/client-email/pilot");
    const journal = await screen.findByRole("region", { name: "Journal" });
    const rows = await within(journal).findAllByRole("listitem");
    expect(rows[0]?.textContent).toContain("Faster");
    await user.selectOptions(within(journal).getByRole("combobox", { name: "Show" }), "Hard");
    expect(within(journal).getAllByRole("listitem")).toHaveLength(1);
    const link = within(journal).getByRole("link", { name: /Open the handoff of Alex Meyer/ });
    expect(link.getAttribute("href")).toBe("#/handoffs/h-1");
  });

  it("takes one tap and a few words, at the step and for the handoff where it was noticed", async () => {
    const { user, app } = await showPage("p-alex", "#/handoffs/h-1", draftReport);
    await user.click(await press("AI struggled"));
    await user.keyboard("It forgot the budget.{Enter}");
    expect(await screen.findAllByText("Noted: AI struggled. Thank you.")).toHaveLength(2);
    expect(app.fake.design.journal.at(-1)).toMatchObject({
      workflow: "client-status-report",
      kind: "Struggled",
      step: "Review",
      handoffId: "h-1",
      note: "It forgot the budget.",
    });
  });

  it("needs no words: a tap alone is kept when the person goes on", async () => {
    const { user, app } = await showPage("p-alex", "#/start/client-email");
    await user.click(await press("Slow"));
    app.actions.navigate({ screen: "home" });
    await waitFor(() =>
      expect(app.fake.design.journal.at(-1)).toMatchObject({
        kind: "Slow",
        step: "Input",
        note: null,
      }),
    );
  });
});
