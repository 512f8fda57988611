import { screen, waitFor } from "@testing-library/react";
import { setCurrent } from "../strings/current";
import { languages, type Language } from "../strings/languages";
import type { Strings } from "../strings/types";
import type { App } from "../store/app";
import type { TestApp } from "./builders";

type Builders = typeof import("./builders");

/** One of the pane's screens: who looks at it, and where it is. */
export interface Place {
  readonly person: string;
  /** Brings the application there; returns the address. */
  readonly address: (builders: Builders, app: TestApp) => Promise<string> | string;
}

const handoff = (builders: Builders, app: App) => `#/handoffs/${builders.viewIn(app).id}`;

const drafted =
  (step = ""): Place["address"] =>
  async (builders, app) => {
    await builders.draftReport(app);
    return `${handoff(builders, app)}${step}`;
  };

const tab = (name: string): Place => ({
  person: "p-dana",
  address: () => `#/workflows/client-status-report/${name}`,
});

export const places: Readonly<Record<string, Place>> = {
  home: {
    person: "p-rita",
    address: async (builders, app) => {
      await builders.draftReport(app);
      return "#/";
    },
  },
  input: { person: "p-alex", address: () => "#/start/client-status-report?example=1" },
  review: { person: "p-rita", address: drafted() },
  sign: { person: "p-rita", address: drafted("/sign") },
  done: {
    person: "p-rita",
    address: async (builders, app) => {
      await builders.draftReport(app);
      await builders.approve(app);
      return handoff(builders, app);
    },
  },
  triage: {
    person: "p-rita",
    address: async (builders, app) => {
      await builders.draftTopics(app);
      return handoff(builders, app);
    },
  },
  practice: { person: "p-rita", address: () => "#/practice/client-status-report" },
  admin: { person: "p-teo", address: () => "#/admin" },
  workflows: { person: "p-dana", address: () => "#/workflows" },
  map: tab("map"),
  choose: tab("choose"),
  design: tab("design"),
  test: tab("test"),
  pilot: tab("pilot"),
  measures: tab("measures"),
  training: tab("training"),
  playbook: tab("playbook"),
};

/** Loads the application in a language; to be called before anything else has loaded a screen. */
export async function loadIn(language: Language, words: Strings) {
  setCurrent({ language, locale: languages[language].locale, words });
  const [builders, { showPage }] = await Promise.all([import("./builders"), import("./showPage")]);

  /** Shows a screen and waits until it is at rest; returns what the server has sent so far. */
  return async function show({ person, address }: Place): Promise<string> {
    const { app } = await showPage(person, "#/");
    await app.actions.switchPerson("p-alex");
    const hash = await address(builders, app);
    await app.actions.switchPerson(person);
    location.hash = hash;
    app.actions.arrive(hash);
    let before = "";
    await waitFor(
      () => {
        const now = shownTexts().join("\n");
        const atRest = now === before;
        before = now;
        if (screen.queryAllByRole("button").length === 0) throw new Error("Nothing is there yet.");
        if (!atRest) throw new Error("The screen still changes.");
      },
      { interval: 150, timeout: 60_000 },
    );
    return app.answers.join("\n");
  };
}

/** Everything that is seen or heard on the page, one text each; the two letters of a person are no word. */
export function shownTexts(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement?.closest("style, .fui-Avatar__initials") == null)
      texts.push(textContent ?? "");
  }
  for (const element of document.body.querySelectorAll("*"))
    for (const name of ["aria-label", "aria-description", "title", "placeholder", "alt"])
      texts.push(element.getAttribute(name) ?? "");
  return texts.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
}

/** What a locale says by itself: months, zones, units, and how long something takes. */
const ofTheLocale =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|GMT|UTC|min|in|days?|hours?|minutes?|ago|now|this|yesterday|tomorrow|and|or|to|at|am|pm)$/;

/** The stretches of plain English in a text that the server did not send. */
export function strayEnglish(text: string, answers: string): string[] {
  const stretches = text.match(/[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+)*/g) ?? [];
  return stretches.filter(
    (stretch) =>
      /[A-Za-z]{2}/.test(stretch) &&
      !answers.includes(stretch) &&
      !stretch.split(" ").every((word) => word.length < 2 || ofTheLocale.test(word)),
  );
}
