namespace HandoffOffice.Redlining;

/// <summary>
/// The elements of HTML as browsers nest them where it is written with care, and with ends that are left out (WHATWG HTML, 13.2.6). What is
/// nested wrongly is told, not repaired: marks stay away from it.
/// </summary>
internal sealed class HtmlTree
{
    private readonly List<HtmlElement> open = [];
    private readonly string html;

    private HtmlTree(string html)
    {
        this.html = html;
        Tokens = HtmlTokenizer.Tokens(html);
        Holders = new HtmlElement?[Tokens.Count];
    }

    public List<HtmlToken> Tokens { get; }

    /// <summary>Of each token the element that it stands in; for a tag the element that it begins or ends, null when it ends none.</summary>
    public HtmlElement?[] Holders { get; }

    public List<HtmlElement> Roots { get; } = [];

    /// <summary>Where a paragraph ends without an end tag: what is put there would still be in it.</summary>
    public HashSet<int> ImpliedEnds { get; } = [];

    /// <exception cref="HtmlRefusedException">Too large, too deep, or with stray marks.</exception>
    public static HtmlTree Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length > HtmlComparison.MaxLength)
            throw new HtmlRefusedException(HtmlRefusals.TooLarge, $"The HTML has {html.Length} characters; at most {HtmlComparison.MaxLength} are read.");

        var tree = new HtmlTree(html);
        for (var i = 0; i < tree.Tokens.Count; i++)
            tree.Holders[i] = tree.Take(tree.Tokens[i]);
        while (tree.open.Count > 0)
            tree.CloseTop(html.Length, html.Length, explicitly: false);
        return tree;
    }

    private HtmlElement? Take(HtmlToken token) => token.Kind switch
    {
        HtmlTokenKind.StartTag => Open(token),
        HtmlTokenKind.EndTag => Close(token),
        _ => open.Count > 0 ? open[^1] : null,
    };

    private HtmlElement Open(HtmlToken tag)
    {
        if (HtmlNames.EndParagraph.Contains(tag.Name) && Nearest(name => name == "p", name => name is "td" or "th" or "table" or "caption" or "button" or "object") is >= 0 and var paragraph)
            CloseDownTo(paragraph, tag.Start);
        if (HtmlNames.EndsSiblings(tag.Name, out var ends, out var within))
        {
            while (Nearest(ends.Contains, within.Contains) is >= 0 and var sibling)
                CloseDownTo(sibling, tag.Start);
        }

        var element = new HtmlElement(tag, open.Count > 0 ? open[^1] : null);
        (element.Parent?.Children ?? Roots).Add(element);
        if (element.IsBlock)
        {
            foreach (var ancestor in element.Ancestors.TakeWhile(ancestor => !ancestor.HoldsBlocks))
                ancestor.HoldsBlocks = true;
        }

        if (HtmlNames.Void.Contains(tag.Name) || IsSelfClosed(tag))
        {
            (element.InnerEnd, element.End, element.HasEnd) = (tag.End, tag.End, true);
            return element;
        }

        open.Add(element);
        if (open.Count > HtmlComparison.MaxDepth)
            throw new HtmlRefusedException(HtmlRefusals.TooDeep, $"Elements are nested deeper than {HtmlComparison.MaxDepth}.", tag.Start);
        return element;
    }

    // Only drawings and formulas have self-closing tags; elsewhere the slash says nothing.
    private bool IsSelfClosed(HtmlToken tag) => tag.End - tag.Start > 3 && html[tag.End - 2] == '/' && open.Exists(element => element.Name is "svg" or "math");

    private HtmlElement? Close(HtmlToken tag)
    {
        var at = open.FindLastIndex(element => element.Name == tag.Name);
        var isBlock = HtmlNames.Block.Contains(tag.Name);
        // The end of a cell, or of a formatting element outside of a block, reaches no further than that block.
        var bound = open.FindLastIndex(element => isBlock ? element.Name is "td" or "th" or "table" : element.IsBlock);
        if (at < 0 || (at < bound && tag.Name is not ("table" or "tr" or "tbody" or "thead" or "tfoot" or "td" or "th" or "body" or "html")))
        {
            RefuseMark(tag.Name, tag.Start);
            for (var i = Math.Max(at, 0); i < open.Count; i++)
                open[i].ContentIsWhole = false;
            return null;
        }

        CloseDownTo(at + 1, tag.Start);
        var closed = open[at];
        CloseTop(tag.Start, tag.End, explicitly: true);
        return closed;
    }

    // The innermost open element that is wanted, if none that bounds the search is further in.
    private int Nearest(Func<string, bool> wanted, Func<string, bool> bound)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (wanted(open[i].Name))
                return i;
            if (bound(open[i].Name))
                return -1;
        }

        return -1;
    }

    private void CloseDownTo(int index, int at)
    {
        while (open.Count > index)
            CloseTop(at, at, explicitly: false);
    }

    private void CloseTop(int innerEnd, int end, bool explicitly)
    {
        var element = open[^1];
        open.RemoveAt(open.Count - 1);
        (element.InnerEnd, element.End, element.HasEnd) = (innerEnd, end, explicitly);
        if (!explicitly)
        {
            RefuseMark(element.Name, element.Start);
            if (element.Name == "p")
                ImpliedEnds.Add(end);
        }

        // The end of what is around it ends a block as well; formatting goes on behind it.
        if (element.Parent is { } parent && !(element.ContentIsWhole && (explicitly || element.IsBlock)))
            parent.ContentIsWhole = false;
    }

    private static void RefuseMark(string name, int at)
    {
        if (name is "ins" or "del")
            throw new HtmlRefusedException(HtmlRefusals.StrayMark, $"An element or end tag '{name}' has no counterpart.", at);
    }
}
