using System.Globalization;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Checking.Style;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>The text keeps to the contract's style guide and grammatical person (C20).</summary>
internal sealed record StyleCheck() : Check(CheckKind.Style)
{
    public override IEnumerable<Fault> Find(Reading reading)
    {
        OutputContract contract = reading.Workflow.Output;
        return reading.Text.Pieces.SelectMany(piece => InPiece(piece, contract)).Concat(InAll(reading.Text.Pieces, contract));
    }

    private static IEnumerable<Fault> InPiece(TextPiece piece, OutputContract contract) =>
    [
        .. StyleFaults.In(piece.Text, contract).Select(fault => new Fault(
            fault.Message, new TextSpan(piece.Id, fault.Start, fault.Length), Found: piece.Text.Substring(fault.Start, fault.Length), Suggestion: fault.Suggestion)),
        .. contract.Style?.LongestSentence is { } longest ? Long(piece, longest) : [],
    ];

    private static IEnumerable<Fault> Long(TextPiece piece, int longest)
    {
        foreach ((int start, string sentence) in Sentences.Of(piece.Text))
        {
            int words = TextMeasure.CountWords(sentence);
            if (words > longest)
            {
                int blank = sentence.Length - sentence.TrimStart().Length;
                yield return new Fault($"The sentence has {words} words; the style guide allows {longest}.",
                    new TextSpan(piece.Id, start + blank, sentence.Trim().Length), Expected: $"at most {longest} words", Found: $"{words} words");
            }
        }
    }

    private static IEnumerable<Fault> InAll(IReadOnlyList<TextPiece> pieces, OutputContract contract)
    {
        if (contract.Style?.ReadingEase is not { } range)
        {
            yield break;
        }

        StyleMeasure measure = StyleMeasure.Of([.. pieces.Select(piece => piece.Text)], contract.Language);
        // Rounded, so that what the finding says is what was compared.
        if (StyleComparison.CanTell(measure) && measure.ReadingEase is { } ease && (int)Math.Round(ease) is var points && !range.Contains(points))
        {
            string asked = string.Create(CultureInfo.InvariantCulture, $"{range.Min} to {range.Max}");
            yield return new Fault(
                points < range.Min
                    ? $"The text is harder to read than the style guide asks: reading ease {points}, not {asked}. Shorter sentences and words help."
                    : $"The text is simpler than the style guide asks: reading ease {points}, not {asked}.",
                Expected: asked, Found: points.ToString(CultureInfo.InvariantCulture));
        }
    }
}
