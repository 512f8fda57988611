import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { axeFinds } from "../../testing/axe";
import { draftMail, draftReport, viewIn, type TestApp } from "../../testing/builders";
import { showPage } from "../../testing/showPage";

async function inReview(draft: (app: TestApp) => Promise<void>) {
  let id = "";
  const page = await showPage("p-rita", "#/", async (app) => {
    await draft(app);
    id = viewIn(app).id;
  });
  location.hash = `#/handoffs/${id}`;
  page.app.actions.arrive(location.hash);
  await screen.findByRole("tab", { name: "Changes" });
  return page;
}

describe("C13 what tends to go wrong, beside the text", () => {
  it("stands folded above the changes, each under its section", async () => {
    const { user } = await inReview(draftReport);
    await user.click(
      await screen.findByRole("button", { name: "What tends to go wrong here (3)" }),
    );
    expect(
      screen.getByText(/6 of the last 20 drafts: reviewers wrote other words here/),
    ).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
  });

  it("speaks at the change in which such a check found something", async () => {
    await inReview(draftReport);
    const note = await screen.findByText("This check often finds something: 4 of 20 drafts.");
    expect(
      within(note.closest("li") ?? document.body).getByText(/differs from the record/),
    ).toBeTruthy();
  });

  it("speaks of a section at the change that is looked at, and not of what was seen once", async () => {
    const { app } = await inReview(draftReport);
    expect(screen.queryByText(/Often reworded here/)).toBeNull();
    const blocker = viewIn(app).changes.find(({ section }) => section === "blockers");
    app.actions.select(blocker?.id);
    expect(await screen.findByText("Often reworded here: 6 of 20 drafts.")).toBeTruthy();
    expect(screen.queryByText(/Often rejected here/)).toBeNull();
  });

  it("says that it could not be loaded, which is not nothing, and tries again", async () => {
    const { user } = await inReview(async (app) => {
      await draftReport(app);
      vi.spyOn(app.services.api, "knownFailures").mockRejectedValueOnce(new TypeError("down"));
    });
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("button", { name: /What tends to go wrong here/ })).toBeTruthy();
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
  });

  it("says nothing where nothing is known", async () => {
    await inReview(draftMail);
    expect(screen.queryByText(/What tends to go wrong/)).toBeNull();
  });
});
