using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Training;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Training;

/// <summary>Practice reviews (C45): a person begins one, marks sentence by sentence, reads at once what came of it, and finishes it. Nobody sees a practice of others.</summary>
internal static class Practices
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/workflows/{key}/practices", Start).WithName("StartPractice").WithSummary("Begins a practice review of a workflow, or goes on with the one that is not finished")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapGet("/practices/{practiceId:guid}", Get).WithName("GetPractice").WithSummary("A practice of the caller's")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapPut("/practices/{practiceId:guid}/answers/{sentence}", Answer).WithName("AnswerPractice").WithSummary("Marks a sentence as right or wrong, once")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapPost("/practices/{practiceId:guid}/finish", Finish).WithName("FinishPractice").WithSummary("Ends a practice with its score")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<PracticeView>, ProblemHttpResult>> Start(
        string key, PracticeRequest request, Caller caller, WorkflowsInForce inForce, PracticeTexts texts, TrainingBook book, WorkflowCatalog catalog, CancellationToken cancel)
    {
        if (await inForce.ToSee(key, request.Version, caller, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, request.Version);
        }

        Person trainee = caller.ToActor().Person;
        IReadOnlyList<Practice> own = await book.Of(key, TrainingBasis.Of(workflow), trainee.Id, cancel);
        Practice? practice = own.FirstOrDefault(one => one.Score is null) ?? await texts.Begin(workflow, own.Count > 0 ? own[0] : null, trainee, cancel);
        return practice is null
            ? Problems.Of(new NothingToPractise())
            : await Shown(await book.Begin(caller.TenantId, practice, cancel), catalog, cancel);
    }

    private static async Task<Results<Ok<PracticeView>, ProblemHttpResult>> Get(
        Guid practiceId, Caller caller, TrainingBook book, WorkflowCatalog catalog, CancellationToken cancel) =>
        await Own(practiceId, caller, book, cancel) is { } practice ? await Shown(practice, catalog, cancel) : Problems.UnknownPractice();

    private static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Answer(
        Guid practiceId, string sentence, PracticeMark request, Caller caller, TrainingBook book, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel) =>
        Change(practiceId, (practice, now) => practice.Mark(sentence, request.IsWrong, now), caller, book, catalog, time, cancel);

    private static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Finish(
        Guid practiceId, Caller caller, TrainingBook book, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel) =>
        Change(practiceId, (practice, now) => practice.Finish(now), caller, book, catalog, time, cancel);

    private static async Task<Results<Ok<PracticeView>, ProblemHttpResult>> Change(
        Guid id, Func<Practice, DateTimeOffset, (Practice, HandoffError?)> step, Caller caller, TrainingBook book, WorkflowCatalog catalog, TimeProvider time,
        CancellationToken cancel)
    {
        if (await Own(id, caller, book, cancel) is null)
        {
            return Problems.UnknownPractice();
        }

        DateTimeOffset now = time.GetUtcNow();
        (Practice? practice, HandoffError? error) = await book.Change(id, practice => step(practice, now), now, cancel);
        return error is not null ? Problems.Of(error) : practice is null ? Problems.UnknownPractice() : await Shown(practice, catalog, cancel);
    }

    private static async Task<Practice?> Own(Guid id, Caller caller, TrainingBook book, CancellationToken cancel) =>
        await book.Find(id, cancel) is { } practice && practice.Trainee.Is(caller.ToActor().Person) ? practice : null;

    private static async Task<Ok<PracticeView>> Shown(Practice practice, WorkflowCatalog catalog, CancellationToken cancel)
    {
        Workflow workflow = await catalog.Find(practice.Workflow, practice.Version, cancel)
            ?? throw new InvalidDataException($"Version {practice.Version} of '{practice.Workflow}' is gone.");
        return TypedResults.Ok(PracticeView.Of(practice, workflow));
    }
}

/// <summary>What to practise on.</summary>
/// <param name="Version">The version; null for the one in force for the caller.</param>
public sealed record PracticeRequest(int? Version = null);

/// <summary>What the trainee says of a sentence.</summary>
/// <param name="IsWrong">True to mark it as wrong, false as right.</param>
public sealed record PracticeMark(bool IsWrong);
