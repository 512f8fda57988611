using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking.Judging;

/// <summary>What a second reader looks at (C57).</summary>
public enum ReadingDimension
{
    /// <summary>Whether it sounds as the contract asks.</summary>
    Tone,

    /// <summary>Whether it speaks as the contract asks: "I", "we" or neither.</summary>
    Person,

    /// <summary>Whether it sounds the same throughout.</summary>
    Consistency,
}

/// <summary>What a second reader says of one dimension, with the words that show it.</summary>
/// <param name="Dimension">Of what.</param>
/// <param name="Ok">Whether it is right.</param>
/// <param name="Quote">Words of the text; null where it is right and nothing needs showing.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record ReadingItem(ReadingDimension Dimension, bool Ok, string? Quote, string Reason);

/// <summary>
/// The verdict of another reader than the writer on tone, person and consistency (C57). It is evidence for the people who sign: it approves nothing and
/// blocks nothing, and none of it counts that the text does not have word for word.
/// </summary>
/// <param name="Reader">The model's name, or that of the rules.</param>
/// <param name="IsAi">Whether a model judged; false for rules.</param>
/// <param name="Items">What it says.</param>
/// <param name="Dropped">How many of its remarks were not believed, because their quote is not in the text or they have none.</param>
/// <param name="NotJudged">Why there is no verdict; null where there is one.</param>
public sealed record SecondReading(string Reader, bool IsAi, IReadOnlyList<ReadingItem> Items, int Dropped, string? NotJudged = null)
{
    /// <summary>That nobody judged, and why.</summary>
    public static SecondReading Missing(string reader, bool isAi, string why) => new(reader, isAi, [], 0, why);

    /// <summary>What it finds wrong in the text as it stands: a remark on words that are gone is settled.</summary>
    /// <param name="text">The text.</param>
    /// <param name="severity">How much the gate lets it matter; never more than <see cref="Severity.Warning"/>.</param>
    public IEnumerable<Finding> Findings(IReadOnlyList<TextPiece> text, Severity severity) =>
        from item in Items
        where !item.Ok && item.Quote is not null
        let span = Place(text, item.Quote!)
        where span is not null
        select new Finding(CheckKind.SecondReading, severity == Severity.Blocking ? Severity.Warning : severity, $"{item.Dimension}: {item.Reason}", span, Found: item.Quote);

    /// <summary>Where the text has a quote; null where it has it not.</summary>
    internal static TextSpan? Place(IReadOnlyList<TextPiece> text, string quote) => text
        .SelectMany(piece => PhraseFinder.Find(piece.Text, quote).Take(1).Select(place => new TextSpan(piece.Id, place.Start, place.Length)))
        .FirstOrDefault();
}
