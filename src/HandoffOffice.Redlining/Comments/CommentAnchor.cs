using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Puts the marks of a comment around words of an insertion, splitting runs where the words begin and end.</summary>
internal static class CommentAnchor
{
    /// <summary>Gives back the words the comment now hangs on.</summary>
    public static string Place(TrackedChange change, NewComment comment, string id, bool hasStyle)
    {
        if (change.Kind is not (RevisionKind.Insertion or RevisionKind.MoveTo))
        {
            throw new RevisionNotSupportedException("not-an-insertion", "A comment can only hang on the words of an insertion.", change.Place);
        }

        var text = RevisionText.Of(change.Element);
        var (start, end) = Widen(text, comment, change);
        var runs = Cover(change.Element, start, end);
        var reference = CommentWriter.Reference(id, hasStyle);
        var close = new XElement(CommentParts.RangeEnd, new XAttribute(W.Id, id));
        var open = new XElement(CommentParts.RangeStart, new XAttribute(W.Id, id));
        if (runs.Count == 0)
        {
            change.Element.Add(open, close, reference);
        }
        else
        {
            runs[0].AddBeforeSelf(open);
            runs[^1].AddAfterSelf(close, reference);
        }

        return text[start..end];
    }

    private static (int Start, int End) Widen(string text, NewComment comment, TrackedChange change)
    {
        var words = RevisionText.Trimmed(text);
        if (comment.Start < 0 || comment.Length < 0 || comment.Start > words.Length || comment.Length > words.Length - comment.Start)
        {
            throw new ArgumentOutOfRangeException(nameof(comment),
                $"{comment.Start} to {comment.Start + (long)comment.Length} is outside the {words.Length} units of {change.Place}.");
        }

        var offset = text.Length == words.Length ? 0 : text.Length - text.TrimStart().Length;
        var (start, end) = comment.Length == 0
            ? (offset, offset + words.Length)
            : (offset + comment.Start, offset + comment.Start + comment.Length);
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

    private static List<XElement> Cover(XElement insertion, int start, int end)
    {
        var covered = new List<XElement>();
        var at = 0;
        foreach (var run in insertion.Descendants(W.R).Where(run => !run.Ancestors().TakeWhile(e => e != insertion).Any(RevisionText.IsAside)).ToList())
        {
            var length = Length(run);
            var from = Math.Max(start, at) - at;
            var to = Math.Min(end, at + length) - at;
            at += length;
            if (from >= to)
            {
                continue;
            }

            Split(run, to);
            covered.Add(Split(run, from) ?? run);
        }

        return covered;
    }

    /// <summary>Leaves the first <paramref name="offset"/> units in the run and gives back a new run with the others; null when there is nothing to split.</summary>
    private static XElement? Split(XElement run, int offset)
    {
        if (offset <= 0 || offset >= Length(run))
        {
            return null;
        }

        var second = new XElement(run.Name, run.Attributes(), run.Element(W.RPr) is { } properties ? new XElement(properties) : null);
        var at = 0;
        foreach (var child in run.Elements().Where(child => child.Name != W.RPr).ToList())
        {
            var length = RevisionText.OfRunChild(child).Length;
            if (at >= offset)
            {
                child.Remove();
                second.Add(child);
            }
            else if (at + length > offset)
            {
                second.Add(new XElement(child.Name, W.Preserve, child.Value[(offset - at)..]));
                child.ReplaceWith(new XElement(child.Name, W.Preserve, child.Value[..(offset - at)]));
            }

            at += length;
        }

        run.AddAfterSelf(second);
        return second;
    }

    private static int Length(XElement run) => run.Elements().Sum(child => RevisionText.OfRunChild(child).Length);
}
