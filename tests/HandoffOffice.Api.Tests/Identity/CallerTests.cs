using System.Security.Claims;
using HandoffOffice.Api.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Xunit;

namespace HandoffOffice.Api.Tests.Identity;

[Trait("Capability", "C77")]
public sealed class CallerTests
{
    private const string Tenant = "tid=11111111-aaaa-4bbb-8ccc-000000000001";
    private const string Person = "oid=aaaaaaaa-0000-4000-8000-00000000000a";

    [Theory]
    [InlineData("no-tenant", Person)]
    [InlineData("no-tenant", Person, "tid=contoso.example")]
    [InlineData("no-tenant", Person, "tid=00000000-0000-0000-0000-000000000000")]
    [InlineData("no-tenant", Person, Tenant, "tid=22222222-aaaa-4bbb-8ccc-000000000002")]
    [InlineData("no-object-id", Tenant)]
    [InlineData("no-object-id", Tenant, "sub=aaaaaaaa-0000-4000-8000-00000000000a")]
    [InlineData("no-object-id", Tenant, "http://schemas.microsoft.com/identity/claims/objectidentifier=aaaaaaaa-0000-4000-8000-00000000000a")]
    public void Claims_without_one_tenant_and_one_object_id_are_nobodys(string code, params string[] claims)
    {
        Assert.False(Caller.TryFrom(Token(claims), out _, out CallerRefusal? refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Claims_that_no_token_vouches_for_are_nobodys()
    {
        Assert.False(Caller.TryFrom(new ClaimsPrincipal(new ClaimsIdentity(Claims(Tenant, Person))), out _, out CallerRefusal? refusal));
        Assert.Equal(CallerRefusal.Anonymous, refusal);
    }

    [Fact]
    public void Ids_are_written_one_way_whatever_way_the_token_writes_them()
    {
        Caller caller = Caller.From(Token("tid={11111111-AAAA-4BBB-8CCC-000000000001}", "oid=AAAAAAAA-0000-4000-8000-00000000000A"));

        Assert.Equal("11111111-aaaa-4bbb-8ccc-000000000001", caller.TenantId);
        Assert.Equal("aaaaaaaa-0000-4000-8000-00000000000a", caller.PersonId);
    }

    [Fact]
    public void A_person_without_a_name_is_shown_by_the_sign_in_name_or_the_id()
    {
        Assert.Equal("nadia@contoso.example", Caller.From(Token(Tenant, Person, "preferred_username=nadia@contoso.example")).Name);
        Assert.Equal("aaaaaaaa-0000-4000-8000-00000000000a", Caller.From(Token(Tenant, Person)).Name);
    }

    [Fact]
    public void An_application_has_no_role_of_a_person()
    {
        Caller caller = Caller.From(Token(Tenant, Person, "idtyp=app", "roles=Reviewer", "roles=Application"));

        Assert.True(caller.IsApplication);
        Assert.Empty(caller.Roles);
        Assert.False(caller.Is(Role.Reviewer));
    }

    [Fact]
    public async Task A_route_that_asks_for_a_caller_where_nobody_need_be_is_a_bug() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Caller.BindAsync(new DefaultHttpContext()));

    [Fact]
    public async Task The_caller_is_no_input_in_the_OpenAPI_document()
    {
        await using ProbeHost api = await ProbeHost.OnLoopbackAsync(TestContext.Current.CancellationToken);
        await using AsyncServiceScope scope = api.App.Services.CreateAsyncScope();

        OpenApiDocument document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");

        OpenApiOperation[] reads = [.. document.Paths.Values.SelectMany(path => path.Operations ?? [])
            .Where(operation => operation.Key == HttpMethod.Get).Select(operation => operation.Value)];
        Assert.Contains(reads, operation => operation.OperationId == "GetMe");
        Assert.All(reads, operation => Assert.Empty(operation.Parameters ?? []));
        Assert.All(reads, operation => Assert.Null(operation.RequestBody));
        Assert.DoesNotContain("Caller", document.Components?.Schemas?.Keys ?? []);
    }

    private static ClaimsPrincipal Token(params string[] claims) => new(new ClaimsIdentity(Claims(claims), "Bearer"));

    private static IEnumerable<Claim> Claims(params string[] claims) =>
        claims.Select(claim => claim.Split('=', 2)).Select(pair => new Claim(pair[0], pair[1]));
}
