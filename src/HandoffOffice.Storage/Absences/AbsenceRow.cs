using HandoffOffice.Domain;

namespace HandoffOffice.Storage.Absences;

/// <summary>That a person of a tenant is away. One for each person.</summary>
public sealed class AbsenceRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id.</summary>
    public required string PersonId { get; init; }

    /// <summary>Who is away, as named when it was set.</summary>
    public required Person Person { get; set; }

    /// <summary>The first day, in UTC.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day, in UTC.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>Who stands in.</summary>
    public required Person Substitute { get; set; }
}
