using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HandoffOffice.Api.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace HandoffOffice.Api.Tests.Identity;

[Trait("Capability", "C77")]
public sealed class EntraIdentityTests : IAsyncLifetime
{
    private LoopbackAuthority? startedAuthority;
    private ProbeHost? startedApi;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LoopbackAuthority Authority => startedAuthority ?? throw new InvalidOperationException("Not started.");

    private ProbeHost Api => startedApi ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        startedAuthority = await LoopbackAuthority.StartAsync(Cancellation);
        startedApi = await ProbeHost.OnLoopbackAsync(Cancellation, Authority.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Authority.DisposeAsync();
    }

    [Fact]
    public async Task A_person_is_who_the_token_says()
    {
        using HttpResponseMessage response = await Get("me", Authority.Person("Reviewer", "Author", "Gardener"));

        JsonElement me = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("aaaaaaaa-0000-4000-8000-00000000000a", me.GetProperty("id").GetString());
        Assert.Equal("Nadia Haddad", me.GetProperty("name").GetString());
        Assert.Equal("nadia.haddad@contoso.example", me.GetProperty("email").GetString());
        Assert.Equal(LoopbackAuthority.TenantId, me.GetProperty("tenantId").GetString());
        Assert.Equal(["Author", "Reviewer"], me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public async Task Identity_comes_from_no_header_of_ours()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/me");
        request.Headers.Authorization = new("Bearer", Authority.Person().Build());
        foreach (string header in new[] { "X-MS-CLIENT-PRINCIPAL-ID", "X-MS-CLIENT-PRINCIPAL-NAME", "X-Forwarded-User", "oid" })
        {
            request.Headers.Add(header, "dddddddd-0000-4000-8000-00000000000d");
        }

        using HttpResponseMessage response = await Api.Client.SendAsync(request, Cancellation);

        JsonElement me = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("aaaaaaaa-0000-4000-8000-00000000000a", me.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Without_a_token_only_what_is_marked_anonymous_is_reached()
    {
        using HttpResponseMessage open = await Api.GetAsync("/api/v1/open", null, Cancellation);
        using HttpResponseMessage unmarked = await Api.GetAsync("/api/v1/unmarked", null, Cancellation);
        using HttpResponseMessage nowhere = await Api.GetAsync("/api/v1/no-such-route", null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Contains("Authorization: Bearer", await ProblemAssert.UnauthenticatedAsync(unmarked), StringComparison.Ordinal);
        await ProblemAssert.UnauthenticatedAsync(nowhere);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/11111111-aaaa-4bbb-8ccc-000000000001/v2.0")]
    [InlineData("https://sts.windows.net/11111111-aaaa-4bbb-8ccc-000000000001/")]
    [InlineData("https://evil.example/11111111-aaaa-4bbb-8ccc-000000000001/v2.0")]
    public async Task A_token_of_another_issuer_is_refused(string issuer) =>
        Assert.Contains("issuer", await Unauthenticated(Authority.Person().From(issuer)), StringComparison.Ordinal);

    [Theory]
    [InlineData("api://0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f")]
    [InlineData("00000003-0000-0000-c000-000000000000")]
    public async Task A_token_for_another_audience_is_refused(string audience) =>
        Assert.Contains("another service", await Unauthenticated(Authority.Person().For(audience)), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_signed_by_a_stranger_under_the_published_key_id_is_refused()
    {
        using RSA stranger = RSA.Create(2048);
        RsaSecurityKey key = new(stranger) { KeyId = Authority.SigningKey.KeyId };

        await Unauthenticated(Authority.Person().SignedBy(new SigningCredentials(key, SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_after_signing_is_refused()
    {
        string[] parts = Authority.Person("Author").Build().Split('.');
        string claims = Base64UrlEncoder.Decode(parts[1]).Replace("Author", "Reviewer", StringComparison.Ordinal);

        await Unauthenticated($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused() =>
        await Unauthenticated(Authority.Person().SignedBy(null));

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        using RSA published = RSA.Create(Authority.SigningKey.Rsa.ExportParameters(false));
        SymmetricSecurityKey key = new(Encoding.ASCII.GetBytes(published.ExportSubjectPublicKeyInfoPem())) { KeyId = Authority.SigningKey.KeyId };

        await Unauthenticated(Authority.Person().SignedBy(new SigningCredentials(key, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task A_token_signed_by_another_algorithm_than_Entras_is_refused() =>
        await Unauthenticated(Authority.Person().SignedBy(new SigningCredentials(Authority.SigningKey, SecurityAlgorithms.RsaSha512)));

    [Fact]
    public async Task An_expired_token_is_refused() =>
        Assert.Contains("expired at", await Unauthenticated(Authority.Person().StartingIn(TimeSpan.FromHours(-2))), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_that_is_not_valid_yet_is_refused() =>
        Assert.Contains("not valid before", await Unauthenticated(Authority.Person().StartingIn(TimeSpan.FromHours(1))), StringComparison.Ordinal);

    [Theory]
    [InlineData("tid")]
    [InlineData("oid")]
    public async Task A_token_without_tenant_or_object_id_is_nobodys(string claim) =>
        await Unauthenticated(Authority.Person("Reviewer").Without(claim));

    [Theory]
    [InlineData("tid")]
    [InlineData("oid")]
    public async Task A_token_whose_tenant_or_object_id_is_no_GUID_is_nobodys(string claim) =>
        await Unauthenticated(Authority.Person("Reviewer").With(claim, "somebody"));

    [Fact]
    public async Task A_v1_token_is_refused() =>
        Assert.Contains("'ver'", await Unauthenticated(Authority.Person().With("ver", "1.0")), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_of_another_tenant_is_refused() =>
        await Unauthenticated(Authority.Person("Reviewer").OfTenant(LoopbackAuthority.StrangeTenantId));

    [Fact]
    public async Task Of_several_tenants_those_in_the_list_are_accepted_and_no_other()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation, Authority.SettingsForTwoTenants);

        Assert.Equal(HttpStatusCode.OK, await StatusFor(api, LoopbackAuthority.TenantId));
        Assert.Equal(HttpStatusCode.OK, await StatusFor(api, LoopbackAuthority.SecondTenantId));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusFor(api, LoopbackAuthority.StrangeTenantId));
    }

    [Fact]
    public async Task A_token_whose_tenant_is_not_its_issuers_is_refused()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation, Authority.SettingsForTwoTenants);
        string token = Authority.Person().OfTenant(LoopbackAuthority.SecondTenantId).With("tid", LoopbackAuthority.TenantId).Build();

        using HttpResponseMessage response = await api.GetAsync("/api/v1/me", token, Cancellation);

        await ProblemAssert.UnauthenticatedAsync(response);
    }

    [Theory]
    [InlineData("User.Read")]
    [InlineData("access_as_user_too")]
    public async Task A_person_without_the_scope_is_forbidden_and_told_which(string scope)
    {
        using HttpResponseMessage response = await Get("probe/Person", Authority.Person("Author").With("scp", scope));

        Assert.Contains("access_as_user", await ProblemAssert.ForbiddenAsync(response), StringComparison.Ordinal);
        Assert.Contains("scope=\"access_as_user\"", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_token_with_roles_and_no_scope_is_not_taken_for_an_applications()
    {
        using HttpResponseMessage response = await Get("probe/PersonOrApplication", Authority.Person("Application").Without("scp"));

        await ProblemAssert.ForbiddenAsync(response);
    }

    [Theory]
    [InlineData(Policies.Author)]
    [InlineData(Policies.Reviewer)]
    [InlineData(Policies.Designer)]
    [InlineData(Policies.Administrator)]
    public async Task Each_role_opens_its_own_routes_and_no_others(string role)
    {
        string[] others = [.. Enum.GetNames<Role>().Where(other => other != role)];

        using HttpResponseMessage allowed = await Get($"probe/{role}", Authority.Person(role));
        using HttpResponseMessage refused = await Get($"probe/{role}", Authority.Person(others));

        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Contains($"role '{role}'", await ProblemAssert.ForbiddenAsync(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reviewer")]
    [InlineData("1")]
    [InlineData("Reviewer,Author")]
    public async Task A_role_is_spelled_exactly(string role)
    {
        using HttpResponseMessage response = await Get("probe/Reviewer", Authority.Person(role));

        await ProblemAssert.ForbiddenAsync(response);
    }

    [Theory]
    [InlineData("probe/Person")]
    [InlineData("probe/Reviewer")]
    [InlineData("unmarked")]
    public async Task An_application_never_passes_for_a_person(string route)
    {
        using HttpResponseMessage response = await Get(route, Authority.Application("Application", "Reviewer"));
        using HttpResponseMessage withScope = await Get(route, Authority.Application("Application", "Reviewer").With("scp", "access_as_user"));

        Assert.Contains("Only a person", await ProblemAssert.ForbiddenAsync(response), StringComparison.Ordinal);
        await ProblemAssert.ForbiddenAsync(withScope);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_application_with_its_app_role_reaches_what_is_open_to_applications(bool saysItsKind)
    {
        TokenBuilder token = Authority.Application("Application", "Reviewer");
        using HttpResponseMessage response = await Get("me", saysItsKind ? token : token.Without("idtyp"));

        JsonElement me = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("bbbbbbbb-0000-4000-8000-00000000000b", me.GetProperty("id").GetString());
        Assert.Empty(me.GetProperty("roles").EnumerateArray());
    }

    [Fact]
    public async Task An_application_without_its_app_role_is_forbidden_and_told_which()
    {
        using HttpResponseMessage response = await Get("probe/PersonOrApplication", Authority.Application("Reviewer"));

        Assert.Contains("app role 'Application'", await ProblemAssert.ForbiddenAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotated_key_is_picked_up()
    {
        using HttpResponseMessage before = await Get("me", Authority.Person());
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Authority.RotateKey();

        HttpStatusCode after = HttpStatusCode.Unauthorized;
        for (int attempt = 0; after != HttpStatusCode.OK && attempt < 50; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(attempt == 0 ? 0 : 100), Cancellation);
            using HttpResponseMessage response = await Get("me", Authority.Person());
            after = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, after);
    }

    [Fact]
    public void The_pane_is_told_where_to_sign_in() => Assert.Equal(
        new IdentityDescription(
            IdentityKind.Entra,
            LoopbackAuthority.ClientId,
            $"{Authority.Instance}/{LoopbackAuthority.TenantId}",
            $"api://{LoopbackAuthority.ClientId}/access_as_user"),
        Api.App.Services.GetRequiredService<IdentityDescription>());

    [Fact]
    public async Task The_local_identity_is_absent()
    {
        using HttpResponseMessage response = await Get("local/people", Authority.Person());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<HttpResponseMessage> Get(string route, TokenBuilder token) => Api.GetAsync($"/api/v1/{route}", token.Build(), Cancellation);

    private Task<string> Unauthenticated(TokenBuilder token) => Unauthenticated(token.Build());

    // The right token first: a refusal then owes nothing to an authority that could not be reached.
    private async Task<string> Unauthenticated(string token)
    {
        using HttpResponseMessage right = await Get("me", Authority.Person());
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);

        using HttpResponseMessage response = await Api.GetAsync("/api/v1/me", token, Cancellation);
        return await ProblemAssert.UnauthenticatedAsync(response);
    }

    private async Task<HttpStatusCode> StatusFor(ProbeHost api, string tenantId)
    {
        using HttpResponseMessage response = await api.GetAsync("/api/v1/me", Authority.Person().OfTenant(tenantId).Build(), Cancellation);
        return response.StatusCode;
    }
}
