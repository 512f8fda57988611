import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { showPage } from "../../testing/showPage";
import { statusReport } from "../../testing/workflows";
import { blankVersion, readFile, withoutField } from "./model";

const tab = (name: string | RegExp) => screen.findByRole("tab", { name });
const press = (name: string | RegExp) => screen.findByRole("button", { name });
const preview = () => screen.findByRole("region", { name: "What it makes" });

describe("C01 C02 C12 C69 writing a version", () => {
  it("shows a new field in the very form of the pane at once, and keeps it without being asked", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/weekly-update/design");
    await user.click(await tab(/^Form \(/));
    await user.click(await press("Add a field"));
    await user.type(screen.getByRole("textbox", { name: /What people read/ }), "Period to");
    await user.selectOptions(screen.getByRole("combobox", { name: /Kind/ }), "Date");
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Add a field" }));
    expect(await within(await preview()).findByLabelText(/^Period to/)).toBeTruthy();
    expect(await screen.findByText(/^Kept /)).toBeTruthy();
    const kept = readFile(app.fake.design.journeys.get("weekly-update")?.draft ?? "");
    expect(kept?.input.fields).toMatchObject([{ name: "periodTo", kind: "Date" }]);
  });

  it("C28 C33 says at its field what is vague, and leads there from the list", async () => {
    const { user } = await showPage("p-dana", "#/workflows/client-status-report/design");
    await user.click(await tab("Gate"));
    await user.click(await press("Add an item"));
    await user.type(
      await screen.findByRole("textbox", { name: /What to check/ }),
      "Review the draft",
    );
    await user.click(await tab("About"));
    await user.click(await within(await preview()).findByRole("tab", { name: "To mend (1)" }));
    expect((await press(/Add version 2/)).getAttribute("aria-disabled")).toBe("true");
    await user.click(await press("Nobody can tell when this is done."));
    const item = await screen.findByRole("textbox", { name: /What to check/ });
    await waitFor(() => expect(document.activeElement).toBe(item));
    expect(screen.getByText(/Nobody can tell when this is done\. Expected/)).toBeTruthy();
  });

  it("C37 asks what a change of a workflow in use answers", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/client-email/design");
    const add = await press("Add version 2");
    await waitFor(() => expect(add.getAttribute("aria-disabled")).toBeNull());
    await user.click(add);
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Add version 2" }));
    expect(within(dialog).getByText("Choose at least one.")).toBeTruthy();
    await user.click(await within(dialog).findByRole("checkbox", { name: /^Hard: I never/ }));
    await user.type(
      within(dialog).getByRole("textbox", { name: /to be better/ }),
      "Nobody has to guess the tone.",
    );
    await user.click(within(dialog).getByRole("button", { name: "Add version 2" }));
    await waitFor(() =>
      expect(app.fake.design.journeys.get("client-email")?.adjustments).toMatchObject([
        {
          from: 1,
          to: 2,
          results: [{ cause: { kind: "Journal", entries: ["n-1"] } }],
          expectation: "Nobody has to guess the tone.",
        },
      ]),
    );
    // Its examples are tried before anybody can use it.
    expect(await press("Try the examples")).toBeTruthy();
    await user.click(screen.getByRole("tab", { name: /^Design/ }));
    await user.click(await press("Show the differences"));
    expect(await screen.findByText("“Budget left” has to be filled in.")).toBeTruthy();
  });

  it("saves the version as a file that can be taken back", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/client-status-report/design");
    await user.click(await press("Save as a file"));
    const [file] = app.host.saved;
    expect(file?.name).toBe("client-status-report-2.json");
    expect(readFile((await file?.blob.text()) ?? "")?.input.fields).toHaveLength(
      statusReport.input.fields.length,
    );
  });
});

describe("C01 a version from a file", () => {
  it("is none where the file is no JSON or has no part of a workflow", () => {
    expect(readFile("{")).toBeUndefined();
    expect(readFile('{"name":"x"}')).toBeUndefined();
    expect(readFile("[1]")).toBeUndefined();
  });

  it("keeps its shape whatever a file puts in the place of its parts", () => {
    const read = readFile(
      '{"input":{"fields":[{"label":7},3]},"gate":{"checks":"no"},"name":null}',
    );
    expect(read?.input.fields).toMatchObject([{ label: "", kind: "Text" }]);
    expect(read?.gate.checks).toEqual(blankVersion.gate.checks);
    expect(read?.name).toBe("");
  });

  it("C02 loses what speaks of a field together with the field", () => {
    const index = statusReport.input.fields.findIndex(({ name }) => name === "project");
    const { output } = withoutField(statusReport, index);
    expect(output.mustMention).toEqual(["/periodEnd"]);
    expect(output.sections.flatMap(({ fields }) => fields)).not.toContain("/project");
  });
});
