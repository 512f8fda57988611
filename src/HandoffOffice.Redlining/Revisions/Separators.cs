using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// The spaces between sentences that were inserted one beside the other. A space must go with a sentence that goes, so it is always held by
/// an insertion that is still undecided: behind the sentences before the last accepted one, in front of those after it. Settling a
/// sentence hands the space on; taken together the words stay the same, and only inserted text is ever touched.
/// </summary>
internal sealed class Separators
{
    // The insertions by one hand, with nothing between them, that end the line.
    private readonly List<XElement> tail;
    private readonly Dictionary<XElement, int> places = [];
    private readonly XElement? last;
    private bool handedOn;

    /// <summary>Looks at the line (the insertions' parent) before anything in it is settled.</summary>
    public Separators(XElement line)
    {
        var neighbours = line.Elements().Where(IsNeighbour).ToList();
        last = neighbours.LastOrDefault();
        tail = [.. neighbours.AsEnumerable().Reverse().TakeWhile(e => last is not null && IsMate(last, e))];
        tail.Reverse();
        for (var place = 0; place < tail.Count; place++)
        {
            places[tail[place]] = place;
        }
    }

    /// <summary>Hands spaces on, before <paramref name="insertion"/> is kept or removed.</summary>
    /// <param name="insertion">Of this line; its insertions come in order.</param>
    /// <param name="keep">Whether it is kept.</param>
    /// <param name="before">What stands before it in the line, settled.</param>
    public void BeforeSettling(XElement insertion, bool keep, List<XNode> before)
    {
        if (keep)
        {
            HandOnToTheRight(insertion);
        }
        else if (insertion == last && !EndsWithSpace(insertion)
            && before.AsEnumerable().Reverse().OfType<XElement>().FirstOrDefault(IsNeighbour) is { } previous && IsMate(insertion, previous) && EndsWithSpace(previous))
        {
            RemoveLastSpace(previous);
        }
    }

    // The last accepted sentence of its line gives its space to the undecided ones after it; they may all be rejected. Once the spaces
    // of the tail were handed on, none is left to hand on for those further right.
    private void HandOnToTheRight(XElement insertion)
    {
        if (handedOn || !places.TryGetValue(insertion, out var place))
        {
            return;
        }

        handedOn = true;
        foreach (var (current, next) in tail.Skip(place).Zip(tail.Skip(place + 1)))
        {
            if (EndsWithSpace(current) && RevisionText.Of(current).Trim().Length > 0)
            {
                RemoveLastSpace(current);
                var properties = next.Elements(W.R).FirstOrDefault()?.Element(W.RPr);
                next.AddFirst(new XElement(W.R, properties is null ? null : new XElement(properties), RunText.Text(" ")));
            }
        }
    }

    private static bool IsNeighbour(XElement element) => !W.IsMarker(element) && element.Name != W.PPr && !IsCommentMark(element);

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
