/** The longest that is waited for Office to say what is around the pane, in milliseconds. */
const longest = 10_000;

/**
 * Office.js, where it runs in an application of Office; undefined in a browser, and where the script could not be loaded: the pane is then
 * the one of the browser. Whoever asks again is answered at once.
 */
export async function officeAround(): Promise<typeof Office | undefined> {
  const { Office: office } = globalThis as { Office?: typeof Office };
  if (!office) return undefined;
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), longest);
  });
  const info = await Promise.race([office.onReady(), late]);
  // Outside of Office its script answers too, and names no host.
  return info && /^(?:Word|Outlook)$/.test(String(info.host)) ? office : undefined;
}
