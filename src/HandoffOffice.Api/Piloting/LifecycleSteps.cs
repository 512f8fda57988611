using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Piloting;

/// <summary>The steps of a version: into the pilot, out of it, live, retired (C35, C43).</summary>
internal static class LifecycleSteps
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step(routes.MapPost("/journeys/{key}/versions/{version:int}/pilot", StartPilot), "StartPilot", "Lets one person try a version", Policies.Designer);
        Step(routes.MapPost("/journeys/{key}/pilot/end", EndPilot), "EndPilot", "Ends the pilot", Policies.Designer);
        Step(routes.MapPost("/journeys/{key}/versions/{version:int}/live", GoLive), "GoLive", "Lets everybody run a version", Policies.Designer);
        Step(routes.MapPost("/journeys/{key}/versions/{version:int}/live/override", Override), "GoLiveByOverride",
            "Lets everybody run a version without what its pilot lacks, by an administrator's decision", Policies.Administrator);
        Step(routes.MapPost("/journeys/{key}/versions/{version:int}/retirement", Retire), "RetireVersion", "Ends the life of a version", Policies.DesignerOrAdministrator);
    }

    private static void Step(RouteHandlerBuilder route, string name, string summary, string policy) => route.WithName(name).WithSummary(summary)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(policy).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> StartPilot(
        string key, int version, PilotRequest request, Caller caller, People people, JourneyDesk desk, CancellationToken cancel) =>
        await people.Find(request.PersonId, Role.Author, cancel) is { } person
            ? await desk.TakeWith(caller, key, version,
                (journey, workflow, facts, now) => journey.StartPilot(workflow, person, request.Days ?? journey.Plan.Pilot, facts, caller.ToActor().Person, now), cancel)
            : Problems.Invalid("invalid-pilot", "The pilot needs a correction",
                [new Problem(JsonPointer.Parse("/personId"), "unknown-author", "Nobody with this id can ask for drafts here.", "an id of GET /api/v1/people?role=Author")]);

    private static Task<Results<Ok<JourneyView>, ProblemHttpResult>> EndPilot(
        string key, PilotEnd request, Caller caller, JourneyDesk desk, CancellationToken cancel) =>
        desk.Take(caller, key, null, (journey, now) => journey.EndPilot(request.Reason, caller.ToActor().Person, now), cancel);

    private static Task<Results<Ok<JourneyView>, ProblemHttpResult>> GoLive(string key, int version, Caller caller, JourneyDesk desk, CancellationToken cancel) =>
        desk.TakeWith(caller, key, version, (journey, workflow, facts, now) => journey.GoLive(workflow, facts, null, caller.ToActor().Person, now), cancel);

    private static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Override(
        string key, int version, OverrideRequest request, Caller caller, JourneyDesk desk, CancellationToken cancel) =>
        desk.TakeWith(caller, key, version, (journey, workflow, facts, now) => journey.GoLive(workflow, facts, request.Reason, caller.ToActor().Person, now), cancel);

    private static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Retire(
        string key, int version, Retirement request, Caller caller, JourneyDesk desk, CancellationToken cancel) =>
        desk.Take(caller, key, null, (journey, now) => journey.Retire(version, request.Reason, caller.ToActor().Person, now), cancel);
}

/// <summary>Who tries a version.</summary>
/// <param name="PersonId">The object id of somebody who can ask for drafts.</param>
/// <param name="Days">How long, 14 to 21 days; as planned where none is given.</param>
public sealed record PilotRequest(string PersonId, int? Days = null);

/// <summary>That a pilot ends.</summary>
/// <param name="Reason">Why, where it is before its planned end: 1 to 2,000 characters.</param>
public sealed record PilotEnd(string? Reason = null);

/// <summary>Why a version is retired.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record Retirement(string Reason);
