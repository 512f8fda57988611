using System.Globalization;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Reviewing.Seeding;

/// <summary>An error that could be planted in a sentence.</summary>
/// <param name="ChangeId">The change that has the sentence.</param>
/// <param name="Kind">What kind of error.</param>
/// <param name="TrueText">The sentence as drafted.</param>
/// <param name="PlantedText">The sentence with the error.</param>
/// <param name="TrueWords">The words that are right.</param>
/// <param name="PlantedWords">The words in their place.</param>
/// <param name="Pointer">The field of the record that says it; null for a reversed meaning.</param>
public sealed record SeedCandidate(
    string ChangeId, SeededErrorKind Kind, string TrueText, string PlantedText, string TrueWords, string PlantedWords, JsonPointer? Pointer);

/// <summary>
/// The errors that could be planted in a draft, by rules. A sentence that cites nothing gets none: no reviewer could find it. A value takes the place of
/// a value of the same kind only where the sentence cites the latter: else nobody knows that it was right.
/// </summary>
public static partial class SeedCandidates
{
    /// <summary>Longer names than this are sentences of their own.</summary>
    private const int LongestName = 80;

    // In the style in which the text has the true one, the other one is written.
    private static readonly string[] DateStyles =
        ["d MMMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "MMM d, yyyy", "dd MMMM yyyy", "d MMMM", "d. MMMM", "MMMM d", "d MMM", "MMM d", "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    private static readonly string[] NumberStyles = ["#,0.##########", "0.##########", "#,0.00", "0.00", "#,0.0", "0.0"];

    private static readonly IReadOnlyList<Func<Sentence, IEnumerable<Swap>>> Rules = [Dates, Numbers, Names, Polarities];

    /// <summary>Every one, in the order of the text.</summary>
    /// <param name="workflow">The version that the run follows.</param>
    /// <param name="record">Its record.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="changes">Its changes; one that is decided already is left alone.</param>
    public static IEnumerable<SeedCandidate> Of(Workflow workflow, InputRecord record, Draft draft, IReadOnlyList<Change> changes)
    {
        IReadOnlyList<RecordFact> facts = RecordFacts.Read(workflow.Input, record);
        HashSet<string> open = [.. changes.Where(change => change.Decision == Decision.Undecided).Select(change => change.Id)];
        var citations = draft.Sentences.ToDictionary(sentence => sentence.Id, sentence => sentence.Citations);
        return
            from passage in draft.Passages()
            where open.Contains(passage.Id) && passage.Drafted is not null && citations[passage.Id].Count > 0
            let sentence = Sentence.Of(passage.Drafted!, facts, citations[passage.Id], workflow.Output.Language)
            from rule in Rules
            from swap in rule(sentence)
            let planted = string.Concat(sentence.Text.AsSpan(0, swap.Start), swap.Words, sentence.Text.AsSpan(swap.Start + swap.Length))
            where planted != passage.Drafted && planted != passage.Original
            select new SeedCandidate(passage.Id, swap.Kind, sentence.Text, planted, sentence.Text.Substring(swap.Start, swap.Length), swap.Words, swap.Pointer);
    }

    private static IEnumerable<Swap> Dates(Sentence sentence) =>
        from mention in sentence.Dates
        where mention.Weekday is null && !mention.EitherOrder
        from own in sentence.Cited.Where(fact => fact.Date is { } date && mention.CanBe(date.Day, date.Month, date.Year)).Take(1)
        let style = DateStyles.FirstOrDefault(style => own.Date!.Value.ToString(style, sentence.Culture) == sentence.Text.Substring(mention.Start, mention.Length))
        where style is not null
        from other in sentence.Facts.Select(fact => fact.Date).OfType<DateOnly>().Distinct()
        let words = other.ToString(style, sentence.Culture)
        where words != own.Date!.Value.ToString(style, sentence.Culture)
        select new Swap(SeededErrorKind.Date, mention.Start, mention.Length, words, own.Pointer);

    private static IEnumerable<Swap> Numbers(Sentence sentence) =>
        from mention in NumberReader.Find(sentence.Text, sentence.Dates)
        where !mention.IsWord && !mention.IsAbout
        let digits = Digits().Match(sentence.Text, mention.Start, mention.Length)
        where digits.Success
        from own in sentence.Cited.Where(fact => fact.Number is { } value && mention.Values.Contains(value)).Take(1)
        let style = NumberStyles.FirstOrDefault(style => own.Number!.Value.ToString(style, sentence.Culture) == digits.Value)
        where style is not null
        from other in sentence.Facts.Where(fact => fact.Field.Kind == own.Field.Kind && IsSameCurrency(fact, own)).Select(fact => fact.Number).OfType<decimal>().Distinct()
        let words = other.ToString(style, sentence.Culture)
        where words != digits.Value
        select new Swap(SeededErrorKind.Number, digits.Index, digits.Length, words, own.Pointer);

    private static IEnumerable<Swap> Names(Sentence sentence) =>
        from own in sentence.Cited
        where IsName(own)
        from at in WholeWords.Find(sentence.Text, own.Shown).Take(1)
        from other in sentence.Facts.Where(fact => fact.Field == own.Field || (fact.Field.Kind == FieldKind.Person && own.Field.Kind == FieldKind.Person))
            .Where(IsName).Select(fact => fact.Shown).Distinct(StringComparer.OrdinalIgnoreCase)
        where !other.Equals(own.Shown, StringComparison.OrdinalIgnoreCase)
        select new Swap(SeededErrorKind.Name, at, own.Shown.Length, other, own.Pointer);

    // Longer phrases come first: "will" within "will not" is none of its own.
    private static IEnumerable<Swap> Polarities(Sentence sentence)
    {
        var taken = new List<(int Start, int End)>();
        foreach ((string from, string to) in Reversals.Of(sentence.Culture.Name))
        {
            foreach (int at in WholeWords.Find(sentence.Text, from).Where(at => !taken.Any(other => at < other.End && other.Start < at + from.Length)).Take(1))
            {
                taken.Add((at, at + from.Length));
                string words = char.IsUpper(sentence.Text[at]) ? string.Concat(to[..1].ToUpper(sentence.Culture), to.AsSpan(1)) : to;
                yield return new Swap(SeededErrorKind.Polarity, at, from.Length, words, null);
            }
        }
    }

    private static bool IsName(RecordFact fact) =>
        (fact.Field.Kind == FieldKind.Person || (fact.Item is not null && fact.Field.Kind is FieldKind.Text or FieldKind.Choice)) && fact.Shown.Length <= LongestName;

    private static bool IsSameCurrency(RecordFact one, RecordFact other) =>
        one.Field.Kind != FieldKind.Money || FieldText.AmountOf(one.Value)?.Currency == FieldText.AmountOf(other.Value)?.Currency;

    [GeneratedRegex(@"\d(?:[\d.,'\u00A0\u202F ]*\d)?")]
    private static partial Regex Digits();

    /// <summary>Other words in the place of some.</summary>
    private sealed record Swap(SeededErrorKind Kind, int Start, int Length, string Words, JsonPointer? Pointer);

    /// <summary>A sentence with what the record says of it.</summary>
    private sealed record Sentence(string Text, IReadOnlyList<RecordFact> Facts, IReadOnlyList<RecordFact> Cited, IReadOnlyList<DateMention> Dates, CultureInfo Culture)
    {
        public static Sentence Of(string text, IReadOnlyList<RecordFact> facts, IReadOnlyList<JsonPointer> citations, string language) => new(
            text, facts, [.. facts.Where(fact => citations.Any(cited => fact.Pointer.IsWithin(cited) || cited.IsWithin(fact.Pointer)))],
            DateReader.Find(text), CultureInfo.GetCultureInfo(language));
    }
}
