namespace HandoffOffice.Storage.Workflows;

/// <summary>One version of a workflow, as its file. Never changed.</summary>
public sealed class WorkflowRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The workflow.</summary>
    public required string Key { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>The workflow in the product's own format.</summary>
    public required string Json { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
