using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HandoffOffice.Api.Identity;

/// <summary>
/// Signs tokens for <see cref="LocalPeople"/> with a key that lives as long as the process, so that the product runs on one machine
/// with no account. The tokens have the claims of Entra ID's, and everything behind them is the same code.
/// </summary>
public sealed class LocalIdentity : IDisposable
{
    private const string Issuer = "https://local.handoffoffice.example/";
    private const string Audience = "handoffoffice";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsaSecurityKey securityKey;
    private readonly TimeProvider time;

    /// <summary>Makes the key.</summary>
    public LocalIdentity(TimeProvider time)
    {
        this.time = time;
        securityKey = new ECDsaSecurityKey(key) { KeyId = Guid.NewGuid().ToString("N") };
    }

    /// <summary>Forgets the key: no token of this process is accepted any more.</summary>
    public void Dispose() => key.Dispose();

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(new IdentityDescription(IdentityKind.Local));
        services.AddSingleton<LocalIdentity>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<LocalIdentity>((bearer, identity) => identity.Configure(bearer));
    }

    /// <summary>A token for this person, valid from now for 12 hours.</summary>
    public LocalToken Issue(LocalPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + Lifetime).ToUnixTimeSeconds());
        string token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [TokenClaims.Version] = "2.0",
                [TokenClaims.Tenant] = LocalPeople.TenantId,
                [TokenClaims.ObjectId] = person.Id,
                [TokenClaims.Subject] = $"local:{person.Id}",
                [TokenClaims.Name] = person.Name,
                [TokenClaims.Email] = person.Email,
                [TokenClaims.Scope] = Policies.Scope,
                [TokenClaims.AuthenticationTime] = now.ToUnixTimeSeconds(),
                [TokenClaims.Roles] = person.Roles.Select(role => role.ToString()).ToArray(),
            },
            SigningCredentials = new SigningCredentials(securityKey, SecurityAlgorithms.EcdsaSha256),
        });
        return new LocalToken(token, expiresAt);
    }

    private void Configure(JwtBearerOptions bearer)
    {
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidateIssuerSigningKey = true,
            IssuerSigningKey = securityKey,
            LifetimeValidator = IsAlive,
            NameClaimType = TokenClaims.Name,
            RoleClaimType = TokenClaims.Roles,
        };
        bearer.Events = new JwtBearerEvents { OnMessageReceived = RefuseWhatIsNotLocal, OnTokenValidated = RefuseWhoIsNoCaller };
    }

    // The same clock issues and checks, so there is no skew to forgive.
    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return notBefore <= now && now < expires;
    }

    private static Task RefuseWhatIsNotLocal(MessageReceivedContext context)
    {
        if (LocalRequests.RefusalOf(context.HttpContext) is { } refusal)
        {
            context.Fail(refusal);
        }

        return Task.CompletedTask;
    }

    private static Task RefuseWhoIsNoCaller(TokenValidatedContext context)
    {
        if (context.Principal is not { } token || !Caller.TryFrom(token, out _, out _))
        {
            context.Fail(CallerRefusal.NoObjectId.Detail);
        }

        return Task.CompletedTask;
    }
}
