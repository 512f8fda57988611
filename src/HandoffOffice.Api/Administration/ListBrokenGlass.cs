using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Administration;

/// <summary>What was approved without its review, from the ledger: nobody takes a line out of it.</summary>
internal static class ListBrokenGlass
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/break-glass", Handle)
        .WithName("ListBrokenGlass").WithSummary("What was approved without the gate's review (at most 100), newest first")
        .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);

    private static async Task<Ok<IReadOnlyList<BrokenGlass>>> Handle(HandoffStore handoffs, People people, CancellationToken cancel)
    {
        var known = (await people.With(null, cancel)).ToDictionary(person => person.Id);
        return TypedResults.Ok<IReadOnlyList<BrokenGlass>>([.. (await handoffs.Happened("GlassBroken", Most, cancel)).Select(happened =>
            BrokenGlass.Of(happened.Entry, happened.Subject, known.GetValueOrDefault(happened.Entry.ActorId, new Person(happened.Entry.ActorId, happened.Entry.ActorId))))]);
    }
}

/// <summary>An approval without the gate's review.</summary>
/// <param name="Handoff">The handoff.</param>
/// <param name="Subject">The document's title or the mail's subject.</param>
/// <param name="By">The administrator.</param>
/// <param name="At">When.</param>
/// <param name="Minutes">For how long it held.</param>
/// <param name="Undecided">Changes that nobody had decided about.</param>
/// <param name="ItemsOpen">Checks that nobody had confirmed.</param>
/// <param name="Blocking">Blocking findings that stood.</param>
public sealed record BrokenGlass(Guid Handoff, string Subject, Person By, DateTimeOffset At, int Minutes, int Undecided, int ItemsOpen, int Blocking)
{
    internal static BrokenGlass Of(LedgerEntry entry, string subject, Person by) => new(
        entry.HandoffId!.Value, subject, by, entry.At, entry.Fact("minutes"), entry.Fact("undecided"), entry.Fact("itemsOpen"), entry.Fact("blocking"));
}
