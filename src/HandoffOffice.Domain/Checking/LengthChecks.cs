using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>The number of words lies in the contract's range (C56).</summary>
internal sealed record WordCountCheck() : Check(CheckKind.WordCount)
{
    public override IEnumerable<Fault> Find(Reading reading) => CountFault.Of(reading.WordCount, "word");
}

/// <summary>The number of paragraphs lies in the contract's range (C56).</summary>
internal sealed record ParagraphCountCheck() : Check(CheckKind.ParagraphCount)
{
    public override IEnumerable<Fault> Find(Reading reading) => CountFault.Of(reading.ParagraphCount, "paragraph");
}

internal static class CountFault
{
    public static IEnumerable<Fault> Of(CountAgainst counted, string unit)
    {
        if (counted.Range.Contains(counted.Count))
        {
            return [];
        }

        string range = counted.Range.Min == counted.Range.Max ? Plural(counted.Range.Min, unit) : $"{counted.Range.Min} to {Plural(counted.Range.Max, unit)}";
        string found = Plural(counted.Count, unit);
        return [new Fault($"The text has {found}; the contract asks for {range}.", Expected: range, Found: found)];
    }

    private static string Plural(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
