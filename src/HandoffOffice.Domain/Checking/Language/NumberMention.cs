namespace HandoffOffice.Domain.Checking.Language;

/// <summary>What kind of thing a number of a text counts.</summary>
internal enum NumberUnit
{
    None,
    Percent,
    Days,
    Weeks,
    Months,
    Years,
    Minutes,
    Hours,
    OtherTime,
}

/// <summary>A number as a text writes it.</summary>
/// <param name="Start">Offset in UTF-16 code units, with the currency where one stands before it.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Values">What it may mean: "1.200" is 1200 or 1.2.</param>
/// <param name="Step">The value of its last digit: 0.1 for "2.5", 1000 for "41k".</param>
/// <param name="IsWord">Whether it is written as a word.</param>
/// <param name="IsAbout">Whether the text says that it is rounded.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Currencies">The currencies that it may be an amount of; none where it is no amount.</param>
/// <param name="Folded">Its digits as the text has them, to compare with the texts of the record.</param>
internal sealed record NumberMention(
    int Start,
    int Length,
    IReadOnlyList<decimal> Values,
    decimal Step,
    bool IsWord,
    bool IsAbout,
    NumberUnit Unit,
    IReadOnlyList<string> Currencies,
    string Folded)
{
    public int End => Start + Length;

    /// <summary>Whether it says this value, rounded as it is written.</summary>
    public bool Says(decimal value)
    {
        decimal tolerance = Math.Max(Step > 1 ? Step / 2 : 0, IsAbout ? Math.Max(Step / 2, Math.Abs(value) * 0.05m) : 0);
        foreach (decimal own in Values)
        {
            if (own == value || (tolerance > 0 && Math.Abs(own - value) <= tolerance))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a computed value, rounded to its last digit, is what it says.</summary>
    public bool Rounds(decimal value) => Values.Any(own => Math.Abs(own - value) <= (IsAbout ? Math.Max(Step, Math.Abs(value) * 0.05m) : Step / 2));
}
