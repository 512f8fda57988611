import { formatNumber } from "../../../format";
import { count } from "../count";
import { tracked } from "../tracked";

/** What the workbench says: its bar, and the document beside the pane. */
export const words = {
  workbench: {
    workflows: "Workflows",
    administration: "Administration",
    areas: "Document and pane",
    document: "Document",
    pane: "Pane",
    mail: "Mail",
    mailEditor: "Mail as it stands",
    switchPerson: "Switch person",
    switchHint: "Local people of this server. No password: this is a trial on your own machine.",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "As the system" },
    emptyTitle: "Your document appears here",
    emptyBody: "Pick a workflow on the right, or open a real status report and see it happen.",
    emptyAction: "Open the sample report",
    outlineTitle: "What will be written",
    outlineWords: (min: number, max: number) =>
      `${formatNumber(min)} to ${formatNumber(max)} words`,
    outlineParagraphs: (min: number, max: number) =>
      min === max
        ? count(min, "paragraph", "paragraphs")
        : `${String(min)} to ${String(max)} paragraphs`,
    documentLoading: "Loading the document",
    documentFailed: "The document could not be shown",
    unreadable: {
      title: "The document could not be shown",
      body: "The file itself is unharmed. Go on in the pane, or download it and open it in Word.",
    },
    documentLabel: "Document with tracked changes",
    legendPending: (pending: number) =>
      pending === 0 ? "No change is open" : `${count(pending, "change", "changes")} open`,
    comment: (author: string, text: string) => `Comment by ${author}: ${text}`,
    to: "To",
    subject: "Subject",
    noRecipient: "No recipient in the record",
    writing: "The draft is being written",
  },
  tracked,
};
