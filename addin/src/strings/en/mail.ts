import type { Placed } from "../../host/OfficeHost";

/** The words about the mail that is open in Outlook. */
export const mail = {
  fill: "Fill from this mail",
  filled: (fields: string) => `Filled from this mail: ${fields}. Check each of them.`,
  nothing: "This mail has nothing that the form lacks.",
  shortened: (field: string, most: string) =>
    `“${field}” takes ${most} characters: the oldest part of the thread is left out.`,
  notRead: "The open mail could not be read",
  labelNotRead: "The sensitivity label of the open mail could not be read",
  notMarked: "The open mail could not be marked as a draft",
  notUnmarked: "The mark could not be taken off the open mail",
  notPlaced: "The mail could not be put in",
  failed: (why: string) => `Outlook says: ${why} Nothing was sent. Try again.`,
  place: "Put it into this mail",
  placeAgain: "Put it in again",
  placing: "Putting it in…",
  placedTitle: "It is in this mail",
  placedBody:
    "Read it once more and press Send. A change to it is held until it is approved again.",
  differsTitle: "This mail is not as approved",
  differs: {
    body: "There is other text in it. Remove what was written since the draft began, then put it in again.",
    subject: "The subject is another one.",
    recipients: "The recipients are others.",
    attachments: "There are attachments that were not approved. Remove them.",
    label:
      "Its sensitivity label is not the approved one, and could not be changed from here. Set it in Outlook, then put the mail in again. If no label was approved and Outlook asks for one, start the draft from this mail, so that the label is approved with it.",
  } satisfies Record<Placed["differs"][number], string>,
  cannotHold:
    "This Outlook cannot hold a mail back, so nothing is put into it. Send the approved mail from your mailbox, or download it.",
  inReply: "To put it into a reply, press Reply and open HandoffOffice there.",
};
