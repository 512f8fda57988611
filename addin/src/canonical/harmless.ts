/** The properties of CSS that can't hide, move or change text, as HtmlStyle of the server lists them. */
const names = (
  "text-align text-align-last text-justify text-autospace text-wrap text-wrap-mode " +
  "text-wrap-style text-rendering text-size-adjust -webkit-text-size-adjust " +
  "-ms-text-size-adjust -moz-text-size-adjust text-underline text-underline-offset " +
  "text-underline-position text-decoration-color text-decoration-style " +
  "text-decoration-thickness text-decoration-skip-ink text-shadow text-combine " +
  "text-kashida-space font-weight font-style font-stretch font-variant font-variant-caps " +
  "font-variant-ligatures font-variant-numeric font-variant-east-asian font-variant-alternates " +
  "font-variant-emoji font-kerning font-optical-sizing font-size-adjust font-synthesis " +
  "-webkit-font-smoothing -moz-osx-font-smoothing color-scheme forced-color-adjust word-break " +
  "word-wrap overflow-wrap line-break hyphens -webkit-hyphens -ms-hyphens -ms-word-break " +
  "white-space white-space-collapse tab-size page page-break-before page-break-after " +
  "page-break-inside break-before break-after break-inside size orphans widows tab-stops " +
  "tab-interval layout-grid layout-grid-mode layout-grid-line punctuation-wrap punctuation-trim " +
  "panose-1 min-width min-height box-sizing float clear table-layout empty-cells caption-side " +
  "list-style list-style-type list-style-position cursor caret-color quotes background-repeat " +
  "background-position background-size background-attachment background-clip background-origin " +
  "background-position-x background-position-y box-shadow object-fit image-rendering " +
  "-ms-interpolation-mode ms-interpolation-mode -webkit-tap-highlight-color -webkit-nbsp-mode " +
  "-webkit-line-break -webkit-user-select -moz-user-select -ms-user-select user-select " +
  "-webkit-text-stroke-width -webkit-text-decoration-skip -webkit-box-sizing -moz-box-sizing " +
  "-webkit-border-radius -webkit-print-color-adjust print-color-adjust unicode-range " +
  "font-display"
).split(" ");

const listed = new Set(names);
const families = ["mso-", "border", "outline", "--"];

/** Whether a property can't hide, move or change text, whatever its value, unless it loads something. */
export function isHarmless(property: string): boolean {
  return listed.has(property) || families.some((family) => property.indexOf(family) === 0);
}
