using System.Collections.Frozen;
using System.Net;
using Microsoft.Identity.Abstractions;

namespace HandoffOffice.Api.Identity;

/// <summary>The settings are not such that the server could tell who calls, and it does not start.</summary>
/// <param name="message">One line that names the settings.</param>
public sealed class IdentitySettingsException(string message) : InvalidOperationException(message);

/// <summary>
/// The section <c>AzureAd</c>, checked. Settings: <c>ClientId</c>; <c>TenantId</c> (a GUID); <c>AllowedTenants</c> (GUIDs, a list or
/// separated by commas) for several organisations, <c>TenantId</c> among them where it is given; <c>Instance</c> for national clouds;
/// <c>ApplicationIdUri</c> where it is not <c>api://{ClientId}</c>; <c>ClientCredentials</c> (a list as Microsoft.Identity.Web reads it) to send mail for callers; <c>RequireHttpsMetadata</c>, false only for a loopback instance outside production.
/// </summary>
internal sealed record EntraSettings
{
    internal const string Section = "AzureAd";
    private const string PublicCloud = "https://login.microsoftonline.com";

    // The endpoint for work and school accounts of any organisation; its issuer is a template, and the list of tenants decides.
    private const string AnyOrganisation = "organizations";

    private EntraSettings(IConfigurationSection section, string clientId, FrozenSet<string> tenants, Uri instance)
    {
        ClientId = clientId;
        Tenants = tenants;
        Instance = instance.AbsoluteUri.TrimEnd('/');
        Tenant = tenants.Count == 1 ? tenants.Items[0] : AnyOrganisation;
        ApplicationIdUri = section["ApplicationIdUri"] is { Length: > 0 } uri ? uri.TrimEnd('/') : $"api://{clientId}";
        Credentials = section.GetSection("ClientCredentials").Get<CredentialDescription[]>() ?? [];
        RequireHttpsMetadata = instance.Scheme == Uri.UriSchemeHttps;
    }

    internal string ClientId { get; }

    /// <summary>The organisations whose tokens are accepted, as lower-case GUIDs.</summary>
    internal FrozenSet<string> Tenants { get; }

    /// <summary>The cloud's sign-in address, without a slash at its end.</summary>
    internal string Instance { get; }

    /// <summary>The path segment of the authority.</summary>
    internal string Tenant { get; }

    internal string ApplicationIdUri { get; }

    /// <summary>What the registration proves itself with when it asks for tokens on behalf of callers: certificates, secrets, a managed identity.</summary>
    internal CredentialDescription[] Credentials { get; }

    internal bool RequireHttpsMetadata { get; }

    /// <summary>The v2 authority that publishes the issuer and the keys.</summary>
    internal string Authority => $"{Instance}/{Tenant}/v2.0";

    internal IdentityDescription Description =>
        new(IdentityKind.Entra, ClientId, $"{Instance}/{Tenant}", $"{ApplicationIdUri}/{Policies.Scope}");

    /// <exception cref="IdentitySettingsException">A setting is missing or wrong.</exception>
    internal static EntraSettings Read(IConfigurationSection section, IHostEnvironment environment) =>
        new(section, ReadClientId(section), ReadTenants(section), ReadInstance(section, environment));

    private static string ReadClientId(IConfigurationSection section) =>
        Guid.TryParse(section["ClientId"], out Guid clientId)
            ? clientId.ToString("D")
            : throw new IdentitySettingsException("AzureAd:ClientId is not a GUID: give the application (client) id of the registration in Entra ID.");

    private static FrozenSet<string> ReadTenants(IConfigurationSection section)
    {
        IConfigurationSection list = section.GetSection("AllowedTenants");
        IEnumerable<string?> named = list.Value is { } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : list.GetChildren().Select(item => item.Value);
        string? home = section["TenantId"];
        bool homeIsATemplate = home is null or "" or "common" or AnyOrganisation;

        FrozenSet<string> tenants = [.. named.Concat(homeIsATemplate ? [] : [home]).Select(ReadTenant)];
        return tenants.Count > 0
            ? tenants
            : throw new IdentitySettingsException(
                "AzureAd:TenantId is missing: give your organisation's tenant id, or several in AzureAd:AllowedTenants. Any organisation at all is never accepted.");
    }

    private static string ReadTenant(string? tenant) =>
        Guid.TryParse(tenant, out Guid id) && id != Guid.Empty
            ? id.ToString("D")
            : throw new IdentitySettingsException(
                $"AzureAd:TenantId and AzureAd:AllowedTenants take tenant ids (GUIDs), and '{tenant}' is none.");

    private static Uri ReadInstance(IConfigurationSection section, IHostEnvironment environment)
    {
        string text = section["Instance"] is { Length: > 0 } given ? given : PublicCloud;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? instance) || instance.Scheme is not ("https" or "http"))
        {
            throw new IdentitySettingsException($"AzureAd:Instance is not a web address: '{text}'.");
        }

        // Keys that come over plain http could be anybody's.
        bool plainIsAllowed = section.GetValue("RequireHttpsMetadata", true) is false
            && !environment.IsProduction()
            && IPAddress.TryParse(instance.Host, out IPAddress? address)
            && IPAddress.IsLoopback(address);
        return instance.Scheme == Uri.UriSchemeHttps || plainIsAllowed
            ? instance
            : throw new IdentitySettingsException(
                "AzureAd:Instance must be https. AzureAd:RequireHttpsMetadata=false helps only a loopback address outside production.");
    }
}
