using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Drafting;

/// <summary>Lays a draft over the text that it revises: what is kept, and what it inserts, replaces and deletes.</summary>
public static class DraftOverlay
{
    /// <summary>
    /// The passages in order. Accepting all gives the draft with its paragraphs, rejecting all the existing text with its own (in sections that have
    /// one): in any other choice a paragraph stands when a sentence of it does.
    /// </summary>
    public static IReadOnlyList<Passage> Lay(ExistingText existing, IReadOnlyList<DraftSentence> draft)
    {
        var passages = new List<Passage>();
        var numbers = new Numbers();
        IEnumerable<ExistingSection> sections = existing.Sections.Concat(
            draft.Select(sentence => sentence.Section).Distinct().Except(existing.Sections.Select(section => section.Key)).Select(key => new ExistingSection(key, [])));
        foreach (ExistingSection section in sections)
        {
            List<DraftSentence> drafted = [.. draft.Where(sentence => sentence.Section == section.Key)];
            passages.AddRange(section.Paragraphs.Count == 0 ? New(drafted, numbers) : Revised(section, drafted, numbers));
        }

        return passages;
    }

    /// <summary>
    /// The passages of one text that a person and the AI have written by section, in order (C10): the person's sentences are kept to the letter, the draft's
    /// are inserted. No sentence of either side is in a section of the other's.
    /// </summary>
    /// <param name="own">Every section of the contract in its order; those of the AI are empty.</param>
    /// <param name="draft">The AI's sentences.</param>
    public static IReadOnlyList<Passage> Join(ExistingText own, IReadOnlyList<DraftSentence> draft)
    {
        var passages = new List<Passage>();
        var numbers = new Numbers();
        foreach (ExistingSection section in own.Sections)
        {
            passages.AddRange(section.Paragraphs.Count == 0
                ? New([.. draft.Where(sentence => sentence.Section == section.Key)], numbers)
                : section.Paragraphs.SelectMany(paragraph =>
                {
                    int number = numbers.Next();
                    return paragraph.Select(sentence => new Passage(numbers.OwnId(), null, section.Key, number, sentence, sentence));
                }));
        }

        return passages;
    }

    /// <summary>The passages of a draft that revises nothing.</summary>
    public static IReadOnlyList<Passage> New(IReadOnlyList<DraftSentence> draft) =>
        [.. draft.Select(sentence => new Passage(sentence.Id, ChangeKind.Inserted, sentence.Section, sentence.Paragraph, null, sentence.Text))];

    private static IEnumerable<Passage> New(IReadOnlyList<DraftSentence> draft, Numbers numbers) =>
        New(draft).Select(passage => passage with { Paragraph = numbers.Of(passage.Paragraph) });

    private static IEnumerable<Passage> Revised(ExistingSection section, IReadOnlyList<DraftSentence> drafted, Numbers numbers)
    {
        List<string> originals = [.. section.Paragraphs.SelectMany(paragraph => paragraph)];
        IReadOnlyList<IReadOnlyList<string>> paragraphs =
            [.. drafted.GroupBy(sentence => sentence.Paragraph).Select(paragraph => (IReadOnlyList<string>)[.. paragraph.Select(sentence => sentence.Text)])];
        foreach (AlignedParagraph paragraph in SentenceAlignment.Align(section.Paragraphs, paragraphs))
        {
            int number = numbers.Next();
            foreach (AlignedSentence sentence in paragraph.Sentences)
            {
                string? original = sentence.Before is { } before ? originals[before] : null;
                yield return sentence.After is { } after
                    ? Drafted(drafted[after], original, sentence.IsEqual, number)
                    : new Passage(numbers.DeletedId(), ChangeKind.Deleted, section.Key, number, original, null);
            }
        }
    }

    private static Passage Drafted(DraftSentence sentence, string? original, bool kept, int paragraph) => new(
        sentence.Id, kept ? null : original is null ? ChangeKind.Inserted : ChangeKind.Replaced, sentence.Section, paragraph, original,
        kept ? original : sentence.Text);

    // A paragraph of the draft that runs through two sections without text stays one.
    private sealed class Numbers
    {
        private int last = -1;
        private int? drafted;
        private int deleted;
        private int own;

        public int Next()
        {
            drafted = null;
            return ++last;
        }

        public int Of(int draftParagraph)
        {
            last += drafted == draftParagraph ? 0 : 1;
            drafted = draftParagraph;
            return last;
        }

        public string DeletedId() => $"d{++deleted}";

        public string OwnId() => $"p{++own}";
    }
}
