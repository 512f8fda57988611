import { asPart, withoutPart } from "./approvedPart";
import { labelOfRead, labelOfWritten, setLabel } from "./mailLabel";
import { officeAct, officeCall } from "./officeCall";
import type { MailSoFar, OfficeHost, OpenMail, Placed } from "./OfficeHost";
import { installationOf } from "./installationOf";
import { saveFile } from "./saveFile";
import { names } from "../send/names";
import type { ComposedMail, Installation } from "../api/types";

type Compose = Office.MessageCompose;
type Read = Office.MessageRead;

/** Headers came with Mailbox 1.8, the session's data with 1.11, and the event on sending with 1.12. */
const holdsFrom = "1.12";

const kinds = { To: "to", Cc: "cc", Bcc: "bcc" } as const;

/** The canonical form is needed when a draft begins and when it is put in: until then it is not loaded. */
const canonical = () => import("../canonical/index");

/** What is in a mail, as it is kept until the approved text is above it. A body too large to be read has no form, and is let through nowhere. */
async function tailIn(html: string): Promise<string> {
  const { canonicalHtml, tailOf } = await canonical();
  return tailOf(canonicalHtml(html).text ?? "");
}

const htmlOf = (item: Compose) =>
  officeCall<string>("body.getAsync", (done) => item.body.getAsync("html", done));

const textOf = (item: Compose | Read) =>
  officeCall<string>("body.getAsync", (done) => item.body.getAsync("text", done));

const htmlOptions: Office.AsyncContextOptions & Office.CoercionTypeOptions = {
  coercionType: "html",
};

const addressesOf = (item: Compose, field: "to" | "cc" | "bcc") =>
  officeCall<Office.EmailAddressDetails[]>(`${field}.getAsync`, (done) =>
    item[field].getAsync(done),
  );

const subjectOf = (item: Compose) =>
  officeCall<string>("subject.getAsync", (done) => item.subject.getAsync(done));

const setHeaders = (item: Compose, headers: Record<string, string>) =>
  officeAct("internetHeaders.setAsync", (done) => item.internetHeaders.setAsync(headers, done));

/** Sets what the session of the mail keeps: beside the header, which not every client writes at once. */
const setSession = (item: Compose, name: string, value: string) =>
  officeAct("sessionData.setAsync", (done) => item.sessionData.setAsync(name, value, done));

async function header(item: Compose, name: string): Promise<string | undefined> {
  const found = await officeCall<Record<string, string>>("internetHeaders.getAsync", (done) =>
    item.internetHeaders.getAsync([name], done),
  );
  return Object.entries(found).find(([key]) => key.toLowerCase() === name)?.[1];
}

async function writeEnvelope(item: Compose, mail: ComposedMail): Promise<void> {
  for (const [kind, field] of Object.entries(kinds)) {
    const list = mail.recipients
      .filter((one) => one.kind === kind)
      .map(({ address, name }) => ({ displayName: name || address, emailAddress: address }));
    await officeAct(`${field}.setAsync`, (done) => item[field].setAsync(list, done));
  }
  await officeAct("subject.setAsync", (done) => item.subject.setAsync(mail.subject, done));
}

async function writeBody(item: Compose, mail: ComposedMail): Promise<void> {
  const { rest, had } = withoutPart(await htmlOf(item));
  const part = asPart(mail.html);
  // What is below keeps its pictures and its shape where it is not touched.
  if (!had)
    await officeAct("body.prependAsync", (done) => item.body.prependAsync(part, htmlOptions, done));
  else
    await officeAct("body.setAsync", (done) =>
      item.body.setAsync(`${part}${rest}`, htmlOptions, done),
    );
}

/** The label that was approved, as it is compared. */
const approvedLabel = ({ sensitivityLabel }: ComposedMail) => sensitivityLabel?.toLowerCase();

/** What is not as approved, by what Outlook gives back of the mail. */
async function readBack(
  item: Compose,
  mail: ComposedMail,
  tail: string,
  label: string | undefined,
): Promise<Placed> {
  const { digestOf, formsWithoutTail } = await canonical();
  const differs: Placed["differs"][number][] = [];
  const forms = formsWithoutTail(await htmlOf(item), [tail]);
  if (!forms.some((form) => digestOf(form) === mail.contentDigest)) differs.push("body");
  if ((await subjectOf(item)) !== mail.subject) differs.push("subject");
  const found = new Set<string>();
  for (const [kind, field] of Object.entries(kinds))
    for (const { emailAddress } of await addressesOf(item, field))
      found.add(`${kind} ${emailAddress.toUpperCase()}`);
  const meant = mail.recipients.map(({ kind, address }) => `${kind} ${address.toUpperCase()}`);
  if (found.size !== new Set(meant).size || !meant.every((one) => found.has(one)))
    differs.push("recipients");
  const attached = await officeCall<Office.AttachmentDetailsCompose[]>(
    "getAttachmentsAsync",
    (done) => item.getAttachmentsAsync(done),
  );
  // What is approved has no attachments of its own; pictures within the text stand in its form.
  if (attached.some(({ isInline }) => !isInline)) differs.push("attachments");
  if (label !== approvedLabel(mail)) differs.push("label");
  return { differs };
}

class WrittenMail implements OpenMail {
  readonly mode = "compose";

  constructor(
    private readonly item: Compose,
    private readonly settings: Office.RoamingSettings,
    private readonly context: Office.Context,
    readonly canHold: boolean,
  ) {}

  async read(): Promise<MailSoFar> {
    const [first] = await addressesOf(this.item, "to");
    return {
      subject: await subjectOf(this.item),
      person: first && { name: first.displayName, email: first.emailAddress },
      thread: await textOf(this.item),
    };
  }

  label(): Promise<string | undefined> {
    return labelOfWritten(this.context, this.item);
  }

  marked(): Promise<string | undefined> {
    return this.canHold ? header(this.item, names.draftHeader) : Promise.resolve(undefined);
  }

  async mark(handoffId: string): Promise<void> {
    if (this.canHold) await this.markWithTail(handoffId);
  }

  /** Marks it, and gives what may stand below the approved text. */
  private async markWithTail(handoffId: string): Promise<string> {
    const earlier = await header(this.item, names.draftHeader);
    // What is in the mail before any draft is there can be let through below the approved text; what comes later can't.
    const tail =
      earlier === undefined
        ? await tailIn(await htmlOf(this.item))
        : ((await header(this.item, names.tailHeader)) ?? "");
    await setHeaders(this.item, {
      [names.draftHeader]: handoffId,
      ...(tail === "" ? {} : { [names.tailHeader]: tail }),
    });
    await setSession(this.item, names.draft, handoffId);
    return tail;
  }

  async unmark(): Promise<void> {
    if (!this.canHold) return;
    const headers = [names.draftHeader, names.sealHeader, names.tailHeader];
    await officeAct("internetHeaders.removeAsync", (done) =>
      this.item.internetHeaders.removeAsync(headers, done),
    );
    await officeAct("sessionData.removeAsync", (done) =>
      this.item.sessionData.removeAsync(names.draft, done),
    );
  }

  async place(mail: ComposedMail, keys: readonly string[]): Promise<Placed> {
    const tail = await this.markWithTail(mail.handoffId);
    this.settings.set(names.keys, keys);
    await officeAct("roamingSettings.saveAsync", (done) => this.settings.saveAsync(done));
    await writeEnvelope(this.item, mail);
    await setLabel(this.context, this.item, approvedLabel(mail));
    await writeBody(this.item, mail);
    await setHeaders(this.item, { [names.sealHeader]: mail.seal });
    return readBack(this.item, mail, tail, await this.label());
  }
}

class MailRead implements OpenMail {
  readonly mode = "read";
  readonly canHold = false;

  constructor(
    private readonly item: Read,
    private readonly context: Office.Context,
  ) {}

  async read(): Promise<MailSoFar> {
    const { from, subject } = this.item;
    return {
      subject,
      person: { name: from.displayName, email: from.emailAddress },
      thread: await textOf(this.item),
    };
  }

  label(): Promise<string | undefined> {
    return labelOfRead(this.context, this.item);
  }

  marked = () => Promise.resolve(undefined);
  mark = () => Promise.resolve();
  unmark = () => Promise.resolve();
  place = () => Promise.reject(new Error("A mail that is read takes nothing in."));
}

/** Outlook: the pane beside a mail that is written or read. */
export class OutlookHost implements OfficeHost {
  readonly kind = "Outlook";
  readonly language: string;
  readonly mail: OpenMail | undefined;
  readonly installation: () => Installation | undefined;
  readonly save = saveFile;

  constructor(office: typeof Office) {
    const { context } = office;
    const { item } = context.mailbox;
    this.language = context.displayLanguage;
    this.installation = () => {
      const keys: unknown = context.roamingSettings.get(names.keys);
      return installationOf(office, "Outlook", Array.isArray(keys) && keys.length > 0);
    };
    this.mail = !item
      ? undefined
      : // In a mail that is read the subject is a text.
        typeof (item.subject as unknown) === "string"
        ? new MailRead(item, context)
        : new WrittenMail(
            item,
            context.roamingSettings,
            context,
            context.requirements.isSetSupported("Mailbox", holdsFrom),
          );
  }

  /** The pane itself shows the changes of a mail. */
  reveal(): void {
    // Nothing of an unapproved draft is in the mail, so there is nothing to scroll to.
  }

  onSelect(): () => void {
    return () => undefined;
  }
}
