import type { LifecycleStage, ModelTask, Pattern } from "../../api/types";
import { formatNumber } from "../../format";
import type { DesignTab } from "../../store/route";
import { count } from "./count";
import { choose } from "./design/choose";
import { filtering, playbook } from "./design/filtering";
import { map } from "./design/map";
import { measures } from "./design/measures";
import { minutes } from "./design/minutes";
import { pilot } from "./design/pilot";
import { test } from "./design/test";
import { weeks } from "./design/weeks";
import { version } from "./version";

/** The words of the designer's pages. */
export const design = {
  noNumber: (typed: string) => `“${typed}” is no number.`,
  version,
  stages: {
    Designed: "Designed",
    Tested: "Tested",
    Pilot: "In pilot",
    Live: "Live",
    Retired: "Retired",
  } satisfies Record<LifecycleStage, string>,
  noStage: "Not written yet",
  patterns: {
    Draft: "AI drafts, a person checks",
    Filter: "AI filters, a person decides",
    Parallel: "Both write, side by side",
  } satisfies Record<Pattern, string>,
  tasks: {
    Writing: "Writing",
    Reasoning: "Reasoning",
    Extraction: "Finding facts in text",
    Code: "Code",
    Images: "Images",
  } satisfies Record<ModelTask, string>,
  minutes,
  foreign: {
    title: "This page is for designers",
    body: (names: string) => `Ask ${names}.`,
    nobody: "Nobody here is a designer yet. An administrator can name one.",
  },
  readOnly: {
    title: "You can look, and decide what needs an administrator",
    body: (name: string) => `${name} designs this workflow.`,
  },
  list: {
    title: "Workflows",
    lead: "Each on its way from today's work to everyday use.",
    new: "New workflow",
    empty: "No workflow is being designed yet. Begin with work that comes back every week.",
    columns: {
      name: "Workflow",
      stage: "Newest version",
      live: "Live",
      pilot: "In pilot",
      drift: "Plan",
      runs: "Runs",
      saved: "Saved a run",
      flags: "Attention",
    },
    version: (value: number) => `Version ${String(value)}`,
    versionIn: (value: number, stage: string) => `Version ${String(value)}: ${stage.toLowerCase()}`,
    none: "none",
    pilotBy: (value: number, name: string) => `Version ${String(value)}, ${name}`,
    sample: "Sample",
    noFlag: "nothing",
    measuring: "…",
    notMeasured: "–",
    notLoaded: "not loaded",
    saved: (minutes: number) => `${formatNumber(Math.round(minutes))} min`,
  },
  drift: (days: number | undefined | null) =>
    days == null
      ? "no plan"
      : days > 0
        ? `${count(days, "day", "days")} behind`
        : days < 0
          ? `${count(-days, "day", "days")} ahead`
          : "on time",
  create: {
    title: "New workflow",
    name: "What people call it",
    nameMissing: "Give it a name.",
    key: "Its key",
    keyHint: "What addresses and flows know it by. It never changes.",
    from: "Begin with",
    kinds: {
      library: "a ready workflow, to change as you like",
      nothing: "nothing: map the work first",
      file: "a file of a workflow",
    },
    library: "Ready workflow",
    libraryNone: "Choose one",
    libraryMissing: "Choose a ready workflow, or begin with something else.",
    examples: (examples: number) => `Comes with ${count(examples, "example", "examples")}.`,
    file: "Choose a file",
    chosen: (name: string) => `${name} becomes its first version, still open to change.`,
    fileMissing: "Choose a file.",
    fileWrong: "This is no file of a workflow: it is not JSON, or has none of its parts.",
    action: "Begin",
    begun: (name: string) => `${name} is begun.`,
  },
  moved: {
    title: "Somebody else has changed this workflow",
    body: "What you typed is still here and is not saved.",
    mine: "Save mine over it",
    theirs: "Take theirs",
  },
  saved: "Saved.",
  tabs: {
    label: "Steps of the design",
    done: "done",
    open: "open",
    names: {
      map: "Map",
      choose: "Choose",
      design: "Design",
      test: "Test",
      pilot: "Pilot",
      measures: "Measures",
      training: "Training",
      playbook: "Playbook",
    } satisfies Record<DesignTab, string>,
    leads: {
      map: "How the work is done today, step by step, so that the gain can be told later.",
      choose: "Whether the work is suited, and where AI helps most.",
      design: "What people enter, what the text has to be, and what is checked before it leaves.",
      test: "Whether drafts of real examples say what they have to, before anybody relies on them.",
      pilot:
        "One person tries it in real work for two to three weeks; then it is mended or let go.",
      measures: "What the handoffs so far show.",
      training: "Who has practised on this workflow, on texts with planted errors.",
      playbook:
        "One page for whoever works with it: what to enter, what comes out, what to look at.",
    } satisfies Record<DesignTab, string>,
    missing: "To go on:",
    nothing: "Nothing is missing here.",
    goOn: (tab: string) => `Go on: ${tab}`,
    lacks: {
      map: "Save the map.",
      answers: "Answer whether the work is suited.",
      options: "Add at least one option.",
      choice: "Choose an option.",
      version: "Add the first version.",
      versionFirst: "Add a version in Design first.",
      test: "Try the examples.",
      pilot: "Start the pilot.",
      running: (name: string) => `${name} is trying it.`,
      live: "Let everybody use it.",
    },
  },
  map,
  choose,
  test,
  pilot,
  measures,
  filtering,
  playbook,
  weeks,
};
