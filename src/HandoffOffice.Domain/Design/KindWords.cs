using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Design;

/// <summary>Words, in English and German, by which people call work of high stakes.</summary>
internal static partial class KindWords
{
    private static readonly (WorkKind Kind, Regex Words)[] All =
    [
        (WorkKind.Proposal, Proposal()), (WorkKind.Invoice, Invoice()), (WorkKind.Legal, Legal()), (WorkKind.HumanResources, HumanResources()), (WorkKind.Regulatory, Regulatory()),
        (WorkKind.HealthOrSafety, HealthOrSafety()),
    ];

    /// <summary>The kind of high stakes that a name speaks of, or null.</summary>
    public static WorkKind? In(string name) => All.Where(kind => kind.Words.IsMatch(name)).Select(kind => (WorkKind?)kind.Kind).FirstOrDefault();

    [GeneratedRegex(@"\b(?:proposals?|offers?|quotes?|quotations?|tenders?|bids?|angebote?s?|ausschreibung(?:en)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Proposal();

    [GeneratedRegex(@"\b(?:invoices?|invoicing|bills?|dunning|payment reminders?|rechnung(?:en)?|mahnung(?:en)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Invoice();

    [GeneratedRegex(@"\b(?:contracts?|agreements?|legal|terms and conditions|ndas?|lawsuits?|vertr[aä]ge?|vertrags\p{L}*|rechtlich\p{L}*|agb|klage)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Legal();

    [GeneratedRegex(
        @"\b(?:dismissals?|terminations?|warning letters?|appraisals?|performance reviews?|references? letters?|employment references?"
        + @"|kündigung(?:en)?|abmahnung(?:en)?|arbeitszeugniss?e?|beurteilung(?:en)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HumanResources();

    [GeneratedRegex(
        @"\b(?:regulators?|regulatory|audit reports?|annual reports?|ad hoc notices?|investors?|tax returns?"
        + @"|steuererklärung(?:en)?|aufsicht\p{L}*|jahresbericht(?:e|en)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Regulatory();

    [GeneratedRegex(@"\b(?:medical|diagnos[ei]s|patients?|prescriptions?|safety instructions?|arztbriefe?|diagnosen?|sicherheitsanweisung(?:en)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HealthOrSafety();
}
