using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Absences;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Who is away and who stands in: everybody says it for themselves, an administrator for others.</summary>
internal static class Absences
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/absences", List).WithName("ListAbsences").WithSummary("Everybody's absences that are not over, by the first day")
            .RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
        MapOne(routes, "/me/absence", "MyAbsence", "one's own absence", Policies.Person);
        MapOne(routes, "/people/{personId}/absence", "Absence", "somebody's absence", Policies.Administrator);
    }

    private static void MapOne(IEndpointRouteBuilder routes, string path, string name, string whose, string policy)
    {
        routes.MapGet(path, Get).WithName($"Get{name}").WithSummary($"Reads {whose}")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(policy).WithWayOut(WayOut.None);
        routes.MapPut(path, Set).WithName($"Set{name}").WithSummary($"Sets {whose}, in the place of the last one")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(policy).WithWayOut(WayOut.None);
        routes.MapDelete(path, Lift).WithName($"Lift{name}").WithSummary($"Lifts {whose}")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(policy).WithWayOut(WayOut.None);
    }

    private static async Task<Ok<IReadOnlyList<Absence>>> List(AbsenceBook absences, TimeProvider time, CancellationToken cancel)
    {
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return TypedResults.Ok<IReadOnlyList<Absence>>([.. (await absences.All(cancel)).Where(absence => absence.Until >= today)]);
    }

    private static async Task<Results<Ok<Absence>, ProblemHttpResult>> Get(HttpContext context, Caller caller, AbsenceBook absences, CancellationToken cancel) =>
        await absences.Of(Whose(context, caller), cancel) is { } absence ? TypedResults.Ok(absence) : NoAbsence();

    private static async Task<Results<Ok<Absence>, ProblemHttpResult>> Set(
        HttpContext context, AbsenceRequest request, Caller caller, People people, AbsenceBook absences, TimeProvider time, CancellationToken cancel)
    {
        Person? away = Whose(context, caller) is var id && id == caller.PersonId ? caller.ToActor().Person : await people.Find(id, null, cancel);
        if (away is null)
        {
            return Problems.Answer(StatusCodes.Status404NotFound, "unknown-person", "There is no such person", "Nobody with this id has signed in here.");
        }

        if (await people.Find(request.Substitute, Role.Reviewer, cancel) is not { } substitute)
        {
            return Invalid([new Problem(JsonPointer.Parse("/substitute"), "unknown-reviewer", "Nobody with this id can review here.", "an id of GET /api/v1/people?role=Reviewer")]);
        }

        var absence = new Absence(away, request.From, request.Until, substitute);
        IReadOnlyList<Problem> problems = await absences.Set(caller.TenantId, absence, caller.ToActor(), time.GetUtcNow(), cancel);
        return problems.Count > 0 ? Invalid(problems) : TypedResults.Ok(absence);
    }

    private static async Task<Results<Ok<Absence>, ProblemHttpResult>> Lift(
        HttpContext context, Caller caller, AbsenceBook absences, TimeProvider time, CancellationToken cancel) =>
        await absences.Lift(caller.TenantId, Whose(context, caller), caller.ToActor(), time.GetUtcNow(), cancel) is { } lifted ? TypedResults.Ok(lifted) : NoAbsence();

    // Ids are lower-case GUIDs in tokens; a path may spell them otherwise.
    private static string Whose(HttpContext context, Caller caller) =>
        context.Request.RouteValues.TryGetValue("personId", out object? id) ? $"{id}".ToLowerInvariant() : caller.PersonId;

    private static ProblemHttpResult Invalid(IReadOnlyList<Problem> problems) => Problems.Invalid("invalid-absence", "This absence can't be set", problems);

    private static ProblemHttpResult NoAbsence() => Problems.Answer(
        StatusCodes.Status404NotFound, "no-absence", "There is no absence", "No absence is set for this person.");
}

/// <summary>When somebody is away, and who stands in.</summary>
/// <param name="From">The first day, in UTC.</param>
/// <param name="Until">The last day, in UTC.</param>
/// <param name="Substitute">Object id of the person who reviews instead.</param>
public sealed record AbsenceRequest(DateOnly From, DateOnly Until, string Substitute);
