using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>Every number in the text comes from the record, or from numbers beside it that do.</summary>
internal sealed record NumbersCheck() : Check(CheckKind.Numbers)
{
    /// <summary>How many numbers before and after one may explain it.</summary>
    private const int Beside = 4;

    public override IEnumerable<Fault> Find(Reading reading)
    {
        bool[] explained = [.. reading.Numbers.Select(place => reading.Sources.Explain(place.Number))];
        for (int i = 0; i < reading.Numbers.Count; i++)
        {
            (int piece, NumberMention number) = reading.Numbers[i];
            TextSpan span = reading.Span(piece, number.Start, number.Length);
            string quote = reading.Text.Pieces[piece].Text.Substring(number.Start, number.Length);
            if (reading.Sources.Currency(number) is (true, var amount))
            {
                string currencies = amount is null ? "The record has no amount in this currency" : $"The record has {amount.Shown}";
                yield return new Fault($"{currencies}; the text has {quote}.", span, amount?.Pointer, amount?.Shown, quote);
            }
            else if (!explained[i] && !IsElliptic(reading, i) && !IsRank(reading, i) && !IsReckonedFrom(number, Neighbours(reading, explained, i)))
            {
                yield return new Fault($"The record has no number {quote}, and it follows from none of its values.", span, Found: quote);
            }
        }
    }

    private static List<NumberMention> Neighbours(Reading reading, bool[] explained, int i) =>
    [
        .. Enumerable.Range(i - Beside, (2 * Beside) + 1)
            .Where(k => k != i && k >= 0 && k < explained.Length && explained[k] && Math.Abs(reading.Numbers[k].Piece - reading.Numbers[i].Piece) <= 1)
            .Select(k => reading.Numbers[k].Number),
    ];

    // "Seven days at the start and 21 at the end": the unit is said once.
    private static bool IsElliptic(Reading reading, int i) =>
        i > 0 && reading.Numbers[i].Number is { Unit: NumberUnit.None, Currencies.Count: 0 } number
        && reading.Numbers[i - 1] is { Number.Unit: > NumberUnit.Percent } before && before.Piece == reading.Numbers[i].Piece
        && reading.Sources.Explain(number with { Unit = before.Number.Unit });

    // "Above 9 of 10 topics": a filter tells of how many of its items one is better.
    private static bool IsRank(Reading reading, int i)
    {
        if (reading.Workflow.Filter is not { } filter || i + 1 == reading.Numbers.Count || reading.Numbers[i + 1].Piece != reading.Numbers[i].Piece)
        {
            return false;
        }

        ((int piece, NumberMention number), NumberMention total) = (reading.Numbers[i], reading.Numbers[i + 1].Number);
        int count = reading.Items.Count(item => item.List.Name == filter.Items.Tokens[0]);
        string between = reading.Text.Pieces[piece].Text[(number.Start + number.Length)..total.Start].Trim();
        return between is "of" or "von" && total.Says(count) && Enumerable.Range(0, count).Any(rank => number.Says(rank));
    }

    // What a reader reckons along: a sum, a difference, so many times, a share.
    private static bool IsReckonedFrom(NumberMention number, List<NumberMention> others) =>
        others.Any(one => others.Any(other => !ReferenceEquals(one, other) && one.Values.Any(a => other.Values.Any(b => Follows(number, a, b)))));

    private static bool Follows(NumberMention number, decimal a, decimal b)
    {
        const decimal Most = 1_000_000_000_000m;
        if (a > Most || b > Most)
        {
            return false;
        }

        decimal scale = number.Unit == NumberUnit.Percent ? 100 : 1;
        return scale == 1 && (number.Says(a + b) || number.Says(a - b) || number.Says(a * b))
            || (b != 0 && (number.Rounds(scale * a / b) || (scale == 100 && number.Rounds(Math.Abs(scale * (a - b) / b)))));
    }
}
