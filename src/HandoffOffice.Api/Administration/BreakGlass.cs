using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Administration;

/// <summary>
/// An administrator approves without the gate's review, for a reason and a short time. It is sealed as such, and loud: in the ledger, in the log as
/// critical, in the measures, and on everybody's screen.
/// </summary>
internal static partial class BreakGlass
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/break-glass", Handle)
        .WithName("BreakGlass").WithSummary("Approves without the gate's review, as an administrator, for a reason and at most an hour")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, BreakGlassRequest request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, SealKeyRing keys, StopSwitch stops,
        HandoffMeters meters, ILogger<Handoff> log, TimeProvider time, CancellationToken cancel)
    {
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            if (await stops.Covering(handoff, cancel) is { } stopped)
            {
                return stopped;
            }

            if (handoff.Obstacle(HandoffAction.BreakGlass, caller.ToActor(), time.GetUtcNow()) is { } obstacle)
            {
                return obstacle;
            }

            Workflow workflow = await catalog.ForSigning(handoff, cancel);
            DateTimeOffset now = time.GetUtcNow();
            IReadOnlyList<HandoffEvent> withdrawn = handoff.WithdrawPlanted(caller.ToActor(), now).Events;
            if (withdrawn.Count > 0 && await files.Redraft(handoff, workflow, cancel) is { } refused)
            {
                return refused;
            }

            HandoffFile drafted = await files.FindDrafted(cancel);
            using SealKey key = await keys.SigningKey(cancel);
            ReleasableFile? file = null;
            Outcome outcome = handoff.BreakGlass(
                request.Reason, request.Minutes,
                () => (file = ReleasableFile.Build(handoff, workflow, drafted.Content, drafted.RevisionMap!, now)).ReadBack(handoff), key, caller.ToActor(), now);
            if (file is not null)
            {
                await files.Put(HandoffFileKind.Sealed, file.MediaType, file.Bytes, null, cancel);
            }

            return outcome.Error is null ? Outcome.Done([.. withdrawn, .. outcome.Events]) : outcome;
        }, cancel);
        if (handoff is not null && error is null)
        {
            meters.GlassBroken();
            LogBroken(log, id, caller.PersonId, request.Minutes);
        }

        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Break-glass: handoff {Handoff} was approved by administrator {Person} without its review, for {Minutes} minutes.")]
    private static partial void LogBroken(ILogger log, Guid handoff, string person, int minutes);
}

/// <summary>Why the glass is broken.</summary>
/// <param name="Reason">1 to 2,000 characters, for the reviewers and the auditor.</param>
/// <param name="Minutes">How long the approval holds: 1 to 60.</param>
public sealed record BreakGlassRequest(string Reason, int Minutes = 15);
