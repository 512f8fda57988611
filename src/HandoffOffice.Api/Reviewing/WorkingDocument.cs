using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Reviewing;

/// <summary>
/// The document of a handoff at each step. The drafted document with every sentence as an undecided tracked change is kept;
/// what a reviewer sees and what is sealed are made from it and from the decisions, so that a decision can be taken back.
/// </summary>
internal static class WorkingDocument
{
    private const string CommentAuthor = "HandoffOffice checks";

    /// <summary>The document with the whole draft in it as tracked insertions.</summary>
    /// <param name="handoff">A handoff with a draft.</param>
    /// <param name="workflow">Its workflow.</param>
    /// <param name="own">The author's own document; null for our template.</param>
    public static DraftedDocument Draft(Handoff handoff, Workflow workflow, byte[]? own)
    {
        Draft draft = handoff.CurrentDraft!;
        return SectionDrafting.Insert(own ?? Template(handoff, workflow), Sections(draft, workflow), new RevisionAuthor(draft.Origin.RevisionAuthor, draft.WrittenAt));
    }

    /// <summary>Which revisions of the document each change is.</summary>
    public static RevisionMap Map(DraftedDocument document) =>
        new(document.Sentences.ToDictionary(sentence => sentence.Key, sentence => (IReadOnlyList<string>)[sentence.RevisionId]));

    /// <summary>The document as it stands: decided changes settled, undecided ones tracked, findings as comments at their words. Every page says that it is a copy.</summary>
    public static byte[] ForReview(Handoff handoff, byte[] drafted, string revisionMap)
    {
        var map = RevisionMap.Read(revisionMap);
        HashSet<string> undecided = [.. handoff.Changes.Where(change => change.Decision == Decision.Undecided).Select(change => change.Id)];
        DateTimeOffset date = handoff.CurrentDraft!.WrittenAt;
        List<NewComment> comments = [.. (handoff.Report?.Findings ?? [])
            .Where(finding => finding.Span is { } span && undecided.Contains(span.PieceId))
            .Select(finding => new NewComment(
                map.Of(finding.Span!.PieceId)[0], finding.Span.Start, finding.Span.Length, CommentAuthor, "HC", date, CommentText(finding)))];
        byte[] commented = comments.Count == 0 ? drafted : Comments.Add(drafted, comments);
        return ReviewCopy.Mark(Decide(handoff, commented, map), Notice(handoff.State));
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

        string body = DocumentText.ReadBody(finished, RevisionView.Accepted);
        string[] missing = [.. Paragraphs(handoff).Where(paragraph => !body.Split('\n').Contains(paragraph))];
        return missing.Length == 0 ? finished : throw new InvalidOperationException($"The finished document lacks {missing.Length} reviewed paragraphs.");
    }

    /// <summary>The paragraphs of the text as it stands.</summary>
    public static IReadOnlyList<string> Paragraphs(Handoff handoff) =>
        [.. handoff.CurrentText().GroupBy(piece => piece.Paragraph).Select(paragraph => string.Join(' ', paragraph.Select(piece => piece.Text)))];

    /// <summary>What stands on every page of a copy for review.</summary>
    private static string Notice(HandoffState state) => state switch
    {
        HandoffState.Approved => "Copy for review: approved, not released",
        HandoffState.Released => "Copy for review: the approved document was released",
        _ => "Not approved: for review only",
    };

    private static byte[] Decide(Handoff handoff, byte[] document, RevisionMap map)
    {
        List<RevisionDecision> decisions = [.. handoff.Changes.Where(change => change.Decision != Decision.Undecided).Select(change => Decided(change, map.Of(change.Id)[0]))];
        return decisions.Count == 0 ? document : Revisions.Decide(document, decisions);
    }

    private static RevisionDecision Decided(Change change, string revision) => change.Decision switch
    {
        Decision.Accepted => new RevisionDecision.Accept(revision),
        Decision.Rejected => new RevisionDecision.Reject(revision),
        _ => new RevisionDecision.AcceptEdited(revision, change.EditedText!),
    };

    private static string CommentText(Finding finding) =>
        finding.Expected is null ? $"{finding.Severity}: {finding.Message}" : $"{finding.Severity}: {finding.Message} Expected: {finding.Expected}";

    private static byte[] Template(Handoff handoff, Workflow workflow) => DocumentTemplate.Create(new TemplateContent(
        handoff.Subject, Subtitle(handoff, workflow), workflow.Output.Language,
        [.. workflow.Output.Sections.Select(section => new TemplateSection(section.Key, section.Heading))], handoff.Subject));

    private static string Subtitle(Handoff handoff, Workflow workflow) =>
        $"{workflow.Name}, {FieldText.Date(DateOnly.FromDateTime(handoff.CreatedAt.UtcDateTime), workflow.Output.Language)}";

    private static List<SectionText> Sections(Draft draft, Workflow workflow) => [.. draft.Sentences
        .GroupBy(sentence => sentence.Section)
        .Select(section => new SectionText(
            section.Key, workflow.Output.Sections.First(s => s.Key == section.Key).Heading,
            [.. section.GroupBy(sentence => sentence.Paragraph)
                .Select(paragraph => new ParagraphText([.. paragraph.Select(sentence => new SentenceText(sentence.Id, sentence.Text))]))]))];
}
