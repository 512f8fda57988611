using System.Collections.Frozen;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Names of elements by what they do to lines and to nesting (WHATWG HTML 13.2.4.2, 13.2.6.4.7, 15.3).</summary>
internal static class HtmlNames
{
    /// <summary>Elements that stand on lines of their own.</summary>
    public static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 "
        + "header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead "
        + "tr ul xmp caption");

    /// <summary>Elements without content.</summary>
    public static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr");

    /// <summary>Elements that end an open paragraph.</summary>
    public static readonly FrozenSet<string> EndParagraph = Set(
        "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr "
        + "li listing main menu nav ol p plaintext pre search section summary table ul xmp");

    /// <summary>Elements that an end tag of another can't reach out of.</summary>
    public static readonly FrozenSet<string> Scopes = Set("applet caption html table td th marquee object template svg math");

    /// <summary>Elements that browsers open again where they were closed by another's end.</summary>
    public static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Elements that the end tag of an inline one does not reach past.</summary>
    public static readonly FrozenSet<string> Special = Set(
        "address applet article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
        + "h5 h6 header hgroup html iframe li listing main marquee menu nav object ol p plaintext pre search section select summary table tbody td "
        + "template tfoot th thead tr ul xmp");

    /// <summary>The grid of a table.</summary>
    public static readonly FrozenSet<string> Grid = Set("table tbody thead tfoot tr");

    /// <summary>Elements that only a table is the bound of.</summary>
    public static readonly FrozenSet<string> Tabular = Set("table tbody thead tfoot tr td th caption");

    /// <summary>Elements whose content most clients show only where they can't show the element.</summary>
    public static readonly FrozenSet<string> Fallback = Set("noscript object video audio canvas applet frameset noembed noframes iframe");

    /// <summary>The start tags that end an open element without an end tag, and which: the first bound ends the search.</summary>
    public static string[] Ends(string name) => name switch
    {
        "li" => ["li"],
        "dd" or "dt" => ["dd", "dt"],
        "option" or "optgroup" => ["option"],
        "td" or "th" => ["td", "th"],
        "tr" => ["tr"],
        "tbody" or "thead" or "tfoot" => ["tbody", "thead", "tfoot"],
        "a" => ["a"],
        "nobr" => ["nobr"],
        "button" => ["button"],
        _ => [],
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
