using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Microsoft.IdentityModel.Validators;

namespace HandoffOffice.Api.Identity;

/// <summary>Accepts v2 access tokens of Microsoft Entra ID, from the organisations that the settings name.</summary>
internal static class EntraIdentity
{
    /// <returns>Whether tokens on behalf of callers can be asked for: the registration has a credential.</returns>
    internal static bool Add(IServiceCollection services, EntraSettings entra)
    {
        services.AddSingleton(entra.Description);
        MicrosoftIdentityWebApiAuthenticationBuilder api = services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(
            bearer => Configure(bearer, entra),
            identity =>
            {
                identity.Instance = entra.Instance + "/";
                identity.TenantId = entra.Tenant;
                identity.ClientId = entra.ClientId;
                identity.ClientCredentials = entra.Credentials;
            });
        if (entra.Credentials.Length == 0)
        {
            return false;
        }

        api.EnableTokenAcquisitionToCallDownstreamApi(_ => { }).AddInMemoryTokenCaches();
        return true;
    }

    private static void Configure(JwtBearerOptions bearer, EntraSettings entra)
    {
        bearer.MapInboundClaims = false;
        bearer.RequireHttpsMetadata = entra.RequireHttpsMetadata;

        // New parameters on purpose: the framework binds the section Authentication:Schemes:Bearer into the old ones,
        // and no other section may add a key or an issuer.
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            // The audience of a v2 token is always the client id, never the application id URI.
            ValidAudience = entra.ClientId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateIssuerSigningKey = true,
            IssuerValidator = IssuerValidator(bearer, entra),
            NameClaimType = TokenClaims.Name,
            RoleClaimType = TokenClaims.Roles,
        };
        bearer.Events = new JwtBearerEvents { OnTokenValidated = RefuseWhoIsNoCaller };
    }

    /// <summary>
    /// Microsoft's own comparison of the issuer with the one that the authority publishes, then the list of organisations:
    /// for several organisations the published issuer is a template that any organisation in the world fits.
    /// </summary>
    private static IssuerValidator IssuerValidator(JwtBearerOptions bearer, EntraSettings entra)
    {
        Lazy<ConfigurationManager<OpenIdConnectConfiguration>> metadata = new(() => new(
            $"{entra.Authority}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(bearer.Backchannel) { RequireHttps = bearer.RequireHttpsMetadata }));

        // Always the v2 metadata, also for a v1 token: its issuer then differs, and it is refused.
        AadIssuerValidator published = AadIssuerValidator.GetAadIssuerValidator(entra.Authority, null, _ => metadata.Value);
        return (issuer, token, parameters) =>
        {
            string accepted = published.Validate(issuer, token, parameters);
            return token is JsonWebToken jwt
                && jwt.TryGetPayloadValue(TokenClaims.Tenant, out string? tenant)
                && Guid.TryParse(tenant, out Guid id)
                && entra.Tenants.Contains(id.ToString("D"))
                    ? accepted
                    : throw new SecurityTokenInvalidIssuerException("The organisation (claim 'tid') is not among those accepted here.")
                    {
                        InvalidIssuer = issuer,
                    };
        };
    }

    private static Task RefuseWhoIsNoCaller(TokenValidatedContext context)
    {
        if (context.Principal is not { } token || token.FindFirst(TokenClaims.Version)?.Value != "2.0")
        {
            context.Fail("The token is not a v2 token (claim 'ver'): set requestedAccessTokenVersion to 2 in the registration.");
        }
        else if (!Caller.TryFrom(token, out _, out CallerRefusal? refusal))
        {
            context.Fail(refusal.Detail);
        }

        return Task.CompletedTask;
    }
}
