using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// Reads what was written before it is given out, by code that shares nothing with the writer: with all changes accepted it must be what the document
/// said with exactly these edits, with ours rejected what it said, with all rejected what it had said before.
/// </summary>
internal static class EditReadBack
{
    // Ends a paragraph that an edit begins; no document has the character (XML 1.0, 2.2).
    private const char NewParagraph = '\0';

    /// <summary>Checks one part.</summary>
    /// <param name="story">The part as it was.</param>
    /// <param name="edited">Its lines with edits.</param>
    /// <param name="written">The part as it is now.</param>
    /// <param name="ours">The ids of the changes that the edits made.</param>
    /// <exception cref="EditNotLandedException">It says something else.</exception>
    public static void Check(EditStory story, IEnumerable<EditedLine> edited, byte[] written, IReadOnlySet<string> ours)
    {
        var root = XmlText.Parse(written).Root;
        Compare(story, "all changes accepted", ViewText.Flows(root, _ => true), Expected(story, [.. edited]));
        Compare(story, "the edits rejected", ViewText.Flows(root, change => !(change.Attribute(W.Id) is { } id && ours.Contains(id))), Texts(story.Flows));
        Compare(story, "all changes rejected", ViewText.Flows(root, _ => false), Texts(ViewText.Flows(story.Part.Map.Root, _ => false)));
    }

    private static List<List<string>> Expected(EditStory story, List<EditedLine> edited)
    {
        var byMark = edited.ToDictionary(line => line.Line.Last.Index);
        var gone = edited.Where(line => line.Deletion is not null).Select(line => line.Line).ToList();
        return
        [
            .. story.Flows.Where((flow, number) => number == 0 || flow.Count == 0 || !gone.Exists(line => line.Paragraphs.Exists(p => p.Index < flow[0].Paragraph && flow[0].Paragraph < p.Span.After)))
                .Select(flow => flow.SelectMany(line => byMark.TryGetValue(line.Paragraph, out var change) ? Expected(change) : [line.Text]).ToList()),
        ];
    }

    private static IEnumerable<string> Expected(EditedLine edited)
    {
        IEnumerable<string> New(EditKind kind) => edited.Edits.Where(edit => edit.Kind == kind).SelectMany(edit => edit.Text.Split('\n'));
        IEnumerable<string> own = edited.LosesMark ? [] : edited.Deletion is not null ? [""] : Changed(edited).Split(NewParagraph);
        return [.. New(EditKind.Before), .. own, .. New(EditKind.Behind)];
    }

    private static string Changed(EditedLine edited)
    {
        var text = new StringBuilder(edited.Line.View);
        foreach (var change in edited.Edits.SelectMany(edit => edit.Changes).OrderByDescending(change => change.Start).ThenByDescending(change => change.End).ThenBy(change => change.Continues))
        {
            var inserted = change.Inserted.Replace('\n', NewParagraph);
            if (change.Start < change.End)
            {
                var (start, end) = edited.Line.InView(change.Start, change.End);
                text.Remove(start, end - start).Insert(start, inserted);
            }
            else
            {
                var before = !(change.Continues && change.Start > 0);
                var length = edited.Line.Text.Length;
                text.Insert(length == 0 ? text.Length : before && change.Start < length ? edited.Line.InView(change.Start) : edited.Line.InView(change.Start - 1) + 1, inserted);
            }
        }

        return text.ToString();
    }

    private static List<List<string>> Texts(List<List<ViewLine>> flows) => flows.ConvertAll(flow => flow.ConvertAll(line => line.Text));

    private static void Compare(EditStory story, string view, List<List<ViewLine>> written, List<List<string>> expected)
    {
        var read = Texts(written).SelectMany(flow => flow).ToList();
        var wanted = expected.SelectMany(flow => flow).ToList();
        if (!read.SequenceEqual(wanted))
        {
            var at = read.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count();
            throw new EditNotLandedException($"The text of {story.Uri} with {view} differs from paragraph {at + 1} on.");
        }
    }
}
