import type { TemplateField, Workflow } from "../api/types";
import { statusReport } from "./workflows";

const number = (name: string, label: string, required = true): TemplateField => ({
  name,
  label,
  kind: "Number",
  required,
  min: 0,
});

const text = (name: string, label: string, required = true): TemplateField => ({
  name,
  label,
  kind: "Text",
  required,
  maxLength: 300,
});

const subjects = [
  ["Cloud cost control", "How do we keep the cloud bill from growing?"],
  ["Zero trust for small offices", "Do we need a VPN at all any more?"],
  ["Backup and restore drills", "How often should we try a restore?"],
  ["Passkeys at work", "Can we get rid of passwords this year?"],
  ["Patch windows", "How fast is fast enough for a critical patch?"],
  ["Incident reporting duties", "Whom do we have to tell, and by when?"],
  ["Laptop lifecycle", "Is it cheaper to repair or to replace?"],
  ["Ticket queues", "Why do tickets wait longest on Mondays?"],
  ["Spreadsheets that became systems", "What do we do with the sheet that runs the warehouse?"],
  ["Meeting rooms that work", "Why does the sound fail in every hybrid meeting?"],
  ["Email authentication", "Why do our mails land in spam?"],
  ["AI usage rules", "What may people paste into a chatbot?"],
] as const;

const places = [
  "for clinics",
  "for schools",
  "in retail",
  "for law firms",
  "in logistics",
] as const;

/** A week of topics on a site: the first are read most. */
export const topicsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [subject, question] = subjects[index % subjects.length] ?? subjects[0];
    const place = places[Math.floor(index / subjects.length) % places.length] ?? "";
    const visits = 5200 - Math.floor((5200 * index) / count);
    return {
      name: index < subjects.length ? subject : `${subject} ${place}`,
      visits,
      visitsLastWeek: Math.round(visits * (0.6 + ((index * 7) % 10) / 20)),
      searches: 610 - Math.floor((610 * index) / count),
      ...(index % 3 === 2 ? {} : { question }),
    };
  });

export const topicsRecord = {
  site: "Harbourline IT",
  weekStart: "2026-11-16",
  weekEnd: "2026-11-22",
  topics: topicsOf(60),
};

/** A workflow that filters: from a week's traffic to the topics that are worth an article. */
export const weeklyTopics: Workflow = {
  ...statusReport,
  key: "weekly-topics",
  name: "Weekly topics",
  promise:
    "From a week's traffic to the few topics that are worth writing about, ranked with reasons.",
  pattern: "Filter",
  stakes: "Low",
  baselineMinutes: 90,
  input: {
    groups: [
      { key: "week", label: "Site and week" },
      { key: "topics", label: "Topics" },
    ],
    fields: [
      { ...text("site", "Site"), group: "week" },
      { name: "weekStart", label: "Week from", kind: "Date", required: true, group: "week" },
      { name: "weekEnd", label: "Week to", kind: "Date", required: true, group: "week" },
      {
        name: "topics",
        label: "Topics",
        kind: "List",
        required: true,
        group: "topics",
        minItems: 1,
        maxItems: 2000,
        fields: [
          text("name", "Topic"),
          number("visits", "Visits"),
          number("visitsLastWeek", "Visits last week"),
          number("searches", "Searches", false),
          text("question", "Typical question", false),
        ],
      },
    ],
  },
  output: {
    ...statusReport.output,
    sections: [
      {
        key: "topics",
        heading: "Topics to write about",
        purpose: "The topics that were kept, the best first.",
        fields: ["/topics"],
      },
    ],
    mustMention: [],
    subject: "Topics of the week from {weekStart} on {site}",
  },
  filter: {
    items: "/topics",
    name: "name",
    criteria: [
      { field: "visits", weight: 3, direction: "Higher", than: "visitsLastWeek" },
      { field: "searches", weight: 1, direction: "Higher" },
    ],
    mostCandidates: 60,
    handover: { threshold: 0.4, precision: 0.7, recall: 0.8 },
    final: { accepted: 0.8 },
    angles: ["How to", "What it costs", "A client's story"],
    depths: ["Short", "Standard", "Deep"],
    demands: ["Angle", "Assignee"],
  },
  examples: [
    {
      name: "Third week of November",
      about: "Topics of an IT advisor's site.",
      record: topicsRecord,
      relevant: ["/topics/0", "/topics/2"],
    },
  ],
};
