using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;

namespace HandoffOffice.Api.Identity;

/// <summary>
/// Who makes this call, from the token and from nothing else. A handler takes it as a parameter, <c>Caller caller</c>;
/// it is no input of the request and does not appear in the OpenAPI document.
/// </summary>
/// <param name="TenantId">The organisation: the <c>tid</c> claim, a lower-case GUID.</param>
/// <param name="PersonId">The person or the application within it: the <c>oid</c> claim, a lower-case GUID. It never changes, as names and addresses do.</param>
/// <param name="Name">For display only.</param>
/// <param name="Email">For display and for addressing mail, never to recognise somebody by.</param>
/// <param name="Roles">What the person may do. Empty for an application: a flow is never a reviewer, whatever its token claims.</param>
/// <param name="IsApplication">Whether an application (a flow) calls on its own behalf, with no person behind it.</param>
/// <param name="SignedInAt">When the person last proved who they are: the <c>auth_time</c> claim; null where the token has none.</param>
public sealed record Caller(
    string TenantId, string PersonId, string Name, string? Email, IReadOnlySet<Role> Roles, bool IsApplication, DateTimeOffset? SignedInAt = null)
{
    /// <summary>Whether the caller is a person with this role.</summary>
    public bool Is(Role role) => !IsApplication && Roles.Contains(role);

    /// <summary>The caller of a route that a policy of <see cref="Policies"/> guards, where there always is one.</summary>
    /// <exception cref="InvalidOperationException">The principal names no caller: the route lets anonymous calls in and asks for one all the same.</exception>
    public static Caller From(ClaimsPrincipal token) =>
        TryFrom(token, out Caller? caller, out CallerRefusal? refusal)
            ? caller
            : throw new InvalidOperationException($"A route without a policy asks for a caller. {refusal.Detail}");

    /// <summary>Reads the caller, or says why these claims are nobody's.</summary>
    public static bool TryFrom(
        ClaimsPrincipal token, [NotNullWhen(true)] out Caller? caller, [NotNullWhen(false)] out CallerRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(token);
        caller = null;
        refusal = null;
        if (token.Identity?.IsAuthenticated != true)
        {
            refusal = CallerRefusal.Anonymous;
        }
        else if (TokenClaims.GuidOf(token, TokenClaims.Tenant) is not { } tenantId)
        {
            refusal = CallerRefusal.NoTenant;
        }
        else if (TokenClaims.GuidOf(token, TokenClaims.ObjectId) is not { } personId)
        {
            refusal = CallerRefusal.NoObjectId;
        }
        else
        {
            bool isApplication = TokenClaims.IsApplication(token);
            caller = new Caller(
                tenantId,
                personId,
                NameOf(token, isApplication) ?? personId,
                isApplication ? null : EmailOf(token),
                isApplication ? FrozenSet<Role>.Empty : TokenClaims.RolesOf(token),
                isApplication,
                isApplication ? null : TokenClaims.TimeOf(token, TokenClaims.AuthenticationTime));
        }

        return caller is not null;
    }

    /// <summary>Lets a minimal API handler take the caller as a parameter.</summary>
    /// <exception cref="InvalidOperationException">As <see cref="From"/>.</exception>
    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(From(context.User));
    }

    private static string? NameOf(ClaimsPrincipal token, bool isApplication) =>
        isApplication && token.FindFirstValue(TokenClaims.AuthorizedParty) is { Length: > 0 } clientId ? $"Application {clientId}"
        : token.FindFirstValue(TokenClaims.Name) is { Length: > 0 } name ? name
        : token.FindFirstValue(TokenClaims.PreferredUserName) is { Length: > 0 } userName ? userName
        : null;

    // Entra ID leaves `email` out unless the registration asks for it, and the sign-in name is mostly an address.
    private static string? EmailOf(ClaimsPrincipal token) =>
        token.FindFirstValue(TokenClaims.Email) is { Length: > 0 } email ? email
        : token.FindFirstValue(TokenClaims.PreferredUserName) is { } userName && userName.Contains('@', StringComparison.Ordinal) ? userName
        : null;
}

/// <summary>Why a principal is no caller: the call is answered with 401.</summary>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Detail">One sentence for whoever sent the token.</param>
public sealed record CallerRefusal(string Code, string Detail)
{
    /// <summary>No token was accepted.</summary>
    public static CallerRefusal Anonymous { get; } = new("anonymous", "No token was accepted for this call.");

    /// <summary>The organisation is missing, repeated or no GUID.</summary>
    public static CallerRefusal NoTenant { get; } =
        new("no-tenant", "The token does not say which organisation it is for: it needs one claim 'tid' that is a GUID.");

    /// <summary>The person is missing, repeated or no GUID.</summary>
    public static CallerRefusal NoObjectId { get; } =
        new("no-object-id", "The token does not say whose it is: it needs one claim 'oid' that is a GUID.");
}

/// <summary>The caller outside of a handler's parameters.</summary>
public static class CallerExtensions
{
    /// <summary>Who makes this call.</summary>
    /// <exception cref="InvalidOperationException">As <see cref="Caller.From"/>.</exception>
    public static Caller Caller(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Identity.Caller.From(context.User);
    }
}
