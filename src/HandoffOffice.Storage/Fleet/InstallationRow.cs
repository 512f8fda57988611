using HandoffOffice.Domain.Fleet;

namespace HandoffOffice.Storage.Fleet;

/// <summary>Somebody's add-in in an application on a platform, as it was last seen. Of two machines with the same of both, the one that was seen last.</summary>
public sealed class InstallationRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id.</summary>
    public required string PersonId { get; init; }

    /// <summary>The application.</summary>
    public required HostType Host { get; init; }

    /// <summary>What it runs on.</summary>
    public required PlatformType Platform { get; init; }

    /// <summary>What was seen, and when.</summary>
    public required Sighting Sighting { get; set; }
}
