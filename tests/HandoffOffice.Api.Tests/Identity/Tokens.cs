using HandoffOffice.Api.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HandoffOffice.Api.Tests.Identity;

/// <summary>Tokens that a test cannot get over the network.</summary>
internal static class Tokens
{
    /// <summary>A good token of the API's own local identity, also where its route would give none.</summary>
    internal static string OfThisProcess(ProbeHost api, LocalPerson person) =>
        api.App.Services.GetRequiredService<LocalIdentity>().Issue(person).AccessToken;

    /// <summary>An administrator's token that is signed with a shared secret.</summary>
    internal static string SignedWith(byte[] secret, string issuer, string audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        Claims = new Dictionary<string, object>
        {
            ["tid"] = LocalPeople.TenantId,
            ["oid"] = LocalPeople.TeodorIvanov.Id,
            ["scp"] = Policies.Scope,
            ["roles"] = nameof(Role.Administrator),
        },
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(secret), SecurityAlgorithms.HmacSha256),
    });
}
