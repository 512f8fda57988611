using HandoffOffice.Api.Releasing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HandoffOffice.Api.Identity;

/// <summary>Sets up who may call.</summary>
public static class IdentityExtensions
{
    /// <summary>The setting that names the identity (<c>Local</c> or <c>Entra</c>) instead of leaving it to the other settings.</summary>
    public const string KindSetting = "Identity:Kind";

    /// <summary>
    /// Adds authentication, the policies of <see cref="Policies"/>, the answers to refused calls and the <see cref="IdentityDescription"/>.
    /// Entra ID where <c>AzureAd:ClientId</c> is set; else, outside of production, the local identity.
    /// A call without an accepted token reaches only what is marked <c>AllowAnonymous</c>.
    /// </summary>
    /// <exception cref="IdentitySettingsException">The settings name no identity that could be used here.</exception>
    public static WebApplicationBuilder AddHandoffOfficeIdentity(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IMailboxes, NoMailboxes>();
        if (KindOf(builder.Configuration, builder.Environment) == IdentityKind.Entra)
        {
            if (EntraIdentity.Add(services, EntraSettings.Read(builder.Configuration.GetSection(EntraSettings.Section), builder.Environment)))
            {
                services.AddGraph(builder.Configuration.GetSection("Graph"), builder.Environment);
            }
        }
        else
        {
            LocalIdentity.Add(services);
        }

        services.AddAuthorization(Policies.AddTo);
        services.AddSingleton<IAuthorizationHandler, CallerRequirementHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalAnswers>();
        return builder;
    }

    private static IdentityKind KindOf(ConfigurationManager configuration, IHostEnvironment environment)
    {
        bool entraIsSet = !string.IsNullOrWhiteSpace(configuration[$"{EntraSettings.Section}:ClientId"]);
        return configuration[KindSetting] switch
        {
            nameof(IdentityKind.Local) when environment.IsProduction() => throw new IdentitySettingsException(
                $"The local identity ({KindSetting}=Local) is impossible in Production: set AzureAd:ClientId and AzureAd:TenantId."),
            nameof(IdentityKind.Local) => IdentityKind.Local,
            nameof(IdentityKind.Entra) => IdentityKind.Entra,
            null or "" when entraIsSet => IdentityKind.Entra,
            null or "" when !environment.IsProduction() => IdentityKind.Local,
            null or "" => throw new IdentitySettingsException(
                "Production needs Entra ID: set AzureAd:ClientId and AzureAd:TenantId (or AzureAd:AllowedTenants)."),
            string other => throw new IdentitySettingsException($"{KindSetting} is 'Local' or 'Entra', and not '{other}'."),
        };
    }
}
