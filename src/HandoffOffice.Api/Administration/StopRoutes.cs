using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Stops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Administration;

/// <summary>The stop switch: an administrator stops a workflow, a model or everything, and lifts it again. Everybody sees what is stopped.</summary>
internal static class StopRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stops", List).WithName("ListStops").WithSummary("What is stopped now")
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);
        routes.MapPost("/stops", Set).WithName("SetStop").WithSummary("Stops a workflow, a model or everything, at once")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
        routes.MapPost("/stops/{stopId:guid}/lift", Lift).WithName("LiftStop").WithSummary("Lifts a stop")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
    }

    private static async Task<Ok<IReadOnlyList<StopOrder>>> List(StopSwitch stops, CancellationToken cancel) => TypedResults.Ok(await stops.InForce(cancel));

    private static async Task<Results<Ok<StopOrder>, ProblemHttpResult>> Set(
        StopRequest request, Caller caller, StopSwitch stops, HandoffMeters meters, TimeProvider time, CancellationToken cancel)
    {
        if (StopOrder.Error(request.Scope, request.Target, request.Reason) is { } error)
        {
            return Problems.Of(error);
        }

        DateTimeOffset now = time.GetUtcNow();
        var stop = new StopOrder(Guid.CreateVersion7(now), request.Scope, request.Target?.Trim(), request.Reason.Trim(), caller.ToActor().Person, now);
        await stops.Set(caller.TenantId, stop, cancel);
        meters.Stopped($"{stop.Scope}");
        return TypedResults.Ok(stop);
    }

    private static async Task<Results<Ok<StopOrder>, ProblemHttpResult>> Lift(
        Guid stopId, LiftRequest request, Caller caller, StopSwitch stops, TimeProvider time, CancellationToken cancel)
    {
        if (ReasonMissing.In(request.Reason) is { } missing)
        {
            return Problems.Of(missing);
        }

        return await stops.Lift(caller.TenantId, stopId, request.Reason.Trim(), caller.ToActor().Person, time.GetUtcNow(), cancel) is { } lifted
            ? TypedResults.Ok(lifted)
            : Problems.Answer(StatusCodes.Status404NotFound, "unknown-stop", "There is no such stop", "No stop with this id is in force.");
    }
}

/// <summary>A stop.</summary>
/// <param name="Scope">What it covers.</param>
/// <param name="Target">The workflow's key or the model's name; none for everything.</param>
/// <param name="Reason">Why, for those it stops: 1 to 2,000 characters.</param>
public sealed record StopRequest(StopScope Scope, string Reason, string? Target = null);

/// <summary>Why a stop is lifted.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record LiftRequest(string Reason);
