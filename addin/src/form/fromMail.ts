import type { TemplateField, Workflow } from "../api/types";
import type { MailSoFar } from "../host/OfficeHost";
import type { FormValue, FormValues } from "./model";

/** A form with what an open mail says in the fields that were empty. */
export interface FilledFromMail {
  readonly values: FormValues;
  /** The fields that were filled. */
  readonly filled: readonly TemplateField[];
  /** The field that the whole thread did not fit into. */
  readonly shortened: TemplateField | undefined;
}

/** What clients put before the subject of a reply or of what is passed on, in the languages of Outlook that are common here. */
const prefixes = /^(?:(?:re|fw|fwd|aw|wg|antw|tr|sv|vs|rv|r|i)\s*(?:\[\d+\])?\s*:\s*)+/i;

const isBlank = (value: FormValue | undefined): boolean =>
  value === undefined ||
  (value.kind === "text" && value.text.trim() === "") ||
  (value.kind === "person" && value.name.trim() === "" && value.email.trim() === "");

const cut = (text: string, most: number | null | undefined): string =>
  most == null || text.length <= most ? text : text.slice(0, most).trimEnd();

/** The field that alone makes the subject, as in `{topic}`. */
function subjectField({ input, output }: Workflow): TemplateField | undefined {
  const name = /^\{(\w+)\}$/.exec(output.subject)?.[1];
  return input.fields.find((field) => field.name === name && field.kind === "Text");
}

/**
 * Puts what an open mail says into the empty fields of a form: whom it goes to, what it is about, and the thread into the first long text.
 * Nothing that was typed is touched.
 */
export function fromMail(workflow: Workflow, before: FormValues, mail: MailSoFar): FilledFromMail {
  const { fields } = workflow.input;
  const values: Record<string, FormValue> = { ...before };
  const filled: TemplateField[] = [];
  const put = (field: TemplateField | undefined, value: FormValue) => {
    if (!field || isBlank(value) || !isBlank(before[field.name])) return false;
    values[field.name] = value;
    filled.push(field);
    return true;
  };

  const recipient = fields.find(({ name }) => `/${name}` === workflow.output.recipients);
  if (recipient?.kind === "Person" && mail.person)
    put(recipient, { kind: "person", ...mail.person });

  const topic = subjectField(workflow);
  put(topic, {
    kind: "text",
    text: cut(mail.subject.replace(prefixes, "").trim(), topic?.maxLength),
  });

  const long = fields.find(({ kind }) => kind === "LongText");
  const thread = mail.thread.trim();
  const fits = cut(thread, long?.maxLength);
  const isPut = put(long, { kind: "text", text: fits });
  return { values, filled, shortened: isPut && fits.length < thread.length ? long : undefined };
}
