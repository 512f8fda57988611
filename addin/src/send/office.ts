/** What the handler uses of Office.js (Mailbox 1.14), and no more. */

export interface Result<T> {
  readonly status: string;
  readonly value: T;
}

export type Callback<T> = (result: Result<T>) => void;

interface Address {
  readonly emailAddress: string;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly isInline: boolean;
}

export interface MailItem {
  readonly internetHeaders: {
    getAsync(names: readonly string[], callback: Callback<Readonly<Record<string, string>>>): void;
  };
  readonly sessionData: { getAllAsync(callback: Callback<Readonly<Record<string, string>>>): void };
  readonly body: { getAsync(kind: "html", callback: Callback<string>): void };
  readonly subject: { getAsync(callback: Callback<string>): void };
  readonly to: { getAsync(callback: Callback<readonly Address[]>): void };
  readonly cc: { getAsync(callback: Callback<readonly Address[]>): void };
  readonly bcc: { getAsync(callback: Callback<readonly Address[]>): void };
  /** Mailbox 1.13; without it, reading it throws. */
  readonly sensitivityLabel: { getAsync(callback: Callback<string>): void };
  getAttachmentsAsync(callback: Callback<readonly Attachment[]>): void;
  getAttachmentContentAsync(
    id: string,
    callback: Callback<{ readonly content: string; readonly format: string }>,
  ): void;
}

export interface SendEvent {
  completed(options: {
    readonly allowEvent: boolean;
    readonly errorMessage?: string;
    readonly cancelLabel?: string;
    readonly commandId?: string;
  }): void;
}

export interface OfficeApi {
  readonly context: {
    readonly displayLanguage: string;
    readonly mailbox: { readonly item: MailItem };
    readonly roamingSettings: { get(name: string): unknown };
  };
  readonly actions: { associate(name: string, action: (event: SendEvent) => void): void };
}
