using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Reviewing;

/// <summary>A change under review: a sentence that the draft inserts, replaces or deletes.</summary>
public sealed record ChangeView
{
    /// <summary>The change.</summary>
    public required string Id { get; init; }

    /// <summary>What it does to the text that was there.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Key of the contract's section.</summary>
    public required string Section { get; init; }

    /// <summary>Zero-based paragraph of the text under review.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The author that its tracked changes carry.</summary>
    public required string Author { get; init; }

    /// <summary>The draft's words; of a deletion the words that go.</summary>
    public required string Text { get; init; }

    /// <summary>What stands when it is rejected; null for an insertion.</summary>
    public string? Original { get; init; }

    /// <summary>The original against the draft's words, or the reviewer's where they edited them, in whole words. Whatever is decided, they show what is proposed.</summary>
    public required IReadOnlyList<SegmentView> Segments { get; init; }

    /// <summary>What stood here before the last revision; null in a first draft, and for a sentence that was not there.</summary>
    public PreviousView? Previous { get; init; }

    /// <summary>The reviewer's comment that asked for it; null in a first draft, and where the revision left the sentence as it was.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the decision is the one of the round before, on the same words.</summary>
    public required bool CarriedOver { get; init; }

    /// <summary>The <c>w:id</c> of its tracked changes in the document as it stands; none once it is decided, and in a mail.</summary>
    public required IReadOnlyList<string> RevisionIds { get; init; }

    /// <summary>The reviewer's words in place of the draft's.</summary>
    public string? EditedText { get; init; }

    /// <summary>What was decided.</summary>
    public required Decision Decision { get; init; }

    /// <summary>By whom.</summary>
    public Person? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The fields of the record that the draft's words rest on.</summary>
    public required IReadOnlyList<JsonPointer> Citations { get; init; }

    /// <summary>Ids of the findings at the words that stand here.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What it proposes and why, in a workflow that filters; null in any other.</summary>
    public Candidate? Candidate { get; init; }

    /// <summary>What is said of it, where it is a candidate that is kept.</summary>
    public PickView? Pick { get; init; }

    internal static IReadOnlyList<ChangeView> Of(Handoff handoff, RevisionMap revisions)
    {
        if (handoff.CurrentDraft is not { } draft)
        {
            return [];
        }

        var changes = handoff.Changes.ToDictionary(change => change.Id);
        ILookup<string, JsonPointer> citations = draft.Sentences.SelectMany(s => s.Citations, (s, pointer) => (s.Id, pointer)).ToLookup(pair => pair.Id, pair => pair.pointer);
        ILookup<string?, string> findings = (handoff.Report?.Findings ?? []).ToLookup(finding => finding.Span?.PieceId, finding => finding.Id);
        return
        [
            .. draft.Passages().Where(passage => changes.ContainsKey(passage.Id))
                .Select(passage => Of(passage, changes[passage.Id], draft.Origin, revisions, [.. citations[passage.Id]], [.. findings[passage.Id]]) with
                {
                    Candidate = handoff.CandidateOf(passage.Id),
                    Pick = handoff.Terms.Filter is { } filter && changes[passage.Id].Decision is Decision.Accepted or Decision.Edited
                        ? PickView.Of(changes[passage.Id].Pick, filter)
                        : null,
                }),
        ];
    }

    private static ChangeView Of(
        Passage passage, Change change, DraftOrigin origin, RevisionMap revisions, IReadOnlyList<JsonPointer> citations, IReadOnlyList<string> findings) => new()
        {
            Id = passage.Id,
            Kind = passage.Kind ?? throw new InvalidOperationException($"The kept sentence {passage.Id} was taken for a change."),
            Section = passage.Section,
            Paragraph = passage.Paragraph,
            Author = origin.RevisionAuthor,
            Text = passage.Drafted ?? passage.Original!,
            Original = passage.Original,
            Segments = SegmentView.Of(passage.Original, change.EditedText ?? passage.Drafted),
            Previous = change.Previous is { } previous ? new PreviousView(previous, SegmentView.Of(previous, change.EditedText ?? passage.Drafted)) : null,
            Reason = change.Reason,
            CarriedOver = change.CarriedOver,
            RevisionIds = change.Decision == Decision.Undecided ? revisions.Of(change.Id) : [],
            EditedText = change.EditedText,
            Decision = change.Decision,
            DecidedBy = change.By,
            DecidedAt = change.At,
            Citations = citations,
            Findings = findings,
        };
}

/// <summary>What a sentence was in the draft before.</summary>
/// <param name="Text">The words, as the reviewer left them.</param>
/// <param name="Segments">Those words against the draft's, or the reviewer's where they edited them.</param>
public sealed record PreviousView(string Text, IReadOnlyList<SegmentView> Segments);

/// <summary>A stretch of two texts in one.</summary>
/// <param name="Kind">Which of the two has it.</param>
/// <param name="Text">The stretch, in whole words with the white space and punctuation between them.</param>
public sealed record SegmentView(TextSegmentKind Kind, string Text)
{
    internal static IReadOnlyList<SegmentView> Of(string? original, string? revised) =>
        [.. TextComparison.Compare(original ?? string.Empty, revised ?? string.Empty).Segments.Select(segment => new SegmentView(segment.Kind, segment.Text))];
}
