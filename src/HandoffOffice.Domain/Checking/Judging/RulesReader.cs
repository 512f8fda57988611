using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Checking.Style;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Checking.Judging;

/// <summary>
/// The second reader of an installation without a second model: it measures the text against the contract. It is no AI, and its verdict says so; what it
/// can't measure it leaves open.
/// </summary>
public static class RulesReader
{
    /// <summary>What its verdicts are signed with.</summary>
    public const string Name = "Style rules 1";

    /// <summary>Flesch (1948) and Amstad (1978) call what lies below very hard to read.</summary>
    private const double VeryHard = 30;

    private static readonly string[] Plain = ["plain", "clear", "simple", "klar", "einfach", "verständlich", "calm", "ruhig"];

    /// <summary>The verdict.</summary>
    /// <param name="workflow">The version that the text was written by.</param>
    /// <param name="record">What it was written from; it may choose the tone.</param>
    /// <param name="text">The text.</param>
    public static SecondReading Read(Workflow workflow, InputRecord record, IReadOnlyList<TextPiece> text)
    {
        OutputContract contract = workflow.Output;
        if (!TextLanguage.IsEnglish(contract.Language) && !TextLanguage.IsGerman(contract.Language))
        {
            return SecondReading.Missing(Name, isAi: false, $"No AI judged, and the rules measure English and German, not {contract.Language}.");
        }

        List<TextPiece> said = [.. text.Where(piece => TextMeasure.CountWords(piece.Text) > 0)];
        IReadOnlyList<string> tone = ToneWords.Wanted(workflow, record);
        return new SecondReading(Name, false,
        [
            .. Judged(ReadingDimension.Tone, ToneFaults(tone, said, contract.Language), "No rule finds fault with the tone. No AI judged it."),
            .. Judged(ReadingDimension.Person, PersonFaults(said, contract), "The pronouns are those that the contract asks for."),
            .. Judged(ReadingDimension.Consistency, Breaks(said, contract.Language), "No rule finds that the text changes its voice. No AI judged it."),
        ], 0);
    }

    private static IEnumerable<ReadingItem> Judged(ReadingDimension dimension, IEnumerable<(string Quote, string Reason)> faults, string right)
    {
        List<ReadingItem> items = [.. faults.Select(fault => new ReadingItem(dimension, false, fault.Quote, fault.Reason))];
        return items.Count > 0 ? items : [new ReadingItem(dimension, true, null, right)];
    }

    private static IEnumerable<(string Quote, string Reason)> ToneFaults(IReadOnlyList<string> tone, List<TextPiece> text, string language)
    {
        if (Is(tone, ToneWords.Formal))
        {
            foreach (TextPiece piece in text.Where(piece => StyleMeasure.Of([piece.Text], language).ContractionsPerSentence > 0))
            {
                yield return (piece.Text, "A short form sounds less formal than the contract asks.");
            }

            foreach (TextPiece piece in text.Where(piece => piece.Text.TrimEnd().EndsWith('!')))
            {
                yield return (piece.Text, "An exclamation sounds less formal than the contract asks.");
            }
        }

        StyleMeasure measure = StyleMeasure.Of([.. text.Select(piece => piece.Text)], language);
        if (!StyleComparison.CanTell(measure))
        {
            yield break;
        }

        if (Is(tone, ToneWords.Friendly) && measure.Person is { Second: 0, FirstPlural: 0, FirstSingular: 0 })
        {
            yield return (text[0].Text, "Nobody speaks and nobody is spoken to: that does not sound friendly.");
        }

        if (Is(tone, Plain) && measure.ReadingEase < VeryHard)
        {
            TextPiece longest = text.MaxBy(piece => TextMeasure.CountWords(piece.Text))!;
            yield return (longest.Text, "The text is very hard to read; this is its longest sentence.");
        }
    }

    private static IEnumerable<(string Quote, string Reason)> PersonFaults(List<TextPiece> text, OutputContract contract) =>
        from piece in text
        from fault in StyleFaults.In(piece.Text, contract with { Style = null }).Take(1)
        select (piece.Text, fault.Message);

    // Of two halves that can each be told, whose voice the second has.
    private static IEnumerable<(string Quote, string Reason)> Breaks(List<TextPiece> text, string language)
    {
        int half = text.Count / 2;
        StyleMeasure Of(IEnumerable<TextPiece> pieces) => StyleMeasure.Of([.. pieces.Select(piece => piece.Text)], language);
        return half == 0 ? [] : StyleComparison.Between(Of(text.Take(half)), Of(text.Skip(half)))
            .Where(difference => difference.Aspect is StyleAspect.Contractions or StyleAspect.FirstSingular or StyleAspect.FirstPlural or StyleAspect.Address or StyleAspect.ReadingEase)
            .Select(difference => (text[half].Text, $"From here on: {difference.Sentence}"));
    }

    private static bool Is(IReadOnlyList<string> tone, IReadOnlyList<string> stems) =>
        tone.SelectMany(ToneWords.Split).Any(word => ToneWords.Begins(word, stems));
}
