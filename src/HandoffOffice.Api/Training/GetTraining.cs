using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Training;
using HandoffOffice.Storage.Training;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Training;

/// <summary>How far the caller's training on a workflow has come; for who designs or administers, everybody's.</summary>
internal static class GetTraining
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/workflows/{key}/training", Handle)
        .WithName("GetTraining").WithSummary("The caller's training on a workflow, and for its designer everybody's").ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<TrainingView>, ProblemHttpResult>> Handle(
        string key, Caller caller, WorkflowsInForce inForce, TrainingBook book, CancellationToken cancel, int? version = null)
    {
        if (await inForce.ToSee(key, version, caller, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, version);
        }

        Sha256Digest basis = TrainingBasis.Of(workflow);
        Person self = caller.ToActor().Person;
        IReadOnlyList<Trained> trained = await book.Completed(key, basis, cancel);
        IReadOnlyList<Practice> own = await book.Of(key, basis, self.Id, cancel);
        bool seesAll = caller.Is(Role.Designer) || caller.Is(Role.Administrator);
        return TypedResults.Ok(new TrainingView(
            key, workflow.Version, workflow.Gate.TrainingRequired, workflow.Filter is null, TrainingBarView.Now, own.FirstOrDefault(practice => practice.Score is null)?.Id,
            PersonTraining.Of(self, trained, own), seesAll ? Everybody(trained, await book.Finished(key, basis, cancel)) : null));
    }

    private static IReadOnlyList<PersonTraining> Everybody(IReadOnlyList<Trained> trained, IReadOnlyList<Practice> practices)
    {
        IEnumerable<Person> people = practices.Select(practice => practice.Trainee).Concat(trained.Select(one => one.Person));
        return [.. people.DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .Select(person => PersonTraining.Of(person, trained, [.. practices.Where(practice => practice.Trainee.Is(person))]))];
    }
}

/// <summary>The training on a workflow version, and on every other version with the same template, contract and gate.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Version">The version.</param>
/// <param name="Required">Whether nobody reviews without it.</param>
/// <param name="Possible">Whether the workflow can be practised on: candidates of a filter can't.</param>
/// <param name="Bar">When somebody has practised enough.</param>
/// <param name="Open">The caller's practice that is not finished; null for none.</param>
/// <param name="Mine">The caller's.</param>
/// <param name="People">Everybody's who has practised, for who designs or administers; null for others.</param>
public sealed record TrainingView(
    string Workflow, int Version, bool Required, bool Possible, TrainingBarView Bar, Guid? Open, PersonTraining Mine, IReadOnlyList<PersonTraining>? People);

/// <summary>When somebody has practised enough: in their last practices together.</summary>
/// <param name="Practices">How many practices count.</param>
/// <param name="CatchShare">The least share of planted errors that is caught, 0 to 1.</param>
/// <param name="FalseAlarmShare">The greatest share of right sentences that is marked as wrong, 0 to 1.</param>
public sealed record TrainingBarView(int Practices, double CatchShare, double FalseAlarmShare)
{
    internal static TrainingBarView Now { get; } = new(TrainingBar.Practices, (double)TrainingBar.CatchShare, (double)TrainingBar.FalseAlarmShare);
}

/// <summary>One person's training.</summary>
/// <param name="Person">Who.</param>
/// <param name="TrainedAt">When they had practised enough; null before.</param>
/// <param name="TrainedOn">The version that they had practised on then; null before.</param>
/// <param name="Practices">How many they have finished.</param>
/// <param name="LastAt">When they began the last of those; null before the first.</param>
/// <param name="Last">The last ones that count, in one; null before the first.</param>
public sealed record PersonTraining(Person Person, DateTimeOffset? TrainedAt, int? TrainedOn, int Practices, DateTimeOffset? LastAt, PracticeScore? Last)
{
    internal static PersonTraining Of(Person person, IReadOnlyList<Trained> trained, IReadOnlyList<Practice> latestFirst)
    {
        Trained? completed = trained.FirstOrDefault(one => one.Person.Is(person));
        List<Practice> finished = [.. latestFirst.Where(practice => practice.Score is not null)];
        return new PersonTraining(
            person, completed?.At, completed?.Version, finished.Count, finished.Count > 0 ? finished[0].StartedAt : null,
            finished.Count > 0 ? PracticeScore.Sum(finished.Take(TrainingBar.Practices).Select(practice => practice.Score!)) : null);
    }
}
