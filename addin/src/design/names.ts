const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

const most = 64;

/** Lower-case words joined by hyphens, as keys and ids are: "Client status report" gives "client-status-report". */
export const toKey = (text: string): string =>
  plain(text).join("-").slice(0, most).replace(/-+$/, "");

/** A member name as records have it: "Period to" gives "periodTo"; nothing where the text has no letter to begin with. */
export const toMember = (text: string): string =>
  plain(text)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
    .replace(/^\d+/, "")
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
    .slice(0, most);

/** The name, or the name with the first number that makes it one of its own. */
export function unique(name: string, taken: readonly string[], join = "-"): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) {
    const next = `${name}${join}${String(number)}`;
    if (!taken.includes(next)) return next;
  }
}
