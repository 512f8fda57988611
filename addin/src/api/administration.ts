import type { Client } from "openapi-fetch";
import { ApiError } from "./problems";
import { fileOf, type Call, type NamedFile } from "./call";
import type { paths } from "./schema";
import type {
  Absence,
  BrokenGlass,
  Fleet,
  HandoffView,
  InstallationReport,
  Person,
  ReassignedReview,
  Sighting,
  SignedTreeHead,
  StopOrder,
  StopScope,
  Webhooks,
} from "./types";

/** When somebody is away, calendar days in UTC, and who stands in. */
export interface Away {
  readonly from: string;
  readonly until: string;
  readonly substitute: Person;
}

/** What can be had of the whole organisation, as a table or as JSON. */
export const exportTables = ["handoffs", "findings"] as const;
export type ExportTable = (typeof exportTables)[number];
export const exportForms = ["csv", "json"] as const;
export type ExportForm = (typeof exportForms)[number];

/** What administrators do, and what everybody says of their own absence and add-in. */
export interface AdministrationApi {
  stops(): Promise<StopOrder[]>;
  stop(scope: StopScope, target: string | undefined, reason: string): Promise<StopOrder>;
  liftStop(stopId: string, reason: string): Promise<StopOrder>;
  /** Passes on what waits for somebody: all of it, or one handoff. */
  reassign(from: string, to: string, reason: string, handoff?: string): Promise<ReassignedReview[]>;
  absences(): Promise<Absence[]>;
  setAbsence(personId: string, away: Away): Promise<Absence>;
  liftAbsence(personId: string): Promise<Absence>;
  myAbsence(): Promise<Absence | undefined>;
  setMyAbsence(away: Away): Promise<Absence>;
  liftMyAbsence(): Promise<Absence>;
  breakGlass(id: string, reason: string, minutes: number): Promise<HandoffView>;
  brokenGlass(): Promise<BrokenGlass[]>;
  /** Who works with which add-in, and what is missing there. */
  fleet(): Promise<Fleet>;
  reportInstallation(report: InstallationReport): Promise<Sighting>;
  /** Who is told of what, and what could not be delivered. */
  webhooks(): Promise<Webhooks>;
  endWebhook(subscriptionId: string): Promise<void>;
  /** Has one dead letter sent again, or all; says how many. */
  replay(noticeId?: string): Promise<number>;
  ledgerHead(): Promise<SignedTreeHead>;
  exportLedger(): Promise<Blob>;
  exported(table: ExportTable, form: ExportForm): Promise<NamedFile>;
  /** What there is of a person; of the caller where nobody is named. */
  personsData(personId?: string): Promise<NamedFile>;
}

const bodyOf = ({ from, until, substitute }: Away) => ({ from, until, substitute: substitute.id });

/** The calls of the client that are about people, stops and the ledger rather than one handoff. */
export const administration = (client: Client<paths>, call: Call): AdministrationApi => ({
  stops: () => call(() => client.GET("/api/v1/stops")),
  stop: (scope, target, reason) =>
    call(() => client.POST("/api/v1/stops", { body: { scope, target: target ?? null, reason } })),
  liftStop: (stopId, reason) =>
    call(() =>
      client.POST("/api/v1/stops/{stopId}/lift", {
        params: { path: { stopId } },
        body: { reason },
      }),
    ),
  reassign: async (from, to, reason, handoff) =>
    (
      await call(() =>
        client.POST("/api/v1/reviews/reassignment", {
          body: { from, to, reason, handoff: handoff ?? null },
        }),
      )
    ).items,
  absences: () => call(() => client.GET("/api/v1/absences")),
  setAbsence: (personId, away) =>
    call(() =>
      client.PUT("/api/v1/people/{personId}/absence", {
        params: { path: { personId } },
        body: bodyOf(away),
      }),
    ),
  liftAbsence: (personId) =>
    call(() =>
      client.DELETE("/api/v1/people/{personId}/absence", { params: { path: { personId } } }),
    ),
  myAbsence: async () => {
    try {
      return await call(() => client.GET("/api/v1/me/absence"));
    } catch (error) {
      if (error instanceof ApiError && error.problem.code === "no-absence") return undefined;
      throw error;
    }
  },
  setMyAbsence: (away) => call(() => client.PUT("/api/v1/me/absence", { body: bodyOf(away) })),
  liftMyAbsence: () => call(() => client.DELETE("/api/v1/me/absence")),
  breakGlass: (id, reason, minutes) =>
    call(() =>
      client.POST("/api/v1/handoffs/{id}/break-glass", {
        params: { path: { id } },
        body: { reason, minutes },
      }),
    ),
  brokenGlass: () => call(() => client.GET("/api/v1/break-glass")),
  fleet: () => call(() => client.GET("/api/v1/fleet")),
  reportInstallation: (report) =>
    call(() => client.POST("/api/v1/me/installations", { body: report })),
  webhooks: () => call(() => client.GET("/api/v1/webhooks")),
  endWebhook: async (subscriptionId) => {
    await call(() =>
      client.DELETE("/api/v1/webhooks/{subscriptionId}", { params: { path: { subscriptionId } } }),
    );
  },
  replay: async (noticeId) =>
    (
      await call(() =>
        noticeId === undefined
          ? client.POST("/api/v1/webhooks/dead/replay")
          : client.POST("/api/v1/webhooks/dead/{noticeId}/replay", {
              params: { path: { noticeId } },
            }),
      )
    ).count,
  ledgerHead: () => call(() => client.GET("/api/v1/ledger/head")),
  exportLedger: () => call<Blob>(() => client.GET("/api/v1/ledger/export", { parseAs: "blob" })),
  exported: (table, form) =>
    fileOf(call, `${table}.${form}`, () =>
      client.GET(
        form === "csv"
          ? (`/api/v1/exports/${table}.csv` as const)
          : (`/api/v1/exports/${table}` as const),
        {
          parseAs: "blob",
        },
      ),
    ),
  personsData: (personId) =>
    fileOf(call, "personal-data.json", () =>
      personId === undefined
        ? client.GET("/api/v1/me/data", { parseAs: "blob" })
        : client.GET("/api/v1/people/{personId}/data", {
            params: { path: { personId } },
            parseAs: "blob",
          }),
    ),
});
