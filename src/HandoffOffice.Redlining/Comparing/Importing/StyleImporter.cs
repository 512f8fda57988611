using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Brings styles over that the original lacks and that inserted text needs (17.7).</summary>
internal sealed class StyleImporter(Comparison comparison)
{
    private readonly HashSet<string> needed = [];
    private readonly List<XmlElement> added = [];
    private HashSet<string>? present;
    private Dictionary<string, XmlElement>? offered;

    /// <summary>Says that a style is used.</summary>
    public void Need(string id)
    {
        present ??= [.. Styles(comparison.Original).Keys];
        if (present.Contains(id) || !needed.Add(id))
        {
            return;
        }

        offered ??= Styles(comparison.Revised);
        if (offered.TryGetValue(id, out var style))
        {
            added.Add(style);
            foreach (var name in (ReadOnlySpan<string>)["basedOn", "next", "link"])
            {
                if (style.ChildValue(W.Ns + name) is { } other)
                {
                    Need(other);
                }
            }
        }
    }

    /// <summary>Writes what was needed.</summary>
    public void Apply()
    {
        if (added.Count == 0 || comparison.Original.Related(comparison.Original.Main, "styles") is not { } part)
        {
            return;
        }

        var target = new PartTarget(new SidePart(comparison.Original, part));
        var importer = new ElementImporter(comparison, new SidePart(comparison.Revised, comparison.Revised.Related(comparison.Revised.Main, "styles") ?? part), target);
        var markup = new StringBuilder();
        foreach (var style in added)
        {
            importer.Write(markup, style);
        }

        comparison.Original.Package.Replace(part, target.InsertAtEnd(markup.ToString()));
    }

    private static Dictionary<string, XmlElement> Styles(Side side)
    {
        var styles = new Dictionary<string, XmlElement>();
        if (side.Related(side.Main, "styles") is { } part)
        {
            foreach (var style in side.Map(part).Root.Children)
            {
                if (style.Name == W.Ns + "style" && style.Attribute(W.Ns + "styleId") is { } id)
                {
                    styles.TryAdd(id, style);
                }
            }
        }

        return styles;
    }
}
