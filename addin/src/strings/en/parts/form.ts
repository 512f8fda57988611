import type { JournalKind, JournalStep } from "../../../api/types";
import { formatNumber } from "../../../format";
import { count } from "../count";
import { filling } from "../filling";

/** What the form says, and the journal below each step. */
export const words = {
  input: {
    title: "What should it say?",
    lead: "Only what you enter here can end up in the text.",
    saved: (when: string) => `Saved on this device at ${when}`,
    notKept: "This browser does not keep entries. Finish in one go.",
    restored: "Your earlier entries are back.",
    example: "Load the example",
    examples: "Load an example",
    exampleLoaded: (name: string) => `“${name}” is loaded.`,
    startOver: "Clear the form",
    cleared: "The form is empty.",
    required: "Required",
    optional: "optional",
    forExample: (value: string) => `For example: ${value}`,
    yes: "Yes",
    no: "No",
    choose: "Choose…",
    amount: "Amount",
    currency: "Currency",
    name: "Name",
    email: "Email",
    characters: (used: number, max: number) =>
      `${formatNumber(used)} of ${formatNumber(max)} characters`,
    other: "More",
    expected: (expected: string) => `Expected: ${expected}.`,
    summaryTitle: (problems: number) =>
      `${count(problems, "entry needs", "entries need")} another look`,
    add: (label: string) => `Add a row to ${label}`,
    addShort: "Add a row",
    row: (label: string, index: number) => `${label} ${String(index)}`,
    moveUp: (row: string) => `Move ${row} up`,
    moveDown: (row: string) => `Move ${row} down`,
    remove: (row: string) => `Remove ${row}`,
    removed: (row: string) => `${row} was removed.`,
    moved: (row: string, to: number) => `${row} is now number ${String(to)}.`,
    emptyList: "Nothing here yet.",
    listFull: (max: number) => `${String(max)} is the most this list takes.`,
    paste: "Paste a table",
    pasteFor: (label: string) => `Paste a table into ${label}`,
    pasteLead: "Copy rows in Excel, Word or a CSV file and paste them here.",
    pasteBox: "Table",
    pasteColumns: (columns: string) =>
      `Columns in order: ${columns}. With a header row, any order will do.`,
    pasteReplace: "Replace the rows that are there",
    pastePreview: (rows: number, how: "headers" | "order") =>
      `${count(rows, "row", "rows")} found, matched by ${how === "headers" ? "the header row" : "the order of the columns"}.`,
    pasteIgnored: (columns: string) => `Left out: column ${columns}.`,
    pasteUnread: (row: number, label: string, text: string) =>
      `Row ${String(row)}, ${label}: “${text}” could not be read. Correct it in the form.`,
    pasteNothing: "No table in it yet.",
    pasteAction: (rows: number) => `Take ${count(rows, "row", "rows")}`,
    reviewers: "Who reviews it",
    reviewersHelp: (needed: number) =>
      needed === 1
        ? "One of them checks the text and signs."
        : `${String(needed)} different people check the text and sign.`,
    ownWork: (stakes: string) => `At ${stakes.toLowerCase()} nobody reviews their own handoff.`,
    noReviewers: "Nobody else here may review. Ask an administrator to give somebody the role.",
    tooFewReviewers: (needed: number) =>
      `Choose at least ${count(needed, "reviewer", "reviewers")}.`,
    ownDocument: "Your own document",
    ownDocumentHelp: "Optional. The draft is added to it as tracked changes.",
    chooseDocument: "Choose a .docx file",
    removeDocument: (name: string) => `Remove ${name}`,
    notDocx: "Only .docx documents can take tracked changes. Save it as .docx and choose it again.",
    submit: "Write the draft",
    goOn: "Go on to the text",
    submitting: "Handing it over…",
  },
  filling,
  journal: {
    label: "What did you notice?",
    kinds: {
      Hard: "Hard",
      Slow: "Slow",
      Struggled: "AI struggled",
      Faster: "Faster",
    } satisfies Record<JournalKind, string>,
    steps: {
      Input: "Input",
      Draft: "Draft",
      Review: "Review",
      Sign: "Sign",
      Done: "Done",
    } satisfies Record<JournalStep, string>,
    note: (kind: string) => `${kind}. A few words, if you like`,
    send: "Note it",
    undo: "Not that",
    noted: (kind: string) => `Noted: ${kind}. Thank you.`,
    failed: "It was not noted.",
  },
};
