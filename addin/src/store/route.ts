/** The steps of a workflow's design, in the order of the journey. */
export const designTabs = [
  "map",
  "choose",
  "design",
  "test",
  "pilot",
  "measures",
  "training",
  "playbook",
] as const;
export type DesignTab = (typeof designTabs)[number];

/** Where in the pane somebody is; kept in the address, so that reload, back and a shared link work. */
export type Route =
  | { readonly screen: "home" }
  | { readonly screen: "admin" }
  | { readonly screen: "workflows" }
  | { readonly screen: "workflow"; readonly key: string; readonly tab?: DesignTab }
  | {
      readonly screen: "practice";
      readonly workflow: string;
      readonly version?: number;
      /** The review that waits for it. */
      readonly handoff?: string;
    }
  | { readonly screen: "start"; readonly workflow: string; readonly example: boolean }
  | { readonly screen: "handoff"; readonly id: string; readonly step?: "sign" };

export const home: Route = { screen: "home" };

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [screen, id, step] = path.split("/").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      // A mistyped escape names nothing; the plain text then finds nothing either.
      return part;
    }
  });
  if (screen === "start" && id)
    return {
      screen: "start",
      workflow: id,
      example: new URLSearchParams(query).get("example") === "1",
    };
  if (screen === "practice" && id) {
    const asked = new URLSearchParams(query);
    const version = Number(asked.get("version"));
    const handoff = asked.get("for");
    return {
      screen,
      workflow: id,
      ...(Number.isInteger(version) && version > 0 ? { version } : {}),
      ...(handoff ? { handoff } : {}),
    };
  }
  if (screen === "handoffs" && id)
    return { screen: "handoff", id, ...(step === "sign" ? { step } : {}) };
  if (screen === "admin") return { screen };
  if (screen === "workflows" && id) {
    const tab = designTabs.find((each) => each === step);
    return { screen: "workflow", key: id, ...(tab ? { tab } : {}) };
  }
  if (screen === "workflows") return { screen };
  return home;
}

function asked({ version, handoff }: Route & { readonly screen: "practice" }): string {
  const query = new URLSearchParams({
    ...(version === undefined ? {} : { version: String(version) }),
    ...(handoff === undefined ? {} : { for: handoff }),
  });
  return query.size > 0 ? `?${query.toString()}` : "";
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case "home":
      return "#/";
    case "admin":
      return "#/admin";
    case "workflows":
      return "#/workflows";
    case "workflow":
      return `#/workflows/${encodeURIComponent(route.key)}${route.tab ? `/${route.tab}` : ""}`;
    case "practice":
      return `#/practice/${encodeURIComponent(route.workflow)}${asked(route)}`;
    case "start":
      return `#/start/${encodeURIComponent(route.workflow)}${route.example ? "?example=1" : ""}`;
    case "handoff":
      return `#/handoffs/${encodeURIComponent(route.id)}${route.step ? `/${route.step}` : ""}`;
  }
}

/** Pages about no document have the whole width. */
export const isWide = ({ screen }: Route): boolean =>
  screen === "admin" || screen === "workflows" || screen === "workflow" || screen === "practice";
