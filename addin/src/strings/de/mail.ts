import type { Placed } from "../../host/OfficeHost";

/** Die Worte zur Mail, die in Outlook offen ist. */
export const mail = {
  fill: "Aus dieser Mail ausfüllen",
  filled: (fields: string) => `Aus dieser Mail ausgefüllt: ${fields}. Prüfen Sie jedes davon.`,
  nothing: "Diese Mail hat nichts, was dem Formular fehlt.",
  shortened: (field: string, most: string) =>
    `„${field}“ fasst ${most} Zeichen: Der älteste Teil des Verlaufs fehlt.`,
  notRead: "Die offene Mail ließ sich nicht lesen",
  labelNotRead: "Die Vertraulichkeitsbezeichnung der offenen Mail ließ sich nicht lesen",
  notMarked: "Die offene Mail ließ sich nicht als Entwurf kennzeichnen",
  notUnmarked: "Die Kennzeichnung der offenen Mail ließ sich nicht entfernen",
  notPlaced: "Die Mail ließ sich nicht einsetzen",
  failed: (why: string) =>
    `Outlook meldet: ${why} Gesendet wurde nichts. Versuchen Sie es noch einmal.`,
  place: "In diese Mail einsetzen",
  placeAgain: "Noch einmal einsetzen",
  placing: "Wird eingesetzt …",
  placedTitle: "Der Text steht in dieser Mail",
  placedBody:
    "Lesen Sie ihn noch einmal und senden Sie. Eine Änderung wird aufgehalten, bis sie neu freigegeben ist.",
  differsTitle: "Diese Mail ist nicht wie freigegeben",
  differs: {
    body: "Es steht anderer Text darin. Entfernen Sie, was seit Beginn des Entwurfs geschrieben wurde, und setzen Sie ihn noch einmal ein.",
    subject: "Der Betreff ist ein anderer.",
    recipients: "Die Empfänger sind andere.",
    attachments: "Es gibt Anlagen, die nicht freigegeben wurden. Entfernen Sie sie.",
    label:
      "Ihre Vertraulichkeitsbezeichnung ist nicht die freigegebene und ließ sich von hier aus nicht ändern. Stellen Sie sie in Outlook ein, und setzen Sie den Text noch einmal ein. Wurde keine freigegeben und verlangt Outlook eine, beginnen Sie den Entwurf aus dieser Mail, damit sie mit freigegeben wird.",
  } satisfies Record<Placed["differs"][number], string>,
  cannotHold:
    "Dieses Outlook kann keine Mail aufhalten, deshalb wird nichts eingesetzt. Senden Sie die freigegebene Mail aus Ihrem Postfach, oder laden Sie sie herunter.",
  inReply: "Für eine Antwort wählen Sie „Antworten“ und öffnen dort HandoffOffice.",
};
