import { AsyncCalls } from "./asyncCalls";
import { composeItem, labelsCatalog, newMail, readItem, roamingSettings } from "./mailbox";
import type { MailClient, MailState } from "./mailbox";
import { profiles, supports, type Profile } from "./profiles";
import { strict } from "./strict";

/** Outlook with one open mail, as an add-in sees it. */
export interface SimulatedOutlook {
  readonly office: typeof Office;
  readonly mail: MailState;
  readonly calls: AsyncCalls;
  /** What the mailbox keeps of the add-in. */
  readonly settings: Map<string, unknown>;
  /** The functions that were associated with events of the manifest. */
  readonly actions: Map<string, (event: Office.AddinCommands.Event) => void>;
  /** Saves the draft, closes it and opens it again: its session is gone, its headers stay. */
  reopen(): void;
}

export interface OutlookOptions {
  readonly profile?: Profile;
  readonly mode?: "compose" | "read";
  readonly mail?: Partial<MailState>;
  readonly client?: MailClient;
  readonly settings?: Map<string, unknown>;
  readonly language?: string;
}

/** A client that keeps the HTML as it is. */
const plain: MailClient = { rewrite: (html) => html };

export function simulateOutlook({
  profile = profiles.outlookWeb,
  mode = "compose",
  mail: some = {},
  client = plain,
  settings = new Map(),
  language = "en-GB",
}: OutlookOptions = {}): SimulatedOutlook {
  const mail = newMail(some);
  const calls = new AsyncCalls();
  const actions: SimulatedOutlook["actions"] = new Map();
  const item =
    mode === "compose"
      ? composeItem(mail, calls, client, profile)
      : readItem(mail, calls, client, profile);
  const mailbox = strict<Office.Mailbox>(
    "Office.Mailbox",
    {
      item,
      userProfile: strict("Office.UserProfile", { ...mail.from }, profile),
      diagnostics: strict(
        "Office.Diagnostics",
        { hostName: "Outlook", hostVersion: profile.version },
        profile,
      ),
    },
    profile,
  );
  const context = strict<Office.Context>(
    "Office.Context",
    {
      mailbox,
      displayLanguage: language,
      contentLanguage: language,
      host: profile.host,
      platform: profile.platform,
      diagnostics: { host: profile.host, platform: profile.platform, version: profile.version },
      requirements: {
        isSetSupported: (name: string, version = "1.1") => supports(profile, `${name} ${version}`),
      },
      roamingSettings: roamingSettings(settings, calls, profile),
      sensitivityLabelsCatalog: labelsCatalog(mail, calls, profile),
    },
    profile,
  );
  const office = {
    context,
    onReady: () => Promise.resolve({ host: profile.host, platform: profile.platform }),
    actions: {
      associate: (name: string, action: (event: Office.AddinCommands.Event) => void) =>
        void actions.set(name, action),
    },
  } as unknown as typeof Office;
  return { office, mail, calls, settings, actions, reopen: () => mail.session.clear() };
}
