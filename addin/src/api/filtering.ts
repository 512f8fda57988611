import type { Client } from "openapi-fetch";
import { fileOf, type Call, type NamedFile } from "./call";
import type { paths } from "./schema";
import type {
  BackTest,
  HandoffView,
  ImportedTable,
  KnownFailure,
  PickRequest,
  Playbook,
  TwoBarsView,
} from "./types";

/** The kinds of files that a list can be read from. */
export type TableType =
  | "text/csv"
  | "text/tab-separated-values"
  | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  | "message/rfc822"
  | "text/plain"
  | "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Lists and what is chosen from them: reading one from a file, picking, and how well it is chosen; and what a workflow has learnt. */
export interface FilteringApi {
  /** Reads a file as a list field of a record. Nothing is stored. */
  importTable(key: string, field: string, file: Blob, type: TableType): Promise<ImportedTable>;
  /** Says of a kept candidate how it is told, who does it and until when. What is not said is taken back. */
  pick(id: string, changeId: string, pick: PickRequest): Promise<HandoffView>;
  /** What was kept, for a spreadsheet or a board. */
  pickList(id: string): Promise<NamedFile>;
  /** Ranks the labelled examples of a version, and says how right that is at each threshold. */
  backTest(key: string, version: number): Promise<BackTest>;
  twoBars(key: string, version: number): Promise<TwoBarsView>;
  /** What the workflow's AI tends to miss or invent. */
  knownFailures(key: string): Promise<KnownFailure[]>;
  playbook(key: string): Promise<Playbook>;
  playbookDocument(key: string): Promise<NamedFile>;
  /** The measures as a table for a spreadsheet. */
  measuresTable(key: string): Promise<NamedFile>;
}

const at = (key: string) => ({ path: { key } });

export const filtering = (client: Client<paths>, call: Call): FilteringApi => ({
  importTable: (key, field, content, type) =>
    call(() =>
      client.POST("/api/v1/workflows/{key}/records/table", {
        params: { ...at(key), query: { field } },
        // The generator types a binary body as text; the serializer hands the file through untouched.
        body: "",
        bodySerializer: () => content,
        headers: { "Content-Type": type },
      }),
    ),
  pick: (id, changeId, pick) =>
    call(() =>
      client.PUT("/api/v1/handoffs/{id}/changes/{changeId}/pick", {
        params: { path: { id, changeId } },
        body: pick,
      }),
    ),
  pickList: (id) =>
    fileOf(call, "picks.csv", () =>
      client.GET("/api/v1/handoffs/{id}/picks", { params: { path: { id } }, parseAs: "blob" }),
    ),
  backTest: (key, version) =>
    call(() =>
      client.POST("/api/v1/workflows/{key}/versions/{version}/backtest", {
        params: { path: { key, version } },
      }),
    ),
  twoBars: (key, version) =>
    call(() =>
      client.GET("/api/v1/workflows/{key}/versions/{version}/bars", {
        params: { path: { key, version } },
      }),
    ),
  knownFailures: (key) =>
    call(() => client.GET("/api/v1/workflows/{key}/known-failures", { params: at(key) })),
  playbook: (key) =>
    call(() => client.GET("/api/v1/workflows/{key}/playbook", { params: at(key) })),
  playbookDocument: (key) =>
    fileOf(call, `${key}-playbook.docx`, () =>
      client.GET("/api/v1/workflows/{key}/playbook/document", {
        params: at(key),
        parseAs: "blob",
      }),
    ),
  measuresTable: (key) =>
    fileOf(call, `${key}-measures.csv`, () =>
      client.GET("/api/v1/workflows/{key}/measures.csv", { params: at(key), parseAs: "blob" }),
    ),
});
