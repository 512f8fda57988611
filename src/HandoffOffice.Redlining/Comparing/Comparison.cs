using System.Globalization;

namespace HandoffOffice.Redlining;

/// <summary>One comparison: the two documents, the ids given so far, and what has to be brought over.</summary>
internal sealed class Comparison
{
    private static readonly HashSet<string> OtherDeclaredIds = ["bookmarkStart", "bookmarkEnd", "comment", "permStart", "permEnd"];

    private readonly string stamp;
    private readonly string date;
    private int lastId;
    private int lastLearned;
    private int lastDrawing;
    private int lastMove;

    public Comparison(Side original, Side revised, RevisionAuthor author)
    {
        Original = original;
        Revised = revised;
        Author = author;
        date = Stamp.Of(author.Date);
        stamp = $"author=\"{XmlEscape.Attribute(RunText.OneLine(author.Name))}\"";
        Edits = new PackageEdits(Original);
        Parts = new PartImporter(Original, Revised, Edits);
        Styles = new StyleImporter(this);
        Numbering = new NumberingImporter(this);
        Notes = new NoteImporter(this);
        Ranges = new CommentRanges(this);
    }

    public Side Original { get; }

    public Side Revised { get; }

    public RevisionAuthor Author { get; }

    public TokenKeys Keys { get; } = new();

    public TokenStreams Streams { get; } = new();

    public PackageEdits Edits { get; }

    public PartImporter Parts { get; }

    public StyleImporter Styles { get; }

    public NumberingImporter Numbering { get; }

    public NoteImporter Notes { get; }

    public ShapeIds Shapes { get; } = new();

    public CommentRanges Ranges { get; }

    /// <summary>Whether there are footnotes, endnotes or comments to compare.</summary>
    public required bool HasNotes { get; init; }

    /// <summary>How many tracked changes were written.</summary>
    public int Count { get; private set; }

    public SidePart PartOfOriginal(string name) => new(Original, name);

    public SidePart PartOfRevised(string name) => new(Revised, name)
    {
        Identity = (element, id) => element.LocalName == "numId" ? Numbering.IdentityOfRevised(id)
            : Notes.IdentityOfRevised(element, id),
    };

    /// <summary>Learns which ids a part of the original has.</summary>
    public void Learn(XmlText map)
    {
        foreach (var element in map.Root.Descendants())
        {
            var name = element.Name;
            if (name.Namespace == W.Ns && (Fingerprints.IsRevision(name) || OtherDeclaredIds.Contains(name.LocalName) || name.LocalName.Contains("Range", StringComparison.Ordinal)))
            {
                lastId = Math.Max(lastId, Number(element.Attribute(W.Id)));
            }
            else if (name.LocalName == "docPr")
            {
                lastDrawing = Math.Max(lastDrawing, Number(element.Attribute("id")));
            }
            else
            {
                Shapes.Learn(element);
            }
        }

        lastLearned = lastId;
    }

    /// <summary>Whether an id was given by this comparison.</summary>
    public bool IsOwn(string? id) => Number(id) > lastLearned;

    public int NextDrawingId() => ++lastDrawing;

    /// <summary>A name for a move that no other has.</summary>
    public string NextMoveName() => string.Create(CultureInfo.InvariantCulture, $"comparedMove{++lastMove}");

    /// <summary>An id for a mark that is no change of its own.</summary>
    public int NextId() => ++lastId;

    /// <summary>The attributes of one more tracked change (CT_TrackChange).</summary>
    /// <param name="w">The prefix of WordprocessingML with its colon.</param>
    public string Attributes(string w)
    {
        return AttributesOf(w, NextId());
    }

    /// <summary>The same, with an id that was given before.</summary>
    /// <param name="w">The prefix of WordprocessingML with its colon.</param>
    /// <param name="id">The id.</param>
    public string AttributesOf(string w, int id)
    {
        Count++;
        return string.Create(CultureInfo.InvariantCulture, $" {w}id=\"{id}\" {w}{stamp} {w}date=\"{date}\"");
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) && n < int.MaxValue / 2 ? n : 0;
}
