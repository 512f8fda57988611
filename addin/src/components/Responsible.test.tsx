import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { draftReport, viewIn } from "../testing/builders";
import { showPage } from "../testing/showPage";

describe("C04 who answers is shown at each step", () => {
  it("on the form, before anything has started", async () => {
    await showPage("p-dana", "#/start/client-status-report");
    expect(await screen.findByText(/^Responsible for the input: .+\(.+\)$/)).toBeTruthy();
  });

  it("on the steps after it, with the title of the duty", async () => {
    let id = "";
    const { app } = await showPage("p-dana", "#/", async (started) => {
      await draftReport(started);
      id = viewIn(started).id;
    });
    app.actions.arrive(`#/handoffs/${id}`);
    expect(
      await screen.findByText(/^Responsible for the (draft|release): .+\(.+\)$/, {}),
    ).toBeTruthy();
  });
});
