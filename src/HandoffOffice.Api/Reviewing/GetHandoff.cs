using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HandoffOffice.Api.Reviewing;

/// <summary>A handoff, its document as it stands, and its history.</summary>
internal static class GetHandoff
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/handoffs/{id:guid}", Handle)
            .WithName("GetHandoff").WithSummary("A handoff as the caller sees it now").ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
        routes.MapGet("/handoffs/{id:guid}/document", Document)
            .WithName("GetReviewDocument").WithSummary("The document as it stands, with tracked changes and comments, marked as not approved")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Word)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.ReviewCopy);
        routes.MapGet("/handoffs/{id:guid}/history", History)
            .WithName("GetHistory").WithSummary("What happened to a handoff, from the ledger").ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, string? revisions) = await handoffs.FindMapped(id, cancel);
        return handoff is null
            ? Problems.UnknownHandoff()
            : TypedResults.Ok(HandoffView.Of(handoff, await catalog.Of(handoff, cancel), caller, time.GetUtcNow(), RevisionMap.Read(revisions)));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Document(Guid id, HandoffStore handoffs, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return Problems.UnknownHandoff();
        }

        if (handoff.CurrentDraft is null || await handoffs.WorkingFile(id, HandoffFileKind.Drafted, cancel) is not { } drafted)
        {
            return Problems.Answer(StatusCodes.Status409Conflict, "no-draft", "There is no draft yet", "The document is there when the draft is.");
        }

        return TypedResults.File(
            WorkingDocument.ForReview(handoff, drafted.Content, drafted.RevisionMap!), MediaTypes.Word, "review-copy.docx",
            entityTag: new EntityTagHeaderValue($"\"{handoff.Revision}\""));
    }

    private static async Task<Results<Ok<IReadOnlyList<HistoryEntry>>, ProblemHttpResult>> History(Guid id, HandoffStore handoffs, CancellationToken cancel)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return Problems.UnknownHandoff();
        }

        // That an error was planted is told when it is settled: who knows of it looks for it.
        IReadOnlyList<LedgerEntry> entries = [.. (await handoffs.History(id, cancel)).Where(entry => handoff.Planted is not { } planted
            || entry.Kind != nameof(HandoffEventKind.ErrorSeeded) || entry.At != planted.PlantedAt)];
        Dictionary<string, Person> people = new Person[] { handoff.Author, Actor.Software.Person }
            .Concat(handoff.Reviewers).Concat(handoff.Delegations.SelectMany(delegation => new[] { delegation.From, delegation.To, delegation.By }))
            .DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        return TypedResults.Ok<IReadOnlyList<HistoryEntry>>([.. entries.Select(entry => new HistoryEntry(
            entry.Sequence, entry.At, people.GetValueOrDefault(entry.ActorId, new Person(entry.ActorId, entry.ActorId)), Enum.Parse<HandoffEventKind>(entry.Kind), entry.LeafHash))]);
    }
}

/// <summary>One line of a handoff's history.</summary>
/// <param name="Sequence">Position in the organisation's ledger.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Kind">What happened.</param>
/// <param name="LeafHash">The RFC 6962 leaf hash of the ledger's entry, as hexadecimal.</param>
public sealed record HistoryEntry(long Sequence, DateTimeOffset At, Person Actor, HandoffEventKind Kind, string LeafHash);
