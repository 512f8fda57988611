using HandoffOffice.Domain.Training;

namespace HandoffOffice.Storage.Training;

/// <summary>One practice of one person, whole. It is in no table of handoffs, so that nothing that releases finds it.</summary>
public sealed class PracticeRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The practice.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>What was practised on, as hexadecimal SHA-256.</summary>
    public required string Basis { get; init; }

    /// <summary>Who practises, by object id.</summary>
    public required string PersonId { get; init; }

    /// <summary>When it was finished; null before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Grows by one with each answer; guards against two windows at once.</summary>
    public required int Revision { get; set; }

    /// <summary>The practice.</summary>
    public required Practice Practice { get; set; }
}

/// <summary>That somebody has practised enough. One for each person, workflow and basis; never changed.</summary>
public sealed class TrainedRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>What was practised on, as hexadecimal SHA-256.</summary>
    public required string Basis { get; init; }

    /// <summary>Who, by object id.</summary>
    public required string PersonId { get; init; }

    /// <summary>The completion.</summary>
    public required Trained Trained { get; init; }
}
