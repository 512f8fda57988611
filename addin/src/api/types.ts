/** The one place where the generated schema gets its names; everything else imports from here. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Absence = Schemas["Absence"];
export type ActionState = Schemas["ActionView"];
export type BrokenGlass = Schemas["BrokenGlass"];
export type Change = Schemas["ChangeView"];
export type ChangeDecision = Schemas["Decision"];
export type ChecklistItem = Schemas["ChecklistItemView"];
export type Configuration = Schemas["ConfigurationView"];
export type Catcher = Schemas["Catcher"];
export type CheckKind = Schemas["CheckKind"];
export type CountEvidence = Schemas["CountView"];
export type DateEvidence = Schemas["DateView"];
export type Delivery = Schemas["DeliveryView"];
export type DraftDone = Schemas["DraftDone"];
export type DraftFailed = Schemas["DraftFailed"];
export type DraftStarted = Schemas["DraftStarted"];
export type FactEvidence = Schemas["FactView"];
export type FieldProblem = Schemas["Problem"];
export type Finding = Schemas["FindingView"];
export type HandoffAction = Schemas["UserAction"];
export type HandoffList = Schemas["HandoffList"];
export type HandoffState = Schemas["HandoffState"];
export type HandoffSummary = Schemas["HandoffSummary"];
export type HandoffView = Schemas["HandoffView"];
export type HistoryEntry = Schemas["HistoryEntry"];
export type LocalPerson = Schemas["LocalPerson"];
export type LocalToken = Schemas["LocalToken"];
export type Meaning = Schemas["SignatureMeaning"];
export const meanings = ["Review", "Approval", "Responsibility"] as const satisfies Meaning[];
export type Me = Schemas["CallerView"];
export type Origin = Schemas["DrafterView"];
export type OutcomeReport = Schemas["OutcomeReport"];
export type OutcomeView = Schemas["OutcomeView"];
export type Person = Schemas["Person"];
export type Problem = Schemas["ProblemDetails"];
export type ReassignedReview = Schemas["ReassignedReview"];
export type Responsibility = Schemas["ResponsibilityView"];
export type Role = Schemas["Role"];
export type SeedResult = Schemas["SeedResultView"];
export type Sentence = Schemas["DraftSentence"];
export type Severity = Schemas["Severity"];
export type SignedTreeHead = Schemas["SignedTreeHead"];
export type Stakes = Schemas["Stakes"];
export type StopOrder = Schemas["StopOrder"];
export type StopScope = Schemas["StopScope"];
export type TemplateField = Schemas["TemplateField"];
export type ValidationResult = Schemas["RecordValidation"];
export type Viewing = Schemas["ViewingView"];
export type Workflow = Schemas["Workflow"];
export type WorkflowSummary = Schemas["WorkflowSummary"];

/** The structured data that a handoff starts from, as JSON. */
export type InputRecord = Workflow["examples"][number]["record"];
