/** Names that the pane, the handler and the manifests share. */
export const names = {
  /** The function of the manifest's event. */
  action: "onMessageSend",
  /** The command of the manifest that opens the pane. */
  openPane: "openPane",
  draftHeader: "x-handoffoffice-draft",
  sealHeader: "x-handoffoffice-seal",
  /** Of the session: the handoff that drafted the mail. */
  draft: "handoffoffice.draft",
  /** What stood in the mail when its drafting began, and may stand below the approved text: length and digest of its canonical form. */
  tailHeader: "x-handoffoffice-tail",
  /** Of the mailbox's settings: the organisation's public keys, as an array of base64. */
  keys: "handoffoffice.keys",
} as const;
