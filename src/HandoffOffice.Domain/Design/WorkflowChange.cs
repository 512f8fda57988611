namespace HandoffOffice.Domain.Design;

/// <summary>What happened to a part of a workflow.</summary>
public enum WorkflowChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It stands at another place of its list.</summary>
    Moved,
}

/// <summary>One difference between two versions of a workflow.</summary>
/// <param name="Pointer">Where, with the names of fields, the keys of sections and the ids of items in the place of positions:
/// <c>/input/fields/budget/required</c>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Sentence">The same for a person.</param>
/// <param name="Before">What it was, as text; null for what is new.</param>
/// <param name="After">What it is, as text; null for what is gone.</param>
public sealed record WorkflowChange(JsonPointer Pointer, WorkflowChangeKind Kind, string Sentence, string? Before = null, string? After = null);
