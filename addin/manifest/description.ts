import { names } from "../src/send/names";
import type { Parameters } from "./parameters";
import { facts } from "./purposes";
import { type ButtonWords, type wordsOf } from "./words";

/**
 * What the manifests say, once. The writers beside this file put it into the three forms that Office reads: `unified.ts`, `mailApp.ts`
 * and `taskPaneApp.ts`.
 */

/** Where Office.js comes from; the store takes no other place (learn.microsoft.com, "Referencing the Office JavaScript API library"). */
export const officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** A place where a button opens the pane. */
export interface Button {
  /** The id of the button; the one for compose is what the send dialog opens (`commandId`). */
  readonly id: string;
  readonly group: string;
  /** Where it stands, as the unified manifest calls it. */
  readonly context: "mailCompose" | "mailRead" | "default";
  readonly words: (words: ReturnType<typeof wordsOf>) => ButtonWords;
}

export const mailButtons: readonly Button[] = [
  { id: names.openPane, group: "composeGroup", context: "mailCompose", words: (w) => w.compose },
  { id: "openPaneToRead", group: "readGroup", context: "mailRead", words: (w) => w.read },
];

export const wordButton: Button = {
  id: "openPaneInWord",
  group: "wordGroup",
  context: "default",
  words: (w) => w.document,
};

/**
 * The lowest requirement sets with which the add-in is offered. What is above them the pane asks for at run time.
 *
 * Mailbox 1.8 has the internet headers: where a draft cannot be marked, neither the handler nor a mail-flow rule would know it again, so
 * the pane is not offered there. 1.12 has OnMessageSend; a client between the two gets the pane without the handler, and what it
 * sends meets the mail-flow rule (see ../admin). Members of 1.14 (the button of the dialog) are ignored where they are unknown.
 */
export const requirements = {
  pane: { name: "Mailbox", minVersion: "1.8" },
  send: { name: "Mailbox", minVersion: "1.12" },
  word: { name: "WordApi", minVersion: "1.3" },
} as const;

/**
 * The least that the code needs (the minimum permission levels are those of the members in `@types/office-js`): headers, body,
 * recipients, session data and attachments of the item that is open. ReadWriteMailbox would open every other mail as well, and
 * nothing here asks for one: `getAttachmentContentAsync` needs read item, `roamingSettings` restricted.
 */
export const permissions = {
  mail: { xml: "ReadWriteItem", unified: "MailboxItem.ReadWrite.User" },
  word: { xml: "ReadWriteDocument", unified: "Document.ReadWrite.User" },
  /** Delegates and shared mailboxes: without it no handler runs there. */
  shared: { unified: "Mailbox.SharedFolder" },
} as const;

/** The sizes of a button's icon: those that Office must have, and those that it takes on screens of other densities. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** The sizes that a unified manifest may name: three at most (the schema's `maxItems`), and these three must be there. */
export const requiredIconSizes = [16, 32, 80] as const;

/** The sizes of the add-in's own icon in lists, usual and dense (learn.microsoft.com, IconUrl and HighResolutionIconUrl). */
export const listIcons = { mail: [64, 128], word: [32, 64] } as const;

/** The icons in the package of the unified manifest, in the sizes that its schema asks for. */
export const packageIcons = {
  color: { file: "color.png", source: "icons/icon-192.png", size: 192 },
  outline: { file: "outline.png", source: "icons/outline-32.png", size: 32 },
} as const;

export const iconPath = (size: number) => `icons/icon-${size}.png`;

export const accentColor = "#0f6cbd";

/** The function that runs when a mail is sent, and how strict Outlook is when it cannot run. */
export const sendEvent = ({ purpose }: Parameters) => ({
  functionName: names.action,
  mode: facts[purpose].sendMode,
});

/** Every address of the manifests. */
export function addresses({ base, pages }: Parameters) {
  const at = (path: string) => `${base}/${path}`;
  return {
    pane: at("taskpane.html"),
    /** The page of the event's runtime, in browsers. */
    sendPage: at("send.html"),
    /** The script alone, for classic Outlook on Windows. */
    sendScript: at("send.js"),
    icon: (size: number) => at(iconPath(size)),
    origin: new URL(base).origin,
    host: new URL(base).host,
    ...pages,
  };
}
