using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Carries out edits of a plain text as changes that can be accepted and rejected one by one.</summary>
public static class TextEditing
{
    /// <summary>The longest words that are looked for, in UTF-16 units.</summary>
    public const int MaxFind = 10_000;

    /// <summary>Carries out what can be carried out without guessing, and refuses the rest by name. The order of the list matters only where two edits overlap: the first wins.</summary>
    /// <param name="text">The text as it is.</param>
    /// <param name="edits">What is to be changed.</param>
    /// <exception cref="DocumentRefusedException">The text, or what the edits make of it, is longer than <see cref="TextComparison.MaxLength"/>.</exception>
    public static EditedText Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        TextComparison.Check(text);
        ArgumentNullException.ThrowIfNull(edits);
        var (finder, placed, refused) = (new TextFinder(text), new SortedList<int, Placed>(), new List<RefusedTextEdit>());
        for (var i = 0; i < edits.Count; i++)
        {
            var (found, code, message) = finder.Find(edits[i].At);
            if (found is not { } range)
                refused.Add(new RefusedTextEdit(i, code, message));
            else if (Overlaps(placed, range))
                refused.Add(new RefusedTextEdit(i, TextEditRefusals.Overlapping, "An earlier edit changes the same words. Make one edit of both, or send it afterwards."));
            else
                placed.Add(range.Start, new Placed(range.Start, range.Length, Written(text, edits[i]), edits[i].Reason));
        }

        return new EditedText(Compared(text, placed.Values), refused);
    }

    private static bool Overlaps(SortedList<int, Placed> placed, TextRange range)
    {
        var (low, high) = (0, placed.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (placed.Keys[middle] < range.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return (low < placed.Count && (placed.Keys[low] < range.Start + range.Length || placed.Keys[low] == range.Start))
            || (low > 0 && placed.Values[low - 1] is var before && before.Start + before.Length > range.Start);
    }

    private static string Written(string text, TextEdit edit)
    {
        if (edit.At is not TextAnchor.BehindParagraph behind)
            return edit.Replacement;

        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return behind.Number < 0 ? edit.Replacement + newLine : newLine + edit.Replacement;
    }

    private static ComparedText Compared(string text, IList<Placed> edits)
    {
        var (revised, changes, end) = (new StringBuilder(), new List<TextChange>(), 0);
        foreach (var edit in edits)
        {
            revised.Append(text, end, edit.Start - end);
            foreach (var change in TextComparison.Changes(text.Substring(edit.Start, edit.Length), edit.Text))
            {
                changes.Add(change with
                {
                    Id = changes.Count,
                    OriginalStart = edit.Start + change.OriginalStart,
                    RevisedStart = revised.Length + change.RevisedStart,
                    Reason = edit.Reason,
                });
            }

            revised.Append(edit.Text);
            end = edit.Start + edit.Length;
        }

        var after = revised.Append(text, end, text.Length - end).ToString();
        TextComparison.Check(after);
        return new ComparedText(text, after, changes);
    }

    private readonly record struct Placed(int Start, int Length, string Text, string? Reason);
}

/// <summary>A stretch of a text, in UTF-16 units.</summary>
internal readonly record struct TextRange(int Start, int Length);
