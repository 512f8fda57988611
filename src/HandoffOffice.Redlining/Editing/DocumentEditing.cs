namespace HandoffOffice.Redlining;

/// <summary>Carries out edits of a Word document as tracked changes, with their reasons as comments.</summary>
public static class DocumentEditing
{
    /// <summary>The longest words that are looked for, in UTF-16 units.</summary>
    public const int MaxFind = TextEditing.MaxFind;

    /// <summary>The longest replacement, in UTF-16 units.</summary>
    public const int MaxReplacement = 100_000;

    /// <summary>The most edits at once.</summary>
    public const int MaxEdits = 10_000;

    /// <summary>
    /// Carries out what can be carried out without guessing, and refuses the rest by name. Whole words change, as few as can be, in the formatting of the
    /// place; all else keeps its bytes. Tracked changes that were there before stay as they are. The order of the list matters only where two edits are
    /// at the same place: the first wins.
    /// </summary>
    /// <param name="document">A .docx.</param>
    /// <param name="edits">What is to be changed.</param>
    /// <param name="author">Who the changes are by, and when, unless an edit says otherwise. The same input gives the same bytes.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in, or there are more than <see cref="MaxEdits"/> edits.</exception>
    /// <exception cref="ArgumentException">The name of an author is blank.</exception>
    /// <exception cref="EditNotLandedException">What was read back is not the text with the edits: a fault of this library, never given out.</exception>
    public static EditedDocument Apply(ReadOnlyMemory<byte> document, IReadOnlyList<DocumentEdit> edits, RevisionAuthor author)
    {
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(author);
        foreach (var by in edits.Select(edit => edit.Author).OfType<RevisionAuthor>().Prepend(author))
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(by.Name, nameof(author));
        }

        if (edits.Count > MaxEdits)
        {
            throw new DocumentRefusedException(RefusalCodes.TooLarge, $"There are {edits.Count} edits; at most {MaxEdits} are carried out at once.");
        }

        var package = WordPackage.Open(document);
        var side = new Side(package);
        var stories = DocumentText.StoryParts(package).Select(part => new EditStory(new SidePart(side, part.Name), part.Name == package.MainName)).ToList();
        var plan = new EditPlan(stories);
        for (var index = 0; index < edits.Count; index++)
        {
            plan.Add(index, edits[index]);
        }

        return plan.Lines.Count == 0 ? new EditedDocument(document.ToArray(), [], plan.Refused) : Write(package, side, plan, edits, author);
    }

    private static EditedDocument Write(WordPackage package, Side side, EditPlan plan, IReadOnlyList<DocumentEdit> edits, RevisionAuthor author)
    {
        var comparison = new Comparison(side, side, author) { HasNotes = false };
        foreach (var part in package.Parts())
        {
            comparison.Learn(side.Map(part.Name));
        }

        var stamps = new EditStamps(comparison, edits, author);
        var changed = plan.Lines.GroupBy(line => line.Line.Story).ToList();
        foreach (var lines in changed)
        {
            package.Replace(lines.Key.Part.Name, new EditWriter(comparison, lines.Key, lines, stamps).Write());
        }

        var landed = plan.Lines.SelectMany(line => line.Edits, (line, edit) => (line.Line, Edit: edit)).OrderBy(one => one.Edit.Index).ToList();
        var reasons = new EditReasons(package, stamps);
        var comments = new Dictionary<int, string>();
        foreach (var (line, edit) in landed)
        {
            if (line.Story.IsBody && !line.InTextBox && !string.IsNullOrWhiteSpace(edits[edit.Index].Reason))
            {
                comments[edit.Index] = reasons.Add(edit.Index, edits[edit.Index].Reason ?? "");
            }
        }

        var file = package.ToBytes();
        var listed = Check(file, changed, stamps, comments);
        return new EditedDocument(file,
            [.. landed.Select(one => new LandedEdit(one.Edit.Index, [.. stamps.Of(one.Edit.Index).Where(listed.Contains)], one.Line.Story.Uri, one.Edit.Number,
                comments.GetValueOrDefault(one.Edit.Index)))],
            plan.Refused);
    }

    // What is read is the file, not what it was made from. Gives the changes that are decided on their own.
    private static HashSet<string> Check(byte[] file, List<IGrouping<EditStory, EditedLine>> changed, EditStamps stamps, Dictionary<int, string> comments)
    {
        var written = WordPackage.Open(file);
        var ours = stamps.All.ToHashSet();
        foreach (var lines in changed)
        {
            EditReadBack.Check(lines.Key, lines, written.Bytes(lines.Key.Part.Name), ours);
        }

        var scan = RevisionScan.Of(written);
        var found = scan.Changes.Select(change => change.Id).ToHashSet();
        if (!ours.IsSubsetOf(found))
        {
            throw new EditNotLandedException("A tracked change of an edit is not in the document.");
        }

        var hanging = CommentParts.Referenced(written);
        if (comments.Values.FirstOrDefault(id => !hanging.Contains(id)) is { } lost)
        {
            throw new EditNotLandedException($"The comment {lost} hangs on nothing.");
        }

        found.ExceptWith(Followers.Of(scan).Keys.Select(change => change.Id));
        return found;
    }
}
