import type { LifecycleStage, ModelTask, Pattern } from "../../api/types";
import { formatNumber } from "../../format";
import type { DesignTab } from "../../store/route";
import { count, withinSentence } from "./count";
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
  noNumber: (typed: string) => `„${typed}“ ist keine Zahl.`,
  version,
  stages: {
    Designed: "Gestaltet",
    Tested: "Getestet",
    Pilot: "Im Pilot",
    Live: "In Betrieb",
    Retired: "Stillgelegt",
  } satisfies Record<LifecycleStage, string>,
  noStage: "Noch nicht geschrieben",
  patterns: {
    Draft: "KI entwirft, ein Mensch prüft",
    Filter: "KI filtert, ein Mensch entscheidet",
    Parallel: "Beide schreiben, nebeneinander",
  } satisfies Record<Pattern, string>,
  tasks: {
    Writing: "Schreiben",
    Reasoning: "Schlussfolgern",
    Extraction: "Fakten in Texten finden",
    Code: "Programmcode",
    Images: "Bilder",
  } satisfies Record<ModelTask, string>,
  minutes,
  foreign: {
    title: "Diese Seite ist für alle, die Workflows gestalten",
    body: (names: string) => `Fragen Sie ${names}.`,
    nobody: "Hier gestaltet noch niemand Workflows. Die Verwaltung kann jemanden benennen.",
  },
  readOnly: {
    title: "Sie können zusehen und entscheiden, was die Verwaltung braucht",
    body: (name: string) => `Diesen Workflow gestaltet ${name}.`,
  },
  list: {
    title: "Workflows",
    lead: "Jeder auf seinem Weg von der heutigen Arbeit zum Alltag.",
    new: "Neuer Workflow",
    empty:
      "Noch wird kein Workflow gestaltet. Beginnen Sie mit einer Arbeit, die jede Woche wiederkommt.",
    columns: {
      name: "Workflow",
      stage: "Neueste Version",
      live: "In Betrieb",
      pilot: "Im Pilot",
      drift: "Plan",
      runs: "Durchläufe",
      saved: "Gespart je Durchlauf",
      flags: "Achtung",
    },
    version: (value: number) => `Version ${String(value)}`,
    versionIn: (value: number, stage: string) =>
      `Version ${String(value)}: ${withinSentence(stage)}`,
    none: "keine",
    pilotBy: (value: number, name: string) => `Version ${String(value)}, ${name}`,
    sample: "Beispiel",
    noFlag: "nichts",
    measuring: "…",
    notMeasured: "–",
    notLoaded: "nicht geladen",
    saved: (minutes: number) => `${formatNumber(Math.round(minutes))}\u00a0min`,
  },
  drift: (days: number | undefined | null) =>
    days == null
      ? "kein Plan"
      : days > 0
        ? `${count(days, "Tag", "Tage")} im Verzug`
        : days < 0
          ? `${count(-days, "Tag", "Tage")} voraus`
          : "im Plan",
  create: {
    title: "Neuer Workflow",
    name: "Wie er heißen soll",
    nameMissing: "Geben Sie ihm einen Namen.",
    key: "Sein Schlüssel",
    keyHint: "So kennen ihn Adressen und Flows. Er ändert sich nie.",
    from: "Beginnen mit",
    kinds: {
      library: "einem fertigen Workflow, den Sie nach Belieben ändern",
      nothing: "nichts: zuerst den Prozess aufnehmen",
      file: "einer Datei eines Workflows",
    },
    library: "Fertiger Workflow",
    libraryNone: "Bitte auswählen",
    libraryMissing: "Wählen Sie einen fertigen Workflow, oder beginnen Sie mit etwas anderem.",
    examples: (examples: number) => `Bringt ${count(examples, "Beispiel", "Beispiele")} mit.`,
    file: "Datei auswählen",
    chosen: (name: string) => `${name} wird seine erste Version, noch offen für Änderungen.`,
    fileMissing: "Wählen Sie eine Datei.",
    fileWrong:
      "Das ist keine Datei eines Workflows: Sie ist kein JSON, oder es fehlen alle seine Teile.",
    action: "Beginnen",
    begun: (name: string) => `${name} ist begonnen.`,
  },
  moved: {
    title: "Jemand anderes hat diesen Workflow geändert",
    body: "Was Sie eingegeben haben, ist noch da und nicht gespeichert.",
    mine: "Meines darüber speichern",
    theirs: "Den anderen Stand nehmen",
  },
  saved: "Gespeichert.",
  tabs: {
    label: "Schritte der Gestaltung",
    done: "erledigt",
    open: "offen",
    names: {
      map: "Prozess",
      choose: "Auswahl",
      design: "Gestalten",
      test: "Test",
      pilot: "Pilot",
      measures: "Messwerte",
      training: "Übung",
      playbook: "Playbook",
    } satisfies Record<DesignTab, string>,
    leads: {
      map: "Wie die Arbeit heute geht, Schritt für Schritt, damit sich der Gewinn später zeigen lässt.",
      choose: "Ob sich die Arbeit eignet und wo KI am meisten hilft.",
      design:
        "Was eingegeben wird, wie der Text sein muss und was geprüft wird, bevor er hinausgeht.",
      test: "Ob Entwürfe zu echten Beispielen sagen, was sie müssen, bevor sich jemand darauf verlässt.",
      pilot:
        "Eine Person probiert es zwei bis drei Wochen in echter Arbeit aus; dann wird es verbessert oder freigeschaltet.",
      measures: "Was die bisherigen Übergaben zeigen.",
      training: "Wer an diesem Workflow geübt hat, an Texten mit eingebauten Fehlern.",
      playbook:
        "Eine Seite für alle, die damit arbeiten: was einzugeben ist, was herauskommt, worauf zu achten ist.",
    } satisfies Record<DesignTab, string>,
    missing: "Damit es weitergeht:",
    nothing: "Hier fehlt nichts.",
    goOn: (tab: string) => `Weiter: ${tab}`,
    lacks: {
      map: "Speichern Sie den Prozess.",
      answers: "Beantworten Sie, ob sich die Arbeit eignet.",
      options: "Fügen Sie mindestens einen Weg hinzu.",
      choice: "Wählen Sie einen Weg.",
      version: "Fügen Sie die erste Version hinzu.",
      versionFirst: "Fügen Sie zuerst unter „Gestalten“ eine Version hinzu.",
      test: "Probieren Sie die Beispiele aus.",
      pilot: "Beginnen Sie den Pilot.",
      running: (name: string) => `${name} probiert es aus.`,
      live: "Schalten Sie es für alle frei.",
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
