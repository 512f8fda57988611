using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// The spaces between sentences that were inserted one beside the other. A space must go with a sentence that goes, so it is always held by
/// an insertion that is still undecided: behind the sentences before the last accepted one, in front of those after it. Settling a
/// sentence hands the space on; taken together the words stay the same, and only inserted text is ever touched.
/// </summary>
internal static class Separators
{
    /// <summary>Hands spaces on, before <paramref name="insertion"/> is kept or removed.</summary>
    public static void BeforeSettling(XElement insertion, bool keep)
    {
        if (keep)
        {
            HandOnToTheRight(insertion);
        }
        else if (!Neighbours(insertion, forward: true).Any() && !EndsWithSpace(insertion)
            && Neighbours(insertion, forward: false).FirstOrDefault() is { } previous && IsMate(insertion, previous) && EndsWithSpace(previous))
        {
            RemoveLastSpace(previous);
        }
    }

    // The last accepted sentence of its line gives its space to the undecided ones after it; they may all be rejected.
    private static void HandOnToTheRight(XElement insertion)
    {
        var following = Neighbours(insertion, forward: true).ToList();
        if (following.Count == 0 || !following.TrueForAll(next => IsMate(insertion, next)))
        {
            return;
        }

        var current = insertion;
        foreach (var next in following)
        {
            if (EndsWithSpace(current) && RevisionText.Of(current).Trim().Length > 0)
            {
                RemoveLastSpace(current);
                var properties = next.Elements(W.R).FirstOrDefault()?.Element(W.RPr);
                next.AddFirst(new XElement(W.R, properties is null ? null : new XElement(properties), RunText.Text(" ")));
            }

            current = next;
        }
    }

    private static IEnumerable<XElement> Neighbours(XElement insertion, bool forward) =>
        (forward ? insertion.ElementsAfterSelf() : insertion.ElementsBeforeSelf().Reverse())
        .Where(e => !W.IsMarker(e) && e.Name != W.PPr && !IsCommentMark(e));

    private static bool IsCommentMark(XElement element) =>
        element.Name == W.R && element.Elements().All(e => e.Name == W.RPr || e.Name == W.Ns + "commentReference");

    private static bool IsMate(XElement insertion, XElement other) =>
        other.Name == W.Ins && (string?)other.Attribute(W.Author) == (string?)insertion.Attribute(W.Author)
        && (string?)other.Attribute(W.Date) == (string?)insertion.Attribute(W.Date);

    private static bool EndsWithSpace(XElement insertion) => LastText(insertion)?.Value.EndsWith(' ') == true;

    private static void RemoveLastSpace(XElement insertion)
    {
        if (LastText(insertion) is not { } text)
        {
            return;
        }

        text.Value = text.Value[..^1];
        if (text.Value.Length == 0 && text.Parent is { } run)
        {
            text.Remove();
            run.Elements().Where(e => e.Name == W.RPr).Where(_ => run.Elements().Count() == 1).Remove();
            if (!run.HasElements)
            {
                run.Remove();
            }
        }
    }

    // Null when something other than text comes last.
    private static XElement? LastText(XElement insertion)
    {
        var run = insertion.Elements().LastOrDefault(e => !W.IsMarker(e) && !IsCommentMark(e));
        return run?.Name == W.R && run.Elements().LastOrDefault() is { } last && last.Name == W.T ? last : null;
    }
}
