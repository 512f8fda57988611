using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HandoffOffice.Api.Tests.Identity;

/// <summary>
/// An authority that publishes what Entra ID does (v2 metadata, keys with their issuer) on a loopback port and signs
/// real RS256 tokens. <see cref="Settings"/> point an API at it.
/// </summary>
public sealed class LoopbackAuthority : IAsyncDisposable
{
    public const string ClientId = "0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f";
    public const string TenantId = "11111111-aaaa-4bbb-8ccc-000000000001";
    public const string SecondTenantId = "22222222-aaaa-4bbb-8ccc-000000000002";
    public const string StrangeTenantId = "33333333-aaaa-4bbb-8ccc-000000000003";

    private readonly WebApplication server;
    private RSA key = RSA.Create(2048);
    private string keyId = NewKeyId();

    private LoopbackAuthority(WebApplication server) => this.server = server;

    /// <summary>The address in the place of <c>https://login.microsoftonline.com</c>, without a slash at its end.</summary>
    public string Instance { get; private set; } = string.Empty;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(server.Urls.Single());

    /// <summary>What the registration proves itself with at the token endpoint.</summary>
    public const string ClientSecret = "the-secret-of-the-registration";

    /// <summary>What the token endpoint answers instead of a token, as Entra ID does; null for tokens.</summary>
    public (string Error, string Detail, string? SubError, string? Claims)? Refusal { get; set; }

    /// <summary>The settings of an API that trusts this authority for one tenant.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["AzureAd:Instance"] = Instance,
        ["AzureAd:TenantId"] = TenantId,
        ["AzureAd:ClientId"] = ClientId,
        ["AzureAd:RequireHttpsMetadata"] = "false",
    };

    /// <summary>The settings of an API that trusts it for two tenants.</summary>
    public Dictionary<string, string?> SettingsForTwoTenants => new(Settings)
    {
        ["AzureAd:AllowedTenants:0"] = TenantId,
        ["AzureAd:AllowedTenants:1"] = SecondTenantId,
    };

    /// <summary>What signs now.</summary>
    public RsaSecurityKey SigningKey => new(key) { KeyId = keyId };

    /// <summary>Starts one.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="knownAs">The address that its tokens name where that is another than the one it listens at.</param>
    public static async Task<LoopbackAuthority> StartAsync(CancellationToken cancellation, string? knownAs = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        LoopbackAuthority authority = new(builder.Build());
        authority.server.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", authority.Metadata);
        authority.server.MapGet("/{tenant}/discovery/v2.0/keys", authority.Keys);
        authority.server.MapPost("/{tenant}/oauth2/v2.0/token", authority.OnBehalf);
        await authority.server.StartAsync(cancellation);
        authority.Instance = knownAs ?? authority.server.Urls.Single();
        return authority;
    }

    /// <summary>From now on another key signs, and only that one is published.</summary>
    public void RotateKey()
    {
        key.Dispose();
        key = RSA.Create(2048);
        keyId = NewKeyId();
    }

    /// <summary>A token of a person with the scope of the pane and these roles.</summary>
    public TokenBuilder Person(params string[] roles)
    {
        TokenBuilder token = new TokenBuilder(this)
            .With("oid", "aaaaaaaa-0000-4000-8000-00000000000a")
            .With("sub", "pairwise-subject-of-the-person")
            .With("name", "Nadia Haddad")
            .With("preferred_username", "nadia.haddad@contoso.example")
            .With("scp", "access_as_user");
        return roles.Length == 0 ? token : token.With("roles", roles);
    }

    /// <summary>A token of an application with these app roles.</summary>
    public TokenBuilder Application(params string[] roles)
    {
        TokenBuilder token = new TokenBuilder(this)
            .With("oid", "bbbbbbbb-0000-4000-8000-00000000000b")
            .With("sub", "bbbbbbbb-0000-4000-8000-00000000000b")
            .With("azp", "cccccccc-0000-4000-8000-00000000000c")
            .With("idtyp", "app");
        return roles.Length == 0 ? token : token.With("roles", roles);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        key.Dispose();
    }

    private static string NewKeyId() => Guid.NewGuid().ToString("N");

    // As Entra ID does: the endpoint for any organisation publishes a template, the one of a tenant its own issuer.
    private JsonHttpResult<Dictionary<string, string>> Metadata(string tenant) => TypedResults.Json(new Dictionary<string, string>
    {
        ["issuer"] = tenant == "organizations" ? Instance + "/{tenantid}/v2.0" : $"{Instance}/{tenant}/v2.0",
        ["jwks_uri"] = $"{Instance}/{tenant}/discovery/v2.0/keys",
        ["authorization_endpoint"] = $"{Instance}/{tenant}/oauth2/v2.0/authorize",
        ["token_endpoint"] = $"{Instance}/{tenant}/oauth2/v2.0/token",
    });

    // learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow. The token that it gives names whose it is.
    private async Task<IResult> OnBehalf(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (Refusal is { } refusal)
        {
            return TypedResults.Json(
                new { error = refusal.Error, error_description = refusal.Detail, suberror = refusal.SubError, claims = refusal.Claims }, statusCode: StatusCodes.Status400BadRequest);
        }

        return form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer" && form["requested_token_use"] == "on_behalf_of"
            && form["client_id"] == ClientId && form["client_secret"] == ClientSecret && form["scope"].ToString().Contains("/Mail.ReadWrite", StringComparison.Ordinal)
                ? TypedResults.Json(new { token_type = "Bearer", scope = form["scope"].ToString(), expires_in = 3600, access_token = $"of-{new JsonWebToken(form["assertion"]).GetClaim("oid").Value}" })
                : TypedResults.Json(new { error = "invalid_request", error_description = "This is no on-behalf-of request." }, statusCode: StatusCodes.Status400BadRequest);
    }

    private JsonHttpResult<Dictionary<string, Dictionary<string, string>[]>> Keys(string tenant)
    {
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: false);
        Dictionary<string, string> published = new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = keyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["issuer"] = tenant == "organizations" ? Instance + "/{tenantid}/v2.0" : $"{Instance}/{tenant}/v2.0",
        };
        return TypedResults.Json(new Dictionary<string, Dictionary<string, string>[]> { ["keys"] = [published] });
    }
}

/// <summary>A token in the making: right in everything, until a test changes it.</summary>
public sealed class TokenBuilder(LoopbackAuthority authority)
{
    private readonly Dictionary<string, object> claims = new() { ["ver"] = "2.0", ["tid"] = LoopbackAuthority.TenantId };
    private string issuer = $"{authority.Instance}/{LoopbackAuthority.TenantId}/v2.0";
    private string audience = LoopbackAuthority.ClientId;
    private DateTimeOffset notBefore = TimeProvider.System.GetUtcNow().AddMinutes(-1);
    private SigningCredentials? signing = new(authority.SigningKey, SecurityAlgorithms.RsaSha256);

    /// <summary>Whose token it becomes.</summary>
    public string ObjectId => (string)claims["oid"];

    public TokenBuilder With(string claim, object value)
    {
        claims[claim] = value;
        return this;
    }

    public TokenBuilder Without(string claim)
    {
        claims.Remove(claim);
        return this;
    }

    /// <summary>A token of another tenant of the same authority.</summary>
    public TokenBuilder OfTenant(string tenantId) => With("tid", tenantId).From($"{authority.Instance}/{tenantId}/v2.0");

    public TokenBuilder From(string otherIssuer)
    {
        issuer = otherIssuer;
        return this;
    }

    public TokenBuilder For(string otherAudience)
    {
        audience = otherAudience;
        return this;
    }

    /// <summary>A token that becomes valid this long from now, for one hour.</summary>
    public TokenBuilder StartingIn(TimeSpan delay)
    {
        notBefore = TimeProvider.System.GetUtcNow() + delay;
        return this;
    }

    /// <summary>A token signed by another key or algorithm, or by none.</summary>
    public TokenBuilder SignedBy(SigningCredentials? credentials)
    {
        signing = credentials;
        return this;
    }

    public string Build() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        IssuedAt = notBefore.UtcDateTime,
        NotBefore = notBefore.UtcDateTime,
        Expires = (notBefore + TimeSpan.FromHours(1)).UtcDateTime,
        Claims = claims,
        SigningCredentials = signing,
    });
}
