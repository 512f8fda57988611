import type { Client } from "openapi-fetch";
import { fileOf, wordBody, type Call, type NamedFile } from "./call";
import type { paths } from "./schema";
import type {
  ComposedMail,
  Delivery,
  OpenDocumentComparison,
  ReadSections,
  SealedOpenDocument,
  SectionsView,
} from "./types";

/** What leaves, and the documents and mails in Word and Outlook that it leaves into. */
export interface ReleasingApi {
  release(id: string, idempotencyKey: string): Promise<NamedFile>;
  /** Releases a mail into the one that is open in Outlook; the same key gets the same again. */
  composeMail(id: string, idempotencyKey: string): Promise<ComposedMail>;
  /** The sections of the author's document as they stand, or as they were before the draft. */
  sections(id: string, original?: boolean): Promise<SectionsView>;
  /** Takes over what was decided in the document that is open in Word. */
  readSections(id: string, file: Blob): Promise<ReadSections>;
  /** Releases a document where it is open in Word; the same key gets the same seal again. */
  sealOpenDocument(id: string, idempotencyKey: string, file: Blob): Promise<SealedOpenDocument>;
  /** How a sealed document differs by now from what was approved. */
  compareOpenDocument(id: string, file: Blob): Promise<OpenDocumentComparison>;
  /** The organisation's public keys, in base64. */
  sealKeys(): Promise<readonly string[]>;
  /** Releases a mail and sends it from the caller's mailbox; the same key goes on with it. */
  sendMail(id: string, idempotencyKey: string): Promise<Delivery>;
  goOnSending(id: string): Promise<Delivery>;
  answerSending(id: string, isThere: boolean, reason: string): Promise<Delivery>;
}

/** The calls of releasing. */
export function releasing(client: Client<paths>, call: Call): ReleasingApi {
  const path = (id: string) => ({ path: { id } });
  const once = (id: string, idempotencyKey: string) => ({
    ...path(id),
    header: { "Idempotency-Key": idempotencyKey },
  });

  return {
    release: (id, idempotencyKey) =>
      fileOf(call, "document.docx", () =>
        client.POST("/api/v1/handoffs/{id}/release", {
          params: once(id, idempotencyKey),
          parseAs: "blob",
        }),
      ),
    sections: (id, original = false) =>
      call(() =>
        client.GET("/api/v1/handoffs/{id}/sections", {
          params: { ...path(id), query: { original } },
        }),
      ),
    readSections: (id, file) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/sections", {
          params: path(id),
          ...wordBody(file),
        }),
      ),
    sealOpenDocument: (id, idempotencyKey, file) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/open-document", {
          params: once(id, idempotencyKey),
          ...wordBody(file),
        }),
      ),
    compareOpenDocument: (id, file) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/open-document/comparison", {
          params: path(id),
          ...wordBody(file),
        }),
      ),
    composeMail: (id, idempotencyKey) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/composition", {
          params: once(id, idempotencyKey),
        }),
      ),
    sealKeys: async () => (await call(() => client.GET("/api/v1/keys"))).keys,
    sendMail: (id, idempotencyKey) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/sending", {
          params: once(id, idempotencyKey),
        }),
      ),
    goOnSending: (id) =>
      call(() => client.POST("/api/v1/handoffs/{id}/sending/continuation", { params: path(id) })),
    answerSending: (id, isThere, reason) =>
      call(() =>
        client.POST("/api/v1/handoffs/{id}/sending/answer", {
          params: path(id),
          body: { isThere, reason },
        }),
      ),
  };
}
