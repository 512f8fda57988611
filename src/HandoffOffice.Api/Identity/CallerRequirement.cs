using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace HandoffOffice.Api.Identity;

/// <summary>What a policy asks of the caller.</summary>
/// <param name="Roles">The roles of which the person needs one; none for any person.</param>
/// <param name="ApplicationRole">The app role with which an application will do as well; null where none does.</param>
internal sealed record CallerRequirement(IReadOnlyList<Role> Roles, string? ApplicationRole = null) : IAuthorizationRequirement
{
    /// <summary>What an authenticated caller lacks, or null.</summary>
    internal Shortfall? ShortfallOf(ClaimsPrincipal token)
    {
        if (TokenClaims.IsApplication(token))
        {
            return ApplicationRole is null ? new Shortfall("Only a person may do this. An application (a flow) never can.")
                : !token.HasClaim(TokenClaims.Roles, ApplicationRole) ? new Shortfall($"The application lacks the app role '{ApplicationRole}' (claim 'roles').")
                : null;
        }

        if (!TokenClaims.HasScope(token, Policies.Scope))
        {
            return new Shortfall($"The token lacks the scope '{Policies.Scope}' (claim 'scp').", Policies.Scope);
        }

        return Roles.Count == 0 || Roles.Any(TokenClaims.RolesOf(token).Contains)
            ? null
            : new Shortfall($"This needs the role '{string.Join("' or '", Roles)}'. {RolesHeld(token)} An administrator of the organisation assigns roles.");
    }

    private static string RolesHeld(ClaimsPrincipal token)
    {
        Role[] held = [.. TokenClaims.RolesOf(token).Order()];
        return held.Length == 0 ? "You have none." : $"You have: {string.Join(", ", held)}.";
    }
}

/// <summary>What is missing for a call to be allowed.</summary>
/// <param name="Detail">One sentence or two for whoever called.</param>
/// <param name="Scope">The scope that a client should ask for, where that would help.</param>
internal sealed record Shortfall(string Detail, string? Scope = null);

/// <summary>Carries the shortfall to where the answer is written.</summary>
internal sealed class ShortfallReason(IAuthorizationHandler handler, Shortfall shortfall)
    : AuthorizationFailureReason(handler, shortfall.Detail)
{
    internal Shortfall Shortfall => shortfall;
}

/// <summary>Decides a <see cref="CallerRequirement"/> by the token.</summary>
internal sealed class CallerRequirementHandler : AuthorizationHandler<CallerRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, CallerRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            return Task.CompletedTask;
        }

        if (requirement.ShortfallOf(context.User) is { } shortfall)
        {
            context.Fail(new ShortfallReason(this, shortfall));
        }
        else
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
