import { traits } from "./look";
import { named, paired } from "./names";

/** Names of CSS, as HtmlStyleNames of the server lists them. First: the properties that can't hide, move or change text. */
const listed = named(
  "text-align text-align-last text-justify text-autospace text-wrap text-wrap-mode " +
    "text-wrap-style text-rendering " +
    "text-underline text-underline-offset " +
    "text-underline-position text-decoration-color text-decoration-style " +
    "text-decoration-thickness text-decoration-skip-ink text-shadow " +
    "text-kashida-space font-weight font-style font-stretch font-variant font-variant-caps " +
    "font-variant-ligatures font-variant-numeric font-variant-east-asian font-variant-alternates " +
    "font-variant-emoji font-kerning font-optical-sizing font-synthesis " +
    "-webkit-font-smoothing -moz-osx-font-smoothing word-break " +
    "word-wrap overflow-wrap line-break hyphens -webkit-hyphens -ms-hyphens -ms-word-break " +
    "white-space white-space-collapse tab-size page page-break-before page-break-after " +
    "page-break-inside break-before break-after break-inside size orphans widows tab-stops " +
    "tab-interval layout-grid layout-grid-mode layout-grid-line punctuation-wrap punctuation-trim " +
    "panose-1 min-width min-height box-sizing clear table-layout empty-cells caption-side " +
    "list-style list-style-type list-style-position cursor caret-color quotes background-repeat " +
    "background-position background-size background-attachment background-clip background-origin " +
    "background-position-x background-position-y box-shadow object-fit image-rendering " +
    "-ms-interpolation-mode ms-interpolation-mode -webkit-tap-highlight-color -webkit-nbsp-mode " +
    "-webkit-line-break -webkit-user-select -moz-user-select -ms-user-select user-select " +
    "-webkit-text-stroke-width -webkit-text-decoration-skip -webkit-box-sizing -moz-box-sizing " +
    "-webkit-border-radius -webkit-print-color-adjust print-color-adjust unicode-range " +
    "font-display",
);
const families = ["mso-", "border", "outline", "--"];

/** Whether a property can't hide, move or change text, whatever its value, unless it loads something. */
export function isHarmless(property: string): boolean {
  return listed.has(property) || families.some((family) => property.indexOf(family) === 0);
}

/** Values that no property does anything by. */
export const defaults = named("none auto normal initial unset revert 100%");

/** Fonts whose glyphs are not the characters. */
export const symbolFonts =
  "symbol,wingdings,wingdings 2,wingdings 3,webdings,marlett,zapf dingbats,zapfdingbats,mt extra,bookshelf symbol 7".split(
    ",",
  );

/** Properties that are distances. */
export const distances = named(
  "text-indent margin margin-top margin-left margin-right margin-bottom margin-block margin-inline margin-block-start margin-block-end margin-inline-start margin-inline-end padding padding-top padding-left padding-right padding-bottom padding-block padding-inline padding-inline-start padding-inline-end border-spacing",
);

/** Values of `display` that leave things in their order. */
export const displays = named(
  "none block inline inline-block inline-table table table-row-group table-row table-cell table-column table-column-group list-item flow-root contents inherit initial unset",
);

/** Words of a background that are no colour. */
export const backgroundWords = named(
  "none repeat no-repeat repeat-x repeat-y round space scroll fixed local center top left right bottom border-box padding-box content-box cover contain auto inherit initial unset / ,",
);

/** Sizes by name, in thousandths of a pixel. */
export const sizes = paired(
  "xx-small:9000 x-small:10000 small:13000 medium:16000 initial:16000 large:18000 x-large:24000 " +
    "xx-large:32000 xxx-large:48000",
  Number,
);

/** What `text-transform` makes. */
export const cases = new Map<string, number>([
  ["uppercase", traits.upper],
  ["lowercase", traits.lower],
  ["capitalize", traits.capital],
]);
