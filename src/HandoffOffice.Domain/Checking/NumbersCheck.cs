using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>Every number in the text comes from the record.</summary>
internal sealed record NumbersCheck() : Check(CheckKind.Numbers)
{
    public override IEnumerable<Fault> Find(Reading reading)
    {
        foreach ((int piece, NumberMention number) in reading.Numbers)
        {
            TextSpan span = reading.Span(piece, number.Start, number.Length);
            string quote = reading.Text.Pieces[piece].Text.Substring(number.Start, number.Length);
            if (reading.Sources.InAnotherCurrency(number) is { } amount)
            {
                yield return new Fault(
                    $"The text has {quote}; the record has this amount in another currency.", span, amount.Pointer, amount.Shown, quote);
            }
            else if (!reading.Sources.Explain(number))
            {
                yield return new Fault($"The record has no number {quote}, and it follows from none of its values.", span, Found: quote);
            }
        }
    }
}
