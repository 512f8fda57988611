namespace HandoffOffice.Redlining;

/// <summary>Finds what differs between what was written and the revised document and is no tracked change.</summary>
internal sealed class UntrackedDifferences
{
    // What a program keeps for itself in the settings (17.15.1), and what is compared as stories.
    private static readonly HashSet<string> OwnSettings =
    [
        "rsids", "zoom", "view", "proofState", "compat", "themeFontLang", "decimalSymbol", "listSeparator", "shapeDefaults", "hdrShapeDefaults", "docId",
        "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "chartTrackingRefBased", "defaultImageDpi", "attachedSchema", "characterSpacingControl",
        "discardImageEditingData", "conflictMode", "uiCompat97To2003", "saveThroughXslt", "persistentDocumentId",
    ];

    private static readonly HashSet<string> OwnProperties = ["revision", "created", "modified", "lastPrinted", "lastModifiedBy"];
    private static readonly HashSet<string> SaidProperties = ["Template", "Manager", "Company", "HyperlinkBase"];

    // Compared otherwise, or of no meaning to a reader.
    private static readonly HashSet<string> OtherKinds =
    [
        "styles", "numbering", "settings", "webSettings", "theme", "fontTable", "glossaryDocument", "customXml", "header", "footer", "footnotes", "endnotes", "comments",
        "commentsExtended", "commentsIds", "commentsExtensible", "people", "stylesWithEffects", "image", "hyperlink", "chart", "chartEx", "oleObject", "package", "aFChunk",
        "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "control", "video", "media", "printerSettings", "keyMapCustomizations",
    ];

    // In characters; below it a second thread costs more than it saves.
    private const int LargePart = 256 * 1024;

    private readonly Side written;
    private readonly Side revised;
    private readonly List<UntrackedDifference> found = [];

    private UntrackedDifferences(Side written, Side revised) => (this.written, this.revised) = (written, revised);

    /// <summary>All of them, by kind of part.</summary>
    /// <param name="written">The original, or what became of it.</param>
    /// <param name="revised">The revised document.</param>
    public static IReadOnlyList<UntrackedDifference> Of(Side written, Side revised)
    {
        var differences = new UntrackedDifferences(written, revised);
        differences.Styles();
        differences.Numbering();
        differences.Named("setting", "settings", child => IsOwnSetting(child) ? null : child.Name.LocalName, "footnote", "endnote");
        differences.Named("web-setting", "webSettings", child => child.Name.LocalName);
        differences.Whole("theme", "theme");
        differences.Whole("font-table", "fontTable");
        differences.Whole("glossary", "glossaryDocument");
        differences.Several("custom-xml", kind => kind == "customXml");
        differences.Several("part", kind => !OtherKinds.Contains(kind));
        differences.Properties();
        differences.Stories();
        differences.Comments();
        return differences.found;
    }

    // Where the separators of notes are comes with the notes (17.11.9).
    private static bool IsOwnSetting(XmlElement setting) => OwnSettings.Contains(setting.Name.LocalName)
        || (setting.Name.LocalName is "footnotePr" or "endnotePr" && setting.Children.ToList().TrueForAll(child => child.Name.LocalName is "footnote" or "endnote"));

    private void Add(string kind, string? place, string? orElse, string name = "") => found.Add(new UntrackedDifference(kind, "/" + (place ?? orElse), name));

    private void Named(string kind, string relationship, Func<XmlElement, string?> nameOf, params string[] leaveOut) =>
        Named(kind, written.Related(written.Main, relationship), revised.Related(revised.Main, relationship), nameOf, leaveOut);

    private void Named(string kind, string? part, string? other, Func<XmlElement, string?> nameOf, params string[] leaveOut)
    {
        if (IsSame(part, other))
        {
            return;
        }

        foreach (var name in NamedThings.Differing(NamedThings.Of(written, part, nameOf, leaveOut), NamedThings.Of(revised, other, nameOf, leaveOut)))
        {
            Add(kind, part, other, name);
        }
    }

    private void Styles()
    {
        Named("style", "styles", child => child.Name == W.Ns + "style" ? child.Attribute(W.Ns + "styleId") : null);
        var (part, other) = (written.Related(written.Main, "styles"), revised.Related(revised.Main, "styles"));
        if (!IsSame(part, other) && NamedThings.Differing(Defaults(written, part), Defaults(revised, other)).Any())
        {
            Add("style-defaults", part, other);
        }

        static Dictionary<string, ulong> Defaults(Side side, string? part) => NamedThings.Of(side, part, child => child.Name == W.Ns + "docDefaults" ? "" : null);
    }

    private void Numbering()
    {
        if (IsSame(written.Related(written.Main, "numbering"), revised.Related(revised.Main, "numbering")))
        {
            return;
        }

        var (mine, theirs) = (new NumberingLists(written), new NumberingLists(revised));
        var (ofMine, ofTheirs) = (mine.Keys.Values.ToHashSet(), theirs.Keys.Values.ToHashSet());
        foreach (var (id, key) in theirs.Keys.Where(pair => !ofMine.Contains(pair.Value)))
        {
            Add("numbering", theirs.Part, mine.Part, id);
        }

        foreach (var (id, key) in mine.Keys.Where(pair => !ofTheirs.Contains(pair.Value)))
        {
            Add("numbering", mine.Part, theirs.Part, id);
        }
    }

    private void Whole(string kind, string relationship)
    {
        var (part, other) = (written.Related(written.Main, relationship), revised.Related(revised.Main, relationship));
        if (!IsSame(part, other) && Number(written, part) != Number(revised, other))
        {
            Add(kind, part, other);
        }
    }

    // Parts of which there may be several: each needs its like on the other side.
    private void Several(string kind, Func<string, bool> wanted)
    {
        var (mine, theirs) = (Parts(written), Parts(revised));
        foreach (var (part, _) in mine.Where(pair => !theirs.ContainsValue(pair.Value)).Concat(theirs.Where(pair => !mine.ContainsValue(pair.Value) && !mine.ContainsKey(pair.Key))))
        {
            Add(kind, part, null);
        }

        SortedDictionary<string, ulong> Parts(Side side)
        {
            var parts = new SortedDictionary<string, ulong>(StringComparer.Ordinal);
            foreach (var relationship in side.Relationships(side.Main).Values.Where(r => !r.External && wanted(r.Kind) && side.Package.Has(r.Target)))
            {
                parts[relationship.Target] = Number(side, relationship.Target);
            }

            return parts;
        }
    }

    private void Properties()
    {
        var core = (Of(written, "core-properties"), Of(revised, "core-properties"));
        Named("property", core.Item1, core.Item2, child => OwnProperties.Contains(child.Name.LocalName) || child.Inner.Trim().Length == 0 ? null : child.Name.LocalName);
        var app = (Of(written, "extended-properties"), Of(revised, "extended-properties"));
        Named("property", app.Item1, app.Item2, child => SaidProperties.Contains(child.Name.LocalName) && child.Inner.Trim().Length > 0 ? child.Name.LocalName : null);
        var custom = (Of(written, "custom-properties"), Of(revised, "custom-properties"));
        Named("property", custom.Item1, custom.Item2, child => child.Attribute("name"));

        static string? Of(Side side, string kind) => side.Related("", kind);
    }

    private void Stories()
    {
        var (background, other) = (Background(written), Background(revised));
        if (background != other)
        {
            Add("background", written.Main, null);
        }

        var (mine, theirs) = SideBySide.Run(written.Map(written.Main).Text.Length >= LargePart,
            () => StoryThings.Of(new SidePart(written, written.Main)), () => StoryThings.Of(new SidePart(revised, revised.Main)));
        foreach (var (kind, name) in mine.Differing(theirs))
        {
            Add(kind, written.Main, null, name);
        }

        static ulong Background(Side side) =>
            side.Map(side.Main).Root.Child(W.Ns + "background") is { } element ? Fingerprints.Of(element, new SidePart(side, side.Main)) : 0;
    }

    private void Comments()
    {
        var (mine, theirs) = (CommentFacts.Of(written), CommentFacts.Of(revised));
        foreach (var (one, other) in mine.Comments.Zip(theirs.Comments).Where(_ => mine.Comments.Count == theirs.Comments.Count))
        {
            if (one.Words == other.Words && one.By != other.By)
            {
                Add("comment", mine.Part, theirs.Part, one.Id);
            }
            else if (one.Words == other.Words && one.State != other.State)
            {
                Add("comment-state", mine.Part, theirs.Part, one.Id);
            }
        }
    }

    // The same bytes, with the same behind them, need no reading.
    private bool IsSame(string? part, string? other) => part is not null && other is not null && written.Digest(part) == revised.Digest(other);

    private static ulong Number(Side side, string? part) => part is null ? 0
        : PackageRules.IsXml(part, side.Package.TypeOf(part)) ? Fingerprints.Of(side.Map(part).Root, new SidePart(side, part))
        : Fingerprints.Of(side.Digest(part));
}
