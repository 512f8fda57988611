using HandoffOffice.Api.Drafting;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Stops;

namespace HandoffOffice.Api.Connector;

/// <summary>How far a draft has come: what the address in an asynchronous answer is asked. It also begins what nobody writes any more.</summary>
internal static class GetDraft
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/draft", Handle)
        .WithName("FlowGetDraft").WithSummary("Wait for a draft")
        .WithDescription("Answers when the draft of a handoff is in review, or says why none came.")
        .Produces<FlowHandoff>().Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<IResult> Handle(
        Guid id, Caller caller, HandoffStore handoffs, FlowRequests requests, FlowDrafting drafting, HttpRequest request, CancellationToken cancel) =>
        await handoffs.Find(id, cancel) is { } handoff
            ? await drafting.Answer(handoff, caller, retries: false, await requests.ConvertedFor(id, cancel), request, cancel)
            : Problems.UnknownHandoff();
}

/// <summary>Has the drafts of flows written, and answers how far one has come.</summary>
internal sealed class FlowDrafting(BackgroundDrafts background, DraftRun run, StopSwitch stops, TimeProvider time)
{
    private const string RetryAfterSeconds = "5";

    /// <summary>202 with where to ask again while the draft is on its way, 200 with the handoff after that; a problem where it can't be begun.</summary>
    /// <param name="handoff">The handoff.</param>
    /// <param name="caller">Who asks. Only its author or one of its reviewers has it drafted.</param>
    /// <param name="retries">Whether a draft that failed is tried again.</param>
    /// <param name="converted">What was converted in its record.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancel">Ends the question, not the draft.</param>
    public async Task<IResult> Answer(
        Handoff handoff, Caller caller, bool retries, IReadOnlyList<FlowConversion> converted, HttpRequest request, CancellationToken cancel)
    {
        bool begins = NeedsADraft(handoff, retries) && handoff.Obstacle(HandoffAction.StartDraft, caller.ToActor(), time.GetUtcNow()) is null;
        if (begins)
        {
            if (await stops.Covering(handoff.Terms.WorkflowKey, run.Origin.Name, cancel) is { } stopped)
            {
                return Problems.Of(stopped);
            }

            background.Write(handoff.Id, caller);
        }

        if (!begins && !IsOnItsWay(handoff))
        {
            return TypedResults.Ok(FlowHandoff.Of(handoff, request, time.GetUtcNow(), converted));
        }

        request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return TypedResults.Accepted($"{request.Origin()}/api/v1/flow/handoffs/{handoff.Id}/draft");
    }

    private static bool NeedsADraft(Handoff handoff, bool retries) =>
        handoff.State is HandoffState.Intake or HandoffState.Drafting || (retries && handoff is { State: HandoffState.Failed, LastFailure.Failure.Retryable: true });

    private static bool IsOnItsWay(Handoff handoff) => handoff.State is HandoffState.Intake or HandoffState.Drafting;
}
