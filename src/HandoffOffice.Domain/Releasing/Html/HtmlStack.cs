namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>An open element.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Look">How its text looks.</param>
/// <param name="Changes">Whether that is not how the text around it looks.</param>
/// <param name="InGrid">Whether it stands in a table and in no cell.</param>
/// <param name="List">The list whose items stand in it, or null.</param>
internal sealed record HtmlOpen(string Name, HtmlLook Look, bool Changes, bool InGrid, HtmlList? List);

/// <summary>A list that is being read.</summary>
internal sealed class HtmlList
{
    /// <summary>Whether its items have numbers.</summary>
    public bool Numbered { get; init; }

    /// <summary>How the numbers are written; empty for digits.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The number of the next item.</summary>
    public int Next { get; set; } = 1;
}

/// <summary>
/// The open elements. Where tags are nested as browsers would repair them in a way that moves a look to other text, closing says so; it does not
/// repair them itself.
/// </summary>
internal sealed class HtmlStack
{
    private static readonly string[] Headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
    private readonly List<HtmlOpen> open = [];
    private readonly Dictionary<string, int> counts = [];
    private readonly HtmlOpen root = new("html", HtmlLook.Plain, false, false, null);

    /// <summary>The innermost element.</summary>
    public HtmlOpen Top => open.Count == 0 ? root : open[^1];

    /// <summary>How deep it is.</summary>
    public int Depth => open.Count;

    /// <summary>Whether an element of that name is open.</summary>
    public bool Has(string name) => counts.GetValueOrDefault(name) > 0;

    /// <summary>Opens an element.</summary>
    public void Push(HtmlOpen element)
    {
        open.Add(element);
        counts[element.Name] = counts.GetValueOrDefault(element.Name) + 1;
    }

    /// <summary>Closes the innermost element.</summary>
    public void Drop() => Pop(open.Count - 1);

    /// <summary>Carries out an end tag; whether what it closed was nested so that looks move.</summary>
    public bool Close(string name)
    {
        string[] names = Headings.Contains(name) ? Headings : [name];
        if (!Array.Exists(names, Has))
        {
            return false;
        }

        bool tabular = HtmlNames.Tabular.Contains(name), inline = !HtmlNames.Special.Contains(name) && !HtmlNames.Formatting.Contains(name);
        int at = Find(names, element => tabular ? element == "table" : HtmlNames.Scopes.Contains(element) || (inline && HtmlNames.Special.Contains(element)));
        if (at < 0)
        {
            return false;
        }

        return PopMoves(at);
    }

    /// <summary>Carries out what a start tag closes; whether what it closed was nested so that looks move.</summary>
    public bool CloseFor(string name)
    {
        bool moved = false;
        string[] ends = HtmlNames.Ends(name);
        if (name is "tr" or "tbody" or "thead" or "tfoot")
        {
            moved |= Imply(["td", "th"], element => element == "table");
            moved |= name != "tr" && Imply(["tr"], element => element == "table");
        }

        if (ends.Length > 0)
        {
            moved |= Imply(ends, element => Bounds(name, element));
        }

        if (HtmlNames.EndParagraph.Contains(name))
        {
            moved |= Imply(["p"], element => element == "button" || HtmlNames.Scopes.Contains(element));
        }

        if (Headings.Contains(name) && Headings.Contains(Top.Name))
        {
            Pop(open.Count - 1);
        }

        return moved;
    }

    private static bool Bounds(string name, string element) => name switch
    {
        "td" or "th" or "tr" or "tbody" or "thead" or "tfoot" => element == "table",
        "li" or "dd" or "dt" => element is not ("address" or "div" or "p") && HtmlNames.Special.Contains(element),
        _ => HtmlNames.Scopes.Contains(element),
    };

    private bool Imply(string[] names, Func<string, bool> isBound)
    {
        int at = Array.Exists(names, Has) ? Find(names, isBound) : -1;
        if (at < 0)
        {
            return false;
        }

        return PopMoves(at);
    }

    // Browsers keep what stands in a formatting element open when that ends, and open formatting elements again that others ended (13.2.4.3).
    private bool PopMoves(int at)
    {
        IEnumerable<HtmlOpen> above = open.Skip(at + 1);
        bool moved = HtmlNames.Formatting.Contains(open[at].Name)
            ? above.Any(element => element.Changes || (open[at].Changes && HtmlNames.Special.Contains(element.Name)))
            : above.Any(element => element.Changes && HtmlNames.Formatting.Contains(element.Name));
        Pop(at);
        return moved;
    }

    private int Find(string[] names, Func<string, bool> isBound)
    {
        for (int at = open.Count - 1; at >= 0; at--)
        {
            if (names.Contains(open[at].Name))
            {
                return at;
            }

            if (isBound(open[at].Name))
            {
                return -1;
            }
        }

        return -1;
    }

    private void Pop(int from)
    {
        for (int at = open.Count - 1; at >= from; at--)
        {
            counts[open[at].Name]--;
            open.RemoveAt(at);
        }
    }
}
