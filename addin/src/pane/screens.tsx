import { NotLoadedError } from "../components/ErrorBoundary";
import { HelpLabel } from "../components/HelpLabel";
import { NameTip } from "../components/Named";
import { PersonAvatar } from "../components/PersonAvatar";
import { onDemand } from "../components/onDemand";

import { FormMenu, ImportDialog, PasteTable } from "./input/dialogs";

/** The screens behind the first one, each in files of its own with the words that it says. */

const nothing = () => null;

export const InputScreen = onDemand(
  ["form"],
  async () => (await import("./input/InputScreen")).InputScreen,
);
export const DraftScreen = onDemand(
  ["form", "work"],
  async () => (await import("./DraftScreen")).DraftScreen,
);
export const ReviewScreen = onDemand(
  ["work", "administration"],
  async () => (await import("./review/ReviewScreen")).ReviewScreen,
);
export const TriageScreen = onDemand(
  ["work", "administration"],
  async () => (await import("./triage/TriageScreen")).TriageScreen,
);
export const SignScreen = onDemand(
  ["work"],
  async () => (await import("./sign/SignScreen")).SignScreen,
);
export const DoneScreen = onDemand(["work"], async () => (await import("./DoneScreen")).DoneScreen);
export const JournalTap = onDemand(
  ["form"],
  async () => (await import("./JournalTap")).JournalTap,
  { meanwhile: nothing },
);
export const PracticeScreen = onDemand(
  ["work"],
  async () => (await import("./practice/PracticeScreen")).PracticeScreen,
);

export const PersonMenu = onDemand([], async () => (await import("./PersonMenu")).PersonMenu, {
  meanwhile: ({ button }) => button,
});

/** On the first screen, where there are many workflows. */
export const WorkflowSearch = onDemand(
  [],
  async () => (await import("./WorkflowSearch")).WorkflowSearch,
  { meanwhile: () => <div style={{ height: "32px" }} />, spare: true },
);

/** On the first screen, but only for those who review, and not before it is known whether they are away. */
export const MyAbsence = onDemand(
  ["administration"],
  async () => (await import("./MyAbsence")).MyAbsence,
  { meanwhile: nothing },
);

// The pages of designers and administrators: whoever writes or reviews never loads them.
export const AdminPage = onDemand(
  ["work", "administration"],
  async () => (await import("../admin/AdminPage")).AdminPage,
);
export const WorkflowsPage = onDemand(
  ["form", "work", "design"],
  async () => (await import("../design/WorkflowsPage")).WorkflowsPage,
);
export const JourneyPage = onDemand(
  ["form", "work", "design"],
  async () => (await import("../design/JourneyPage")).JourneyPage,
);

/** What the steps of a handoff need, in the order in which somebody comes to it. */
export const ahead = [
  PersonAvatar,
  WorkflowSearch,
  NameTip,
  InputScreen,
  JournalTap,
  HelpLabel,
  PersonMenu,
  FormMenu,
  PasteTable,
  ImportDialog,
  DraftScreen,
  ReviewScreen,
  SignScreen,
  DoneScreen,
  TriageScreen,
  PracticeScreen,
];

/** What few people need, or only some of them. */
export const apart = [MyAbsence, AdminPage, WorkflowsPage, JourneyPage];

/** Fetches the screens that are ahead, one after the other. */
export async function loadAhead(): Promise<void> {
  try {
    for (const { load } of ahead) await load();
  } catch (error) {
    // Without a connection the others would not come either. Each tells of it where somebody goes there.
    if (!(error instanceof NotLoadedError)) throw error;
  }
}
