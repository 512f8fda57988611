import type { Person, PersonTraining, Practice, PracticeFeedback, Training } from "../api/types";
import { personOf, rulesOrigin } from "./fakePeople";
import { json, refuse } from "./refusal";
import { workflows } from "./workflows";

interface Told {
  readonly text: string;
  readonly citation: string;
  /** What is wrong in it; nothing where it is right. */
  readonly planted?: Omit<PracticeFeedback, "verdict">;
}

const told: readonly Told[] = [
  {
    text: "Enhancements Freeze was completed on 3 July 2024.",
    citation: "/milestonesCompleted/0",
    planted: {
      kind: "Date",
      plantedWords: "3 July 2024",
      trueWords: "14 June 2024",
      trueText: "Enhancements Freeze was completed on 14 June 2024.",
      pointer: "/milestonesCompleted/0/date",
    },
  },
  { text: "Of 5 exceptions requested, 4 were approved.", citation: "/exceptionsRequested" },
  {
    text: "The release is at risk.",
    citation: "/status",
    planted: {
      kind: "Polarity",
      plantedWords: "at risk",
      trueWords: "on track",
      trueText: "The release is on track.",
    },
  },
  { text: "Code Freeze will follow on 24 July 2024.", citation: "/nextSteps/0" },
];

const facts: Practice["facts"] = [
  { pointer: "/status", label: "Status", value: "on track" },
  { pointer: "/milestonesCompleted/0/date", label: "Milestone 1: date", value: "14 June 2024" },
  { pointer: "/exceptionsRequested", label: "Exceptions requested", value: "5" },
  { pointer: "/nextSteps/0/date", label: "Next step 1: date", value: "24 July 2024" },
];

interface Stored {
  readonly trainee: Person;
  practice: Practice;
}

/** Practising on the fake server: one text with two errors, and the product's bar. */
export class FakeTraining {
  readonly bar = { practices: 3, catchShare: 0.8, falseAlarmShare: 0.2 };
  private readonly stored: Stored[] = [];

  /** Answers what is about practising; undefined for everything else. */
  async answer(request: Request, caller: Person): Promise<Response | undefined> {
    const [stage, id = "", part, sentence = ""] = new URL(request.url).pathname
      .replace("/api/v1/", "")
      .split("/")
      .map(decodeURIComponent);
    if (stage === "workflows" && part === "training") return json(this.training(id, caller));
    if (stage === "workflows" && part === "practices") return json(this.begin(id, caller));
    if (stage !== "practices") return undefined;
    const own =
      this.stored.find(({ practice, trainee }) => practice.id === id && trainee.id === caller.id) ??
      refuse(404, "unknown-practice", "There is no such practice", "You have none with this id.");
    if (part === "answers") {
      const { isWrong } = (await request.json()) as { isWrong: boolean };
      own.practice = answered(own.practice, sentence, isWrong);
    }
    if (part === "finish") own.practice = finished(own.practice);
    return json(own.practice);
  }

  private begin(key: string, caller: Person): Practice {
    const mine = this.stored.filter(({ trainee }) => trainee.id === caller.id);
    const open = mine.find(({ practice }) => practice.workflow === key && !practice.score);
    if (open) return open.practice;
    const workflow = workflows.find((each) => each.key === key);
    const practice: Practice = {
      id: `p-${String(this.stored.length + 1)}`,
      workflow: key,
      version: workflow?.version ?? 1,
      workflowName: workflow?.name ?? key,
      example: workflow?.examples[0]?.name ?? "Example",
      notice: rulesOrigin.notice,
      startedAt: new Date().toISOString(),
      sentences: told.map(({ text, citation }, index) => ({
        id: `s${String(index + 1)}`,
        paragraph: 0,
        text,
        citations: [citation],
      })),
      facts,
    };
    this.stored.push({ trainee: caller, practice });
    return practice;
  }

  private training(key: string, caller: Person): Training {
    const people = [...new Set(this.stored.map(({ trainee }) => trainee.id))];
    return {
      workflow: key,
      version: 1,
      required: false,
      possible: true,
      bar: this.bar,
      mine: this.of(key, caller.id),
      people: people.map((id) => this.of(key, id)),
    };
  }

  private of(key: string, personId: string): PersonTraining {
    const scores = this.stored
      .filter(({ trainee, practice }) => trainee.id === personId && practice.workflow === key)
      .flatMap(({ practice }) => (practice.score ? [practice.score] : []));
    const last = scores.slice(-this.bar.practices);
    const sum = (of: (score: (typeof last)[number]) => number) =>
      last.reduce((all, score) => all + of(score), 0);
    const total = {
      planted: sum(({ planted }) => planted),
      caught: sum(({ caught }) => caught),
      clean: sum(({ clean }) => clean),
      falseAlarms: sum(({ falseAlarms }) => falseAlarms),
      seconds: sum(({ seconds }) => seconds),
    };
    const passed =
      last.length === this.bar.practices &&
      total.caught >= this.bar.catchShare * total.planted &&
      total.falseAlarms <= this.bar.falseAlarmShare * total.clean;
    return {
      person: personOf(personId),
      trainedAt: passed ? new Date().toISOString() : null,
      trainedOn: passed ? 1 : null,
      practices: scores.length,
      lastAt: null,
      ...(last.length > 0 ? { last: total } : {}),
    };
  }
}

function answered(practice: Practice, id: string, isWrong: boolean): Practice {
  return {
    ...practice,
    sentences: practice.sentences.map((sentence, index) => {
      if (sentence.id !== id) return sentence;
      const planted = told[index]?.planted;
      const verdict = planted
        ? isWrong
          ? ("Caught" as const)
          : ("Missed" as const)
        : isWrong
          ? ("FalseAlarm" as const)
          : ("Right" as const);
      return { ...sentence, feedback: { verdict, ...planted } };
    }),
  };
}

function finished(practice: Practice): Practice {
  const having = (verdict: string) =>
    practice.sentences.filter(({ feedback }) => feedback?.verdict === verdict).length;
  return {
    ...practice,
    score: {
      planted: having("Caught") + having("Missed"),
      caught: having("Caught"),
      clean: having("Right") + having("FalseAlarm"),
      falseAlarms: having("FalseAlarm"),
      seconds: 42,
    },
  };
}
