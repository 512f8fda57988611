using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Fleet;

/// <summary>The last time that somebody's add-in was seen in an application on a platform, and what it was.</summary>
/// <param name="Installation">What the pane said of itself.</param>
/// <param name="ServerVersion">The server's version at that time: a pane that was older then is old, one that was not is new when it is opened next.</param>
/// <param name="SeenAt">When.</param>
/// <param name="KeysSince">Since when, without a break, the mailbox was seen with keys of the organisation; null where it has none.</param>
/// <param name="MailPlacedAt">When the pane last put an approved mail into the open one and read it back as approved; null where it never did.</param>
public sealed record Sighting(Installation Installation, string ServerVersion, DateTimeOffset SeenAt, DateTimeOffset? KeysSince = null, DateTimeOffset? MailPlacedAt = null)
{
    /// <summary>Whether the pane was older than the server that it came from.</summary>
    [JsonIgnore]
    public bool IsBehind => Core(Installation.AddInVersion) < Core(ServerVersion);

    /// <summary>Whether the send handler runs in it at all: Outlook with the event on sending, and not for iOS or Android.</summary>
    [JsonIgnore]
    public bool HoldsMail =>
        Installation is { Host: HostType.Outlook, Platform: not (PlatformType.IOS or PlatformType.Android) } && Installation.Has("Mailbox", FleetRules.MailboxThatHolds);

    /// <summary>What is known after a pane has said what it is.</summary>
    /// <param name="said">What it said.</param>
    /// <param name="mailPlaced">Whether it has just put an approved mail into the open one.</param>
    /// <param name="serverVersion">The server's version.</param>
    /// <param name="earlier">What was known before; null where nothing was.</param>
    /// <param name="now">When.</param>
    public static Sighting Of(Installation said, bool mailPlaced, string serverVersion, Sighting? earlier, DateTimeOffset now) => new(
        said, serverVersion, now, said.HasKeys == true ? earlier?.KeysSince ?? now : null, mailPlaced ? now : earlier?.MailPlacedAt);

    // Its three numbers, without what semver.org calls pre-release and build.
    private static Version Core(string version) => Version.Parse(version.Split('-', '+')[0]);
}
