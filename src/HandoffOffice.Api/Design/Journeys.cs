using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Storage.Journeys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>The journeys of a tenant's workflows: the list, one of them, and a new one.</summary>
internal static class Journeys
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/journeys", List).WithName("ListJourneys").WithSummary("The workflows of the organisation, each with where it is in its life")
            .RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);
        routes.MapGet("/journeys/{key}", Get).WithName("GetJourney").WithSummary("The way of a workflow from the map to its retirement")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);
        routes.MapPost("/journeys", Begin).WithName("BeginJourney").WithSummary("Begins to design a workflow")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Designer).WithWayOut(WayOut.None);
    }

    private static async Task<Ok<IReadOnlyList<JourneySummary>>> List(JourneyBook book, TimeProvider time, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<JourneySummary>>([.. (await book.All(cancel)).Select(row => JourneySummary.Of(row.Journey, time.GetUtcNow()))]);

    private static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Get(string key, JourneyDesk desk, CancellationToken cancel) => desk.Show(key, cancel);

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Begin(
        NewJourney request, Caller caller, JourneyBook book, JourneyDesk desk, TimeProvider time, CancellationToken cancel)
    {
        IReadOnlyList<Problem> problems = request.Problems();
        if (problems.Count > 0)
        {
            return Problems.Invalid("invalid-journey", "This can't be begun yet", problems);
        }

        (Journey journey, Outcome outcome) = Journey.Begin(request.Key, request.Name.Trim(), caller.ToActor().Person, time.GetUtcNow());
        return await book.Add(caller.TenantId, journey with { Plan = request.Plan ?? JourneyPlan.Usual }, outcome, cancel)
            ? await desk.Show(journey.Key, cancel)
            : Problems.Answer(StatusCodes.Status409Conflict, "workflow-exists", "There is one already", $"Your organisation has a workflow '{request.Key}'.");
    }
}

/// <summary>A workflow to be designed.</summary>
/// <param name="Key">Lower-case words joined by hyphens, at most 64 characters.</param>
/// <param name="Name">What people call it, 1 to 100 characters.</param>
/// <param name="Plan">How long each phase is planned for; the usual four weeks where none is given.</param>
public sealed record NewJourney(string Key, string Name, JourneyPlan? Plan = null)
{
    private const int MostName = 100;

    internal IReadOnlyList<Problem> Problems()
    {
        var problems = new List<Problem>();
        if (!WorkflowRules.IsKey(Key))
        {
            problems.Add(Problem.At("/key", "key", "The key is not lower-case words joined by hyphens.", "such as client-status-report, at most 64 characters"));
        }

        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MostName)
        {
            problems.Add(Problem.At("/name", "empty", "The name is empty or too long.", $"1 to {MostName} characters"));
        }

        if (Plan is { } plan && (plan.Design is < 1 or > 60 || plan.Adjust is < 1 or > 60 || plan.Pilot is < Pilot.FewestDays or > Pilot.MostDays))
        {
            problems.Add(Problem.At("/plan", "range", "A phase's length is out of range.", $"1 to 60 days, the pilot {Pilot.FewestDays} to {Pilot.MostDays}"));
        }

        return problems;
    }
}

/// <summary>A workflow in the designer's list.</summary>
/// <param name="Key">The workflow.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Designer">Who answers for its design.</param>
/// <param name="IsSample">Whether it came with the product and nobody has taken a step with it.</param>
/// <param name="Newest">The newest version; 0 before the first.</param>
/// <param name="Stage">Where the newest version is; null before the first.</param>
/// <param name="Live">The version that everybody can run.</param>
/// <param name="InPilot">The version in pilot.</param>
/// <param name="PilotPerson">Who pilots it, while the pilot runs.</param>
/// <param name="DriftDays">Days behind the plan in the phase that runs, or at the end; null for samples.</param>
public sealed record JourneySummary(
    string Key, string Name, Person Designer, bool IsSample, int Newest, LifecycleStage? Stage, int? Live, int? InPilot, Person? PilotPerson, int? DriftDays)
{
    internal static JourneySummary Of(Journey journey, DateTimeOffset now) => new(
        journey.Key, journey.Name, journey.Designer, journey.IsUntouchedSample, journey.Newest, journey.StageOf(journey.Newest), journey.Live, journey.InPilot,
        journey.Pilot is { EndedAt: null } pilot ? pilot.Person : null,
        journey.IsUntouchedSample ? null : TimeLine.Of(journey, now).LastOrDefault(phase => phase.DriftDays is not null)?.DriftDays);
}
