/** Names of elements by what they do to lines and to nesting (WHATWG HTML 13.2.4.2, 13.2.6.4.7, 15.3). See HtmlNames of the server. */

const named = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Names of elements by what they do to lines and to nesting (WHATWG HTML 13.2.4.2, 13.2.6.4.7, 15.3).</summary>
internal static class HtmlNames
{
    /// <summary>Elements that stand on lines of their own. */
export const blocks = named(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li " +
    "listing main menu nav ol optgroup option p plaintext pre search section summary table " +
    "tbody td tfoot th thead tr ul xmp caption",
);

/** Elements without content. */
export const voids = named(
  "area base basefont bgsound br col embed frame hr img image input keygen link meta param " +
    "source track wbr",
);

/** Elements that end an open paragraph. */
export const endParagraph = named(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav " +
    "ol p plaintext pre search section summary table ul xmp",
);

/** Elements that an end tag of another can't reach out of. */
export const scopes = named("applet caption html table td th marquee object template svg math");

/** Elements that browsers open again where they were closed by another's end. */
export const formatting = named("a b big code em font i nobr s small strike strong tt u");

/** Elements that the end tag of an inline one does not reach past. */
export const special = named(
  "address applet article aside blockquote body button caption center dd details dialog dir " +
    "div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html " +
    "iframe li listing main marquee menu nav object ol p plaintext pre search section select " +
    "summary table tbody td template tfoot th thead tr ul xmp",
);

/** The grid of a table. */
export const grid = named("table tbody thead tfoot tr");

/** Elements that only a table is the bound of. */
export const tabular = named("table tbody thead tfoot tr td th caption");

/** Elements whose content most clients show only where they can't show the element. */
export const fallback = named(
  "noscript object video audio canvas applet frameset noembed noframes iframe",
);

const ends = new Map<string, readonly string[]>([
  ["li", ["li"]],
  ["dd", ["dd", "dt"]],
  ["dt", ["dd", "dt"]],
  ["option", ["option"]],
  ["optgroup", ["option"]],
  ["td", ["td", "th"]],
  ["th", ["td", "th"]],
  ["tr", ["tr"]],
  ["tbody", ["tbody", "thead", "tfoot"]],
  ["thead", ["tbody", "thead", "tfoot"]],
  ["tfoot", ["tbody", "thead", "tfoot"]],
  ["a", ["a"]],
  ["nobr", ["nobr"]],
  ["button", ["button"]],
]);

/** Which open elements a start tag ends, or undefined. */
export function endsOf(name: string): readonly string[] | undefined {
  return ends.get(name);
}
