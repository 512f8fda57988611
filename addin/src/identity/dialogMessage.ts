import { faults, type Fault } from "./faults";
import type { AccessToken } from "./way";

/** What the sign-in page, opened as a dialog, tells the pane: the token, or why there is none. */
export type DialogMessage = {
  /** The value with which the pane opened the dialog: an answer to another question is none. */
  readonly state: string;
} & ({ readonly token: AccessToken } | { readonly fault: Fault; readonly code: string });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isToken(value: unknown): value is AccessToken {
  if (!isObject(value)) return false;
  const { value: text, expiresAt, tenantId, personId } = value;
  return (
    typeof text === "string" &&
    typeof expiresAt === "number" &&
    typeof tenantId === "string" &&
    typeof personId === "string"
  );
}

/** Reads a message; undefined where it is none of ours. */
export function readDialogMessage(text: string): DialogMessage | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // Something else in the dialog spoke: it is not meant for us.
    return undefined;
  }
  if (!isObject(read) || typeof read["state"] !== "string") return undefined;
  const { state, token, code } = read;
  if (isToken(token)) return { state, token };
  const fault = faults.find((known) => known === read["fault"]);
  return fault && typeof code === "string" ? { state, fault, code } : undefined;
}
