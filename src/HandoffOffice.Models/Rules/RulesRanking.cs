using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Filtering;

namespace HandoffOffice.Models.Rules;

/// <summary>Ranks the items of a brief by the criteria of its contract: the same brief gives the same candidates.</summary>
internal static class RulesRanking
{
    /// <summary>The candidates that reach the contract's bar, the best first. Each is an object of <see cref="FilterBriefText.OutputSchema"/>.</summary>
    /// <exception cref="DraftingFailedException"><c>language-not-supported</c>.</exception>
    public static IEnumerable<object> Write(Brief brief)
    {
        FilterContract contract = brief.Workflow.Filter!;
        string language = brief.Workflow.Output.Language;
        if (!CriteriaRanking.Speaks(language))
        {
            throw new DraftingFailedException(new DraftFailure(
                "language-not-supported", $"The template drafter gives reasons in English and German, not in '{language}'. Configure a language model for this workflow.", Retryable: false));
        }

        return CriteriaRanking.Rank(contract, brief.Workflow.Input, brief.Record, language)
            .Where(item => item.Score >= contract.Handover.Threshold)
            .Take(contract.MostCandidates)
            .Select(item => new
            {
                item = item.Item.ToString(),
                item.Score,
                reason = Fitting(item.Reason),
                // Where nothing speaks for an item, its name is what there is to see.
                evidence = item.Evidence.Count > 0
                    ? item.Evidence.Take(FilterBriefText.MaxEvidence).Select(one => new { pointer = one.Pointer.ToString(), one.Value })
                    : [new { pointer = item.Item.Append(contract.Name).ToString(), Value = item.Name }],
            });
    }

    // Reasons come strongest first: what is too long loses its last ones.
    private static string Fitting(string reason)
    {
        string fitting = Prose.OneLine(reason);
        while (fitting.Length > FilterBriefText.MaxReasonLength)
        {
            int cut = fitting.LastIndexOf("; ", StringComparison.Ordinal);
            fitting = cut > 0 ? fitting[..cut] : string.Concat(fitting.AsSpan(0, FilterBriefText.MaxReasonLength - 1), "…");
        }

        return fitting;
    }
}
