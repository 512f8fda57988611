/** Why a mail is held. */
export type Held =
  | "notApproved"
  | "unknownKey"
  | "broken"
  | "expired"
  | "otherDraft"
  | "body"
  | "subject"
  | "recipients"
  | "attachments"
  | "label"
  | "fault";

interface Words {
  readonly held: Readonly<Record<Held, string>>;
  readonly open: string;
}

/** What the send dialog says: what happened, and what to do. Outlook shows 500 characters at most, and 20 on the button. */
export const words: Readonly<Record<"en" | "de", Words>> = {
  en: {
    held: {
      notApproved:
        "This mail was drafted with HandoffOffice and is not approved yet. Open HandoffOffice to have it reviewed and signed.",
      unknownKey:
        "The approval of this mail was not made by a key that this mailbox knows. Open HandoffOffice and send again; if it stays so, tell your administrator.",
      broken:
        "The approval of this mail cannot be read, or was changed. Open HandoffOffice to have the mail approved again.",
      expired:
        "The approval of this mail has expired. Open HandoffOffice to have the mail approved again.",
      otherDraft:
        "The approval belongs to another draft. Open HandoffOffice to have the mail approved again.",
      body: "The text was changed after the mail was approved. Undo the change, or open HandoffOffice to have the mail approved again.",
      subject:
        "The subject was changed after the mail was approved. Undo the change, or open HandoffOffice to have the mail approved again.",
      recipients:
        "The recipients were changed after the mail was approved. Undo the change, or open HandoffOffice to have the mail approved again.",
      attachments:
        "The attachments were changed after the mail was approved. Undo the change, or open HandoffOffice to have the mail approved again.",
      label:
        "The sensitivity label was changed after the mail was approved. Undo the change, or open HandoffOffice to have the mail approved again.",
      fault:
        "HandoffOffice could not check this mail. Try again; if it stays so, open HandoffOffice.",
    },
    open: "Open HandoffOffice",
  },
  de: {
    held: {
      notApproved:
        "Diese Mail wurde mit HandoffOffice entworfen und ist noch nicht freigegeben. Öffnen Sie HandoffOffice, um sie prüfen und unterschreiben zu lassen.",
      unknownKey:
        "Die Freigabe dieser Mail stammt von keinem Schlüssel, den dieses Postfach kennt. Öffnen Sie HandoffOffice und senden Sie erneut; bleibt es dabei, sagen Sie es Ihrem Administrator.",
      broken:
        "Die Freigabe dieser Mail ist nicht lesbar oder wurde verändert. Öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      expired:
        "Die Freigabe dieser Mail ist abgelaufen. Öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      otherDraft:
        "Die Freigabe gehört zu einem anderen Entwurf. Öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      body: "Der Text wurde nach der Freigabe geändert. Nehmen Sie die Änderung zurück oder öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      subject:
        "Der Betreff wurde nach der Freigabe geändert. Nehmen Sie die Änderung zurück oder öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      recipients:
        "Die Empfänger wurden nach der Freigabe geändert. Nehmen Sie die Änderung zurück oder öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      attachments:
        "Die Anlagen wurden nach der Freigabe geändert. Nehmen Sie die Änderung zurück oder öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      label:
        "Die Vertraulichkeitsbezeichnung wurde nach der Freigabe geändert. Nehmen Sie die Änderung zurück oder öffnen Sie HandoffOffice, um die Mail neu freigeben zu lassen.",
      fault:
        "HandoffOffice konnte diese Mail nicht prüfen. Versuchen Sie es erneut; bleibt es dabei, öffnen Sie HandoffOffice.",
    },
    open: "HandoffOffice öffnen",
  },
};

/** The words for a display language (BCP 47): German where it is German, else English. */
export function wordsFor(language: string): Words {
  if (/^de\b/i.test(language)) return words.de;
  return words.en;
}
