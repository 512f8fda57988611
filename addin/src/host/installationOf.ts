import { version } from "../../package.json";
import type { Installation, PlatformType } from "../api/types";

/** The requirement sets that the pane asks for. */
const asked = {
  Outlook: ["Mailbox", "NestedAppAuth"],
  Word: ["WordApi", "NestedAppAuth"],
} as const satisfies Record<Installation["host"], readonly string[]>;

/** What Office calls the platforms, by what the server calls them. */
const platforms: Readonly<Record<string, PlatformType>> = {
  PC: "PC",
  OfficeOnline: "OfficeOnline",
  Mac: "Mac",
  iOS: "IOS",
  Android: "Android",
  Universal: "Universal",
};

/** More versions than any set has: where an application says yes to everything, asking still ends. */
const most = 50;

/** The highest version of a set; undefined without it. Versions count up from 1.1, and who has one has those before it. */
function highest(
  requirements: Office.RequirementSetSupport,
  name: string,
): { name: string; version: string } | undefined {
  let minor = 0;
  while (minor < most && requirements.isSetSupported(name, `1.${minor + 1}`)) minor += 1;
  return minor === 0 ? undefined : { name, version: `1.${minor}` };
}

/**
 * The add-in as it runs in an application of Office; undefined on a platform that Office has no name for.
 * @param hasKeys whether the mailbox has the organisation's keys; undefined where there is no mailbox.
 */
export function installationOf(
  { context }: typeof Office,
  host: Installation["host"],
  hasKeys?: boolean,
): Installation | undefined {
  const { diagnostics, requirements } = context;
  const platform = platforms[String(diagnostics.platform)];
  return (
    platform && {
      host,
      platform,
      hostVersion: diagnostics.version,
      addInVersion: version,
      requirementSets: asked[host]
        .map((name) => highest(requirements, name))
        .filter((set) => set !== undefined),
      hasKeys: hasKeys ?? null,
    }
  );
}
