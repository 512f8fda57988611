using HandoffOffice.Domain;
using HandoffOffice.Domain.Piloting;

namespace HandoffOffice.Storage.Journeys;

/// <summary>A workflow's journey, whole. Few and small, so nothing of it is in columns of its own.</summary>
public sealed class JourneyRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The workflow.</summary>
    public required string Key { get; init; }

    /// <summary>Grows by one with each step; guards against two writers at once.</summary>
    public required int Revision { get; set; }

    /// <summary>The journey.</summary>
    public required Journey Journey { get; set; }
}

/// <summary>An entry of a pilot's journal. Never changed.</summary>
public sealed class JournalRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The entry.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workflow, for lists.</summary>
    public required string Workflow { get; init; }

    /// <summary>What was noticed.</summary>
    public required JournalEntry Entry { get; init; }
}

/// <summary>How each example of one test went, as JSON. Never changed.</summary>
public sealed class SuiteRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The test.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>The results of the examples, as a JSON array.</summary>
    public required string Results { get; init; }
}
