namespace HandoffOffice.Domain.Design;

/// <summary>
/// What a workflow of <see cref="Pattern.Filter"/> chooses from, by what, and how good that has to be (C09, C17, C18): items of a list of the record are ranked,
/// those above a score are handed over as candidates, and a person keeps, drops and assigns them.
/// </summary>
public sealed record FilterContract
{
    /// <summary>The most candidates that a contract may ask for: a person goes through each of them.</summary>
    public const int MaxCandidates = 200;

    /// <summary>The list field of the record that holds the items, such as <c>/topics</c>.</summary>
    public required JsonPointer Items { get; init; }

    /// <summary>The name of the item's text field that names a candidate; a required field.</summary>
    public required string Name { get; init; }

    /// <summary>What a candidate is judged by. At least one.</summary>
    public required IReadOnlyList<FilterCriterion> Criteria { get; init; }

    /// <summary>The most candidates that are handed over, the best first; 1 to <see cref="MaxCandidates"/>.</summary>
    public required int MostCandidates { get; init; }

    /// <summary>The bar for what the AI hands over.</summary>
    public required HandoverBar Handover { get; init; }

    /// <summary>The bar for what comes out in the end.</summary>
    public required FinalBar Final { get; init; }

    /// <summary>The angles that a kept candidate may get; none where angles are not chosen.</summary>
    public IReadOnlyList<string> Angles { get; init; } = [];

    /// <summary>The depths that a kept candidate may get; none where depth is not chosen.</summary>
    public IReadOnlyList<PickDepth> Depths { get; init; } = [];

    /// <summary>What nobody signs without, for each kept candidate.</summary>
    public IReadOnlyList<PickPart> Demands { get; init; } = [];
}

/// <summary>"Good enough" for what the AI hands over (C17).</summary>
/// <param name="Threshold">The score from which an item is handed over, above 0 and at most 1, with at most 4 decimals.</param>
/// <param name="Precision">The least share of what is handed over that is right, above 0 and at most 1: by the back-test before launch, as people judged it after.</param>
/// <param name="Recall">The least share of what is right that is handed over, above 0 and at most 1, by the back-test.</param>
public sealed record HandoverBar(decimal Threshold, decimal Precision, decimal Recall);

/// <summary>"Good enough" for the final output (C17).</summary>
/// <param name="Accepted">The least share of what was kept that was accepted later, above 0 and at most 1.</param>
public sealed record FinalBar(decimal Accepted);

/// <summary>
/// One thing that candidates are judged by. On a number, an amount, a date or a yes/no field a candidate scores by the share of the other items that it is
/// better than; on a text or choice field by words. An item without a value scores 0.
/// </summary>
public sealed record FilterCriterion
{
    /// <summary>The item's field.</summary>
    public required string Field { get; init; }

    /// <summary>How much it counts beside the others; above 0, at most 100.</summary>
    public required decimal Weight { get; init; }

    /// <summary>What is better; on a text it has no meaning.</summary>
    public CriterionDirection Direction { get; init; } = CriterionDirection.Higher;

    /// <summary>A number or amount field of the item that the value is compared with: what counts is the change from it, as a share of it. Null for the value itself.</summary>
    public string? Than { get; init; }

    /// <summary>Words that count for a candidate; texts and choices only. Compared as whole words without regard to case.</summary>
    public IReadOnlyList<string>? For { get; init; }

    /// <summary>Words that count against it.</summary>
    public IReadOnlyList<string>? Against { get; init; }

    /// <summary>How a reason says it, with <c>{value}</c> in it (with <see cref="Than"/>: <c>{change}</c>, such as "up 48 %"); null to say it by the labels.</summary>
    public string? Says { get; init; }
}

/// <summary>What is better.</summary>
public enum CriterionDirection
{
    /// <summary>More, later, yes.</summary>
    Higher,

    /// <summary>Less, earlier, no.</summary>
    Lower,
}

/// <summary>How deep a kept candidate is to be treated.</summary>
public enum PickDepth
{
    /// <summary>In a few lines.</summary>
    Short,

    /// <summary>As usual.</summary>
    Standard,

    /// <summary>With all there is.</summary>
    Deep,
}

/// <summary>A part of what a person says of a kept candidate.</summary>
public enum PickPart
{
    /// <summary>From which side it is told.</summary>
    Angle,

    /// <summary>How deep.</summary>
    Depth,

    /// <summary>Who does it.</summary>
    Assignee,

    /// <summary>Until when.</summary>
    Due,
}
