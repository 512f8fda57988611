import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { strings } from "../strings";
import { axeFinds } from "../testing/axe";
import type { TestApp } from "../testing/builders";
import { draftReport } from "../testing/builders";
import { showPage } from "../testing/showPage";

const words = strings.administration.exports;
const named = (name: string) => ({ name });

async function section(prepare?: (app: TestApp) => Promise<void>) {
  const shown = await showPage("p-teo", "#/admin", prepare);
  const saved = vi.spyOn(shown.app.services.host, "save").mockImplementation(() => undefined);
  const region = await screen.findByRole("region", named(words.title));
  await within(region).findByText(words.tables.handoffs);
  return { ...shown, region, saved };
}

const textOf = async (saved: { mock: { calls: [{ name: string; blob: Blob }][] } }) => {
  await waitFor(() => expect(saved.mock.calls).toHaveLength(1));
  const [[file]] = saved.mock.calls as [[{ name: string; blob: Blob }]];
  return { name: file.name, text: await file.blob.text() };
};

describe("C81 tables and data", () => {
  it.each(["csv", "json"] as const)("gives all handoffs as %s", async (form) => {
    const { region, user, saved, app } = await section(async (one) => {
      await draftReport(one);
    });
    await user.click(
      within(region).getByRole(
        "button",
        named(words.downloadOf(words.tables.handoffs, words.forms[form])),
      ),
    );
    const file = await textOf(saved);
    expect(file.name).toBe(`handoffs.${form}`);
    expect(file.text).toContain("h-1");
    expect(app.store.getState().announcement).toBe(strings.told.saved(file.name));
  });

  it("gives a person's data once it is said whose", async () => {
    const { region, user, saved } = await section();
    await user.click(within(region).getByRole("button", named(words.person.ask)));
    const dialog = await screen.findByRole("dialog", named(words.person.title));
    await user.click(within(dialog).getByRole("button", named(words.person.download)));
    expect(within(dialog).getByText(strings.people.missing)).toBeTruthy();
    expect(saved).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole("combobox"));
    await user.click(screen.getByRole("option", named("Jonas Keller")));
    await user.click(within(dialog).getByRole("button", named(words.person.download)));
    expect((await textOf(saved)).text).toContain("Jonas Keller");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("says why there is no file, and leaves the button", async () => {
    const { region, user, saved, app } = await section();
    vi.spyOn(app.services.api, "exported").mockRejectedValue(new TypeError("Failed to fetch"));
    const button = within(region).getByRole(
      "button",
      named(words.downloadOf(words.tables.findings, words.forms.csv)),
    );
    await user.click(button);
    await waitFor(() =>
      expect(within(region).getByText(strings.problems.unreachableTitle)).toBeTruthy(),
    );
    expect(saved).not.toHaveBeenCalled();
    expect(button).toHaveProperty("disabled", false);
  });

  it("has no finding of axe", async () => {
    const { region } = await section();
    expect(await axeFinds(region)).toEqual([]);
  });
});
