using HandoffOffice.Api.Auditing;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Fleet;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Training;
using HandoffOffice.Domain.Webhooks;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Exporting;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Exporting;

/// <summary>What the product knows of a person, for them (C81): they ask for it themselves, or an administrator does on their request, which is in the ledger.</summary>
internal static class GetPersonsData
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me/data", Mine).WithName("GetMyData").WithSummary("What there is of the caller")
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapGet("/people/{personId}/data", Theirs).WithName("GetPersonsData").WithSummary("What there is of a person, on their request")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
    }

    private static async Task<Ok<PersonsData>> Mine(Caller caller, PersonsTraces traces, TimeProvider time, CancellationToken cancel) =>
        TypedResults.Ok(await Read(new Person(caller.PersonId, caller.Name, caller.Email), traces, time, cancel));

    private static async Task<Results<Ok<PersonsData>, ProblemHttpResult>> Theirs(
        string personId, Caller caller, People people, PersonsTraces traces, ExportBook book, TimeProvider time, CancellationToken cancel)
    {
        if (await people.Find(personId, null, cancel) is not { } person)
        {
            return Problems.Answer(StatusCodes.Status404NotFound, "unknown-person", "There is no such person", "Nobody with this object id has signed in here.");
        }

        await book.Note(caller.TenantId, ExportBook.PersonRead, caller.ToActor(), new Dictionary<string, string> { ["person"] = person.Id }, cancel);
        return TypedResults.Ok(await Read(person, traces, time, cancel));
    }

    private static async Task<PersonsData> Read(Person person, PersonsTraces traces, TimeProvider time, CancellationToken cancel) => new(
        person, (await traces.Known(person.Id, cancel))?.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [], time.GetUtcNow(),
        await traces.Parts(person.Id, cancel),
        [.. (await traces.Acts(person.Id, cancel)).Select(FeedEvent.Of)],
        [.. (await traces.Absences(person, cancel)).Select(PersonsAbsence.Of)],
        await traces.AddIns(person.Id, cancel),
        [.. (await traces.Practices(person.Id, cancel)).Select(PersonsPractice.Of)],
        await traces.Trained(person.Id, cancel),
        await traces.Journal(person, cancel),
        [.. (await traces.Stops(person.Id, cancel)).Select(PersonsStop.Of)],
        [.. (await traces.Subscriptions(person.Id, cancel)).Select(PersonsSubscription.Of)]);
}

/// <summary>What there is of a person. Texts that they wrote or reviewed are with their handoffs.</summary>
/// <param name="Person">Who.</param>
/// <param name="Roles">What they might do when they last signed in.</param>
/// <param name="At">When this was read, UTC.</param>
/// <param name="Handoffs">Their part in handoffs, the oldest first.</param>
/// <param name="Acts">What they did, as the ledger has it, in order.</param>
/// <param name="Absences">When they were away, and whom they stand in for.</param>
/// <param name="AddIns">The add-ins that they were seen with.</param>
/// <param name="Practices">What they practised, the oldest first.</param>
/// <param name="Trained">The trainings that they have completed.</param>
/// <param name="Journal">What they wrote into the journals of pilots.</param>
/// <param name="Stops">What they stopped.</param>
/// <param name="Subscriptions">What they have flows or servers told of.</param>
public sealed record PersonsData(
    Person Person, IReadOnlyList<string> Roles, DateTimeOffset At, IReadOnlyList<PartTaken> Handoffs, IReadOnlyList<FeedEvent> Acts, IReadOnlyList<PersonsAbsence> Absences,
    IReadOnlyList<Sighting> AddIns, IReadOnlyList<PersonsPractice> Practices, IReadOnlyList<Trained> Trained, IReadOnlyList<JournalEntry> Journal,
    IReadOnlyList<PersonsStop> Stops, IReadOnlyList<PersonsSubscription> Subscriptions);

/// <summary>An absence.</summary>
/// <param name="Person">Who is away.</param>
/// <param name="From">The first day, in UTC.</param>
/// <param name="Until">The last day.</param>
/// <param name="Substitute">Who stands in.</param>
public sealed record PersonsAbsence(Person Person, DateOnly From, DateOnly Until, Person Substitute)
{
    internal static PersonsAbsence Of(AbsenceRow row) => new(row.Person, row.From, row.Until, row.Substitute);
}

/// <summary>A practice, without its sentences: they are written for the exercise.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Version">Its version.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Score">How it went; null while it is not finished.</param>
public sealed record PersonsPractice(string Workflow, int Version, DateTimeOffset StartedAt, PracticeScore? Score)
{
    internal static PersonsPractice Of(Practice practice) => new(practice.Workflow, practice.Version, practice.StartedAt, practice.Score);
}

/// <summary>A stop that they set.</summary>
/// <param name="Scope">What it covers.</param>
/// <param name="Target">The workflow or the model; null for everything.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when.</param>
/// <param name="LiftedAt">Until when; null while it is in force.</param>
public sealed record PersonsStop(StopScope Scope, string? Target, string Reason, DateTimeOffset At, DateTimeOffset? LiftedAt)
{
    internal static PersonsStop Of(StopRow row) => new(row.Scope, row.Target, row.Reason, row.At, row.LiftedAt);
}

/// <summary>A subscription of theirs. Its address is a secret of the flow.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Workflow">Of this workflow only; null for all.</param>
/// <param name="Host">The host that is called.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="EndedAt">Until when; null while it is in force.</param>
public sealed record PersonsSubscription(WebhookEventKind Kind, string? Workflow, string Host, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt)
{
    internal static PersonsSubscription Of(SubscriptionRow row) => new(row.Kind, row.Workflow, row.Host, row.CreatedAt, row.EndedAt);
}
