using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Comments of a document (ECMA-376 Part 1, 17.13.4).</summary>
public static class Comments
{
    private const string ContentType = PackageRules.WordType + "comments+xml";

    /// <summary>
    /// Hangs comments on words of tracked insertions. The insertion stays one revision with the same id; the comment goes with it when
    /// it is rejected, and stays on the words when it is accepted. A place in the middle of a character of two units is widened to the whole character.
    /// </summary>
    /// <param name="document">A .docx.</param>
    /// <param name="comments">What to add, in the order of their ids.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    /// <exception cref="UnknownRevisionException">No pending change has the id.</exception>
    /// <exception cref="RevisionNotSupportedException">The change is no insertion of runs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The words lie outside the insertion's text.</exception>
    public static byte[] Add(ReadOnlyMemory<byte> document, IReadOnlyList<NewComment> comments)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var package = WordPackage.Open(document);
        if (comments.Count == 0)
        {
            return document.ToArray();
        }

        var changes = RevisionScan.Of(package).Changes;
        var byId = changes.ToDictionary(change => change.Id);
        var target = package.Related("comments") ?? package.Add("comments.xml", ContentType, "comments",
            new XElement(W.Ns + "comments", new XAttribute(XNamespace.Xmlns + "w", W.Ns.NamespaceName)));
        var next = CommentParts.In(package).Select(c => (int?)c.Attribute(W.Id)).Append(-1).Max() + 1;
        var expected = new Dictionary<string, string>();
        foreach (var comment in comments)
        {
            var change = byId.GetValueOrDefault(comment.RevisionId) ?? throw new UnknownRevisionException(comment.RevisionId);
            var id = (next++ ?? 0).ToString(CultureInfo.InvariantCulture);
            expected[id] = CommentAnchor.Place(change, comment, id, HasStyle(package, "CommentReference"));
            target.Xml.Root?.Add(Element(comment, id, HasStyle(package, "CommentText"), HasStyle(package, "CommentReference")));
        }

        changes.Select(change => change.Part).DistinctBy(part => part.Name).ToList().ForEach(package.Changed);
        package.Changed(target);
        var file = package.ToBytes();
        Verify(file, expected, changes.Count);
        return file;
    }

    /// <summary>All comments in the order they are stored, with the words they hang on.</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<DocumentComment> List(ReadOnlyMemory<byte> document)
    {
        var package = WordPackage.Open(document);
        var anchors = CommentAnchors.Of(package);
        return [.. CommentParts.In(package).Select(comment => Read(comment, anchors))];
    }

    /// <summary>Takes out all comments of one author, with their marks in the text.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="author">The author's name exactly as stored.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static byte[] RemoveBy(ReadOnlyMemory<byte> document, string author)
    {
        var package = WordPackage.Open(document);
        var ids = CommentParts.In(package).Where(comment => (string?)comment.Attribute(W.Author) == author)
            .Select(comment => (string?)comment.Attribute(W.Id)).OfType<string>().ToHashSet();
        if (ids.Count == 0)
        {
            return document.ToArray();
        }

        CommentParts.Remove(package, ids);
        return package.ToBytes();
    }

    private static XElement Element(NewComment comment, string id, bool textStyle, bool referenceStyle)
    {
        var lines = comment.Text.ReplaceLineEndings("\n").Split('\n');
        return new XElement(W.Ns + "comment", new XAttribute(W.Id, id), new XAttribute(W.Author, RunText.OneLine(comment.Author)),
            new XAttribute(W.Date, Stamp.Of(comment.Date)), new XAttribute(W.Ns + "initials", RunText.OneLine(comment.Initials)),
            lines.Select((line, number) => new XElement(W.P,
                textStyle ? new XElement(W.PPr, new XElement(W.Ns + "pStyle", new XAttribute(W.Val, "CommentText"))) : null,
                number > 0 ? null : new XElement(W.R,
                    referenceStyle ? new XElement(W.RPr, new XElement(W.Ns + "rStyle", new XAttribute(W.Val, "CommentReference"))) : null,
                    new XElement(W.Ns + "annotationRef")),
                new XElement(W.R, RunText.Content(line)))));
    }

    private static DocumentComment Read(XElement comment, CommentAnchors anchors)
    {
        var id = (string?)comment.Attribute(W.Id) ?? "";
        var (part, words) = anchors.Find(id);
        var date = Stamp.Parse((string?)comment.Attribute(W.Date));
        var text = string.Join('\n', comment.Descendants(W.P).Select(RevisionText.Of));
        return new DocumentComment(id, (string?)comment.Attribute(W.Author) ?? "", (string?)comment.Attribute(W.Ns + "initials") ?? "", date, text, words, part);
    }

    private static bool HasStyle(WordPackage package, string id) =>
        package.Related("styles")?.Xml.Root?.Elements(W.Ns + "style").Any(style => (string?)style.Attribute(W.Ns + "styleId") == id) == true;

    private static void Verify(byte[] file, Dictionary<string, string> expected, int changes)
    {
        var landed = List(file).ToDictionary(comment => comment.Id, comment => comment.Anchor);
        if (expected.Any(pair => landed.GetValueOrDefault(pair.Key) != pair.Value) || RevisionScan.Of(WordPackage.Open(file)).Changes.Count != changes)
        {
            throw new EditNotLandedException("A comment does not hang on the words it was meant for.");
        }
    }
}
