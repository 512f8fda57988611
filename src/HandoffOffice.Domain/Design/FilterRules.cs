using System.Text.Json;

namespace HandoffOffice.Domain.Design;

/// <summary>What a workflow of <see cref="Pattern.Filter"/> must be: its contract, what of the rest would contradict it, and its labelled examples.</summary>
internal static class FilterRules
{
    private static readonly FieldKind[] Measured = [FieldKind.Number, FieldKind.Money, FieldKind.Date, FieldKind.YesNo];
    private static readonly FieldKind[] Worded = [FieldKind.Text, FieldKind.LongText, FieldKind.Choice];

    public static IEnumerable<Problem> Problems(Workflow w) => (w.Pattern, w.Filter) switch
    {
        (Pattern.Filter, null) => [Problem.At("/filter", "filter-missing", "A workflow of the pattern Filter has no contract of what it filters.", "which items, by which criteria, from which score")],
        (not Pattern.Filter, { }) => [Problem.At("/filter", "filter-unexpected", $"Only the pattern Filter has a contract of what it filters; this one is {w.Pattern}.", "no filter, or the pattern Filter")],
        (_, { } filter) => [.. Contract(w, filter), .. Bars(w, filter), .. Picks(filter), .. Contradictions(w, filter), .. Labels(w, filter)],
        _ => Labels(w, null),
    };

    private static IEnumerable<Problem> Contract(Workflow w, FilterContract filter)
    {
        if (ItemsOf(w, filter) is not { } items)
        {
            return [Problem.At("/filter/items", "unknown-field", $"The template has no list at '{filter.Items}'.", "a pointer to a list, such as /topics")];
        }

        IEnumerable<Problem> name = Field(items, filter.Name) is { Kind: FieldKind.Text, Required: true }
            ? []
            : [Problem.At("/filter/name", "unknown-field", $"The items have no required text field '{filter.Name}'.", "a required field of one line")];
        IEnumerable<Problem> none = filter.Criteria.Count == 0
            ? [Problem.At("/filter/criteria", "no-criteria", "There is nothing to judge candidates by.", "at least one criterion")]
            : [];
        return [.. name, .. none, .. filter.Criteria.SelectMany((criterion, i) => Criterion(items, criterion, $"/filter/criteria/{i}"))];
    }

    private static IEnumerable<Problem> Criterion(TemplateField items, FilterCriterion criterion, string at)
    {
        if (Field(items, criterion.Field) is not { } field)
        {
            yield return Problem.At($"{at}/field", "unknown-field", $"The items have no field '{criterion.Field}'.", string.Join(", ", items.Fields!.Select(f => f.Name)));
            yield break;
        }

        if (!IsShort(criterion.Weight) || criterion.Weight is <= 0 or > 100)
        {
            yield return Problem.At($"{at}/weight", "range", "The weight is out of range.", "above 0 and at most 100, with at most 4 decimals");
        }

        bool hasWords = criterion.For is { Count: > 0 } || criterion.Against is { Count: > 0 };
        if (Worded.Contains(field.Kind) ? !hasWords : !Measured.Contains(field.Kind) || criterion.For is not null || criterion.Against is not null)
        {
            yield return Problem.At($"{at}/field", "criterion", $"A candidate can't be judged so by {field.Label}.", "words for or against on a text or a choice; none on a number, an amount, a date or a yes/no field");
        }

        if ((criterion.For ?? []).Concat(criterion.Against ?? []).Any(string.IsNullOrWhiteSpace))
        {
            yield return Problem.At(at, "empty", "A word that counts for or against is empty.", "words");
        }

        if (criterion.Than is not null && !IsComparable(field, Field(items, criterion.Than)))
        {
            yield return Problem.At($"{at}/than", "unknown-field", $"{field.Label} can't be compared with '{criterion.Than}'.", "another number field of the items, or another amount for an amount");
        }
    }

    private static IEnumerable<Problem> Bars(Workflow w, FilterContract filter)
    {
        (string Place, decimal Value)[] shares =
        [
            ("/filter/handover/threshold", filter.Handover.Threshold), ("/filter/handover/precision", filter.Handover.Precision),
            ("/filter/handover/recall", filter.Handover.Recall), ("/filter/final/accepted", filter.Final.Accepted),
        ];
        foreach ((string place, _) in shares.Where(share => share.Value is <= 0 or > 1 || !IsShort(share.Value)))
        {
            yield return Problem.At(place, "range", "This bar can't be met, or is none.", "above 0 and at most 1, with at most 4 decimals");
        }

        if (filter.MostCandidates is < 1 or > FilterContract.MaxCandidates)
        {
            yield return Problem.At("/filter/mostCandidates", "range", $"{filter.MostCandidates} is out of range.", $"1 to {FilterContract.MaxCandidates}");
        }

        if (w.Output.Paragraphs.Min > filter.MostCandidates)
        {
            yield return Problem.At("/output/paragraphs", "unreachable", $"The text needs {w.Output.Paragraphs.Min} paragraphs and never has more than {filter.MostCandidates}: one a candidate.", "no more than the most candidates");
        }

        // What is right and not handed over because there are too many others counts against the recall, whatever the score.
        if (LabelCounts(w, filter) is { Total: > 0 } counts && counts.Reachable < filter.Handover.Recall * counts.Total)
        {
            yield return Problem.At("/filter/handover/recall", "unreachable", $"Of {counts.Total} relevant items of the examples at most {counts.Reachable} can be handed over, {filter.MostCandidates} a record.", "a lower bar, or more candidates");
        }
    }

    private static IEnumerable<Problem> Picks(FilterContract filter)
    {
        for (int i = 0; i < filter.Angles.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(filter.Angles[i]) || filter.Angles[i].Length > 80 || filter.Angles[i].Any(char.IsControl) || filter.Angles.Take(i).Contains(filter.Angles[i]))
            {
                yield return Problem.At($"/filter/angles/{i}", "angle", "An angle is empty, too long, or there twice.", "different lines of at most 80 characters");
            }
        }

        if (filter.Depths.Distinct().Count() < filter.Depths.Count || filter.Demands.Distinct().Count() < filter.Demands.Count)
        {
            yield return Problem.At(filter.Depths.Distinct().Count() < filter.Depths.Count ? "/filter/depths" : "/filter/demands", "duplicate", "Something is listed twice.", "each once");
        }

        if ((filter.Demands.Contains(PickPart.Angle) && filter.Angles.Count == 0) || (filter.Demands.Contains(PickPart.Depth) && filter.Depths.Count == 0))
        {
            yield return Problem.At("/filter/demands", "unreachable", "Something is demanded of which nothing is offered.", "angles and depths to choose from, or no demand");
        }
    }

    private static IEnumerable<Problem> Contradictions(Workflow w, FilterContract filter)
    {
        if (w.Output.Sections.Count != 1)
        {
            yield return Problem.At("/output/sections", "filter-sections", $"The candidates stand in one section; there are {w.Output.Sections.Count}.", "one section");
        }

        for (int i = 0; i < w.Gate.Checks.Count; i++)
        {
            if (w.Gate.Checks[i].Kind == CheckKind.ListItems)
            {
                yield return Problem.At($"/gate/checks/{i}", "filter-leaves-out", "A check asks for every item of the list; a filter leaves items out.", "other checks");
            }
        }

        for (int i = 0; i < w.Output.MustMention.Count; i++)
        {
            if (w.Output.MustMention[i].IsWithin(filter.Items))
            {
                yield return Problem.At($"/output/mustMention/{i}", "filter-leaves-out", "The contract demands items that a filter may leave out.", "fields outside of the list");
            }
        }

        if (w.Gate.SeededErrorRate > 0)
        {
            yield return Problem.At("/gate/seededErrorRate", "filter-seeding", "Known errors are planted in drafts, not among candidates.", "0");
        }

        if (w.Gate.TrainingRequired)
        {
            yield return Problem.At("/gate/trainingRequired", "filter-training", "People practise on drafts with planted errors; among candidates none are planted.", "false");
        }
    }

    private static IEnumerable<Problem> Labels(Workflow w, FilterContract? filter) => w.Examples.SelectMany((example, i) => (example.Relevant ?? []).Select((item, j) => (item, At: $"/examples/{i}/relevant/{j}", example)))
        .Where(label => filter is null || !(label.item.Tokens.Count == 2 && label.item.IsWithin(filter.Items) && label.item.Find(label.example.Record) is { ValueKind: JsonValueKind.Object })
            || label.example.Relevant!.Count(other => other == label.item) > 1)
        .Select(label => Problem.At(label.At, "unknown-item", $"'{label.item}' is no item of this example's list, or is named twice.", filter is null ? "no relevant items" : $"pointers such as {filter.Items}/0, each once"));

    private static (int Total, int Reachable) LabelCounts(Workflow w, FilterContract filter)
    {
        List<int> relevant = [.. w.Examples.Where(example => example.Relevant is not null).Select(example => example.Relevant!.Count)];
        return (relevant.Sum(), relevant.Sum(count => Math.Min(count, filter.MostCandidates)));
    }

    private static TemplateField? ItemsOf(Workflow w, FilterContract filter) =>
        filter.Items.Tokens is [_] && w.Input.Field(filter.Items) is { Kind: FieldKind.List, Fields.Count: > 0 } list ? list : null;

    private static TemplateField? Field(TemplateField items, string name) => items.Fields!.FirstOrDefault(field => field.Name == name);

    private static bool IsComparable(TemplateField field, TemplateField? than) =>
        than is not null && than.Name != field.Name && than.Kind == field.Kind && field.Kind is FieldKind.Number or FieldKind.Money;

    // More decimals have no canonical form, and nobody sets a bar by them.
    private static bool IsShort(decimal value) => decimal.Round(value, 4) == value;
}
