import type { FormValues } from "./model";

/** What is kept of a form that was begun and not sent yet. */
export interface SavedForm {
  readonly values: FormValues;
  readonly reviewers: readonly string[];
  readonly savedAt: string;
  /** How long it was in use, in milliseconds; missing where it was begun before that was counted. */
  readonly activeMilliseconds?: number;
  /** The sensitivity labels of files that it was filled from; missing where it was begun before those were kept. */
  readonly labels?: readonly string[];
}

const version = 1;
const keyOf = (personId: string, workflow: string) => `handoffoffice:form:${personId}:${workflow}`;

function isSavedForm(value: unknown): value is SavedForm & { readonly version: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    value.version === version &&
    "values" in value &&
    typeof value.values === "object" &&
    "reviewers" in value &&
    Array.isArray(value.reviewers)
  );
}

/** Keeps begun forms per person and workflow on this device. */
export class FormStorage {
  constructor(private readonly storage: Storage) {}

  /** False when the device refuses (private window, quota): the form still works, it just isn't kept. */
  save(personId: string, workflow: string, form: SavedForm): boolean {
    try {
      this.storage.setItem(keyOf(personId, workflow), JSON.stringify({ version, ...form }));
      return true;
    } catch (error) {
      if (error instanceof DOMException) return false;
      throw error;
    }
  }

  load(personId: string, workflow: string): SavedForm | undefined {
    const text = this.storage.getItem(keyOf(personId, workflow));
    if (text === null) return undefined;
    try {
      const value: unknown = JSON.parse(text);
      if (isSavedForm(value)) return value;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    // Written by another version or damaged: of no use to anybody.
    this.clear(personId, workflow);
    return undefined;
  }

  clear(personId: string, workflow: string): void {
    this.storage.removeItem(keyOf(personId, workflow));
  }
}
