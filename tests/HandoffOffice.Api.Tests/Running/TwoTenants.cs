using HandoffOffice.Api.Tests.Identity;
using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>One product that two organisations of an Entra stand-in sign in to.</summary>
public sealed class TwoTenants : IAsyncLifetime
{
    private LoopbackAuthority? authority;
    private Product? product;

    public LoopbackAuthority Authority => authority ?? throw new InvalidOperationException("Not started.");

    public Product Product => product ?? throw new InvalidOperationException("Not started.");

    /// <summary>The settings of a product that both tenants may sign in to.</summary>
    public Dictionary<string, string?> Settings => new(Authority.Settings)
    {
        ["AzureAd:AllowedTenants"] = $"{LoopbackAuthority.TenantId}, {LoopbackAuthority.SecondTenantId}",
    };

    public async ValueTask InitializeAsync()
    {
        authority = await LoopbackAuthority.StartAsync(TestContext.Current.CancellationToken);
        product = Product.Start(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Authority.DisposeAsync();
    }

    /// <summary>Somebody of a tenant with every role.</summary>
    public Task<Session> Person(string tenant, string name) => Product.As(Token(tenant, name));

    /// <summary>The token of somebody of a tenant with every role.</summary>
    public TokenBuilder Token(string tenant, string name) => Authority.Person("Author", "Reviewer", "Designer", "Administrator").OfTenant(tenant)
        .With("oid", $"{new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(tenant + name))[..16])}")
        .With("name", name).With("preferred_username", $"{name}@{tenant}.example");

    /// <summary>A flow of the first tenant, with every app role there could be.</summary>
    public Session Flow() => new(
        Product.CreateClient(), "bbbbbbbb-0000-4000-8000-00000000000b", Authority.Application("Application", "Author", "Reviewer", "Designer", "Administrator").Build());

    /// <summary>A handoff of a tenant, in review.</summary>
    public async Task<Run> InReview(string tenant, string workflow = Run.StatusReport) =>
        await (await Run.Started(Product, await Person(tenant, "ann"), await Person(tenant, "bob"), workflow)).Drafted();
}
