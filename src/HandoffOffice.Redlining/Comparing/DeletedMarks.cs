namespace HandoffOffice.Redlining;

/// <summary>
/// Marks of paragraphs that somebody deleted earlier. Accepted, such a paragraph runs on into the next (17.13.5.15); where there is no
/// next to run on into, before a table or at the end of a cell, it ends all the same.
/// </summary>
internal static class DeletedMarks
{
    /// <summary>Whether somebody deleted the paragraph's mark, or moved it away.</summary>
    public static bool IsDeleted(XmlElement paragraph) =>
        paragraph.Child(W.PPr)?.Child(W.RPr) is { } marks && (marks.Child(W.Del) ?? marks.Child(W.MoveFrom)) is not null;

    /// <summary>Whether a paragraph whose mark is deleted still ends a paragraph: it has words, or its container needs it.</summary>
    public static bool EndsAllTheSame(XmlElement paragraph)
    {
        if (paragraph.Parent is not { } container || RunsOn(paragraph))
        {
            return false;
        }

        var blocks = container.Children.ToList().FindAll(child => !W.IsMarker(child.Name));
        var place = blocks.IndexOf(paragraph);
        var isLast = place + 1 == blocks.Count || blocks[place + 1].Name == W.SectPr;

        // The paragraphs before it that run on into it bring their words.
        var first = place;
        while (first > 0 && blocks[first - 1].Name == W.P && IsDeleted(blocks[first - 1]))
        {
            first--;
        }

        if (blocks[first..(place + 1)].Exists(HasContent))
        {
            return true;
        }

        // A cell ends with a paragraph, and nothing is without one (17.4.65).
        return isLast && (first == 0 || !BlockKind.IsBlock(blocks[first - 1]) || (container.Name == W.Tc && blocks[first - 1].Name != W.P));
    }

    // Most do: the siblings are listed for the others only.
    private static bool RunsOn(XmlElement paragraph)
    {
        var (map, parent) = (paragraph.Map, paragraph.Span.Parent);
        var at = paragraph.Span.After;
        while (at < map.Span(parent).After && W.IsMarker(map.Span(at).Name))
        {
            at = map.Span(at).After;
        }

        return at < map.Span(parent).After && map.Span(at).Name == W.P;
    }

    private static bool HasContent(XmlElement paragraph) =>
        paragraph.Children.ToList().Exists(child => child.Name != W.PPr && !W.IsMarker(child.Name) && child.Name != W.Del && child.Name != W.MoveFrom && HasRun(child));

    private static bool HasRun(XmlElement element) =>
        element.Name == W.R ? element.Children.ToList().Exists(child => child.Name != W.RPr)
        : element.Name.Namespace == W.Math || (element.Name != W.Del && element.Name != W.MoveFrom && element.Children.ToList().Exists(HasRun));
}
