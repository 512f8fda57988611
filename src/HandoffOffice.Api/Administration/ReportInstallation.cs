using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Fleet;
using HandoffOffice.Storage.Fleet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Administration;

/// <summary>
/// The pane says what it is and where it runs, for its own person alone. Nothing is decided by it: a pane that lies is missed in the fleet view and gets nothing.
/// </summary>
internal static class ReportInstallation
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/installations", Handle)
        .WithName("ReportInstallation").WithSummary("Says which add-in one works with, in the place of what was said of the same application and platform")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<SightingView>, ProblemHttpResult>> Handle(
        InstallationReport report, Caller caller, FleetBook fleet, TimeProvider time, CancellationToken cancel)
    {
        Installation said = report.ToInstallation();
        IReadOnlyList<Problem> problems = [.. InstallationRules.Problems(said)];
        return problems.Count > 0
            ? Problems.Invalid("invalid-installation", "This add-in can't be kept", problems)
            : TypedResults.Ok(SightingView.Of(await fleet.Keep(
                caller.TenantId, caller.PersonId, said,
                earlier => Sighting.Of(said, report.MailPlaced, ProductVersion.Release, earlier, time.GetUtcNow()), cancel)));
    }
}

/// <summary>What a pane says of itself.</summary>
/// <param name="Host">The application that it runs in.</param>
/// <param name="Platform">What that runs on.</param>
/// <param name="HostVersion">The application's version, as Office gives it: 1 to 64 characters.</param>
/// <param name="AddInVersion">The pane's version (semver.org): at most 64 characters.</param>
/// <param name="RequirementSets">The highest version of each requirement set that the product asks for; at most 16, each once.</param>
/// <param name="HasKeys">Whether the mailbox has keys of the organisation; null where there is no mailbox.</param>
/// <param name="MailPlaced">Whether an approved mail was just put into the open one and read back as approved.</param>
public sealed record InstallationReport(
    HostType Host, PlatformType Platform, string HostVersion, string AddInVersion, IReadOnlyList<RequirementSet> RequirementSets, bool? HasKeys = null,
    bool MailPlaced = false)
{
    internal Installation ToInstallation() => new(Host, Platform, HostVersion, AddInVersion, RequirementSets, HasKeys);
}

/// <summary>The last time that somebody's add-in was seen in an application on a platform, and what it was.</summary>
/// <param name="Installation">What the pane said of itself.</param>
/// <param name="ServerVersion">The server's version at that time.</param>
/// <param name="SeenAt">When.</param>
/// <param name="HoldsMail">Whether the send handler runs in it: Outlook with Mailbox 1.12, and not for iOS or Android. Whether it ran, nobody can know.</param>
/// <param name="KeysSince">Since when, without a break, the mailbox was seen with keys of the organisation; null where it has none.</param>
/// <param name="MailPlacedAt">When the pane last put an approved mail into the open one and read it back as approved; null where it never did.</param>
public sealed record SightingView(
    Installation Installation, string ServerVersion, DateTimeOffset SeenAt, bool HoldsMail, DateTimeOffset? KeysSince, DateTimeOffset? MailPlacedAt)
{
    internal static SightingView Of(Sighting seen) =>
        new(seen.Installation, seen.ServerVersion, seen.SeenAt, seen.HoldsMail, seen.KeysSince, seen.MailPlacedAt);
}
