/** The parts of a version, each on a page of its own. */
export const versionParts = ["about", "form", "text", "gate", "duties", "examples"] as const;
export type VersionPart = (typeof versionParts)[number];
