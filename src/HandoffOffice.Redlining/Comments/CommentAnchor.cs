using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Puts the marks of a comment around words, splitting runs where the words begin and end.</summary>
internal static class CommentAnchor
{
    /// <summary>Hangs a comment on words of a change. Gives back the words it now hangs on.</summary>
    public static string Place(TrackedChange change, CommentPlace.Change words, string id, bool hasStyle)
    {
        if (change.Kind == RevisionKind.Deletion && words is { Start: 0, Length: 0 })
        {
            change.Element.AddBeforeSelf(Open(id));
            change.Element.AddAfterSelf(Close(id), CommentWriter.Reference(id, hasStyle));
            return RevisionText.Of(change.Element);
        }

        if (change.Kind is not (RevisionKind.Insertion or RevisionKind.MoveTo))
        {
            throw new RevisionNotSupportedException("not-an-insertion", "A comment can only hang on the words of an insertion, or on a deletion as a whole.", change.Place);
        }

        var text = RevisionText.Of(change.Element);
        var trimmed = RevisionText.Trimmed(text);
        var offset = text.Length == trimmed.Length ? 0 : text.Length - text.TrimStart().Length;
        var (start, end) = Widen(text, offset, trimmed.Length, words.Start, words.Length, change.Place);
        return Mark(change.Element, start, end, id, hasStyle);
    }

    /// <summary>Hangs a comment on words of a section. Gives back the words it now hangs on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The section has no such words.</exception>
    public static string Place(WordPackage package, CommentPlace.Section words, string id, bool hasStyle)
    {
        var paragraph = SectionControls.Find(package, words.Tag) is { } control
            ? SectionControls.Paragraphs(package, control).Where(paragraph => !string.IsNullOrWhiteSpace(Standing(paragraph))).ElementAtOrDefault(words.Paragraph)
            : null;
        var place = $"paragraph {words.Paragraph} of the section '{words.Tag}'";
        var text = paragraph is null || words.Length == 0 ? throw new ArgumentOutOfRangeException(nameof(words), $"There are no words in {place}.") : Standing(paragraph);
        var (start, end) = Widen(text, 0, text.Length, words.Start, words.Length, place);
        return Mark(paragraph, start, end, id, hasStyle);
    }

    private static string Mark(XElement scope, int start, int end, string id, bool hasStyle)
    {
        var (open, close) = (Open(id), Close(id));
        var runs = Cover(scope, start, end);
        if (runs.Count == 0)
        {
            scope.Add(open, close, CommentWriter.Reference(id, hasStyle));
        }
        else
        {
            runs[0].AddBeforeSelf(open);
            runs[^1].AddAfterSelf(close, CommentWriter.Reference(id, hasStyle));
        }

        // What is pending deletion between the words is between the marks as well.
        return string.Concat(scope.Descendants().SkipWhile(e => e != open).TakeWhile(e => e != close)
            .Where(e => e.Parent?.Name.LocalName == "r" && !e.Ancestors(W.Fallback).Any()).Select(RevisionText.OfRunChild));
    }

    private static XElement Open(string id) => new(CommentParts.RangeStart, new XAttribute(W.Id, id));

    private static XElement Close(string id) => new(CommentParts.RangeEnd, new XAttribute(W.Id, id));

    // What stands of a paragraph when every change in it is accepted.
    private static string Standing(XElement paragraph) => string.Concat(Runs(paragraph).SelectMany(run => run.Elements()).Select(RevisionText.OfRunChild));

    private static IEnumerable<XElement> Runs(XElement scope) => scope.Descendants(W.R).Where(run => !run.Ancestors().TakeWhile(e => e != scope)
        .Any(around => RevisionText.IsAside(around) || around.Name == W.Del || around.Name == W.MoveFrom));

    // From units of the words that people see to units of the text, and never through a character of two.
    private static (int Start, int End) Widen(string text, int offset, int length, int from, int count, string place)
    {
        if (from < 0 || count < 0 || from > length || count > length - from)
        {
            throw new ArgumentOutOfRangeException(nameof(from), $"{from} to {from + (long)count} is outside the {length} units of {place}.");
        }

        var (start, end) = count == 0 ? (offset, offset + length) : (offset + from, offset + from + count);
        if (start > 0 && start < text.Length && char.IsSurrogatePair(text[start - 1], text[start]))
        {
            start--;
        }

        if (end > 0 && end < text.Length && char.IsSurrogatePair(text[end - 1], text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static List<XElement> Cover(XElement scope, int start, int end)
    {
        var covered = new List<XElement>();
        var at = 0;
        foreach (var run in Runs(scope).ToList())
        {
            var length = RunSplit.Length(run);
            var from = Math.Max(start, at) - at;
            var to = Math.Min(end, at + length) - at;
            at += length;
            if (from >= to)
            {
                continue;
            }

            RunSplit.At(run, to);
            covered.Add(RunSplit.At(run, from) ?? run);
        }

        return covered;
    }
}
