using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Api.Intake;

/// <summary>The people of the caller's tenant: those who have signed in, and with the local identity all its people.</summary>
internal sealed class People(HandoffOfficeDb db, IdentityDescription identity)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/people", Handle)
        .WithName("ListPeople").WithSummary("People of the organisation, such as those who can review")
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    /// <summary>Everybody with a role, by name; everybody at all where none is named.</summary>
    public async Task<IReadOnlyList<Person>> With(Role? role, CancellationToken cancel)
    {
        List<PersonRow> rows = await db.People.AsNoTracking().ToListAsync(cancel);
        IEnumerable<PersonRow> local = identity.Kind == IdentityKind.Local
            ? LocalPeople.All.Where(person => rows.All(row => row.Id != person.Id)).Select(person => new PersonRow
            {
                TenantId = LocalPeople.TenantId,
                Id = person.Id,
                Name = person.Name,
                Email = person.Email,
                Roles = string.Join(' ', person.Roles),
            })
            : [];
        return [.. rows.Concat(local)
            .Where(row => role is null || row.Roles.Split(' ').Contains($"{role}"))
            .OrderBy(row => row.Name, StringComparer.Ordinal)
            .Select(row => new Person(row.Id, row.Name, row.Email))];
    }

    /// <summary>The person with this id, or null.</summary>
    public async Task<Person?> Find(string id, Role? role, CancellationToken cancel) =>
        (await With(role, cancel)).FirstOrDefault(person => string.Equals(person.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The reviewers with these ids, each once, and a problem for each id that is nobody's who may review.</summary>
    public async Task<(IReadOnlyList<Person> Found, IReadOnlyList<Problem> Problems)> Reviewers(IReadOnlyList<string> ids, CancellationToken cancel)
    {
        IReadOnlyList<Person> reviewers = await With(Role.Reviewer, cancel);
        var found = ids.Select((id, index) => (index, Person: reviewers.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase)))).ToList();
        return (
            [.. found.Where(f => f.Person is not null).Select(f => f.Person!).DistinctBy(person => person.Id)],
            [.. found.Where(f => f.Person is null).Select(f => new Problem(
                JsonPointer.Parse($"/reviewers/{f.index}"), "unknown-reviewer", "Nobody with this id can review here.", "an id of GET /api/v1/people?role=Reviewer"))]);
    }

    private static async Task<Ok<IReadOnlyList<Person>>> Handle(Role? role, People people, CancellationToken cancel) =>
        TypedResults.Ok(await people.With(role, cancel));
}

/// <summary>The caller in the domain's words.</summary>
internal static class CallerActor
{
    public static Actor ToActor(this Caller caller) => new(new Person(caller.PersonId, caller.Name, caller.Email), caller.IsApplication);
}
