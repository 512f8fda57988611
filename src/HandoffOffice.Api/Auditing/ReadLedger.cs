using System.Net.Mime;
using System.Text;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Auditing;
using HandoffOffice.Storage.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Auditing;

/// <summary>The tenant's ledger for people outside: a signed head, proofs against it (RFC 6962 section 2.1), and the whole of it.</summary>
internal static class ReadLedger
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder ledger = routes.MapGroup("/ledger").RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
        ledger.MapGet("/head", Head).WithName("GetLedgerHead").WithSummary("The ledger as it is, signed: keep it elsewhere");
        ledger.MapGet("/entries/{sequence:long}/proof", Inclusion).WithName("GetInclusionProof").WithSummary("The proof that an entry is in the ledger")
            .ProducesProblem(StatusCodes.Status404NotFound);
        ledger.MapGet("/consistency/{earlier:long}", Consistency).WithName("GetConsistencyProof").WithSummary("The proof that the ledger only grew since it had that many entries")
            .ProducesProblem(StatusCodes.Status404NotFound);
        ledger.MapGet("/export", Export).WithName("ExportLedger").WithSummary("The whole ledger as JSON lines, for handoff verify ledger")
            .Produces<string>(StatusCodes.Status200OK, MediaTypes.JsonLines);
    }

    private static async Task<Ok<SignedTreeHead>> Head(Caller caller, LedgerReader ledger, CancellationToken cancel) =>
        TypedResults.Ok(await ledger.Head(caller.TenantId, cancel));

    private static async Task<Results<Ok<InclusionProof>, ProblemHttpResult>> Inclusion(long sequence, Caller caller, LedgerReader ledger, CancellationToken cancel) =>
        await ledger.Inclusion(caller.TenantId, sequence, cancel) is { } proof ? TypedResults.Ok(proof) : NoSuchEntry();

    private static async Task<Results<Ok<ConsistencyProof>, ProblemHttpResult>> Consistency(long earlier, Caller caller, LedgerReader ledger, CancellationToken cancel) =>
        await ledger.Consistency(caller.TenantId, earlier, cancel) is { } proof ? TypedResults.Ok(proof) : NoSuchEntry();

    private static async Task Export(Caller caller, LedgerReader ledger, HttpContext context, CancellationToken cancel)
    {
        context.Response.ContentType = MediaTypes.JsonLines;
        context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = "ledger.jsonl" }.ToString();
        await foreach (string line in ledger.Export(caller.TenantId, cancel))
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancel);
        }
    }

    private static ProblemHttpResult NoSuchEntry() => Problems.Answer(
        StatusCodes.Status404NotFound, "unknown-entry", "There is no such entry", "The ledger has fewer entries than that.");
}
