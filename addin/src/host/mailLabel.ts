import { officeAct, officeCall, OfficeCallError } from "./officeCall";

/** Sensitivity labels came with Mailbox 1.13, the headers of a mail that is read with 1.8. */
const labelsFrom = "1.13";
const headersFrom = "1.8";

const noAnswer = (error: unknown) => error instanceof OfficeCallError && error.code === "NoAnswer";

/** What a call gives, or undefined where Office refuses it. That it says nothing at all is no refusal. */
async function unlessRefused<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof OfficeCallError) || noAnswer(error)) throw error;
    return undefined;
  }
}

/** Whether this Outlook and its organisation have sensitivity labels at all. */
async function hasLabels({ requirements, sensitivityLabelsCatalog }: Office.Context) {
  if (!requirements.isSetSupported("Mailbox", labelsFrom)) return false;
  const enabled = await unlessRefused(
    officeCall<boolean>("sensitivityLabelsCatalog.getIsEnabledAsync", (done) =>
      sensitivityLabelsCatalog.getIsEnabledAsync(done),
    ),
  );
  return enabled === true;
}

const ask = (item: Office.MessageCompose) =>
  officeCall<string>("sensitivityLabel.getAsync", (done) => item.sensitivityLabel.getAsync(done));

/**
 * The id of the sensitivity label of a mail that is written; undefined without one, and where there are none. Throws where there are labels
 * and this one can't be read: a source whose label is not known is not one without a label.
 */
export async function labelOfWritten(
  context: Office.Context,
  item: Office.MessageCompose,
): Promise<string | undefined> {
  if (!(await hasLabels(context))) return undefined;
  const label = await ask(item);
  return label === "" ? undefined : label.toLowerCase();
}

/**
 * Gives a mail the approved label where it has another. A label that Outlook does not let go of, or does not give, stays as it is: reading
 * it back tells. Office.js has no way to take a label away.
 */
export async function setLabel(
  context: Office.Context,
  item: Office.MessageCompose,
  approved: string | undefined,
): Promise<void> {
  if (approved === undefined || !(await hasLabels(context))) return;
  if ((await ask(item)).toLowerCase() === approved) return;
  await unlessRefused(
    officeAct("sensitivityLabel.setAsync", (done) =>
      item.sensitivityLabel.setAsync(approved, done),
    ),
  );
}

const entry = /MSIP_Label_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_Enabled\s*=\s*true\b/i;

/** The id of the sensitivity label of a mail that is read, from its header `msip_labels`. */
export async function labelOfRead(
  { requirements }: Office.Context,
  item: Office.MessageRead,
): Promise<string | undefined> {
  if (!requirements.isSetSupported("Mailbox", headersFrom)) return undefined;
  const headers = await officeCall<string>("getAllInternetHeadersAsync", (done) =>
    item.getAllInternetHeadersAsync(done),
  );
  // Long headers go on in lines that begin with white space (RFC 5322 section 2.2.3).
  const line = /^msip_labels:(.*)$/im.exec(headers.replace(/\r?\n[ \t]+/g, " "))?.[1] ?? "";
  return entry.exec(line)?.[1]?.toLowerCase();
}
