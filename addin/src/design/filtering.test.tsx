import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { axeFinds } from "../testing/axe";
import { measuresOf } from "../testing/fakeMeasures";
import { journeyOf } from "../testing/journeys";
import { showPage } from "../testing/showPage";
import { someOf, ticksTo } from "./charts/scale";
import { weeksOf } from "./weeks";

describe("C14 the back-test of a filter", () => {
  it("shows precision, recall and F1 by threshold, marks the chosen one, and says whether the bar is met", async () => {
    const { user } = await showPage("p-dana", "#/workflows/weekly-topics/test");
    await user.click(await screen.findByRole("button", { name: "Run the back-test" }));
    expect(await screen.findByText("It meets the bar for what is handed over.")).toBeTruthy();
    expect(screen.getByText("Precision 0.70, the bar is 0.70")).toBeTruthy();
    expect(screen.getByText("Recall 0.88, the bar is 0.80")).toBeTruthy();
    const table = screen.getByRole("table");
    const chosen = within(table)
      .getAllByRole("row")
      .find((row) => row.getAttribute("aria-current") === "true");
    expect(chosen?.textContent).toBe("0.4030210.700.880.78");
    expect(screen.getByText("Chosen: 0.4")).toBeTruthy();
    expect(screen.getByText(/The greatest F1, 0.80, is at a threshold of 0.48/)).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
  });

  it("is not offered where nothing is filtered, nor to who only looks", async () => {
    await showPage("p-dana", "#/workflows/client-email/test");
    expect(await screen.findByRole("button", { name: "Try the examples" })).toBeTruthy();
    expect(screen.queryByText(/Back-test/)).toBeNull();
  });

  it("can be read and not run by an administrator", async () => {
    await showPage("p-teo", "#/workflows/weekly-topics/test");
    expect(await screen.findByText(/Back-test on items/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Run the back-test" })).toBeNull();
  });
});

describe("C17 the two bars", () => {
  it("are measured apart: what was handed over, and what came of it", async () => {
    await showPage("p-dana", "#/workflows/weekly-topics/measures");
    expect(await screen.findByText("121 of 160, the bar is 0.70")).toBeTruthy();
    expect(screen.getByText("31 of 42, the bar is 0.80")).toBeTruthy();
    expect(screen.getByText("Met")).toBeTruthy();
    expect(screen.getByText("Not met")).toBeTruthy();
  });
});

describe("C38 C39 C40 C42 week by week", () => {
  it("draws the minutes of a run against by hand, and the runs, with the table beside", async () => {
    await showPage("p-dana", "#/workflows/client-email/measures");
    const part = await screen.findByRole("region", { name: "Week by week" });
    expect(within(part).getByText("By hand: 65")).toBeTruthy();
    const rows = within(within(part).getByRole("table")).getAllByRole("row");
    expect(rows).toHaveLength(8);
    // The newest first: 3 runs of 65 minutes less 36.
    expect(rows[1]?.textContent).toMatch(/^Nov\s163329/);
    expect(rows[4]?.textContent).toMatch(/^Oct\s2600–/);
    expect(await axeFinds()).toEqual([]);
  });

  it("takes the table along as CSV", async () => {
    const { app, user } = await showPage("p-dana", "#/workflows/client-email/measures");
    await user.click(await screen.findByRole("button", { name: "Download CSV" }));
    await waitFor(() =>
      expect(app.host.saved.map(({ name }) => name)).toEqual(["client-email-measures.csv"]),
    );
  });

  it("joins the versions of a week by their runs, and leaves no week out", () => {
    const weeks = weeksOf(measuresOf("x"));
    expect(weeks.map(({ released }) => released)).toEqual([1, 2, 2, 0, 2, 3, 3]);
    // One run that saved 25 and two that saved 34, of 65.
    expect(weeks[5]?.minutes).toBe(34);
    expect(weeks[3]?.minutes).toBeNull();
  });

  it("shows runs, time saved and warnings in the list of workflows", async () => {
    await showPage("p-dana", "#/workflows");
    const row = await screen.findByRole("row", { name: /Client email/ });
    expect(await within(row).findByText("Reviews are rushed")).toBeTruthy();
    expect(within(row).getByText("13")).toBeTruthy();
    expect(within(row).getByText("30 min")).toBeTruthy();
    const mapped = screen.getByRole("row", { name: /Weekly update/ });
    expect(within(mapped).getAllByText("–")).toHaveLength(2);
  });

  it("tells measures that could not be loaded from none, for that workflow alone", async () => {
    await showPage("p-dana", "#/workflows", (app) => {
      vi.spyOn(app.services.api, "measures").mockRejectedValueOnce(new TypeError("down"));
    });
    const [unloaded] = await screen.findAllByText("not loaded");
    const row = unloaded?.closest("tr") ?? document.body;
    expect(within(row).getAllByText("not loaded")).toHaveLength(2);
    expect(within(row).queryByText("nothing")).toBeNull();
    await waitFor(() => expect(screen.queryByText("…")).toBeNull());
    expect(screen.getAllByText("not loaded")).toHaveLength(2);
  });
});

describe("C44 the playbook", () => {
  it("is a page of sections with its tables, and a Word document to take along", async () => {
    const { app, user } = await showPage("p-dana", "#/workflows/client-email/playbook");
    expect(await screen.findByRole("heading", { name: "What you enter" })).toBeTruthy();
    const edits = screen.getByRole("region", { name: "Common edits" });
    expect(within(edits).getByText("comes later")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Download as Word" }));
    await waitFor(() =>
      expect(app.host.saved.map(({ name }) => name)).toEqual(["client-email-playbook-1.docx"]),
    );
  });

  it("says what it is made from where no version is written", async () => {
    await showPage("p-dana", "#/workflows/empty/playbook", ({ fake }) => {
      fake.design.journeys.set("empty", journeyOf("empty", "Empty"));
    });
    expect(await screen.findByText(/There is no version yet/)).toBeTruthy();
  });
});

describe("the scale of a chart", () => {
  it.each([
    [65, [0, 20, 40, 60, 80]],
    [3, [0, 1, 2, 3]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [0, [0, 1]],
  ])("up to %d", (most, ticks) => {
    expect(ticksTo(most)).toEqual(ticks);
  });

  it("keeps the first and the last of many", () => {
    expect(someOf([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
  });
});
