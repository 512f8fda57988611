using System.Text.Json;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Auditing;

/// <summary>
/// The ledger as a feed for a SIEM (C98): each event once, in order, from wherever its reader says. The reader keeps the position and the server nothing: after an outage of
/// either it goes on where it was, and from 0 it reads everything again, the same.
/// </summary>
internal static class ReadFeed
{
    /// <summary>The most events of one page, and how many there are where nothing is said.</summary>
    public const int MaxPage = 5000, Page = 1000;

    private static readonly JsonPointer From = JsonPointer.Root.Append("from"), Most = JsonPointer.Root.Append("most");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/feed", Handle)
        .WithName("ReadFeed").WithSummary("What happened, without contents, from a position in the ledger on: poll it every minute")
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.AdministratorOrFeed).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<FeedPage>, ProblemHttpResult>> Handle(Caller caller, LedgerReader ledger, CancellationToken cancel, long from = 0, int most = Page)
    {
        Problem[] problems =
        [
            .. from < 0 ? [new Problem(From, "out-of-range", "A ledger begins with 0.", "0 or more")] : Array.Empty<Problem>(),
            .. most is < 1 or > MaxPage ? [new Problem(Most, "out-of-range", "A page has another size.", $"1 to {MaxPage:N0}")] : Array.Empty<Problem>(),
        ];
        if (problems.Length > 0)
        {
            return Problems.Invalid("invalid-page", "There is no such page", problems);
        }

        (IReadOnlyList<LedgerEntry> entries, long size) = await ledger.Page(caller.TenantId, from, most, cancel);
        return from > size
            ? Problems.Answer(StatusCodes.Status409Conflict, "position-beyond-end", "The ledger is shorter than that",
                $"It has {size} entries, and this reader has read {from}: the ledger was cut, or it is another one. Compare it with the heads that were kept.", KeyValuePair.Create("size", (object?)size))
            : TypedResults.Ok(new FeedPage([.. entries.Select(FeedEvent.Of)], from + entries.Count, size));
    }
}

/// <summary>Some of what happened.</summary>
/// <param name="Events">In order; none where nothing has happened since.</param>
/// <param name="Next">Where the next page begins: the <c>from</c> of the next call.</param>
/// <param name="Size">How many events the ledger has in all. Where <c>next</c> is less, there is more to read at once.</param>
public sealed record FeedPage(IReadOnlyList<FeedEvent> Events, long Next, long Size);

/// <summary>Something that happened: facts and digests, never texts, names or addresses.</summary>
/// <param name="Sequence">Its position in the organisation's ledger: 0, 1, 2, ... without a gap.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What, such as <c>Approved</c>. New kinds may come.</param>
/// <param name="Handoff">The handoff it is about; none for what concerns the organisation.</param>
/// <param name="Actor">Object id (Entra ID) of the person or application who did it.</param>
/// <param name="Application">Whether that is an application.</param>
/// <param name="Facts">Counts, ids, codes and SHA-256 digests.</param>
/// <param name="LeafHash">The RFC 6962 leaf hash of the ledger's entry, as hexadecimal: what proofs and heads are about.</param>
public sealed record FeedEvent(
    long Sequence, DateTimeOffset At, string Kind, Guid? Handoff, string Actor, bool Application, IReadOnlyDictionary<string, string> Facts, string LeafHash)
{
    internal static FeedEvent Of(LedgerEntry entry)
    {
        using var leaf = JsonDocument.Parse(entry.Leaf);
        return new FeedEvent(
            entry.Sequence, entry.At.ToUniversalTime(), entry.Kind, entry.HandoffId, entry.ActorId, leaf.RootElement.GetProperty("application").GetBoolean(),
            leaf.RootElement.GetProperty("facts").EnumerateObject().ToDictionary(fact => fact.Name, fact => fact.Value.GetString()!), entry.LeafHash);
    }
}
