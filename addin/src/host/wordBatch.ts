import { answered, OfficeCallError } from "./officeCall";
import { SectionTrouble } from "./OfficeHost";

/** What is done with Word in batches: each is one `Word.run`. */

/** The longest text that Word searches for. */
const longestSearch = 255;

/** Runs a batch; what Word refuses becomes the error that the store tells of. */
export async function run<T>(batch: (context: Word.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await answered("Word.run", Word.run(batch));
  } catch (error) {
    if (error instanceof SectionTrouble || error instanceof OfficeCallError) throw error;
    const { code, message } = error as { code?: unknown; message?: unknown };
    // A fault of ours is no refusal of Word's.
    if (typeof code !== "string") throw error;
    throw new OfficeCallError("Word.run", code, String(message));
  }
}

/** Does something with tracking switched off, and leaves it as it was whatever happens. */
export async function untracked<T>(
  context: Word.RequestContext,
  work: () => Promise<T>,
): Promise<T> {
  const { document } = context;
  document.load("changeTrackingMode");
  await context.sync();
  const before = document.changeTrackingMode;
  document.changeTrackingMode = "Off";
  await context.sync();
  try {
    return await work();
  } finally {
    document.changeTrackingMode = before;
    await context.sync();
  }
}

/** The control of a section; undefined where the document has none. */
export async function controlOf(
  context: Word.RequestContext,
  tag: string,
): Promise<Word.ContentControl | undefined> {
  const control = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
  control.load("isNullObject,cannotEdit");
  await context.sync();
  return control.isNullObject ? undefined : control;
}

/** The custom XML parts whose root is in a namespace. */
export async function partsOf(
  context: Word.RequestContext,
  namespace: string,
): Promise<readonly Word.CustomXmlPart[]> {
  const parts = context.document.customXmlParts.getByNamespace(namespace);
  parts.load("items");
  await context.sync();
  return parts.items;
}

/** The XML of the first of these parts; undefined where there is none. */
export async function firstPart(
  context: Word.RequestContext,
  namespace: string,
): Promise<string | undefined> {
  const [first] = await partsOf(context, namespace);
  if (!first) return undefined;
  const xml = first.getXml();
  await context.sync();
  return xml.value;
}

/** The first place of these words in a control; undefined where it does not have them. */
export async function findIn(
  context: Word.RequestContext,
  control: Word.ContentControl,
  words: string,
): Promise<Word.Range | undefined> {
  const found = control
    .search(words.slice(0, longestSearch), { matchCase: true })
    .getFirstOrNullObject();
  found.load("isNullObject");
  await context.sync();
  return found.isNullObject ? undefined : found;
}
