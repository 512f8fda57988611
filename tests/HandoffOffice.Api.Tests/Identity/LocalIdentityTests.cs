using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HandoffOffice.Api.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests.Identity;

[Trait("Capability", "C77")]
public sealed class LocalIdentityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_on_this_machine_can_be_any_of_the_people_in_turn()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);
        foreach (LocalPerson person in LocalPeople.All)
        {
            string token = await api.LocalTokenAsync(person, Cancellation);
            using HttpResponseMessage response = await api.GetAsync("/api/v1/me", token, Cancellation);

            JsonElement me = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.Equal(person.Id, me.GetProperty("id").GetString());
            Assert.Equal(person.Name, me.GetProperty("name").GetString());
            Assert.Equal(person.Email, me.GetProperty("email").GetString());
            Assert.Equal(LocalPeople.TenantId, me.GetProperty("tenantId").GetString());
            Assert.Equal(person.Roles.Select(role => role.ToString()), me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        }
    }

    [Fact]
    public async Task The_people_are_listed_with_their_roles_by_name()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);

        JsonElement people = await api.Client.GetFromJsonAsync<JsonElement>("/api/v1/local/people", Cancellation);

        JsonElement amara = people.EnumerateArray().First();
        Assert.Equal(["id", "name", "title", "email", "roles"], amara.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Amara Osei", amara.GetProperty("name").GetString());
        Assert.Equal(["Author", "Reviewer"], amara.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public void Ids_are_unique_and_every_role_has_somebody_and_two_people_can_review()
    {
        Assert.Equal(LocalPeople.All.Count, LocalPeople.All.Select(person => person.Id).Distinct().Count());
        Assert.All(LocalPeople.All, person => Assert.Equal(Guid.Parse(person.Id).ToString("D"), person.Id));
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(LocalPeople.All, person => person.Roles.Contains(role)));
        Assert.True(LocalPeople.All.Count(person => person.Roles.Contains(Role.Reviewer)) >= 2);
    }

    [Fact]
    public async Task The_same_policies_hold_as_for_Entra()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);
        string token = await api.LocalTokenAsync(LocalPeople.MeiTanaka, Cancellation);

        using HttpResponseMessage designer = await api.GetAsync("/api/v1/probe/Designer", token, Cancellation);
        using HttpResponseMessage reviewer = await api.GetAsync("/api/v1/probe/Reviewer", token, Cancellation);

        Assert.Equal(HttpStatusCode.OK, designer.StatusCode);
        Assert.Contains("You have: Designer.", await ProblemAssert.ForbiddenAsync(reviewer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"personId":"00000000-0000-0000-0000-000000000000"}""")]
    public async Task A_person_who_does_not_exist_gets_no_token(string body)
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);
        using StringContent content = new(body, new MediaTypeHeaderValue("application/json"));

        using HttpResponseMessage response = await api.Client.PostAsync("/api/v1/local/token", content, Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("unknown-person", problem.GetProperty("code").GetString());
        Assert.Equal("/personId", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_token_ends_after_twelve_hours()
    {
        SettableTime time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(
            Cancellation, services: services => services.AddSingleton<TimeProvider>(time));
        string token = await api.LocalTokenAsync(LocalPeople.AmaraOsei, Cancellation);

        time.Now += TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1);
        using HttpResponseMessage before = await api.GetAsync("/api/v1/me", token, Cancellation);
        time.Now += TimeSpan.FromSeconds(1);
        using HttpResponseMessage after = await api.GetAsync("/api/v1/me", token, Cancellation);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Contains("expired", await ProblemAssert.UnauthenticatedAsync(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_another_process_is_refused()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);
        await using ProbeHost other = await ProbeHost.OnLoopbackAsync(Cancellation);
        string token = await other.LocalTokenAsync(LocalPeople.TeodorIvanov, Cancellation);

        using HttpResponseMessage response = await api.GetAsync("/api/v1/me", token, Cancellation);

        await ProblemAssert.UnauthenticatedAsync(response);
    }

    [Fact]
    public async Task A_key_in_the_configuration_opens_nothing()
    {
        byte[] secret = new byte[32];
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation, new Dictionary<string, string?>
        {
            ["Authentication:Schemes:Bearer:ValidIssuer"] = "dotnet-user-jwts",
            ["Authentication:Schemes:Bearer:ValidAudience"] = "handoffoffice",
            ["Authentication:Schemes:Bearer:SigningKeys:0:Issuer"] = "dotnet-user-jwts",
            ["Authentication:Schemes:Bearer:SigningKeys:0:Value"] = Convert.ToBase64String(secret),
        });
        string token = Tokens.SignedWith(secret, "dotnet-user-jwts", "handoffoffice");

        using HttpResponseMessage response = await api.GetAsync("/api/v1/me", token, Cancellation);

        await ProblemAssert.UnauthenticatedAsync(response);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.1.20", false)]
    [InlineData("::ffff:192.168.1.20", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData(null, false)]
    public async Task Only_callers_on_this_machine_get_and_use_a_token(string? address, bool served)
    {
        await using ProbeHost api = await ProbeHost.CalledFromAsync(address is null ? null : IPAddress.Parse(address), Cancellation);

        await AssertServed(api, served, "this machine", _ => { });
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:5080", true)]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("attacker.example", false)]
    [InlineData("localhost.attacker.example", false)]
    [InlineData("127.0.0.1.nip.io", false)]
    [InlineData("192.168.1.20:5080", false)]
    public async Task Only_this_machines_own_names_are_served(string host, bool served)
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);

        await AssertServed(api, served, "'Host'", request => request.Headers.Host = host);
    }

    [Theory]
    [InlineData("Origin", "http://localhost:3000", true)]
    [InlineData("Origin", "https://127.0.0.1:5080", true)]
    [InlineData("Origin", "https://[::1]:5080", true)]
    [InlineData("Origin", "https://attacker.example", false)]
    [InlineData("Origin", "https://localhost.attacker.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "file://localhost", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    public async Task No_page_of_another_site_is_served(string header, string value, bool served)
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);

        await AssertServed(api, served, "another site", request => request.Headers.TryAddWithoutValidation(header, value));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    public async Task Nobody_behind_a_proxy_is_served(string header)
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);

        await AssertServed(api, false, "proxy", request => request.Headers.TryAddWithoutValidation(header, "127.0.0.1"));
    }

    [Fact]
    public async Task The_pane_is_told_that_the_identity_is_local()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(Cancellation);

        Assert.Equal(new IdentityDescription(IdentityKind.Local), api.App.Services.GetRequiredService<IdentityDescription>());
    }

    /// <summary>The list, a new token, and a good token in use are served alike, or refused alike with this reason.</summary>
    private static async Task AssertServed(ProbeHost api, bool served, string reason, Action<HttpRequestMessage> change)
    {
        using HttpRequestMessage list = new(HttpMethod.Get, "/api/v1/local/people");
        using HttpRequestMessage issue = new(HttpMethod.Post, "/api/v1/local/token")
        {
            Content = JsonContent.Create(new { personId = LocalPeople.RitaOkafor.Id }),
        };
        using HttpRequestMessage use = new(HttpMethod.Get, "/api/v1/me");
        use.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.OfThisProcess(api, LocalPeople.RitaOkafor));
        foreach (HttpRequestMessage request in new[] { list, issue, use })
        {
            change(request);
            using HttpResponseMessage response = await api.Client.SendAsync(request, Cancellation);
            if (served)
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }
            else
            {
                string detail = request == use
                    ? await ProblemAssert.UnauthenticatedAsync(response)
                    : await ProblemAssert.ForbiddenAsync(response, challenged: false);
                Assert.Contains(reason, detail, StringComparison.Ordinal);
            }
        }
    }

    private sealed class SettableTime(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
