using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Api.Connector;

/// <summary>Starts a handoff for a flow and has it drafted. The same request, sent again, is the same handoff.</summary>
internal static class CreateDraft
{
    private const string Operation = "flow draft";
    private static readonly HandoffState[] Over = [HandoffState.Released, HandoffState.Rejected, HandoffState.RevertedToManual, HandoffState.Withdrawn];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/workflows/{workflow}/handoffs", Handle)
        .WithName("FlowCreateDraft").WithSummary("Create a draft for review")
        .WithDescription("Starts a workflow with the fields given and waits until its draft is in review. A person then reviews and signs it; a flow can't.")
        .Produces<FlowHandoff>().Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.AuthorOrApplication).WithWayOut(WayOut.None);

    private static async Task<IResult> Handle(
        string workflow, FlowDraft body, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, Caller caller, WorkflowsInForce inForce, WorkflowsAsShown shown,
        People people, NewHandoffs starting, HandoffStore handoffs, FlowRequests requests, FlowDrafting drafting, TimeProvider time, HttpRequest request,
        CancellationToken cancel)
    {
        if (idempotencyKey is not null && IdempotencyKey.Missing(idempotencyKey) is { } unusable)
        {
            return unusable;
        }

        DateTimeOffset now = time.GetUtcNow();
        var asked = FlowRequest.Of(Operation, idempotencyKey, caller.PersonId, workflow, body.Record.GetRawText(), JsonSerializer.Serialize(body.Reviewers));
        IdempotencyRow? earlier = await requests.Earlier(asked, cancel);
        if (earlier is not null && asked.IsTaken(earlier))
        {
            return IdempotencyKey.Reused();
        }

        if (earlier is not null && asked.IsSame(earlier, now) && await StillCounts(earlier) is { } same)
        {
            return await drafting.Answer(same, caller, retries: true, FlowRequests.ReadRemark(earlier.Remark), request, cancel);
        }

        (Workflow? version, HandoffError? notInForce) = await inForce.ToRun(workflow, null, caller, cancel);
        if (version is null)
        {
            return notInForce is null ? Problems.UnknownWorkflow(workflow, null) : Problems.Of(notInForce);
        }

        (JsonElement record, ProblemHttpResult? changed) = await shown.Take(body.Record, version, cancel);
        if (changed is not null)
        {
            return changed;
        }

        (JsonElement read, IReadOnlyList<FlowConversion> converted) = FlowRecord.Read(version.Input, record);
        var handoffRequest = new HandoffRequest(version.Key, read, await Ids(people, body.Reviewers, cancel), version.Version);
        try
        {
            (Handoff? handoff, _, ProblemHttpResult? refused) = await starting.Start(
                handoffRequest, caller, cancel, started => asked.Row(caller.TenantId, started.Id, now, FlowRequests.Remark(converted)), earlier);
            return handoff is null ? refused! : await drafting.Answer(handoff, caller, retries: true, converted, request, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // The same request came twice at once, and the other one has started it; or the database is ill, and then it stays what it is.
            if (await requests.Earlier(asked, cancel) is not { } first || first.At == earlier?.At)
            {
                throw;
            }

            return asked.IsTaken(first) || await StillCounts(first) is not { } theirs
                ? IdempotencyKey.Reused()
                : await drafting.Answer(theirs, caller, retries: true, FlowRequests.ReadRemark(first.Remark), request, cancel);
        }

        // Without a key, who asks for the same again after it is over wants another one.
        async Task<Handoff?> StillCounts(IdempotencyRow row) =>
            await handoffs.Find(row.HandoffId!.Value, cancel) is { } found && (asked.IsKeyed || !Over.Contains(found.State)) ? found : null;
    }

    // An address that one reviewer has stands for their id; any other stays as it is, and is refused as nobody's.
    private static async Task<IReadOnlyList<string>> Ids(People people, IReadOnlyList<string> named, CancellationToken cancel)
    {
        IReadOnlyList<Person> reviewers = await people.With(Role.Reviewer, cancel);
        return [.. named.Select(name => reviewers.Where(person => string.Equals(person.Email, name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var one] ? one.Id : name.Trim())];
    }
}

/// <summary>What a draft starts from.</summary>
/// <param name="Record">The fields of the workflow.</param>
/// <param name="Reviewers">The people who are to review the draft: their object IDs, or their addresses.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FlowDraft(JsonElement Record, IReadOnlyList<string> Reviewers);
