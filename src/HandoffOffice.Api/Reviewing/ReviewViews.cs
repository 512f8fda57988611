using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Api.Reviewing;

/// <summary>A duty with the person it falls to.</summary>
/// <param name="Duty">Which duty.</param>
/// <param name="Title">The role's name in the organisation.</param>
/// <param name="People">Who holds it.</param>
public sealed record ResponsibilityView(DutyKind Duty, string Title, IReadOnlyList<Person> People)
{
    internal static IReadOnlyList<ResponsibilityView> Of(Handoff handoff)
    {
        Responsibilities duties = handoff.Terms.Responsibilities;
        return
        [
            Of(DutyKind.Input, duties.Input, handoff),
            Of(DutyKind.Draft, duties.Draft, handoff),
            Of(DutyKind.Release, duties.Release, handoff),
        ];
    }

    private static ResponsibilityView Of(DutyKind name, Duty duty, Handoff handoff) =>
        new(name, duty.Title, duty.Holder == DutyHolder.Author ? [handoff.Author] : handoff.Reviewers);
}

/// <summary>What somebody answers for.</summary>
public enum DutyKind
{
    /// <summary>The record being right.</summary>
    Input,

    /// <summary>The draft being asked for and dealt with.</summary>
    Draft,

    /// <summary>What leaves.</summary>
    Release,
}

/// <summary>What people do to a handoff, as buttons name it.</summary>
public enum UserAction
{
    /// <summary>Write the sections that are one's own.</summary>
    WriteOwn,

    /// <summary>Have a draft written.</summary>
    Draft,

    /// <summary>Accept, reject or edit changes.</summary>
    Decide,

    /// <summary>Confirm checklist items.</summary>
    Attest,

    /// <summary>Sign.</summary>
    Sign,

    /// <summary>Ask for a revision.</summary>
    Revise,

    /// <summary>Refuse the draft.</summary>
    Reject,

    /// <summary>Finish by hand.</summary>
    RevertToManual,

    /// <summary>Pass one's own review on.</summary>
    PassOn,

    /// <summary>Release.</summary>
    Release,

    /// <summary>Record how what left was received.</summary>
    RecordOutcome,
}

/// <summary>Whether the caller can do something now.</summary>
/// <param name="Action">What.</param>
/// <param name="Allowed">Whether.</param>
/// <param name="Code">The error's code where not.</param>
/// <param name="Reason">Why not, for a person.</param>
public sealed record ActionView(UserAction Action, bool Allowed, string? Code, string? Reason)
{
    private static readonly IReadOnlyList<(UserAction Action, HandoffAction Domain)> All =
    [
        (UserAction.WriteOwn, HandoffAction.WriteOwn), (UserAction.Draft, HandoffAction.StartDraft), (UserAction.Decide, HandoffAction.Decide), (UserAction.Attest, HandoffAction.Attest),
        (UserAction.Sign, HandoffAction.Sign), (UserAction.Revise, HandoffAction.Revise), (UserAction.Reject, HandoffAction.Reject),
        (UserAction.RevertToManual, HandoffAction.RevertToManual), (UserAction.PassOn, HandoffAction.Delegate), (UserAction.Release, HandoffAction.Release),
        (UserAction.RecordOutcome, HandoffAction.RecordOutcome),
    ];

    internal static IReadOnlyList<ActionView> Of(Handoff handoff, Actor actor, DateTimeOffset now) =>
    [
        .. All.Select(pair => (pair.Action, Error: handoff.Obstacle(pair.Domain, actor, now)))
            .Select(pair => new ActionView(pair.Action, pair.Error is null, pair.Error?.Code, pair.Error?.Detail)),
    ];
}

/// <summary>A draft.</summary>
/// <param name="Revision">1 for the first.</param>
/// <param name="Origin">Who wrote it.</param>
/// <param name="Words">Its words.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
/// <param name="Sentences">Its sentences.</param>
public sealed record DraftView(int Revision, DrafterView Origin, int Words, int Paragraphs, IReadOnlyList<DraftSentence> Sentences)
{
    internal static DraftView Of(Draft draft) => new(
        draft.Revision, DrafterView.Of(draft.Origin), draft.Sentences.Sum(sentence => TextMeasure.CountWords(sentence.Text)),
        draft.Sentences.Select(sentence => sentence.Paragraph).Distinct().Count(), draft.Sentences);
}

/// <summary>A sentence of the text as it stands.</summary>
/// <param name="Id">Its id in the draft: by it, a sentence that is kept is put in other words like a change.</param>
/// <param name="ChangeId">The change that it is of; null where it is kept.</param>
/// <param name="Section">Key of the contract's section.</param>
/// <param name="Paragraph">Zero-based paragraph of the text under review.</param>
/// <param name="Text">The words.</param>
public sealed record SentenceView(string Id, string? ChangeId, string Section, int Paragraph, string Text)
{
    internal static IReadOnlyList<SentenceView> Of(Handoff handoff)
    {
        HashSet<string> changes = [.. handoff.Changes.Select(change => change.Id)];
        return [.. handoff.CurrentText().Select(piece => new SentenceView(piece.Id, changes.Contains(piece.Id) ? piece.Id : null, piece.Section, piece.Paragraph, piece.Whole))];
    }
}

/// <summary>A finding.</summary>
/// <param name="Id">Stable while the fault stands.</param>
/// <param name="Check">Which check found it.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="ChangeId">The change that has the words; null in a sentence that is kept, and where something is missing or the whole text is meant.</param>
/// <param name="Start">Zero-based offset of the words in the sentence as it stands, in UTF-16 code units.</param>
/// <param name="Length">Their length; 0 without a place.</param>
/// <param name="Pointer">The field of the record.</param>
/// <param name="Expected">What the record or the contract says.</param>
/// <param name="Quote">The words themselves; null without a place.</param>
/// <param name="Paragraph">Zero-based paragraph of the text under review; null without a place.</param>
/// <param name="Suggestion">Words that can stand in the place of the quote as they are; null where no rule knows.</param>
public sealed record FindingView(
    string Id, CheckKind Check, Severity Severity, string Message, string? ChangeId, int Start, int Length, JsonPointer? Pointer, string? Expected, string? Quote,
    int? Paragraph, string? Suggestion)
{
    internal static IReadOnlyList<FindingView> Of(Handoff handoff)
    {
        var places = new Places(handoff);
        return [.. (handoff.Report?.Findings ?? []).Select(finding => Of(finding, finding.Span is { } span ? places.Of(span) : null))];
    }

    private static FindingView Of(Finding finding, WordsView? words) => new(
        finding.Id, finding.Check, finding.Severity, finding.Message, words?.ChangeId, words?.Start ?? 0, words?.Length ?? 0, finding.Pointer, finding.Expected,
        words?.Quote, words?.Paragraph, finding.Suggestion);
}

/// <summary>Some words of the text as it stands.</summary>
/// <param name="ChangeId">The change that has them; null in a sentence that is kept.</param>
/// <param name="Start">Zero-based offset in the sentence as it stands, in UTF-16 code units.</param>
/// <param name="Length">Length.</param>
/// <param name="Quote">The words.</param>
/// <param name="Paragraph">Zero-based paragraph of the text under review.</param>
public sealed record WordsView(string? ChangeId, int Start, int Length, string Quote, int Paragraph);

/// <summary>Finds the words that checks name in the text as it stands.</summary>
internal sealed class Places(Handoff handoff)
{
    private readonly Dictionary<string, TextPiece> text = handoff.CurrentText().ToDictionary(piece => piece.Id);
    private readonly HashSet<string> changes = [.. handoff.Changes.Select(change => change.Id)];

    public WordsView Of(TextSpan span) => new(
        changes.Contains(span.PieceId) ? span.PieceId : null, span.Start, span.Length, text[span.PieceId].Text.Substring(span.Start, span.Length), text[span.PieceId].Paragraph);
}

/// <summary>What the checks looked at.</summary>
/// <param name="Dates">Every date of the text beside the record's.</param>
/// <param name="Facts">Every field of the record with where the text mentions it.</param>
/// <param name="Words">Words beside the contract's range.</param>
/// <param name="Paragraphs">Paragraphs beside the contract's range.</param>
/// <param name="SecondReading">What another reader than the writer says of the tone; null where the gate asks for none.</param>
public sealed record EvidenceView(IReadOnlyList<DateView> Dates, IReadOnlyList<FactView> Facts, CountView Words, CountView Paragraphs, SecondReading? SecondReading = null)
{
    internal static EvidenceView Of(Handoff handoff, Workflow workflow) => handoff.Report is { } report
        ? Of(report.Evidence, new Places(handoff)) with { SecondReading = report.SecondReading }
        : new EvidenceView([], [], CountView.Of(new CountAgainst(0, workflow.Output.Words)), CountView.Of(new CountAgainst(0, workflow.Output.Paragraphs)));

    private static EvidenceView Of(Evidence evidence, Places places) => new(
        [.. evidence.Dates.Select(date => DateView.Of(date, places.Of(date.Span)))],
        [.. evidence.Facts.Select(fact => new FactView(fact.Pointer, fact.Label, fact.Value, fact.Required, [.. fact.Mentions.Select(places.Of)]))],
        CountView.Of(evidence.Words), CountView.Of(evidence.Paragraphs));
}

/// <summary>A date of the text beside the record's.</summary>
/// <param name="Quote">As the text writes it.</param>
/// <param name="ChangeId">The change that has it; null in a sentence that is kept.</param>
/// <param name="Start">Offset in the sentence as it stands.</param>
/// <param name="Length">Length.</param>
/// <param name="Pointer">The record's field.</param>
/// <param name="RecordDate">What it says.</param>
/// <param name="Verdict">How they compare.</param>
/// <param name="Paragraph">Zero-based paragraph of the text under review.</param>
public sealed record DateView(
    string Quote, string? ChangeId, int Start, int Length, JsonPointer? Pointer, DateOnly? RecordDate, DateVerdict Verdict, int Paragraph)
{
    internal static DateView Of(DatePair date, WordsView words) =>
        new(date.Quote, words.ChangeId, words.Start, words.Length, date.Pointer, date.RecordDate, date.Verdict, words.Paragraph);
}

/// <summary>A field of the record with where the text mentions it.</summary>
/// <param name="Pointer">The field.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="Required">Whether the text must mention it.</param>
/// <param name="Mentions">Where it does.</param>
public sealed record FactView(JsonPointer Pointer, string Label, string Value, bool Required, IReadOnlyList<WordsView> Mentions);

/// <summary>A count beside the contract's range.</summary>
/// <param name="Count">What the text has.</param>
/// <param name="Min">At least.</param>
/// <param name="Max">At most.</param>
public sealed record CountView(int Count, int Min, int Max)
{
    internal static CountView Of(CountAgainst count) => new(count.Count, count.Range.Min, count.Range.Max);
}

/// <summary>A checklist item.</summary>
/// <param name="Id">The item.</param>
/// <param name="Text">What to check against what.</param>
/// <param name="NonNegotiable">Whether it can't be waived.</param>
/// <param name="Evidence">What is shown beside it.</param>
/// <param name="Confirmations">Who confirmed or waived it for the text as it stands.</param>
/// <param name="ConfirmedByMe">Whether the caller did.</param>
public sealed record ChecklistItemView(
    string Id, string Text, bool NonNegotiable, EvidenceKind Evidence, IReadOnlyList<ConfirmationView> Confirmations, bool ConfirmedByMe)
{
    internal static ChecklistItemView Of(ChecklistItem item, Handoff handoff, Person me)
    {
        Sha256Digest digest = handoff.TextDigest();
        return new ChecklistItemView(item.Id, item.Text, item.NonNegotiable, item.Evidence,
            [.. handoff.Attestations.Where(a => a.ItemId == item.Id && a.TextDigest == digest).Select(a => new ConfirmationView(a.By, a.At, a.WaiverReason))],
            handoff.HasAttested(me, item.Id));
    }
}

/// <summary>That somebody confirmed or waived an item.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">When.</param>
/// <param name="WaiverReason">Why it was waived; null when it was confirmed.</param>
public sealed record ConfirmationView(Person Person, DateTimeOffset At, string? WaiverReason);
