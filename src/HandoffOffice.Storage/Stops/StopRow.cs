using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Storage.Stops;

/// <summary>A stop, in force until it is lifted.</summary>
public sealed class StopRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The stop.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it covers.</summary>
    public required StopScope Scope { get; init; }

    /// <summary>The workflow's key or the model's name; null for everything.</summary>
    public string? Target { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who stopped it: the object id.</summary>
    public required string ById { get; init; }

    /// <summary>Their name then.</summary>
    public required string ByName { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was lifted; null while it is in force.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
}
