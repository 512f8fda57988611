using HandoffOffice.Domain.Measuring;

namespace HandoffOffice.Storage.Measuring;

/// <summary>How many numbers of one measure fall into one bin, over all runs of one workflow version.</summary>
public sealed class MeasureBinRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The workflow.</summary>
    public required string WorkflowKey { get; init; }

    /// <summary>Its version.</summary>
    public required int WorkflowVersion { get; init; }

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The bin, by <see cref="MeasureBins"/>.</summary>
    public required int Bin { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>All of them together.</summary>
    public required long Sum { get; init; }
}

/// <summary>How many numbers of one measure fall into one week, over all runs of one workflow version.</summary>
public sealed class MeasureWeekRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The workflow.</summary>
    public required string WorkflowKey { get; init; }

    /// <summary>Its version.</summary>
    public required int WorkflowVersion { get; init; }

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The Monday of the week.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>All of them together.</summary>
    public required long Sum { get; init; }
}

/// <summary>By which rules a tenant's runs were counted. Where it is missing, or of other rules, all are counted anew.</summary>
public sealed class MeasureFormRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The number of the rules, by <see cref="MeasureBook.Form"/>.</summary>
    public required int Form { get; init; }
}
