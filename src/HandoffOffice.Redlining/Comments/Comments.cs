using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Comments of a document (ECMA-376 Part 1, 17.13.4).</summary>
public static class Comments
{
    /// <summary>
    /// Hangs comments on words. A tracked insertion stays one revision with the same id; a comment on it goes with it when it is rejected,
    /// and stays on the words when it is accepted. A place in the middle of a character of two units is widened to the whole character.
    /// </summary>
    /// <param name="document">A .docx.</param>
    /// <param name="comments">What to add, in the order of their ids.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    /// <exception cref="UnknownRevisionException">No pending change has the id.</exception>
    /// <exception cref="RevisionNotSupportedException">The change is no insertion of runs, and no deletion of them as a whole.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The words lie outside the text of the insertion or the section.</exception>
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
        var writer = new CommentWriter(package);
        var expected = new Dictionary<string, string>();
        foreach (var comment in comments)
        {
            var id = writer.NextId();
            expected[id] = comment.At switch
            {
                CommentPlace.Change words => CommentAnchor.Place(
                    byId.GetValueOrDefault(words.RevisionId) ?? throw new UnknownRevisionException(words.RevisionId), words, id, writer.HasReferenceStyle),
                CommentPlace.Section words => CommentAnchor.Place(package, words, id, writer.HasReferenceStyle),
                _ => throw new ArgumentException($"'{comment.At.GetType().Name}' is no place of this library.", nameof(comments)),
            };
            writer.Add(id, comment.Author, comment.Initials, comment.Date, comment.Text);
        }

        changes.Select(change => change.Part).Append(package.Main).DistinctBy(part => part.Name).ToList().ForEach(package.Changed);
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

    private static DocumentComment Read(XElement comment, CommentAnchors anchors)
    {
        var id = (string?)comment.Attribute(W.Id) ?? "";
        var (part, words) = anchors.Find(id);
        var date = Stamp.Parse((string?)comment.Attribute(W.Date));
        var text = string.Join('\n', comment.Descendants(W.P).Select(RevisionText.Of));
        return new DocumentComment(id, (string?)comment.Attribute(W.Author) ?? "", (string?)comment.Attribute(W.Ns + "initials") ?? "", date, text, words, part);
    }

    private static void Verify(byte[] file, Dictionary<string, string> expected, int changes)
    {
        var landed = List(file).ToDictionary(comment => comment.Id, comment => comment.Anchor);
        if (expected.Any(pair => landed.GetValueOrDefault(pair.Key) != pair.Value) || RevisionScan.Of(WordPackage.Open(file)).Changes.Count != changes)
        {
            throw new EditNotLandedException("A comment does not hang on the words it was meant for.");
        }
    }
}
