using System.Text.Json.Serialization;

namespace HandoffOffice.Api.Identity;

/// <summary>Where this server's tokens come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IdentityKind>))]
public enum IdentityKind
{
    /// <summary>Named people of this server's own, for one machine and never in production.</summary>
    Local,

    /// <summary>Microsoft Entra ID.</summary>
    Entra,
}

/// <summary>What a client has to know to sign in: the identity part of <c>GET /configuration</c>.</summary>
/// <param name="Kind">Where tokens come from.</param>
/// <param name="ClientId">The registration in Entra ID; null for the local identity.</param>
/// <param name="Authority">Where to sign in, such as <c>https://login.microsoftonline.com/{tenant}</c>; null for the local identity.</param>
/// <param name="Scope">The full name of the scope to ask for; null for the local identity.</param>
public sealed record IdentityDescription(IdentityKind Kind, string? ClientId = null, string? Authority = null, string? Scope = null);
