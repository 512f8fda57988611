using System.Text.Json;

namespace HandoffOffice.Domain.Reviewing.Seeding;

/// <summary>What a planted error is.</summary>
public enum SeededErrorKind
{
    /// <summary>A number in the place of another number of the record.</summary>
    Number,

    /// <summary>A date in the place of another date of the record.</summary>
    Date,

    /// <summary>A name in the place of another name of the record.</summary>
    Name,

    /// <summary>The opposite of what was said, such as "at risk" for "on track".</summary>
    Polarity,
}

/// <summary>What became of a planted error.</summary>
public enum SeedState
{
    /// <summary>It is in the text.</summary>
    Planted,

    /// <summary>A reviewer rejected it, or wrote other words in its place.</summary>
    Found,

    /// <summary>A reviewer let it stand.</summary>
    Missed,

    /// <summary>The review ended before anybody had decided about it. It counts neither way.</summary>
    Withdrawn,
}

/// <summary>One known error in one sentence of a draft, planted to learn how well reviewers look (C51). It is taken out as soon as somebody decides about it.</summary>
/// <param name="ChangeId">The change that has it.</param>
/// <param name="Draft">The draft, by <see cref="Drafting.Draft.Revision"/>.</param>
/// <param name="Kind">What kind of error it is.</param>
/// <param name="TrueText">The sentence as it was drafted.</param>
/// <param name="PlantedText">The sentence with the error.</param>
/// <param name="TrueWords">The words of it that were right.</param>
/// <param name="PlantedWords">The words that stand in their place.</param>
/// <param name="Pointer">The field of the record that says it; null for a reversed meaning, which the whole sentence rests on.</param>
/// <param name="Salt">Random, in hexadecimal: what keeps the ledger's digest of it from being guessed before it is settled.</param>
/// <param name="PlantedAt">When it was planted.</param>
/// <param name="State">What became of it.</param>
/// <param name="By">Who decided about it.</param>
/// <param name="At">When.</param>
/// <param name="EditedText">The words that the reviewer wrote in its place.</param>
public sealed record SeededError(
    string ChangeId, int Draft, SeededErrorKind Kind, string TrueText, string PlantedText, string TrueWords, string PlantedWords, JsonPointer? Pointer, string Salt,
    DateTimeOffset PlantedAt, SeedState State = SeedState.Planted, Person? By = null, DateTimeOffset? At = null, string? EditedText = null)
{
    /// <summary>SHA-256 over the salt, the place and the words.</summary>
    public Sha256Digest Commitment() =>
        Sha256Digest.Of(CanonicalJson.Write(JsonSerializer.SerializeToElement<string[]>([Salt, ChangeId, TrueText, PlantedText])));

    /// <summary>What becomes of it by this decision about its change.</summary>
    /// <param name="answer">The decision; not <see cref="Decision.Undecided"/>.</param>
    /// <param name="reviewer">Who decides.</param>
    /// <param name="now">When.</param>
    public SeededError Answered(Change answer, Person reviewer, DateTimeOffset now) => this with
    {
        State = answer.Decision == Decision.Rejected || (answer.Decision == Decision.Edited && IsGoneFrom(answer.EditedText!)) ? SeedState.Found : SeedState.Missed,
        By = reviewer,
        At = now,
        EditedText = answer.Decision == Decision.Edited ? answer.EditedText!.Trim() : null,
    };

    /// <summary>Whether it can be planted in this handoff now.</summary>
    internal bool Fits(Handoff handoff) =>
        State == SeedState.Planted && handoff.Planted is null && Draft == handoff.Drafts.Count && PlantedText != TrueText
        && handoff.Changes.Any(change => change.Id == ChangeId && change.Decision == Decision.Undecided)
        && handoff.CurrentDraft!.Passages().Any(passage => passage.Id == ChangeId && passage.Drafted == TrueText && passage.Original != PlantedText);

    // The words may stand in the sentence a second time, rightly; and the true ones may have the planted ones in them ("will not" for "will").
    private bool IsGoneFrom(string edited) =>
        WholeWords.Count(edited, PlantedWords) < WholeWords.Count(PlantedText, PlantedWords)
        || WholeWords.Count(edited, TrueWords) > WholeWords.Count(PlantedText, TrueWords);
}
