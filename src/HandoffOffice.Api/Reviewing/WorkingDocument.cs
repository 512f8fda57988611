using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Reviewing;

/// <summary>
/// The document of a handoff at each step. The drafted document with every change as an undecided tracked change is kept; what a reviewer sees
/// and what is sealed are made from it and from the decisions, so that a decision can be taken back. Where the draft revises the text of the author's own
/// document, a reviewer's words are drafted into it in place of the AI's (see <see cref="HasToBeRedrafted"/>): their difference from the original is tracked.
/// </summary>
internal static class WorkingDocument
{
    /// <summary>Our template with what the author wrote beside the draft in its sections, as if it had always been there.</summary>
    public static byte[] WithOwnSections(Handoff handoff, Workflow workflow)
    {
        int sentence = 0;
        List<SectionText> sections =
        [
            .. handoff.Own!.Text.Sections.Where(section => section.Paragraphs.Count > 0).Select(section => new SectionText(
                section.Key, workflow.Output.Sections.First(s => s.Key == section.Key).Heading,
                [.. section.Paragraphs.Select(paragraph => new ParagraphText([.. paragraph.Select(text => new SentenceText($"{++sentence}", text))]))])),
        ];
        return Revisions.AcceptAll(SectionDrafting.Insert(Template(handoff, workflow), sections, new RevisionAuthor(handoff.Author.Name, handoff.Own.SavedAt)).File);
    }

    /// <summary>The document with the whole draft in it as tracked changes.</summary>
    /// <param name="handoff">A handoff with a draft.</param>
    /// <param name="workflow">Its workflow.</param>
    /// <param name="own">The author's own document; null for our template.</param>
    /// <exception cref="SectionEditRefusedException">A sentence of the author's own document cannot be changed where it stands.</exception>
    public static (byte[] File, RevisionMap Map) Draft(Handoff handoff, Workflow workflow, byte[]? own) => Draft(handoff, handoff.CurrentDraft!, workflow, own);

    /// <summary>The document with the whole of this draft in it.</summary>
    /// <inheritdoc cref="Draft(Handoff, Workflow, byte[])" />
    public static (byte[] File, RevisionMap Map) Draft(Handoff handoff, Draft draft, Workflow workflow, byte[]? own)
    {
        var author = new RevisionAuthor(draft.Origin.RevisionAuthor, draft.WrittenAt);
        HashSet<string> revised = [.. (handoff.Existing?.Sections ?? []).Where(section => section.Paragraphs.Count > 0).Select(section => section.Key)];
        var edited = handoff.Changes.Where(change => change.EditedText is not null).ToDictionary(change => change.Id, change => change.EditedText!);
        IReadOnlyList<Passage> passages = draft.Passages();

        RevisedDocument revision = SectionRevising.Revise(own ?? Template(handoff, workflow), Revised(passages.Where(p => revised.Contains(p.Section)), edited), author);
        IEnumerable<Passage> inserted = passages.Where(p => !revised.Contains(p.Section));
        DraftedDocument document = SectionDrafting.Insert(revision.File, Inserted(inserted, revised.Count > 0 ? edited : [], workflow), author);
        return (document.File, new RevisionMap(revision.Revisions
            .Concat(document.Sentences.Select(sentence => KeyValuePair.Create(sentence.Key, (IReadOnlyList<string>)[sentence.RevisionId]))).ToDictionary()));
    }

    /// <summary>Whether the drafted document has to be made anew because a reviewer has put words of their own in the place of others, or taken them back.</summary>
    public static bool HasToBeRedrafted(Handoff handoff, IReadOnlyList<Change> before) =>
        handoff.Existing is not null && !before.Select(change => change.EditedText).SequenceEqual(handoff.Changes.Select(change => change.EditedText));

    /// <summary>The document as it stands: decided changes settled, undecided ones tracked.</summary>
    public static byte[] Standing(Handoff handoff, byte[] drafted, string revisionMap) => Decide(handoff, drafted, RevisionMap.Read(revisionMap));

    /// <summary>The document as it stands: decided changes settled, undecided ones tracked, findings and reasons as comments at their words. Every page says that it is a copy.</summary>
    public static byte[] ForReview(Handoff handoff, byte[] drafted, string revisionMap)
    {
        var map = RevisionMap.Read(revisionMap);
        byte[] document = Decide(handoff, drafted, map);
        IReadOnlyList<NewComment> comments = ReviewComments.Of(handoff, document, map);
        return ReviewCopy.Mark(comments.Count == 0 ? document : Comments.Add(document, comments), Notice(handoff.State));
    }

    /// <summary>The finished document: every change decided, nothing pending. It is read back and compared with the text that was reviewed.</summary>
    /// <exception cref="InvalidOperationException">A change is undecided, or the document does not say what was reviewed.</exception>
    public static byte[] Finished(Handoff handoff, byte[] drafted, string revisionMap)
    {
        byte[] finished = Decide(handoff, drafted, RevisionMap.Read(revisionMap));
        if (Revisions.Pending(finished) is > 0 and int pending)
        {
            throw new InvalidOperationException($"The finished document has {pending} pending changes.");
        }

        return FinishedText.Differs(handoff, finished) is { } how ? throw new InvalidOperationException($"The finished document {how}.") : finished;
    }

    /// <summary>The paragraphs of the text as it stands.</summary>
    public static IReadOnlyList<string> Paragraphs(Handoff handoff) =>
        [.. handoff.CurrentText().GroupBy(piece => piece.Paragraph).Select(paragraph => string.Join(' ', paragraph.Select(piece => piece.Whole)))];

    /// <summary>What stands on every page of a copy for review.</summary>
    private static string Notice(HandoffState state) => state switch
    {
        HandoffState.Approved => "Copy for review: approved, not released",
        HandoffState.Released => "Copy for review: the approved document was released",
        _ => "Not approved: for review only",
    };

    private static byte[] Decide(Handoff handoff, byte[] document, RevisionMap map)
    {
        var changes = handoff.Changes.ToDictionary(change => change.Id);
        var picked = handoff.CurrentText().Where(piece => piece.Added is not null).ToDictionary(piece => piece.Id, piece => piece.Whole);
        List<RevisionDecision> decisions =
        [
            .. map.Revisions().Where(revision => revision.Changes.All(changes.ContainsKey))
                .Select(revision => Decided(revision.RevisionId, [.. revision.Changes.Select(id => changes[id])], picked, handoff.Existing is null)).OfType<RevisionDecision>(),
        ];
        return decisions.Count == 0 ? document : Revisions.Decide(document, decisions);
    }

    // A revision of several changes is the mark of a paragraph that all of them delete: it stays as soon as one of them is not accepted.
    private static RevisionDecision? Decided(string revision, IReadOnlyList<Change> changes, Dictionary<string, string> picked, bool editsInPlace) => changes switch
    {
        // A candidate that is kept stands with what was said of it.
        [{ Id: var id }] when picked.TryGetValue(id, out string? whole) => new RevisionDecision.AcceptEdited(revision, whole),
        [{ Decision: Decision.Edited } edited] => editsInPlace ? new RevisionDecision.AcceptEdited(revision, edited.EditedText!) : new RevisionDecision.Accept(revision),
        _ when changes.All(change => change.Decision == Decision.Accepted) => new RevisionDecision.Accept(revision),
        _ when changes.Any(change => change.Decision == Decision.Rejected) => new RevisionDecision.Reject(revision),
        _ => null,
    };

    private static byte[] Template(Handoff handoff, Workflow workflow)
    {
        byte[] template = DocumentTemplate.Create(new TemplateContent(
            handoff.Subject, Subtitle(handoff, workflow), workflow.Output.Language,
            [.. workflow.Output.Sections.Select(section => new TemplateSection(section.Key, section.Heading))], handoff.Subject));
        return handoff.Label is not { } label ? template
            : CustomProperties.Add(template, SensitivityLabel.Entries(label, handoff.TenantId, handoff.CreatedAt));
    }

    private static string Subtitle(Handoff handoff, Workflow workflow) =>
        $"{workflow.Name}, {FieldText.Date(DateOnly.FromDateTime(handoff.CreatedAt.UtcDateTime), workflow.Output.Language)}";

    private static List<RevisedSection> Revised(IEnumerable<Passage> passages, Dictionary<string, string> edited) =>
    [
        .. passages.GroupBy(passage => passage.Section).Select(section => new RevisedSection(
            section.Key,
            [
                .. section.GroupBy(passage => passage.Paragraph).Select(paragraph => new RevisedParagraph(
                    [.. paragraph.Select(passage => new RevisedSentence(passage.Id, passage.Original, edited.GetValueOrDefault(passage.Id) ?? passage.Drafted))])),
            ])),
    ];

    private static List<SectionText> Inserted(IEnumerable<Passage> passages, Dictionary<string, string> edited, Workflow workflow) =>
    [
        .. passages.GroupBy(passage => passage.Section).Select(section => new SectionText(
            section.Key, workflow.Output.Sections.First(s => s.Key == section.Key).Heading,
            [
                .. section.GroupBy(passage => passage.Paragraph).Select(paragraph => new ParagraphText(
                    [.. paragraph.Select(passage => new SentenceText(passage.Id, edited.GetValueOrDefault(passage.Id) ?? passage.Drafted!))])),
            ])),
    ];
}
