import type { Fleet, FleetMember, Installation, Sighting } from "../api/types";
import { people, personOf } from "./fakePeople";

const opened = "2026-11-27T08:15:00Z";

const office = "16.0.18526.20144";

/** An add-in as the server has seen it; what is left out is a current Outlook on Windows. */
export const seen = (
  some: Partial<Installation> = {},
  rest: Partial<Omit<Sighting, "installation">> = {},
): Sighting => ({
  installation: {
    host: "Outlook",
    platform: "PC",
    hostVersion: office,
    addInVersion: "0.1.0",
    requirementSets: [
      { name: "Mailbox", version: "1.15" },
      { name: "NestedAppAuth", version: "1.1" },
    ],
    hasKeys: true,
    ...some,
  },
  serverVersion: "0.1.0",
  seenAt: opened,
  holdsMail: some.host !== "Word",
  keysSince: some.host === "Word" ? null : "2026-10-02T09:00:00Z",
  mailPlacedAt: null,
  ...rest,
});

const word = (platform: Installation["platform"], version: string): Partial<Installation> => ({
  host: "Word",
  platform,
  requirementSets: [{ name: "WordApi", version }],
  hasKeys: null,
});

/** What the server knows of three people: all is well with one, two have gaps. */
const known: Readonly<Record<string, Omit<FleetMember, "person">>> = {
  "p-alex": {
    installations: [seen({}, { mailPlacedAt: "2026-11-26T15:40:00Z" }), seen(word("PC", "1.9"))],
    gaps: [],
  },
  "p-rita": {
    installations: [
      seen(
        { requirementSets: [{ name: "Mailbox", version: "1.6" }], hasKeys: false },
        { holdsMail: false, keysSince: null },
      ),
      seen({ ...word("PC", "1.3"), addInVersion: "0.0.9" }),
    ],
    gaps: [
      { kind: "MailNotHeld", detail: "No mail is held.", host: "Outlook", platform: "PC" },
      { kind: "PaneBehind", detail: "The pane is old.", host: "Word", platform: "PC" },
      { kind: "WordCannotTrack", detail: "No tracking.", host: "Word", platform: "PC" },
    ],
  },
  "p-jonas": {
    installations: [],
    gaps: [{ kind: "NeverInOutlook", detail: "Never in Outlook." }],
  },
};

/** Everybody by name, with what is known of them. */
export const fleetOf = (
  of: Readonly<Record<string, Omit<FleetMember, "person">>> = known,
): Fleet => ({
  version: "0.1.0",
  people: people
    .map(({ id }) => ({ person: personOf(id), ...(of[id] ?? { installations: [], gaps: [] }) }))
    .sort((one, other) => one.person.name.localeCompare(other.person.name)),
});
