namespace HandoffOffice.Redlining;

/// <summary>What an edit does to the line it is at.</summary>
internal enum EditKind
{
    /// <summary>Some of its words become others.</summary>
    Change,

    /// <summary>It goes, with all that is in it.</summary>
    Delete,

    /// <summary>Paragraphs come before it.</summary>
    Before,

    /// <summary>Paragraphs come behind it.</summary>
    Behind,
}

/// <summary>A change of a line's words.</summary>
/// <param name="Start">Where what is deleted begins in the line's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Inserted">What is put there; a line feed begins a new paragraph.</param>
/// <param name="Continues">As in <see cref="EditLine.Host"/>.</param>
internal readonly record struct LineChange(int Start, int End, string Inserted, bool Continues);

/// <summary>An edit that goes in.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Where">The stretch of the line's text that is its own.</param>
/// <param name="Number">The paragraph it is at.</param>
/// <param name="Changes">For <see cref="EditKind.Change"/>: the words that change, in order.</param>
/// <param name="Text">For new paragraphs: their text.</param>
/// <param name="KeepsMark">For <see cref="EditKind.Delete"/>: whether the empty paragraph stays.</param>
internal sealed record PlannedEdit(
    int Index, EditKind Kind, TextRange Where, int Number, IReadOnlyList<LineChange> Changes, string Text = "", bool KeepsMark = false);

/// <summary>A line with the edits of it that go in.</summary>
internal sealed class EditedLine(EditLine line)
{
    public EditLine Line => line;

    public List<PlannedEdit> Edits { get; } = [];

    /// <summary>The edit that deletes the line; null when none does.</summary>
    public PlannedEdit? Deletion => Edits.Find(edit => edit.Kind == EditKind.Delete);

    public bool LosesMark => Deletion is { KeepsMark: false };
}

/// <summary>Decides which edits go in, and what each of them changes.</summary>
internal sealed class EditPlan
{
    private readonly EditFinder finder;
    private readonly Dictionary<EditLine, EditedLine> lines = [];

    public EditPlan(IReadOnlyList<EditStory> stories) => finder = new EditFinder(stories);

    public IReadOnlyCollection<EditedLine> Lines => lines.Values;

    public List<RefusedDocumentEdit> Refused { get; } = [];

    /// <summary>Takes one more edit in, or refuses it.</summary>
    public void Add(int index, DocumentEdit edit)
    {
        var (code, message) = Plan(index, edit);
        if (code.Length > 0)
        {
            Refused.Add(new RefusedDocumentEdit(index, code, message));
        }
    }

    private (string Code, string Message) Plan(int index, DocumentEdit edit)
    {
        if (edit.Replacement.Length > DocumentEditing.MaxReplacement)
        {
            return (DocumentEditRefusals.TooLong, $"The replacement is longer than {DocumentEditing.MaxReplacement} characters. Make several edits of it.");
        }

        var (found, code, message) = finder.Find(edit.At);
        if (found is not { } place)
        {
            return (code, message);
        }

        var text = RunText.Clean(edit.Replacement.ReplaceLineEndings("\n"));
        var line = place.Line;
        var kind = edit.At switch
        {
            DocumentAnchor.BehindParagraph => EditKind.Behind,
            DocumentAnchor.BeforeParagraph => EditKind.Before,
            DocumentAnchor.Paragraph when text.Length == 0 && place.Control is null => EditKind.Delete,
            _ => EditKind.Change,
        };
        var planned = new PlannedEdit(index, kind, place.Where, place.Number, kind == EditKind.Change ? Changes(line, place, text) : [], text,
            kind == EditKind.Delete && !CanLoseMark(line));
        var edited = lines.GetValueOrDefault(line) ?? new EditedLine(line);
        if (Overlaps(edited, planned))
        {
            return (DocumentEditRefusals.Overlapping, "An earlier edit changes the same words. Make one edit of both, or send it afterwards.");
        }

        if (WhyNot(line, planned, place.Control is not null) is { } why)
        {
            return (DocumentEditRefusals.NotEditable, why);
        }

        if (kind == EditKind.Change ? planned.Changes.Count == 0 : kind == EditKind.Delete && planned.KeepsMark && line.Text.Length == 0)
        {
            return (DocumentEditRefusals.NothingChanged, "The document says already what the edit says.");
        }

        edited.Edits.Add(planned);
        lines[line] = edited;
        return ("", "");
    }

    // What the caller quoted in another form is compared as quoted, so that only what was meant to change does.
    private static List<LineChange> Changes(EditLine line, EditPlace place, string text) =>
    [
        .. TextComparison.Changes(place.Quoted ?? line.Text.Substring(place.Where.Start, place.Where.Length), text).Select(change => new LineChange(
            place.Where.Start + change.OriginalStart, place.Where.Start + change.OriginalStart + change.Deleted.Length, change.Inserted, change.OriginalStart > 0)),
    ];

    private bool Overlaps(EditedLine edited, PlannedEdit planned) =>
        edited.Edits.Exists(other => Overlap(edited.Line, other, planned)) || IsInDeleted(edited.Line, planned) || RunsIntoNew(edited.Line, planned);

    // What somebody deleted earlier in a paragraph that goes is left to the next one. If that is new, neither could be decided without the other.
    private bool RunsIntoNew(EditLine line, PlannedEdit planned)
    {
        if (planned.Kind == EditKind.Delete)
        {
            return EditRules.LeavesSomething(line) && EditStory.Next(line.Last) is { } next && next.Name == W.P
                && lines.TryGetValue(line.Story.LineOf(next), out var behind) && behind.Edits.Exists(BeginsNew);
        }

        return BeginsNew(planned) && lines.Values.Any(other => other.LosesMark && other.Line.Story == line.Story
            && EditStory.Next(other.Line.Last) is { } next && next.Equals(line.Elements[0]) && EditRules.LeavesSomething(other.Line));
    }

    private static bool BeginsNew(PlannedEdit edit) => edit.Kind == EditKind.Before || (edit.Kind == EditKind.Change && edit.Text.Contains('\n', StringComparison.Ordinal));

    private static bool Overlap(EditLine line, PlannedEdit one, PlannedEdit other)
    {
        if (one.Kind is EditKind.Behind or EditKind.Before || other.Kind is EditKind.Behind or EditKind.Before)
        {
            return one.Kind == other.Kind || (EditRules.LeavesSomething(line) && (one.Kind, other.Kind) is (EditKind.Delete, EditKind.Behind) or (EditKind.Behind, EditKind.Delete));
        }

        var (endOfOne, endOfOther) = (one.Where.Start + one.Where.Length, other.Where.Start + other.Where.Length);
        if (one.Kind == EditKind.Delete || other.Kind == EditKind.Delete || line.Text.Length == 0 || (one.Where.Start < endOfOther && other.Where.Start < endOfOne))
        {
            return true;
        }

        // Where both begin new paragraphs at one place, nobody could tell whose mark is whose.
        return (endOfOne == other.Where.Start || endOfOther == one.Where.Start) && (one.Text.Contains('\n', StringComparison.Ordinal) || other.Text.Contains('\n', StringComparison.Ordinal));
    }

    // A text box goes with the paragraph that it hangs on.
    private bool IsInDeleted(EditLine line, PlannedEdit planned)
    {
        bool Holds(EditLine outer, EditLine inner) => outer != inner && outer.Story == inner.Story && outer.Start < inner.Start && inner.End < outer.End;
        return (line.InTextBox && lines.Values.Any(other => other.Deletion is not null && Holds(other.Line, line)))
            || (planned.Kind == EditKind.Delete && lines.Values.Any(other => Holds(line, other.Line)));
    }

    private static string? WhyNot(EditLine line, PlannedEdit planned, bool inControl)
    {
        if (line.LockedBy is { } locked)
        {
            return $"The paragraph stands in {locked}.";
        }

        if (!line.HasMark || line.Story.Views.GetValueOrDefault(line.Last.Index) != line.View)
        {
            return "An earlier tracked change joins the paragraph with what is no paragraph beside it. Decide that change first.";
        }

        if (line.HasStrayText)
        {
            return "The paragraph has text where no text may stand.";
        }

        if (inControl && planned.Where.Length == 0)
        {
            return "The content control is empty, or shows a placeholder.";
        }

        return planned.Kind switch
        {
            EditKind.Delete => EditRules.WhyNotDeleted(line, planned.KeepsMark),
            EditKind.Change => planned.Changes.Select(change => EditRules.WhyNot(line, change.Start, change.End, change.Inserted, change.Continues)).FirstOrDefault(why => why is not null),
            _ => inControl ? "The content control stands within a paragraph." : EditRules.WhyNoParagraph(line),
        };
    }

    // A mark can go where a paragraph that stays is its neighbour: cells, notes and headers need one, and two tables would become one without.
    private bool CanLoseMark(EditLine line)
    {
        var parent = line.Elements[0].Parent;
        var neighbour = EditStory.Next(line.Elements[^1]);
        while (neighbour is { } next && next.Name == W.P && IsLeaving(line.Story, next))
        {
            neighbour = EditStory.Next(next);
        }

        if (neighbour?.Name == W.P)
        {
            return true;
        }

        XmlElement? before = null;
        foreach (var block in parent?.Children.ToList() ?? [])
        {
            if (block.Index == line.Elements[0].Index)
            {
                break;
            }

            before = EditStory.IsBlock(block) && !(block.Name == W.P && IsLeaving(line.Story, block)) ? block : before;
        }

        return before?.Name == W.P;
    }

    private bool IsLeaving(EditStory story, XmlElement paragraph) =>
        story.LineOf(paragraph) is var line && (!line.HasMark || (lines.TryGetValue(line, out var edited) && edited.LosesMark));
}
