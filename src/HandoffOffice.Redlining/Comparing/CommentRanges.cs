using System.Globalization;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// The words that comments of the revised document hang on (17.13.4.3, .4). A range may begin in another paragraph than the one its comment is referred
/// to from, so that whether the comment comes is known only when all is written: until then its ends are places between characters that no XML has.
/// </summary>
internal sealed class CommentRanges(Comparison comparison)
{
    private const char Border = '\u0001';

    private readonly List<XmlElement> marks = [];

    /// <summary>Whether an element is an end of such a range, in a part that may have comments.</summary>
    public static bool IsEnd(XmlElement element, SidePart part) =>
        (element.Name == CommentParts.RangeStart || element.Name == CommentParts.RangeEnd) && part.Name == part.Side.Main;

    /// <summary>The comments that come with what is inserted between two streams.</summary>
    public static HashSet<string> Inserted(StreamMatching matching)
    {
        var (found, stream) = (new HashSet<string>(), matching.Revised);
        for (var token = 0; token < stream.Tokens.Count; token++)
        {
            if (stream.Tokens[token].Kind == StreamTokenKind.Object && matching.OfRevised(token) < 0
                && stream.Element(stream.Atoms[stream.Tokens[token].Atom].Element) is var element && element.Name == CommentParts.Reference)
            {
                found.Add(Id(element));
            }
        }

        return found;
    }

    /// <summary>Whether the comment of a range may come: it is inserted here, or the original has none like it.</summary>
    public bool MayCome(XmlElement mark, HashSet<string> insertedHere) => insertedHere.Contains(Id(mark)) || comparison.Notes.IsNew(CommentParts.Reference, Id(mark));

    /// <summary>Writes the place of a mark.</summary>
    public void Write(StringBuilder output, XmlElement mark)
    {
        output.Append(Border).Append(CultureInfo.InvariantCulture, $"{marks.Count}").Append(Border);
        marks.Add(mark);
    }

    /// <summary>What was written, with the marks of the comments that came; of a range of which not both ends were written there are none.</summary>
    /// <param name="written">The inside of the body.</param>
    /// <param name="w">The prefix of WordprocessingML with its colon.</param>
    public StringBuilder Settle(StringBuilder written, string w)
    {
        if (marks.Count == 0)
        {
            return written;
        }

        var pieces = written.ToString().Split(Border);
        var found = new Dictionary<string, List<int>>();
        for (var at = 1; at < pieces.Length; at += 2)
        {
            var id = Id(Mark(pieces[at]));
            found.TryAdd(id, []);
            found[id].Add(at);
        }

        foreach (var (id, places) in found)
        {
            var comes = places is [var start, var end] && Mark(pieces[start]).Name == CommentParts.RangeStart && Mark(pieces[end]).Name == CommentParts.RangeEnd;
            var newId = comes ? comparison.Notes.Imported(CommentParts.Reference, id) : null;
            foreach (var at in places)
            {
                pieces[at] = newId is null ? "" : $"<{w}{Mark(pieces[at]).Name.LocalName} {w}id=\"{newId}\"/>";
            }
        }

        return new StringBuilder().AppendJoin("", pieces);
    }

    private XmlElement Mark(string place) => marks[int.Parse(place, CultureInfo.InvariantCulture)];

    private static string Id(XmlElement mark) => mark.Attribute(W.Id) ?? "";
}
