using HandoffOffice.Api.Releasing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HandoffOffice.Api.Identity;

/// <summary>Who am I, and (local identity only) who could I be.</summary>
public static class IdentityRoutes
{
    /// <summary>Maps <c>/me</c> and, where the local identity is in use, <c>/local/people</c> and <c>/local/token</c>.</summary>
    public static void MapIdentity(this IEndpointRouteBuilder group)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.MapGet("/me", Me)
            .WithName("GetMe").WithSummary("The caller")
            .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

        if (group.ServiceProvider.GetService<LocalIdentity>() is null)
        {
            return;
        }

        RouteGroupBuilder local = group.MapGroup("/local").AllowAnonymous().WithWayOut(WayOut.None);
        local.AddEndpointFilter(OnlyLocalRequests);
        local.MapGet("/people", People)
            .WithName("ListLocalPeople").WithSummary("The people of the local identity");
        local.MapPost("/token", Token)
            .WithName("CreateLocalToken").WithSummary("A token of the local identity")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Ok<CallerView> Me(Caller caller) =>
        TypedResults.Ok(new CallerView(caller.PersonId, caller.Name, caller.Email, [.. caller.Roles.Order()], caller.TenantId));

    private static Ok<IReadOnlyList<LocalPerson>> People() => TypedResults.Ok(LocalPeople.All);

    private static Results<Ok<LocalToken>, ProblemHttpResult> Token(LocalTokenRequest request, LocalIdentity identity, HttpResponse response)
    {
        if (LocalPeople.All.FirstOrDefault(person => person.Id == request.PersonId) is not { } person)
        {
            return IdentityProblems.UnknownPerson();
        }

        response.Headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.Ok(identity.Issue(person));
    }

    private static ValueTask<object?> OnlyLocalRequests(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        LocalRequests.RefusalOf(context.HttpContext) is { } refusal
            ? ValueTask.FromResult<object?>(IdentityProblems.Forbidden(refusal))
            : next(context);
}

/// <summary>The caller, as the client shows them.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Name">The full name.</param>
/// <param name="Email">The address, where the token has one.</param>
/// <param name="Roles">What the person may do; empty for an application.</param>
/// <param name="TenantId">The organisation.</param>
public sealed record CallerView(string Id, string Name, string? Email, IReadOnlyList<Role> Roles, string TenantId);

/// <summary>Whom to sign in as.</summary>
/// <param name="PersonId">The id of one of the local people.</param>
public sealed record LocalTokenRequest(string? PersonId);

/// <summary>A token of the local identity.</summary>
/// <param name="AccessToken">For the header <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">When it ends, to the second.</param>
public sealed record LocalToken(string AccessToken, DateTimeOffset ExpiresAt);
