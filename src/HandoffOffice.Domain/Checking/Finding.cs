using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>A piece of the text under check: one sentence as it stands now, after the reviewer's edits, without rejected ones.</summary>
/// <param name="Id">The sentence's id in the draft, which is also its change's id.</param>
/// <param name="Section">Key of the contract's section.</param>
/// <param name="Paragraph">Zero-based paragraph of the draft.</param>
/// <param name="Text">The words that are checked.</param>
/// <param name="Added">What a person's pick adds behind them (C18): part of the text, and nothing that the record could be held against. Null for nothing.</param>
public sealed record TextPiece(string Id, string Section, int Paragraph, string Text, string? Added = null)
{
    /// <summary>All its words, as they stand in the text.</summary>
    public string Whole => Added is null ? Text : $"{Text} {Added}";
}

/// <summary>A place in the text under check.</summary>
/// <param name="PieceId">The sentence.</param>
/// <param name="Start">Zero-based offset in its text, in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units; above 0.</param>
public sealed record TextSpan(string PieceId, int Start, int Length);

/// <summary>What an automatic check says.</summary>
/// <param name="Check">Which check.</param>
/// <param name="Severity">How much it matters, as the gate sets it.</param>
/// <param name="Message">One sentence for a person: what is wrong.</param>
/// <param name="Span">The words; null where something is missing or the whole text is meant.</param>
/// <param name="Pointer">The field of the record that it is about.</param>
/// <param name="Expected">What the record or the contract says.</param>
/// <param name="Found">What the text says.</param>
/// <param name="Suggestion">Words that can stand in the place of the span as they are; null where no rule knows.</param>
public sealed record Finding(
    CheckKind Check, Severity Severity, string Message, TextSpan? Span = null, JsonPointer? Pointer = null, string? Expected = null, string? Found = null,
    string? Suggestion = null)
{
    /// <summary>Stable over checks of the same text: the same fault at the same place has the same id.</summary>
    public string Id => Sha256Digest.Of($"{Check}|{Span?.PieceId}|{Span?.Start}|{Span?.Length}|{Pointer}|{Found}|{Message}").ToString()[..12];
}

/// <summary>How a date of the text compares with the record.</summary>
public enum DateVerdict
{
    /// <summary>It is the record's date for what the sentence speaks of.</summary>
    Match,

    /// <summary>The record has another date for what the sentence speaks of.</summary>
    Mismatch,

    /// <summary>The record has no such date.</summary>
    NotInRecord,
}

/// <summary>A date of the text beside the record's (C34).</summary>
/// <param name="Span">Where the text has it.</param>
/// <param name="Quote">As the text writes it.</param>
/// <param name="Verdict">How it compares.</param>
/// <param name="Pointer">The record's field that it was compared with.</param>
/// <param name="RecordDate">What that field says.</param>
public sealed record DatePair(TextSpan Span, string Quote, DateVerdict Verdict, JsonPointer? Pointer, DateOnly? RecordDate);

/// <summary>A field of the record and where the text mentions it.</summary>
/// <param name="Pointer">The field.</param>
/// <param name="Label">The template's label; within a list with the item's number, such as "Milestones completed 2: Date".</param>
/// <param name="Value">The value as a person reads it.</param>
/// <param name="Required">Whether the text must mention it.</param>
/// <param name="Mentions">Where the text does; empty for "not mentioned".</param>
public sealed record FactMention(JsonPointer Pointer, string Label, string Value, bool Required, IReadOnlyList<TextSpan> Mentions);

/// <summary>A count beside the contract's range.</summary>
/// <param name="Count">What the text has.</param>
/// <param name="Range">What the contract asks for.</param>
public sealed record CountAgainst(int Count, CountRange Range);

/// <summary>What the checks looked at, for the reviewer to see beside the checklist.</summary>
/// <param name="Dates">Every date of the text.</param>
/// <param name="Facts">Every field of the record.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="Paragraphs">Paragraphs of the text.</param>
public sealed record Evidence(IReadOnlyList<DatePair> Dates, IReadOnlyList<FactMention> Facts, CountAgainst Words, CountAgainst Paragraphs)
{
    /// <summary>The evidence without the places in one sentence: its words are others now, and nobody reviews them.</summary>
    public Evidence Without(string pieceId) => this with
    {
        Dates = [.. Dates.Where(date => date.Span.PieceId != pieceId)],
        Facts = [.. Facts.Select(fact => fact with { Mentions = [.. fact.Mentions.Where(span => span.PieceId != pieceId)] })],
    };
}

/// <summary>The outcome of all checks of a gate over one text.</summary>
/// <param name="Findings">In the order of the text; findings without a place last.</param>
/// <param name="Evidence">What was looked at.</param>
/// <param name="SecondReading">What another reader than the writer says of the tone (C57); null where the gate asks for none.</param>
public sealed record CheckReport(IReadOnlyList<Finding> Findings, Evidence Evidence, SecondReading? SecondReading = null)
{
    /// <summary>The report with what a second reader says of the text, in the place of what one said before.</summary>
    /// <param name="reading">The verdict; null for none.</param>
    /// <param name="gate">The gate: it says how much a remark matters, and whether any counts.</param>
    /// <param name="text">The text as it stands.</param>
    public CheckReport With(SecondReading? reading, Gate gate, IReadOnlyList<TextPiece> text) =>
        gate.Checks.FirstOrDefault(check => check.Kind == CheckKind.SecondReading) is { } asked && reading is not null
            ? this with
            {
                Findings = [.. Findings.Where(finding => finding.Check != CheckKind.SecondReading), .. reading.Findings(text, asked.Severity)],
                SecondReading = reading,
            }
            : this;
}
