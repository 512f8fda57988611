/** An application of Office on a platform, as far as an add-in can tell it from another. */
export interface Profile {
  readonly name: string;
  /** `Office.HostType`. */
  readonly host: "Word" | "Outlook";
  /** `Office.PlatformType`. */
  readonly platform: "PC" | "Mac" | "OfficeOnline";
  readonly version: string;
  /** The highest version of each requirement set that it supports. */
  readonly sets: Readonly<Record<string, string>>;
}

/** Requirement sets as Microsoft lists them for each client ("Outlook JavaScript API requirement sets", "Word JavaScript API requirement sets"). */
export const profiles = {
  outlookWeb: {
    name: "Outlook on the web",
    host: "Outlook",
    platform: "OfficeOnline",
    version: "20261105.04",
    sets: { Mailbox: "1.15", NestedAppAuth: "1.1" },
  },
  outlookClassic: {
    name: "classic Outlook on Windows",
    host: "Outlook",
    platform: "PC",
    version: "16.0.18526.20144",
    sets: { Mailbox: "1.15", NestedAppAuth: "1.1" },
  },
  outlookMac: {
    name: "Outlook on Mac",
    host: "Outlook",
    platform: "Mac",
    version: "16.103",
    sets: { Mailbox: "1.15", NestedAppAuth: "1.1" },
  },
  outlook2019: {
    name: "Outlook 2019",
    host: "Outlook",
    platform: "PC",
    version: "16.0.10396.20023",
    sets: { Mailbox: "1.6" },
  },
  wordWindows: {
    name: "Word on Windows",
    host: "Word",
    platform: "PC",
    version: "16.0.18526.20144",
    sets: { WordApi: "1.9", WordApiDesktop: "1.3", NestedAppAuth: "1.1" },
  },
  wordWeb: {
    name: "Word on the web",
    host: "Word",
    platform: "OfficeOnline",
    version: "16.0.19328.40300",
    sets: { WordApi: "1.9", WordApiOnline: "1.1", NestedAppAuth: "1.1" },
  },
  wordMac: {
    name: "Word on Mac",
    host: "Word",
    platform: "Mac",
    version: "16.103",
    sets: { WordApi: "1.9", WordApiDesktop: "1.3", NestedAppAuth: "1.1" },
  },
  word2021: {
    name: "Word 2021",
    host: "Word",
    platform: "PC",
    version: "16.0.14332.20763",
    sets: { WordApi: "1.4" },
  },
  word2019: {
    name: "Word 2019",
    host: "Word",
    platform: "PC",
    version: "16.0.10396.20023",
    sets: { WordApi: "1.3" },
  },
} as const satisfies Readonly<Record<string, Profile>>;

/** Whether a requirement set such as `WordApi 1.6` is there. */
export function supports({ sets }: Profile, set: string | undefined): boolean {
  if (set === undefined) return true;
  const [name = "", wanted = "1.1"] = set.split(" ");
  const has = sets[name];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
