/** Names of elements by what they do to lines and to nesting (WHATWG HTML 13.2.4.2, 13.2.6.4.7, 15.3). See HtmlNames of the server. */

/** Words as a set. */
export const named = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Words, and behind the colon of each what it stands for. */
export function paired<T>(names: string, read: (text: string) => T): ReadonlyMap<string, T> {
  const known = new Map<string, T>();
  for (const entry of names.split(" ")) {
    const [name, text] = entry.split(":");
    known.set(String(name), read(String(text)));
  }
  return known;
}

/** Elements that end an open paragraph, and stand on lines of their own. */
const sections =
  "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption " +
  "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext " +
  "pre search section summary table ul xmp";

/** The grid of a table, and what else only a table is the bound of. */
const lines = "tbody thead tfoot tr";
const cells = "td th caption";

export const endParagraph = named(sections);

/** Elements that stand on lines of their own. */
export const blocks = named(
  `${sections} ${lines} ${cells} body frameset html legend optgroup option`,
);

/** Elements without content. */
export const voids = named(
  "area base basefont bgsound br col embed frame hr img image input keygen link meta param " +
    "source track wbr",
);

/** Elements that an end tag of another can't reach out of. */
export const scopes = named("applet caption html table td th marquee object template svg math");

/** Elements that browsers open again where they were closed by another's end. */
export const formatting = named("a b big code em font i nobr s small strike strong tt u");

/** Elements that the end tag of an inline one does not reach past; hr is never open. */
export const special = named(
  `${sections} ${lines} ${cells} applet body button html iframe marquee object select template`,
);

export const grid = named(`table ${lines}`);

export const tabular = named(`table ${lines} ${cells}`);

/** Elements whose content most clients show only where they can't show the element. */
export const fallback = named(
  "noscript object video audio canvas applet frameset noembed noframes iframe",
);

const ends = paired(
  "li:li dd:dd,dt dt:dd,dt option:option optgroup:option td:td,th th:td,th tr:tr " +
    "tbody:tbody,thead,tfoot thead:tbody,thead,tfoot tfoot:tbody,thead,tfoot a:a nobr:nobr " +
    "button:button",
  (names) => names.split(","),
);

/** Which open elements a start tag ends, or undefined. */
export function endsOf(name: string): readonly string[] | undefined {
  return ends.get(name);
}
