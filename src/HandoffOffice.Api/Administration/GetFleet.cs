using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Fleet;
using HandoffOffice.Storage.Fleet;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Administration;

/// <summary>Who works with which add-in, and whose mail is not known to be held (C103).</summary>
internal static class GetFleet
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/fleet", Handle)
        .WithName("GetFleet").WithSummary("Everybody of the organisation by name, with the add-ins that they were seen with and what is missing there")
        .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);

    private static async Task<Ok<FleetView>> Handle(FleetBook fleet, WorkflowCatalog catalog, People people, TimeProvider time, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        ILookup<string, Sighting> seen = await fleet.All(cancel);
        IReadOnlySet<string> mailAuthors = await MailAuthors(fleet, catalog, now, cancel);
        return TypedResults.Ok(new FleetView(ProductVersion.Release, [.. (await people.With(null, cancel)).Select(person =>
        {
            IReadOnlyList<Sighting> own = [.. seen[person.Id]];
            return new FleetMember(person, [.. own.Select(SightingView.Of)], FleetRules.Gaps(own, mailAuthors.Contains(person.Id), now));
        })]));
    }

    private static async Task<IReadOnlySet<string>> MailAuthors(FleetBook fleet, WorkflowCatalog catalog, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new HashSet<string>();
        foreach (IGrouping<(string Workflow, int Version), Authorship> version in (await fleet.Authors(now - FleetRules.Lately, cancel)).GroupBy(one => (one.Workflow, one.Version)))
        {
            if (await catalog.Find(version.Key.Workflow, version.Key.Version, cancel) is { Output.Format: OutputFormat.Email })
            {
                found.UnionWith(version.Select(one => one.PersonId));
            }
        }

        return found;
    }
}

/// <summary>The add-ins of an organisation.</summary>
/// <param name="Version">The server's version: what a pane that is opened now should have.</param>
/// <param name="People">Everybody who has signed in, by name.</param>
public sealed record FleetView(string Version, IReadOnlyList<FleetMember> People);

/// <summary>A person and their add-ins.</summary>
/// <param name="Person">Who.</param>
/// <param name="Installations">Where the add-in was seen, each application and platform once; none where it never was in Office.</param>
/// <param name="Gaps">What is missing; none where nothing is known to be.</param>
public sealed record FleetMember(Person Person, IReadOnlyList<SightingView> Installations, IReadOnlyList<FleetGap> Gaps);
