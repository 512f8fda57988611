using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Journeys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Design;

/// <summary>Mapping today's work, judging whether it is suited, and choosing where AI is to help (C24-C27).</summary>
internal static class ChooseWork
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step(routes.MapPut("/journeys/{key}/map", DrawMap), "DrawMap", "Keeps the map of how the work is done today", Policies.Designer);
        Step(routes.MapPut("/journeys/{key}/suitability", Judge), "JudgeSuitability", "Keeps what is known of the work, and says whether it is suited", Policies.Designer);
        Step(routes.MapPut("/journeys/{key}/options", Compare), "CompareOptions", "Keeps the options, and compares them", Policies.Designer);
        Step(routes.MapPut("/journeys/{key}/choice", Choose), "ChooseOption", "Records which option it is to be, and why", Policies.Designer);
        Step(routes.MapPut("/journeys/{key}/stakes-override", Allow), "AllowHighStakes", "Lets work with high stakes be the first workflow", Policies.Administrator);
    }

    private static void Step(RouteHandlerBuilder route, string name, string summary, string policy) => route.WithName(name).WithSummary(summary)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(policy).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> DrawMap(
        string key, MapRequest request, Caller caller, JourneyDesk desk, CancellationToken cancel) =>
        ProcessMapRules.Problems(request.Map).In("/map") is { Count: > 0 } problems
            ? Problems.Invalid("invalid-map", "The map needs a correction", problems)
            : await desk.Take(caller, key, request.Revision, (journey, now) => journey.DrawMap(request.Map, caller.ToActor().Person, now), cancel);

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Judge(
        string key, SuitabilityRequest request, Caller caller, JourneyDesk desk, CancellationToken cancel) =>
        Suitability.Problems(request.Answers).In("/answers") is { Count: > 0 } problems
            ? Problems.Invalid("invalid-answers", "Some answers need a correction", problems)
            : await desk.Take(caller, key, request.Revision, (journey, now) => journey.Answer(request.Answers, caller.ToActor().Person, now), cancel);

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Compare(
        string key, OptionsRequest request, Caller caller, JourneyBook book, JourneyDesk desk, CancellationToken cancel)
    {
        if (await book.Find(key, cancel) is not var (journey, _))
        {
            return Problems.UnknownWorkflow(key, null);
        }

        if (journey.Map is not { } map)
        {
            return Problems.Answer(StatusCodes.Status409Conflict, "no-map", "Draw the map first", "Options change the steps of the map, and there is none yet.");
        }

        return OpportunityRules.Problems(map, request.Options) is { Count: > 0 } problems
            ? Problems.Invalid("invalid-options", "The options need a correction", problems)
            : await desk.Take(caller, key, request.Revision, (own, now) => own.Compare(request.Options, caller.ToActor().Person, now), cancel);
    }

    private static async Task<Results<Ok<JourneyView>, ProblemHttpResult>> Choose(
        string key, ChoiceRequest request, Caller caller, JourneyBook book, JourneyDesk desk, CancellationToken cancel)
    {
        if (ReasonMissing.In(request.Reason) is { } missing)
        {
            return Problems.Of(missing);
        }

        if (await book.Find(key, cancel) is var (journey, _) && journey.Options.All(option => option.Id != request.OptionId))
        {
            return Problems.Invalid("invalid-choice", "There is no such option",
                [new Problem(JsonPointer.Parse("/optionId"), "unknown-option", $"There is no option '{request.OptionId}'.", string.Join(", ", journey.Options.Select(option => option.Id)))]);
        }

        return await desk.Take(caller, key, request.Revision,
            (own, now) => own.Choose(new Choice(request.OptionId, request.Reason.Trim(), caller.ToActor().Person, now), caller.ToActor().Person, now), cancel);
    }

    private static Task<Results<Ok<JourneyView>, ProblemHttpResult>> Allow(
        string key, OverrideRequest request, Caller caller, JourneyDesk desk, CancellationToken cancel) =>
        desk.Take(caller, key, null, (journey, now) => journey.Allow(new StakesOverride(caller.ToActor().Person, request.Reason.Trim(), now)), cancel);

    private static IReadOnlyList<Problem> In(this IEnumerable<Problem> problems, string place) =>
        [.. problems.Select(problem => problem.Within(place))];
}

/// <summary>A map of today's work.</summary>
/// <param name="Map">The map.</param>
/// <param name="Revision">The journey's revision that the designer saw; none takes any.</param>
public sealed record MapRequest(ProcessMap Map, int? Revision = null);

/// <summary>What is known of the work.</summary>
/// <param name="Answers">The answers.</param>
/// <param name="Revision">The journey's revision that the designer saw; none takes any.</param>
public sealed record SuitabilityRequest(SuitabilityAnswers Answers, int? Revision = null);

/// <summary>Where AI could help.</summary>
/// <param name="Options">The options.</param>
/// <param name="Revision">The journey's revision that the designer saw; none takes any.</param>
public sealed record OptionsRequest(IReadOnlyList<Opportunity> Options, int? Revision = null);

/// <summary>Which option it is to be.</summary>
/// <param name="OptionId">The option.</param>
/// <param name="Reason">Why, 1 to 2,000 characters.</param>
/// <param name="Revision">The journey's revision that the designer saw; none takes any.</param>
public sealed record ChoiceRequest(string OptionId, string Reason, int? Revision = null);

/// <summary>Why work with high stakes may be the first.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record OverrideRequest(string Reason);
