using System.Collections.Frozen;

namespace HandoffOffice.Redlining;

/// <summary>What elements are to a comparison (WHATWG HTML, 13.1.2, 13.2 and 15.3).</summary>
internal static class HtmlNames
{
    public static readonly FrozenSet<string> RawText = Set("script style xmp iframe noembed noframes title textarea plaintext");

    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta source track wbr param basefont bgsound frame keygen");

    /// <summary>Begin and end a line of text.</summary>
    public static readonly FrozenSet<string> Block = Set(
        "html head body p div h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd table caption colgroup thead tbody tfoot tr td th blockquote pre address article "
        + "aside center details dialog fieldset figcaption figure footer form header hgroup hr main nav section summary listing legend search");

    /// <summary>Not compared: what is in them is no running text. They stay as they are.</summary>
    public static readonly FrozenSet<string> Opaque = Set(
        "script style xmp iframe noembed noframes title textarea plaintext svg math template select object applet video audio canvas button datalist noscript "
        + "map meter progress frameset");

    /// <summary>An open paragraph ends where one of these begins.</summary>
    public static readonly FrozenSet<string> EndParagraph = Set(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing li dd dt "
        + "main menu nav ol p plaintext pre search section summary table ul xmp");

    /// <summary>Stand in parents of their own only.</summary>
    public static readonly FrozenSet<string> Bound = Set("li dt dd caption colgroup thead tbody tfoot tr td th html head body legend summary figcaption");

    /// <summary>Cannot hold a paragraph.</summary>
    public static readonly FrozenSet<string> NoFlow = Set("p h1 h2 h3 h4 h5 h6 pre ul ol menu dir dl table colgroup thead tbody tfoot tr html head hgroup");

    /// <summary>Cannot hold text: browsers move it elsewhere.</summary>
    public static readonly FrozenSet<string> NoText = Set("table colgroup thead tbody tfoot tr html head");

    /// <summary>Blocks that hold the content of a mark themselves, since no mark may stand around them.</summary>
    public static readonly FrozenSet<string> Carriers = Set("li dt dd td th caption summary figcaption legend");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Parents = new Dictionary<string, FrozenSet<string>>
    {
        ["li"] = Set("ul ol menu dir"),
        ["dt"] = Set("dl"),
        ["dd"] = Set("dl"),
        ["tr"] = Set("tbody thead tfoot table"),
        ["td"] = Set("tr"),
        ["th"] = Set("tr"),
        ["tbody"] = Set("table"),
        ["thead"] = Set("table"),
        ["tfoot"] = Set("table"),
    }.ToFrozenDictionary();

    // What an element ends when it begins, and the element that it is looked for in.
    private static readonly FrozenDictionary<string, (FrozenSet<string> Ends, FrozenSet<string> Within)> Siblings =
        new Dictionary<string, (FrozenSet<string> Ends, FrozenSet<string> Within)>
        {
            ["li"] = (Set("li"), Set("ul ol menu dir table")),
            ["dt"] = (Set("dt dd"), Set("dl table")),
            ["dd"] = (Set("dt dd"), Set("dl table")),
            ["td"] = (Set("td th"), Set("tr table")),
            ["th"] = (Set("td th"), Set("tr table")),
            ["tr"] = (Set("tr td th caption colgroup"), Set("tbody thead tfoot table")),
            ["tbody"] = (Set("tbody thead tfoot tr td th caption colgroup"), Set("table")),
            ["thead"] = (Set("tbody thead tfoot tr td th caption colgroup"), Set("table")),
            ["tfoot"] = (Set("tbody thead tfoot tr td th caption colgroup"), Set("table")),
            ["body"] = (Set("head"), Set("html")),
        }.ToFrozenDictionary();

    /// <summary>Whether an element may stand right in another.</summary>
    public static bool Fits(string element, string? parent) =>
        Parents.TryGetValue(element, out var parents) ? parent is not null && parents.Contains(parent)
        : !Bound.Contains(element) && (parent is null || !NoFlow.Contains(parent));

    /// <summary>The elements that end where this one begins, and those that bound the search for them.</summary>
    public static bool EndsSiblings(string element, out FrozenSet<string> ends, out FrozenSet<string> within)
    {
        var known = Siblings.TryGetValue(element, out var rule);
        (ends, within) = known ? rule : (FrozenSet<string>.Empty, FrozenSet<string>.Empty);
        return known;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
