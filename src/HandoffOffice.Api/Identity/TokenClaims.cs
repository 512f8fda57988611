using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;

namespace HandoffOffice.Api.Identity;

/// <summary>The claims of a Microsoft identity platform v2 access token that decide something here, and what they say together.</summary>
internal static class TokenClaims
{
    internal const string Tenant = "tid";
    internal const string ObjectId = "oid";
    internal const string Subject = "sub";
    internal const string Name = "name";
    internal const string Email = "email";
    internal const string PreferredUserName = "preferred_username";
    internal const string Scope = "scp";
    internal const string Roles = "roles";
    internal const string IdentityType = "idtyp";
    internal const string AuthorizedParty = "azp";
    internal const string Version = "ver";
    internal const string AuthenticationTime = "auth_time";

    private static readonly long MaxUnixSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
    private static readonly FrozenDictionary<string, Role> RolesByName =
        Enum.GetValues<Role>().ToFrozenDictionary(role => role.ToString(), StringComparer.Ordinal);

    /// <summary>
    /// Whether the token is an application's own. <c>idtyp=app</c> says so outright, and then no scope beside it makes a person of it;
    /// without that optional claim it is a token that has app roles, no scope, and is its own subject.
    /// </summary>
    internal static bool IsApplication(ClaimsPrincipal token) =>
        token.HasClaim(IdentityType, "app")
        || (!token.HasClaim(claim => claim.Type == Scope)
            && token.HasClaim(claim => claim.Type == Roles)
            && token.FindFirstValue(ObjectId) is { } objectId
            && token.FindFirstValue(Subject) == objectId);

    /// <summary>Whether the delegated scopes (one claim, separated by spaces) contain this one.</summary>
    internal static bool HasScope(ClaimsPrincipal token, string scope) =>
        token.FindAll(Scope).SelectMany(claim => claim.Value.Split(' ')).Contains(scope, StringComparer.Ordinal);

    /// <summary>The roles that this software knows. A registration may define others, which mean nothing here.</summary>
    internal static FrozenSet<Role> RolesOf(ClaimsPrincipal token) =>
        token.FindAll(Roles).Where(claim => RolesByName.ContainsKey(claim.Value)).Select(claim => RolesByName[claim.Value]).ToFrozenSet();

    /// <summary>The claim as a time (NumericDate, RFC 7519 section 2), or null where it is absent, repeated or no such number.</summary>
    internal static DateTimeOffset? TimeOf(ClaimsPrincipal token, string claimType)
    {
        Claim[] claims = [.. token.FindAll(claimType)];
        return claims.Length == 1 && long.TryParse(claims[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= MaxUnixSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    /// <summary>The claim as a lower-case GUID, or null where it is absent, repeated, all zeros or no GUID.</summary>
    internal static string? GuidOf(ClaimsPrincipal token, string claimType)
    {
        Claim[] claims = [.. token.FindAll(claimType)];
        return claims.Length == 1 && Guid.TryParse(claims[0].Value, out Guid id) && id != Guid.Empty ? id.ToString("D") : null;
    }
}
