using HandoffOffice.Domain.Checking.Language;

namespace HandoffOffice.Domain.Reviewing.Seeding;

/// <summary>Words that say the opposite of others, and leave a sentence whole when they take their place.</summary>
internal static class Reversals
{
    private static readonly IReadOnlyList<(string From, string To)> English = BothWays(
    [
        ("on track", "at risk"), ("on time", "late"), ("on schedule", "behind schedule"), ("ahead of", "behind"), ("completed", "in progress"), ("will not", "will"),
        ("cannot", "can"), ("is not", "is"), ("are not", "are"), ("was not", "was"), ("were not", "were"),
        ("increased", "decreased"), ("rose", "fell"), ("above", "below"), ("before", "after"), ("more than", "less than"), ("at least", "at most"),
        ("accepted", "rejected"), ("approved", "declined"), ("opened", "closed"), ("earlier than", "later than"), ("within", "outside"), ("no", "some"),
    ]);

    private static readonly IReadOnlyList<(string From, string To)> German = BothWays(
    [
        ("im Plan", "im Verzug"), ("pünktlich", "verspätet"), ("abgeschlossen", "in Arbeit"), ("wird nicht", "wird"), ("werden nicht", "werden"), ("ist nicht", "ist"),
        ("sind nicht", "sind"), ("wurde nicht", "wurde"), ("wurden nicht", "wurden"), ("gestiegen", "gesunken"), ("über", "unter"), ("mehr als", "weniger als"),
        ("mindestens", "höchstens"), ("angenommen", "abgelehnt"), ("vor dem", "nach dem"),
    ]);

    /// <summary>The pairs of a language; none where it has no list.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static IReadOnlyList<(string From, string To)> Of(string language) => TextLanguage.Primary(language) switch
    {
        "en" => English,
        "de" => German,
        _ => [],
    };

    private static IReadOnlyList<(string From, string To)> BothWays(IReadOnlyList<(string One, string Other)> pairs) =>
        [.. pairs.SelectMany(pair => new[] { (From: pair.One, To: pair.Other), (From: pair.Other, To: pair.One) }).OrderByDescending(pair => pair.From.Length)];
}
