/** The one place where the generated schema gets its names; everything else imports from here. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type ActionState = Schemas["ActionState"];
export type Change = Schemas["Change"];
export type ChangeDecision = Schemas["ChangeDecision"];
export type ChecklistItem = Schemas["ChecklistItem"];
export type Configuration = Schemas["Configuration"];
export type CountEvidence = Schemas["CountEvidence"];
export type DateEvidence = Schemas["DateEvidence"];
export type DraftDone = Schemas["DraftDone"];
export type DraftFailed = Schemas["DraftFailed"];
export type DraftStarted = Schemas["DraftStarted"];
export type FactEvidence = Schemas["FactEvidence"];
export type FieldProblem = Schemas["FieldProblem"];
export type Finding = Schemas["Finding"];
export type HandoffAction = Schemas["HandoffAction"];
export type HandoffList = Schemas["HandoffList"];
export type HandoffState = Schemas["HandoffState"];
export type HandoffSummary = Schemas["HandoffSummary"];
export type HandoffView = Schemas["HandoffView"];
export type HistoryEntry = Schemas["HistoryEntry"];
export type LocalPerson = Schemas["LocalPerson"];
export type LocalToken = Schemas["LocalToken"];
export type Me = Schemas["Me"];
export type Origin = Schemas["Origin"];
export type Person = Schemas["Person"];
export type Problem = Schemas["Problem"];
export type Responsibility = Schemas["Responsibility"];
export type Role = Schemas["Role"];
export type Sentence = Schemas["Sentence"];
export type Severity = Schemas["Severity"];
export type Stakes = Schemas["Stakes"];
export type TemplateField = Schemas["TemplateField"];
export type ValidationResult = Schemas["ValidationResult"];
export type Workflow = Schemas["Workflow"];
export type WorkflowSummary = Schemas["WorkflowSummary"];

/** The structured data that a handoff starts from, as JSON. */
export type InputRecord = Workflow["examples"][number]["record"];
