import type {
  Absence,
  BrokenGlass,
  Fleet,
  InstallationReport,
  Person,
  ReassignedReview,
  Sighting,
  StopOrder,
} from "../api/types";
import { note, viewOf, type StoredHandoff } from "./fakeHandoffs";
import { fleetOf } from "./fakeFleet";
import { FakeWebhooks } from "./fakeWebhooks";
import { people, personOf } from "./fakePeople";
import { approve } from "./fakeReleasing";
import { json, refuse } from "./refusal";

interface Asked {
  readonly scope: StopOrder["scope"];
  readonly target?: string | null;
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  readonly substitute: string;
  readonly to: string;
  readonly handoff?: string | null;
  readonly minutes: number;
}

const isAdministrator = (person: Person) =>
  people.some(({ id, roles }) => id === person.id && roles.includes("Administrator"));

/** What administrators ask of the fake server, and what everybody asks about their own absence. */
export class FakeAdministration {
  private stops: StopOrder[] = [];
  private readonly absences = new Map<string, Absence>();
  private readonly broken: BrokenGlass[] = [];
  /** Who works with which add-in, as the server tells it. */
  fleet: Fleet = fleetOf();
  /** Who is told of what happens. */
  readonly webhooks = new FakeWebhooks();
  /** What panes have said of themselves. */
  readonly reports: InstallationReport[] = [];

  constructor(private readonly handoffs: Map<string, StoredHandoff>) {}

  /** The answer, or undefined where the request is about something else. */
  async answer(request: Request, caller: Person): Promise<Response | undefined> {
    const path = new URL(request.url).pathname.replace("/api/v1/", "");
    const [stage, id = "", part] = path.split("/").map(decodeURIComponent);
    const route = `${request.method} ${stage ?? ""}${part ? `/${part}` : ""}`;
    if (path === "me/absence") return this.absence(request, caller);
    if (path === "me/installations") return this.installation(request);
    if (path === "me/data") return json(this.dataOf(caller));
    if (route === "GET stops") return json(this.stops);
    if (stage === "webhooks" && isAdministrator(caller)) return this.webhooks.answer(request);
    const overdue = new URL(request.url).searchParams.get("view") === "Overdue";
    const administrators = [
      "POST stops",
      "POST stops/lift",
      "GET absences",
      "PUT people/absence",
      "DELETE people/absence",
      "POST reviews",
      "GET break-glass",
      "GET fleet",
      "POST handoffs/break-glass",
      "GET ledger",
      "GET exports",
      "GET people/data",
    ];
    if (!administrators.includes(route) && !overdue) return undefined;
    if (!isAdministrator(caller))
      return refuse(403, "forbidden", "That is not yours to do", "It takes an administrator.");
    if (overdue) return undefined;
    if (route === "GET absences") return json([...this.absences.values()]);
    if (route === "GET people/data") return json(this.dataOf(personOf(id)));
    if (stage === "exports") return this.exported(id);
    if (stage === "people") return this.absence(request, personOf(id));
    if (route === "GET break-glass") return json(this.broken);
    if (route === "GET fleet") return json(this.fleet);
    if (stage === "ledger") return this.ledger(id);
    const asked = (await request.json()) as Asked;
    if (stage === "stops") return part ? this.lift(id) : this.stop(asked, caller);
    if (stage === "reviews") return json({ items: this.reassign(asked, caller) });
    return this.breakGlass(id, asked, caller);
  }

  private stop({ scope, target, reason }: Asked, by: Person): Response {
    const stop: StopOrder = {
      id: `stop-${String(Date.now())}`,
      scope,
      target: target ?? null,
      reason,
      by,
      at: new Date().toISOString(),
    };
    this.stops.push(stop);
    return json(stop);
  }

  private lift(id: string): Response {
    const stop = this.stops.find((each) => each.id === id);
    if (!stop) return refuse(404, "unknown-stop", "There is no such stop", "None is in force.");
    this.stops = this.stops.filter((each) => each !== stop);
    return json(stop);
  }

  private async absence(request: Request, person: Person): Promise<Response> {
    const kept = this.absences.get(person.id);
    if (request.method === "PUT") {
      const { from, until, substitute } = (await request.json()) as Asked;
      if (until < from || substitute === person.id)
        refuse(422, "invalid-absence", "This absence can't be set", "", [
          {
            pointer: until < from ? "/until" : "/substitute",
            code: "invalid",
            detail: until < from ? "It ends before it begins." : "Nobody stands in for themselves.",
            expected: "",
          },
        ]);
      const absence: Absence = { person, from, until, substitute: personOf(substitute) };
      this.absences.set(person.id, absence);
      return json(absence);
    }
    if (!kept) return refuse(404, "no-absence", "There is no absence", "No absence is set.");
    if (request.method === "DELETE") this.absences.delete(person.id);
    return json(kept);
  }

  private async installation(request: Request): Promise<Response> {
    const { mailPlaced, ...installation } = (await request.json()) as InstallationReport;
    this.reports.push({ ...installation, mailPlaced });
    const now = new Date().toISOString();
    return json({
      installation,
      serverVersion: this.fleet.version,
      seenAt: now,
      holdsMail: installation.host === "Outlook",
      keysSince: installation.hasKeys === true ? now : null,
      mailPlacedAt: mailPlaced ? now : null,
    } satisfies Sighting);
  }

  private reassign({ from, to, reason, handoff }: Asked, by: Person): ReassignedReview[] {
    const next = personOf(to);
    return [...this.handoffs.values()]
      .filter(
        ({ id, state, reviewers }) =>
          state === "InReview" &&
          reviewers.some((person) => person.id === from) &&
          (handoff == null || handoff === id),
      )
      .map((each) => {
        const { id } = each;
        const { subject } = viewOf(each, by);
        if (each.author.id === to || each.reviewers.some((person) => person.id === to))
          return {
            id,
            subject,
            done: false,
            code: each.author.id === to ? "not-to-the-author" : "already-a-reviewer",
            reason:
              each.author.id === to
                ? `${next.name} wrote it and does not review it.`
                : `${next.name} reviews it already.`,
          };
        const at = each.reviewers.findIndex((person) => person.id === from);
        each.reviewers.splice(at, 1, next);
        each.delegations.push({
          from: personOf(from),
          to: next,
          by,
          at: new Date().toISOString(),
          reason,
        });
        note(each, by, "Reassigned", reason);
        return { id, subject, done: true, code: null, reason: null };
      });
  }

  private breakGlass(id: string, { reason, minutes }: Asked, by: Person): Response {
    const handoff = this.handoffs.get(id);
    if (handoff?.state !== "InReview")
      return refuse(409, "action-not-possible", "Not possible now", "It is not in review.");
    const view = viewOf(handoff, by);
    this.broken.unshift({
      handoff: id,
      subject: view.subject,
      by,
      at: new Date().toISOString(),
      minutes,
      undecided: handoff.changes.filter(({ decision }) => decision === "Undecided").length,
      itemsOpen: view.checklist.length,
      blocking: view.findings.filter(({ severity }) => severity === "Blocking").length,
    });
    note(handoff, by, "GlassBroken", reason);
    approve(handoff, by, "BreakGlass", [by], minutes);
    return json(viewOf(handoff, by));
  }

  private dataOf(person: Person) {
    const ofTheirs = [...this.handoffs.values()].flatMap(({ history }) => history);
    return { person, acts: ofTheirs.filter(({ actor }) => actor.id === person.id) };
  }

  private exported(table: string): Response {
    const ids = [...this.handoffs.keys()];
    return table.endsWith(".csv")
      ? new Response(["id", ...ids].map((id) => `${id}\r\n`).join(""))
      : json(ids.map((id) => ({ id })));
  }

  private ledger(part: string): Response {
    const entries = [...this.handoffs.values()].flatMap(({ history }) => history);
    if (part === "export")
      return new Response(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    return json({
      head: {
        tenant: "local",
        size: entries.length,
        root: "6a09e667f3bcc908b2fb1366ea957d3e3adec17512775099da2f590b0667322a",
        at: new Date().toISOString(),
        keyId: "local-1",
      },
      signature: "c2lnbmF0dXJl",
      publicKey: "a2V5",
    });
  }
}
