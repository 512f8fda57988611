/** Who Office says is signed in, as a sign-in name: a hint and never an identity. Undefined where it does not say. */
export async function loginHintOf(office: typeof Office): Promise<string | undefined> {
  const { context } = office;
  // Known without waiting, and of the mailbox that is open: where somebody has several accounts in Outlook, the one they work in.
  const { mailbox } = context as Partial<Office.Context>;
  if (mailbox) return mailbox.userProfile.emailAddress;
  if (!context.requirements.isSetSupported("NestedAppAuth", "1.1")) return undefined;
  try {
    const { loginHint, userPrincipalName } = await office.auth.getAuthContext();
    return loginHint || userPrincipalName || undefined;
  } catch {
    // Office knows nobody, or does not tell: without the hint the person is asked at most once more.
    return undefined;
  }
}
