using System.Globalization;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// What stands in a story beside its text and has no tracked form: bookmarks with the words that they are around, controls, widths. Read as if
/// all changes were accepted.
/// </summary>
internal sealed class StoryThings
{
    private const int Before = 40;

    private readonly SidePart part;
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, (string Name, int Start)> open = [];

    // Most documents have none, and then nobody asks for the words.
    private readonly bool hasBookmarks;

    private StoryThings(SidePart part)
    {
        this.part = part;
        hasBookmarks = part.Map.Text.Contains("bookmarkStart", StringComparison.Ordinal);
    }

    /// <summary>Bookmarks by name, with what they are around and what is right before them in the paragraph.</summary>
    public Dictionary<string, ulong> Bookmarks { get; } = [];

    /// <summary>The properties of the controls, in order, and their names.</summary>
    public List<(string Name, ulong Properties)> Controls { get; } = [];

    /// <summary>The widths in the tables, in order.</summary>
    public List<ulong> Widths { get; } = [];

    /// <summary>Reads a story.</summary>
    public static StoryThings Of(SidePart part)
    {
        var things = new StoryThings(part);
        things.Read(part.Map.Root, -1);
        return things;
    }

    private void Read(XmlElement container, int table)
    {
        foreach (var child in container.Children)
        {
            var name = child.Name;
            if (name == W.Del || name == W.MoveFrom || name == W.Fallback || name == W.PPr || name == W.RPr || name == W.SdtPr || IsGone(child))
            {
                continue;
            }

            if (name == W.T)
            {
                if (hasBookmarks)
                {
                    child.AppendTo(text);
                }
            }
            else if (name == W.Ns + "bookmarkStart")
            {
                open[child.Attribute(W.Id) ?? ""] = (child.Attribute(W.Ns + "name") ?? "", text.Length);
            }
            else if (name == W.Ns + "bookmarkEnd")
            {
                Close(child.Attribute(W.Id) ?? "");
            }
            else if (name == W.Ns + "gridCol" || name == W.Ns + "tcW")
            {
                // No schema lets one stand outside of a table, and there it is nobody's width.
                if (table >= 0)
                {
                    Widths[table] = Fingerprints.Mix(Widths[table], Fingerprints.Of(child, part));
                }
            }
            else if (name != W.Ns + "tblGridChange" && name != W.Ns + "tcPrChange" && name != W.TblPr)
            {
                Enter(child, table);
            }
        }
    }

    private void Enter(XmlElement child, int table)
    {
        var inner = table;
        if (child.Name == W.Tbl)
        {
            inner = Widths.Count;
            Widths.Add(0);
        }
        else if (child.Name == W.Sdt && child.Child(W.SdtPr) is var properties && !TagsGo(child))
        {
            Controls.Add((properties?.ChildValue(W.Ns + "tag") ?? properties?.ChildValue(W.Ns + "alias") ?? "",
                Fingerprints.OfProperties(properties, part, name => name == W.Id || name.LocalName is "rPr" or "showingPlcHdr" or "placeholder" or "dataBinding")));
        }

        Read(child, inner);
        if (child.Name == W.P && child.Child(W.PPr)?.Child(W.RPr) is var mark && mark?.Child(W.Del) is null && mark?.Child(W.MoveFrom) is null)
        {
            text.Append('\n');
        }
    }

    private void Close(string id)
    {
        if (!open.Remove(id, out var bookmark) || bookmark.Name is "" or "_GoBack")
        {
            return;
        }

        var (start, end) = (bookmark.Start, text.Length);
        var from = start;
        while (from > 0 && start - from < Before && text[from - 1] != '\n')
        {
            from--;
        }

        Bookmarks[bookmark.Name] = Fingerprints.Mix(Fingerprints.Of(text.ToString(start, end - start).TrimEnd('\n')), Fingerprints.Of(text.ToString(from, start - from)));
    }

    private static bool IsGone(XmlElement element) =>
        (element.Name == W.Tr && element.Child(W.TrPr)?.Child(W.Del) is not null)
        || (element.Name == W.Tc && element.Child(W.TcPr)?.Child(W.Ns + "cellDel") is not null);

    private static bool TagsGo(XmlElement control) =>
        control.Child(W.SdtContent) is { } content && content.Children.ToList() is [var first, ..] && first.Name == W.Ns + "customXmlDelRangeEnd";

    /// <summary>What differs between the same story of two documents, as kinds and names.</summary>
    public IEnumerable<(string Kind, string Name)> Differing(StoryThings other)
    {
        foreach (var name in NamedThings.Differing(Bookmarks, other.Bookmarks))
        {
            yield return ("bookmark", name);
        }

        // Where the numbers differ, controls or tables come and go, which is tracked; what stayed can't be told by order.
        foreach (var (one, _) in Controls.Zip(other.Controls).Where(pair => Controls.Count == other.Controls.Count && pair.First.Properties != pair.Second.Properties))
        {
            yield return ("content-control", one.Name);
        }

        for (var table = 0; table < Widths.Count && Widths.Count == other.Widths.Count; table++)
        {
            if (Widths[table] != other.Widths[table])
            {
                yield return ("column-widths", (table + 1).ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
