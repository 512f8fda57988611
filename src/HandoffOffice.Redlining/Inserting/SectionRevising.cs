namespace HandoffOffice.Redlining;

/// <summary>Revises the text that a document has in the content controls of sections, sentence by sentence, as tracked changes of whole words.</summary>
public static class SectionRevising
{
    /// <summary>
    /// Replaces and deletes sentences where they stand (see <see cref="DocumentEditing"/>), and inserts new ones beside them. Whatever of the changes is
    /// accepted and rejected, single spaces stay between sentences. Accepting all gives the new text, rejecting all the original: the file is read
    /// back and compared before it is given out.
    /// </summary>
    /// <param name="document">A .docx without tracked changes in these sections.</param>
    /// <param name="sections">What becomes of each; sections that are not named stay as they are.</param>
    /// <param name="author">Who the changes are by. The same input gives the same bytes.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in, or a control cannot take the text (<see cref="RefusalCodes.ControlNotWritable"/>).</exception>
    /// <exception cref="SectionEditRefusedException">A sentence cannot be changed where it stands.</exception>
    /// <exception cref="ArgumentException">A key is used twice, or the document does not have the text that it is said to have.</exception>
    /// <exception cref="EditNotLandedException">What was read back is not what was to be written.</exception>
    public static RevisedDocument Revise(ReadOnlyMemory<byte> document, IReadOnlyList<RevisedSection> sections, RevisionAuthor author)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(author);
        var clean = Clean(sections);
        var revisions = new Dictionary<string, List<string>>();
        var edited = Edit(document, clean, author, revisions);
        var file = Insert(edited, clean, author, revisions);
        Verify(document, file, clean, revisions);
        return new RevisedDocument(file, revisions.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value));
    }

    // Words are changed first, in the document as its author left it; then new sentences are put beside them.
    private static byte[] Edit(ReadOnlyMemory<byte> document, List<RevisedSection> sections, RevisionAuthor author, Dictionary<string, List<string>> revisions)
    {
        var package = WordPackage.Open(document);
        var numbers = package.Main.Xml.Descendants(W.P).Select((paragraph, number) => (paragraph, number)).ToDictionary(pair => pair.paragraph, pair => pair.number);
        var edits = new List<(SentencePlace Place, string Tag, int Paragraph, DocumentEdit Edit)>();
        foreach (var section in sections)
        {
            foreach (var (line, index) in SectionLines.Of(package, section).Where(line => line.Element is not null).Select((line, index) => (line, index)))
            {
                edits.AddRange(line.Edits(numbers[line.Paragraph!]).Select(edit => (edit.Place, section.Tag, index, edit.Edit)));
            }
        }

        if (edits.Count == 0)
        {
            return document.ToArray();
        }

        var result = DocumentEditing.Apply(document, [.. edits.Select(edit => edit.Edit)], author);
        if (result.Refused is [var refused, ..])
        {
            throw new SectionEditRefusedException(refused.Code, edits[refused.Index].Tag, edits[refused.Index].Paragraph, refused.Message);
        }

        foreach (var landed in result.Landed)
        {
            revisions[edits[landed.Index].Place.Sentence.Key] = [.. landed.RevisionIds];
        }

        return result.File;
    }

    private static byte[] Insert(byte[] edited, List<RevisedSection> sections, RevisionAuthor author, Dictionary<string, List<string>> revisions)
    {
        var package = WordPackage.Open(edited);
        var scan = RevisionScan.Of(package);
        var marking = new Marking(scan, author);
        foreach (var section in sections)
        {
            SectionLines.Write(SectionLines.Of(package, section), section.Tag, package.Main.Uri, marking, revisions);
        }

        scan.Changes.Select(change => change.Part).Append(package.Main).DistinctBy(part => part.Name).ToList().ForEach(package.Changed);
        return package.ToBytes();
    }

    private static List<RevisedSection> Clean(IReadOnlyList<RevisedSection> sections)
    {
        var keys = new HashSet<string>();
        return
        [
            .. sections.Select(section => section with
            {
                Paragraphs = [.. section.Paragraphs.Select(paragraph => new RevisedParagraph([.. paragraph.Sentences.Select(sentence => Clean(sentence, keys))]))],
            }),
        ];
    }

    private static RevisedSentence Clean(RevisedSentence sentence, HashSet<string> keys)
    {
        if (!keys.Add(sentence.Key))
        {
            throw new ArgumentException($"The key '{sentence.Key}' is used for two sentences.", nameof(sentence));
        }

        var text = sentence.Text == sentence.Original ? sentence.Text : sentence.Text is null ? null : RunText.OneLine(sentence.Text).Trim();
        return text?.Length == 0 || (text is null && sentence.Original is null)
            ? throw new ArgumentException($"The sentence '{sentence.Key}' is blank.", nameof(sentence))
            : sentence with { Text = text };
    }

    private static void Verify(ReadOnlyMemory<byte> original, byte[] file, List<RevisedSection> sections, Dictionary<string, List<string>> revisions)
    {
        var pending = RevisionScan.Of(WordPackage.Open(file)).Changes.Select(change => change.Id).ToHashSet();
        var changed = sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences)
            .Where(sentence => sentence.Text != sentence.Original).Select(sentence => sentence.Key);
        if (changed.Any(key => !revisions.TryGetValue(key, out var ids) || ids.Count == 0 || !ids.TrueForAll(pending.Contains)))
        {
            throw new EditNotLandedException("A sentence of the draft is not in the document as it was given.");
        }

        var tags = sections.ConvertAll(section => section.Tag);
        var landed = SectionDrafting.Existing(file, tags).ToDictionary(section => section.Tag, section => section.Paragraphs);
        if (sections.Exists(section => !landed[section.Tag].Select(Folded).SequenceEqual(Texts(section))))
        {
            throw new EditNotLandedException("Accepting the draft would not give its text.");
        }

        if (!DocumentText.Read(file, RevisionView.Rejected).SelectMany(story => story.Paragraphs)
            .SequenceEqual(DocumentText.Read(original, RevisionView.Rejected).SelectMany(story => story.Paragraphs)))
        {
            throw new EditNotLandedException("Rejecting the draft would not give the original text.");
        }
    }

    private static IEnumerable<string> Texts(RevisedSection section) => section.Paragraphs
        .Select(paragraph => Folded(string.Join(' ', paragraph.Sentences.Select(sentence => sentence.Text).OfType<string>()))).Where(text => text.Length > 0);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
