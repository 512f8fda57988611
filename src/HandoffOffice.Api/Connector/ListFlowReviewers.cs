using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>The people whom a flow can name as reviewers.</summary>
internal static class ListFlowReviewers
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/reviewers", Handle)
        .WithName("FlowListReviewers").WithSummary("List reviewers")
        .WithDescription("Lists the people of the organisation who can review a draft, by name.")
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Ok<FlowReviewers>> Handle(People people, CancellationToken cancel) =>
        TypedResults.Ok(new FlowReviewers([.. (await people.With(Role.Reviewer, cancel)).Select(FlowPerson.Of)]));
}

/// <summary>People who can review.</summary>
/// <param name="Items">The people, by name.</param>
public sealed record FlowReviewers(IReadOnlyList<FlowPerson> Items);

/// <summary>A person of the organisation.</summary>
/// <param name="PersonId">The object ID in Microsoft Entra ID.</param>
/// <param name="PersonName">The full name of the person.</param>
/// <param name="Email">The address of the person, where it is known.</param>
public sealed record FlowPerson(string PersonId, string PersonName, string? Email)
{
    internal static FlowPerson Of(Person person) => new(person.Id, person.Name, person.Email);
}
