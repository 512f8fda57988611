import type { Journey, VersionInLife } from "../api/types";
import { designTabs, type DesignTab } from "../store/route";
import { strings } from "../strings";

const words = strings.design.tabs.lacks;

const ofChoice = new Set(["suitability", "choice", "high-stakes-first", "contradiction"]);
const ofTest = new Set(["examples", "few-examples"]);

export const newestOf = (journey: Journey): VersionInLife | undefined => journey.versions[0];

/** What the newest version lacks for its next steps, each thing once. */
function lacksOf(journey: Journey) {
  const lacks = newestOf(journey)?.next.flatMap((next) => next.lacks) ?? [];
  return [...new Map(lacks.map((lack) => [`${lack.code} ${lack.text}`, lack])).values()];
}

const coded = (journey: Journey, codes: ReadonlySet<string>) =>
  lacksOf(journey)
    .filter(({ code }) => codes.has(code))
    .map(({ text }) => text);

/** What is missing in a step before the next one makes sense: sentences for the designer; none where it is done. */
export function missingIn(tab: DesignTab, journey: Journey): readonly string[] {
  const newest = newestOf(journey);
  switch (tab) {
    case "map":
      return journey.map ? [] : [words.map];
    case "choose": {
      const said = coded(journey, ofChoice);
      if (said.length > 0) return said;
      if (!journey.answers) return [words.answers];
      if (journey.options.length === 0) return [words.options];
      return journey.choice ? [] : [words.choice];
    }
    case "design":
      return newest ? [] : [words.version];
    case "test": {
      if (!newest) return [words.versionFirst];
      const said = coded(journey, ofTest);
      return said.length > 0 || newest.stage !== "Designed" ? said : [words.test];
    }
    case "pilot":
      return missingInPilot(journey, newest);
    case "training":
      return [];
    case "measures":
      return lacksOf(journey)
        .filter(({ code }) => code.startsWith("measures-"))
        .map(({ text }) => text);
    case "playbook":
      return [];
  }
}

function missingInPilot(journey: Journey, newest: VersionInLife | undefined): readonly string[] {
  if (newest?.stage === "Live" || newest?.stage === "Retired") return [];
  const { pilot } = journey;
  if (!pilot) return [words.pilot];
  return pilot.endedAt ? [words.live] : [words.running(pilot.person.name)];
}

/** What is only read, and never done: no steps on the way. */
export const isReading = (tab: DesignTab): boolean =>
  tab === "measures" || tab === "training" || tab === "playbook";

/** The first step in which something is missing: where a designer goes on. */
export const nextTab = (journey: Journey): DesignTab =>
  designTabs.find((tab) => !isReading(tab) && missingIn(tab, journey).length > 0) ?? "pilot";
