import type { TemplateField, Workflow } from "../api/types";

const field = (
  name: string,
  label: string,
  kind: TemplateField["kind"],
  rest: Partial<TemplateField> = {},
): TemplateField => ({ name, label, kind, required: true, ...rest });

const steps = (name: string, label: string, help: string): TemplateField =>
  field(name, label, "List", {
    group: name,
    help,
    minItems: 1,
    maxItems: 12,
    fields: [
      field("name", "Name", "Text", { maxLength: 80 }),
      field("date", "Date", "Date"),
      field("owner", "Owner", "Text", { maxLength: 60 }),
    ],
  });

/** The facts of the first example: kubernetes/sig-release, releases/release-1.31, as of 19 July 2024. */
export const kubernetesRecord = {
  client: "Platform Engineering steering group",
  project: "Kubernetes 1.31",
  periodStart: "2024-07-01",
  periodEnd: "2024-07-19",
  accountManager: "Release Lead",
  milestonesCompleted: [
    { name: "1.31.0-alpha.3 released", date: "2024-07-02", owner: "Branch Manager" },
    { name: "Feature blog freeze", date: "2024-07-03", owner: "Comms Lead" },
    { name: "1.31.0-beta.0 released", date: "2024-07-16", owner: "Branch Manager" },
    { name: "Deprecations and Removals blog published", date: "2024-07-18", owner: "Comms" },
  ],
  blockers: [
    {
      summary:
        "Pod Level Resource Specifications (enhancement 2837) missed the Enhancements Freeze; its exception was rejected, so it moves out of 1.31",
      owner: "SIG Node",
      since: "2024-06-20",
    },
  ],
  exceptionsRequested: 5,
  exceptionsApproved: 4,
  exceptionsRejected: 1,
  nextSteps: [
    { name: "Code Freeze", date: "2024-07-24", owner: "Branch Manager" },
    { name: "Docs Freeze", date: "2024-07-30", owner: "Docs Lead" },
    { name: "Test Freeze", date: "2024-07-31", owner: "Branch Manager" },
    { name: "Kubernetes v1.31.0 released", date: "2024-08-13", owner: "Branch Manager" },
  ],
  tone: "Friendly and professional",
};

export const statusReport: Workflow = {
  key: "client-status-report",
  version: 1,
  name: "Client status report",
  promise:
    "Milestones, blockers and next steps become a one-page report your client can read in a minute.",
  pattern: "Draft",
  stakes: "Medium",
  surface: "Word",
  task: "Writing",
  baselineMinutes: 45,
  input: {
    groups: [
      { key: "about", label: "About the report" },
      { key: "milestonesCompleted", label: "Completed" },
      { key: "blockers", label: "In the way" },
      { key: "nextSteps", label: "Next" },
      { key: "style", label: "How it should sound" },
    ],
    fields: [
      field("client", "Client", "Text", { group: "about", maxLength: 80, example: "Contoso Ltd" }),
      field("project", "Project", "Text", { group: "about", maxLength: 80 }),
      field("periodStart", "Period from", "Date", { group: "about" }),
      field("periodEnd", "Period to", "Date", {
        group: "about",
        help: "The last day the report speaks of. It must not lie before the first.",
      }),
      field("accountManager", "Account manager", "Text", {
        group: "about",
        help: "Who the client asks when something is unclear.",
      }),
      steps(
        "milestonesCompleted",
        "Milestones completed",
        "What was finished in the period, oldest first.",
      ),
      field("blockers", "Blockers", "List", {
        group: "blockers",
        required: false,
        help: "What stops or slows the project now. Leave empty when nothing does.",
        maxItems: 6,
        fields: [
          field("summary", "Summary", "LongText", { maxLength: 300 }),
          field("owner", "Owner", "Text"),
          field("since", "Since", "Date"),
        ],
      }),
      field("exceptionsRequested", "Exceptions requested", "Number", {
        group: "blockers",
        required: false,
        min: 0,
      }),
      field("exceptionsApproved", "Exceptions approved", "Number", {
        group: "blockers",
        required: false,
        min: 0,
      }),
      field("exceptionsRejected", "Exceptions rejected", "Number", {
        group: "blockers",
        required: false,
        min: 0,
      }),
      steps("nextSteps", "Next steps", "What comes next, with the date it is due."),
      field("budget", "Budget left", "Money", {
        group: "style",
        required: false,
        currency: "EUR",
        min: 0,
      }),
      field("tone", "Tone", "Choice", {
        group: "style",
        choices: ["Friendly and professional", "Formal", "Plain"],
      }),
    ],
  },
  output: {
    format: "Document",
    subject: "Status of {project}",
    language: "en",
    paragraphs: { min: 3, max: 5 },
    words: { min: 100, max: 220 },
    tone: ["friendly", "professional"],
    person: "FirstPlural",
    sections: [
      {
        key: "progress",
        heading: "Progress",
        purpose: "What was completed",
        fields: ["/milestonesCompleted"],
      },
      {
        key: "blockers",
        heading: "Blockers",
        purpose: "What is in the way",
        fields: ["/blockers"],
      },
      { key: "next", heading: "Next steps", purpose: "What comes next", fields: ["/nextSteps"] },
    ],
    mustMention: ["/project", "/periodEnd"],
    forbiddenPhrases: ["I hope this finds you well", "as per my last"],
  },
  gate: {
    checks: [{ kind: "Dates", severity: "Blocking" }],
    checklist: [
      {
        id: "dates",
        text: "Every date in the report matches the record.",
        nonNegotiable: true,
        evidence: "Dates",
      },
      {
        id: "facts",
        text: "Every milestone and every blocker of the record is in the report, and nothing else.",
        nonNegotiable: true,
        evidence: "Facts",
      },
      {
        id: "numbers",
        text: "Every number stands for what the record says it counts.",
        nonNegotiable: true,
        evidence: "Numbers",
      },
      {
        id: "tone",
        text: "It sounds the way we speak with this client.",
        nonNegotiable: false,
        evidence: "Tone",
      },
      {
        id: "length",
        text: "It can be read in a minute.",
        nonNegotiable: false,
        evidence: "Length",
      },
      {
        id: "phrases",
        text: "None of our banned phrases is in it.",
        nonNegotiable: false,
        evidence: "Phrases",
      },
    ],
    reviewers: 1,
    loopBudget: 1,
    approvalHours: 48,
    reviewHours: 24,
  },
  responsibilities: {
    input: { title: "Account manager", holder: "Author" },
    draft: { title: "Account manager", holder: "Author" },
    release: { title: "Delivery lead", holder: "Reviewer" },
  },
  examples: [
    {
      name: "Kubernetes 1.31, July 2024",
      about:
        "Real facts of the Kubernetes 1.31 release, as of 19 July 2024 (kubernetes/sig-release).",
      record: kubernetesRecord,
    },
  ],
};

export const clientEmail: Workflow = {
  ...statusReport,
  key: "client-email",
  name: "Client email",
  promise: "Say what you want from your client; get a short, clear mail to check and send.",
  stakes: "Low",
  surface: "Outlook",
  baselineMinutes: 15,
  input: {
    groups: [],
    fields: [
      field("recipient", "Recipient", "Person"),
      field("topic", "Topic", "Text", { maxLength: 120 }),
      field("message", "What they should know", "LongText", { minLength: 20, maxLength: 800 }),
      field("urgent", "It is urgent", "YesNo", { required: false }),
      field("amount", "Amount", "Money", { required: false, currency: "EUR" }),
      field("tone", "Tone", "Choice", {
        choices: ["Friendly", "Formal", "Direct", "Warm", "Plain", "Brief"],
      }),
    ],
  },
  output: {
    ...statusReport.output,
    format: "Email",
    sections: [{ key: "body", purpose: "The message", fields: ["/message"] }],
    recipients: "/recipient",
    subject: "{topic}",
  },
  examples: [
    {
      name: "A moved date",
      about: "The documentation freeze moves by a day.",
      record: {
        recipient: { name: "Maria Nowak", email: "maria.nowak@contoso.example" },
        topic: "Docs Freeze moves to 30 July 2024",
        message: "The Docs Freeze moves to 30 July 2024. Please have your pages reviewed by then.",
        urgent: true,
        tone: "Friendly",
      },
    },
  ],
};

export const workflows: readonly Workflow[] = [statusReport, clientEmail];
