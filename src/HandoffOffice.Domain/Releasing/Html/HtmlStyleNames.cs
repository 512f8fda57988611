using System.Collections.Frozen;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Names of CSS, and of what Word writes in its place.</summary>
internal static class HtmlStyleNames
{
    /// <summary>Properties that can't hide, move or change text.</summary>
    public static readonly FrozenSet<string> Harmless = (
        "text-align text-align-last text-justify text-autospace text-wrap text-wrap-mode text-wrap-style text-rendering "
        + "text-underline text-underline-offset text-underline-position "
        + "text-decoration-color text-decoration-style text-decoration-thickness text-decoration-skip-ink text-shadow text-kashida-space "
        + "font-weight font-style font-stretch font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-variant-east-asian "
        + "font-variant-alternates font-variant-emoji font-kerning font-optical-sizing font-synthesis "
        + "-webkit-font-smoothing -moz-osx-font-smoothing "
        + "word-break word-wrap overflow-wrap line-break hyphens -webkit-hyphens -ms-hyphens -ms-word-break white-space white-space-collapse tab-size "
        + "page page-break-before page-break-after page-break-inside break-before break-after break-inside size orphans widows "
        + "tab-stops tab-interval layout-grid layout-grid-mode layout-grid-line punctuation-wrap punctuation-trim panose-1 "
        + "min-width min-height box-sizing clear table-layout empty-cells caption-side list-style list-style-type list-style-position cursor "
        + "caret-color quotes background-repeat background-position background-size background-attachment background-clip background-origin "
        + "background-position-x background-position-y box-shadow object-fit image-rendering -ms-interpolation-mode ms-interpolation-mode "
        + "-webkit-tap-highlight-color -webkit-nbsp-mode -webkit-line-break -webkit-user-select -moz-user-select -ms-user-select user-select "
        + "-webkit-text-stroke-width -webkit-text-decoration-skip -webkit-box-sizing -moz-box-sizing -webkit-border-radius -webkit-print-color-adjust "
        + "print-color-adjust unicode-range font-display").Split(' ').ToFrozenSet();

    /// <summary>Beginnings of the names of more of them.</summary>
    public static readonly string[] HarmlessFamilies = ["mso-", "border", "outline", "--"];

    /// <summary>Values that no property does anything by.</summary>
    public static readonly string[] Defaults = ["none", "auto", "normal", "initial", "unset", "revert", "100%"];

    /// <summary>Fonts whose glyphs are not the characters.</summary>
    public static readonly string[] Symbols =
        ["symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "zapf dingbats", "zapfdingbats", "mt extra", "bookshelf symbol 7"];

    /// <summary>Values of <c>display</c> that leave things in their order.</summary>
    public static readonly FrozenSet<string> Displays = (
        "none block inline inline-block inline-table table table-row-group table-row table-cell table-column table-column-group list-item flow-root contents "
        + "inherit initial unset").Split(' ').ToFrozenSet();

    /// <summary>Words of a background that are no colour.</summary>
    public static readonly FrozenSet<string> BackgroundWords = (
        "none repeat no-repeat repeat-x repeat-y round space scroll fixed local center top left right bottom border-box padding-box content-box cover contain "
        + "auto inherit initial unset / ,").Split(' ').ToFrozenSet();
}
