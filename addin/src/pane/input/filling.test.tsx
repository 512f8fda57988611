import { configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { controlId, focusPointer } from "../../form/problems";
import { axeFinds } from "../../testing/axe";
import { showPage } from "../../testing/showPage";
import { topicsOf } from "../../testing/topics";

// The dialog's focus trap hides, by a timer of its own, what it takes to be outside; without a layout that may be the dialog.
configure({ defaultHidden: true });

const inForm = async () => {
  const page = await showPage("p-alex", "#/start/weekly-topics");
  await screen.findByRole("button", { name: "Fill Topics from a file" });
  return page;
};

const csv = (lines: readonly string[]) =>
  ["Topic,Visits,Visits last week,Campaign", ...lines].join("\r\n");

async function choose(
  user: Awaited<ReturnType<typeof inForm>>["user"],
  name: string,
  text: string,
) {
  await user.click(screen.getByRole("button", { name: "Fill Topics from a file" }));
  const dialog = await screen.findByRole("dialog");
  const input = within(dialog).getByLabelText("Choose a file");
  await user.upload(input, new File([text], name));
  return within(dialog);
}

describe("C09 a list filled from a file", () => {
  it("says where each column goes and what is left out, before anything is taken", async () => {
    const { user, app } = await inForm();
    const dialog = await choose(user, "week.csv", csv(["Passkeys,4820,3250,spring"]));
    expect(await dialog.findByText("1 row in week.csv")).toBeTruthy();
    const columns = within(dialog.getByRole("group", { name: "Columns" }));
    expect(columns.getAllByText("Visits last week")).toHaveLength(2);
    expect(columns.getByText("left out")).toBeTruthy();
    expect(dialog.getByText("Every row fits.")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Take 1 row" }));
    expect(await screen.findByDisplayValue("Passkeys")).toBeTruthy();
    const sent = app.requests.find(({ url }) => url.includes("/records/table"));
    expect(sent?.url).toContain("field=topics");
    expect(sent?.headers.get("Content-Type")).toBe("text/csv");
  });

  it("names each row that does not fit with its reason, and leaves those out when asked", async () => {
    const { user } = await inForm();
    const dialog = await choose(
      user,
      "week.csv",
      csv(["Passkeys,4820,3250", "Patches,many,10", ",7,8"]),
    );
    expect(await dialog.findByText("2 rows do not fit")).toBeTruthy();
    expect(dialog.getByText("Row 2: Visits is not a number (line 3).")).toBeTruthy();
    expect(dialog.getByText("Row 3: Topic is missing (line 4).")).toBeTruthy();
    await user.click(dialog.getByRole("checkbox", { name: "Leave out the rows that do not fit" }));
    await user.click(dialog.getByRole("button", { name: "Take 1 row" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByDisplayValue("Passkeys")).toBeTruthy();
    expect(screen.queryByDisplayValue("Patches")).toBeNull();
  });

  it("takes what does not fit as it is written, so that nothing is lost", async () => {
    const { user } = await inForm();
    const dialog = await choose(user, "week.csv", csv(["Patches,many,10"]));
    await user.click(await dialog.findByRole("button", { name: "Take 1 row" }));
    expect(await screen.findByDisplayValue("many")).toBeTruthy();
  });

  it("says what a file must be, and what the server makes of one that it cannot read", async () => {
    await inForm();
    // As somebody who drops it: the system's dialog would not offer it.
    const user = userEvent.setup({ applyAccept: false });
    const dialog = await choose(user, "week.pdf", "x");
    expect(await dialog.findByText(/week.pdf is no table, mail or document/)).toBeTruthy();
    await user.upload(dialog.getByLabelText("Choose a file"), new File(["a,b\r\n1,2"], "w.csv"));
    expect(await dialog.findByText(/No column has the name of a field/)).toBeTruthy();
    expect(dialog.getByRole("button", { name: "Take 0 rows" })).toBeTruthy();
  });

  it("stays usable with 2,000 items: a page of them is drawn, and a problem leads to its page", async () => {
    const { user } = await inForm();
    const lines = topicsOf(2000).map(
      ({ name, visits, visitsLastWeek }, at) =>
        `${String(at + 1)} ${name},${at === 1990 ? "many" : String(visits)},${String(visitsLastWeek)}`,
    );
    const dialog = await choose(user, "year.csv", csv(lines));
    await user.click(await dialog.findByRole("button", { name: "Take 2,000 rows" }));
    expect(await screen.findByText("1 to 25 of 2,000 rows")).toBeTruthy();
    expect(screen.getAllByRole("listitem", { name: /^Topics \d+$/ })).toHaveLength(25);
    await user.click(screen.getByRole("button", { name: "Rows after" }));
    expect(screen.getByText("26 to 50 of 2,000 rows")).toBeTruthy();
    focusPointer("/topics/1990/visits");
    expect(document.activeElement?.id).toBe(controlId("/topics/1990/visits"));
    expect(screen.getByText("1,976 to 2,000 of 2,000 rows")).toBeTruthy();
  });
});
