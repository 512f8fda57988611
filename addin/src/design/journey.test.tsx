import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { showPage } from "../testing/showPage";
import {
  draftOption,
  findOption,
  journeyOf,
  suitedAnswers,
  versionOf,
  weeklyMap,
} from "../testing/journeys";
import { statusReport } from "../testing/workflows";

const field = (name: string | RegExp) => screen.findByRole("textbox", { name });
const press = (name: string | RegExp) => screen.findByRole("button", { name });

describe("C69 C46 the list of workflows", () => {
  it("shows each with its stage, who pilots it, and how far it is behind its plan", async () => {
    await showPage("p-dana", "#/workflows");
    const row = await screen.findByRole("row", { name: /Client email/ });
    expect(within(row).getByText("Version 1: in pilot")).toBeTruthy();
    expect(within(row).getByText("Version 1, Alex Meyer")).toBeTruthy();
    expect(within(row).getByText("2 days behind")).toBeTruthy();
  });

  it("tells everybody else who designs", async () => {
    await showPage("p-rita", "#/workflows");
    expect(await screen.findByText("Ask Dana Ortiz.")).toBeTruthy();
  });

  it("begins a workflow by its name, with a key that is proposed", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows");
    await user.click(await press("New workflow"));
    await user.type(await field(/What people call it/), "Weekly Update");
    expect(await field(/Its key/)).toHaveProperty("value", "weekly-update-2");
    await user.click(screen.getByRole("radio", { name: /map the work first/ }));
    await user.click(screen.getByRole("button", { name: "Begin" }));
    await waitFor(() => expect(location.hash).toBe("#/workflows/weekly-update-2/map"));
    expect(app.fake.design.journeys.get("weekly-update-2")?.name).toBe("Weekly Update");
  });

  it("begins with a ready workflow, which becomes the version that is written", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows");
    await user.click(await press("New workflow"));
    await user.click(screen.getByRole("button", { name: "Begin" }));
    expect(await screen.findByText(/Choose a ready workflow, or begin/)).toBeTruthy();
    await user.selectOptions(
      await screen.findByRole("combobox", { name: /Ready workflow/ }),
      "client-status-report",
    );
    await user.clear(await field(/What people call it/));
    await user.type(await field(/What people call it/), "Board report");
    await user.click(screen.getByRole("button", { name: "Begin" }));
    await waitFor(() =>
      expect(app.fake.design.journeys.get("board-report")?.draft).toContain('"key":"board-report"'),
    );
  });
});

describe("C26 the map of today's work", () => {
  it("adds up while it is typed", async () => {
    const { user } = await showPage("p-dana", "#/workflows/weekly-update/map");
    expect(await screen.findByText("65 minutes a run, 520 minutes a month")).toBeTruthy();
    const [first] = await screen.findAllByRole("textbox", { name: /^Minutes/ });
    if (!first) throw new Error("There is no step.");
    await user.clear(first);
    await user.type(first, "30");
    expect(screen.getByText("75 minutes a run, 600 minutes a month")).toBeTruthy();
  });

  it("moves a step by the keyboard and keeps the focus in it", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/weekly-update/map");
    const what = await screen.findByDisplayValue("Write the update");
    await user.click(what);
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    const steps = screen.getAllByRole("textbox", { name: /What is done/ });
    expect(steps[0]).toHaveProperty("value", "Write the update");
    await waitFor(() => expect(document.activeElement).toBe(steps[0]));
    expect(app.store.getState().announcement).toBe("Write the update is now 1 of 3.");
  });

  it("shows what the server finds at its field, and loses nothing", async () => {
    const { user } = await showPage("p-dana", "#/workflows/weekly-update/map");
    await user.click(await press("Add a step"));
    await user.click(screen.getByRole("button", { name: "Save the map" }));
    const empty = await screen.findAllByText(/This text is empty/);
    expect(empty).toHaveLength(4);
    expect(screen.getByDisplayValue("Write the update")).toBeTruthy();
  });

  it("keeps what was typed when somebody else was faster, and saves it over theirs when asked", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/weekly-update/map");
    const what = await screen.findByDisplayValue("Send the update");
    await user.type(what, " by mail");
    app.fake.design.touch("weekly-update");
    await user.click(screen.getByRole("button", { name: "Save the map" }));
    expect(await screen.findByText(/Somebody else has changed this workflow/)).toBeTruthy();
    expect(screen.getByDisplayValue("Send the update by mail")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save mine over it" }));
    await waitFor(() =>
      expect(app.fake.design.journeys.get("weekly-update")?.map?.steps[2]?.what).toBe(
        "Send the update by mail",
      ),
    );
    expect(app.fake.design.journeys.get("weekly-update")?.map?.steps[2]?.id).toBe("send");
  });

  it("says at once what is no number", async () => {
    const { user } = await showPage("p-dana", "#/workflows/weekly-update/map");
    const [minutes] = await screen.findAllByRole("textbox", { name: /^Minutes/ });
    await user.clear(minutes ?? document.body);
    await user.type(minutes ?? document.body, "ten");
    expect(screen.queryByText(/is no number/)).toBeNull();
    await user.tab();
    expect(await screen.findByText("“ten” is no number.")).toBeTruthy();
  });

  it("asks before what is not saved is left behind", async () => {
    const { user } = await showPage("p-dana", "#/workflows/weekly-update/map");
    await user.type(await screen.findByDisplayValue("Send the update"), " by mail");
    await user.click(screen.getByRole("tab", { name: /Choose/ }));
    expect(await screen.findByText("Leave without saving?")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByDisplayValue("Send the update by mail")).toBeTruthy();
    expect(location.hash).toBe("#/workflows/weekly-update/map");
    await user.click(await screen.findByRole("tab", { name: /Choose/ }));
    await user.click(await screen.findByRole("button", { name: "Leave" }));
    await waitFor(() => expect(location.hash).toBe("#/workflows/weekly-update/choose"));
  });
});

describe("C24 C25 C27 the choice", () => {
  it("judges the work by concrete answers, with a reason for each trait", async () => {
    const { user } = await showPage("p-dana", "#/workflows/weekly-update/choose");
    const judge = await press("Judge it");
    expect(judge.getAttribute("aria-disabled")).toBe("true");
    const choose = (name: RegExp, option: string) =>
      user.selectOptions(screen.getByRole("combobox", { name }), option);
    await choose(/kind of work/, "StatusReport");
    await choose(/input comes from/, "Table");
    await choose(/fixed the result/, "Fixed");
    await choose(/worst likely/, "Rework");
    await choose(/can see a mistake/, "AnyReviewer");
    await user.type(await field(/Past runs/), "10");
    await user.type(await field(/done as in the map/), "9");
    await user.click(judge);
    expect(await screen.findByText("This work is suited")).toBeTruthy();
    expect(screen.getByText("Repeatable: good")).toBeTruthy();
    expect(screen.getByText("9 of 10 runs were done as in the map.")).toBeTruthy();
  });

  const judged = (answers = suitedAnswers) =>
    journeyOf("judged", "Judged", {
      map: weeklyMap,
      answers,
      options: [draftOption, findOption],
      versions: [versionOf(1, "Designed")],
    });

  it("holds the options side by side, and keeps the choice with its reason", async () => {
    const { user, app } = await showPage("p-dana", "#/workflows/judged/choose", (before) => {
      before.fake.design.journeys.set("judged", judged());
    });
    const drafts = await screen.findByRole("listitem", { name: draftOption.name });
    expect(within(drafts).getByText("320 minutes")).toBeTruthy();
    expect(within(drafts).getByText("Recommended")).toBeTruthy();
    const finds = screen.getByRole("listitem", { name: findOption.name });
    expect(within(finds).getByText("160 minutes")).toBeTruthy();
    await user.click(within(drafts).getByRole("button", { name: /^Choose/ }));
    await user.type(await field(/Why this one/), "It saves twice as much.");
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Choose this" }));
    await waitFor(() =>
      expect(app.fake.design.journeys.get("judged")?.choice?.optionId).toBe(draftOption.id),
    );
    expect(await screen.findByText(/It saves twice as much\./)).toBeTruthy();
  });

  it("stops high stakes at first, says who can allow it, and lets an administrator do so", async () => {
    const prepare = (before: { fake: { design: { journeys: Map<string, unknown> } } }) => {
      before.fake.design.journeys.set("judged", judged({ ...suitedAnswers, kind: "Proposal" }));
    };
    const { user, app } = await showPage("p-dana", "#/workflows/judged/choose", prepare);
    expect(await screen.findByText("An administrator can allow it: Teodor Brandt.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Allow it" })).toBeNull();
    await app.actions.switchPerson("p-teo");
    app.actions.navigate({ screen: "workflow", key: "judged", tab: "choose" });
    await user.click(await press("Allow it"));
    await user.type(await field(/Reason/), "Two people sign.");
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Allow it" }));
    expect(await screen.findByText(/Teodor Brandt allowed it/)).toBeTruthy();
  });
});

describe("C11 C15 the test of the examples", () => {
  it("says what each draft does not say, and whether the bar is reached", async () => {
    const { user } = await showPage("p-dana", "#/workflows/tried/test", ({ fake }) => {
      fake.design.journeys.set(
        "tried",
        journeyOf("tried", "Tried", { versions: [versionOf(1, "Designed")] }),
      );
      const [example] = statusReport.examples;
      if (!example) throw new Error("The report has no example.");
      const facts = [{ text: "The release is late.", words: "late" }];
      fake.design.versions.set("tried", [
        {
          ...statusReport,
          key: "tried",
          examples: [example, { ...example, name: "Late", expected: { facts, mustNotSay: [] } }],
        },
      ]);
    });
    await user.click(await press("Try the examples"));
    expect(await screen.findByText(/1 of 2 examples passed\. Does not reach the bar/)).toBeTruthy();
    const late = screen.getByRole("listitem", { name: "Late" });
    expect(within(late).getByText("Late: Failed")).toBeTruthy();
    expect(within(late).getByText("The release is late.")).toBeTruthy();
    expect(screen.getByText(/With another, the test is open again/)).toBeTruthy();
  });
});

describe("C38 the measures that there are", () => {
  it("says whether people look, and that the loop is broken", async () => {
    await showPage("p-dana", "#/workflows/client-email/measures");
    expect(await screen.findByText("7 of 8 found")).toBeTruthy();
    expect(screen.getByText("3 of 12 finished handoffs asked for a second revision.")).toBeTruthy();
    expect(screen.getByText(/The loop is broken/)).toBeTruthy();
  });

  it("C38 C40 C42 answers the four questions and sets by hand beside each version", async () => {
    await showPage("p-dana", "#/workflows/client-email/measures");
    expect(await screen.findByText("Does it save time? yes")).toBeTruthy();
    expect(screen.getByText(/It saves 30 minutes a run/)).toBeTruthy();
    expect(screen.getByText("Is it used? too few to tell")).toBeTruthy();
    expect(screen.getByText("65 min")).toBeTruthy();
    expect(screen.getByText("31 min, 7 runs")).toBeTruthy();
  });
});
