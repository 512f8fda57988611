using System.Text.Json;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>What the host tells about itself: its API, its health, its settings.</summary>
public sealed class HostTests(LocalProduct fixture)
{
    private const string Path = "/openapi/v1.json";

    private readonly Product product = fixture.Product;

    [Fact]
    public async Task The_OpenAPI_document_is_3_1_and_names_every_operation()
    {
        JsonElement document = (await product.AsNobody().Get(Path)).Ok().Json;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        JsonElement[] operations = [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value)];
        Assert.Equal(
            ApiRoute.All(product).Where(call => !call.IsForFlows).Select(call => call.Name).Where(name => name.Length > 0).Order(StringComparer.Ordinal),
            operations.Select(operation => operation.GetProperty("operationId").GetString()).Order(StringComparer.Ordinal));
        Assert.All(operations, operation => Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString())));
    }

    /// <summary>The pane's client is generated from the committed document.</summary>
    [Fact]
    public async Task The_committed_OpenAPI_document_is_what_the_server_says()
    {
        byte[] served = (await product.AsNobody().Get(Path)).Ok().Body;
        byte[] committed = await RepositoryFiles.Committed(RepositoryFiles.At("addin", "openapi.json"), served, TestContext.Current.CancellationToken);
        Assert.True(
            committed.AsSpan().SequenceEqual(served),
            "addin/openapi.json is not what the server says. To refresh it: UPDATE_OPENAPI=1 dotnet test --project tests/HandoffOffice.Api.Tests, then generate the pane's client again.");
    }

    [Fact]
    public async Task There_is_a_page_to_try_the_API()
    {
        Answer page = (await product.AsNobody().Get("/swagger/index.html")).Ok();
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("HandoffOffice API", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C83")]
    public async Task A_live_and_ready_host_says_so()
    {
        Assert.Equal("Healthy", (await product.AsNobody().Get("/health/live")).Ok().Text);
        Assert.Equal("Healthy", (await product.AsNobody().Get("/health/ready")).Ok().Text);
    }

    [Fact]
    [Trait("Capability", "C83")]
    public async Task A_host_whose_database_is_gone_is_live_and_not_ready()
    {
        await using Product lost = Product.Start();
        await lost.Database.Lose();
        Assert.Equal(503, (int)(await lost.AsNobody().Get("/health/ready")).Status);
        (await lost.AsNobody().Get("/health/live")).Ok();
        (await (await lost.As(LocalPeople.AmaraOsei)).Get("workflows")).Refused(500, "fault");
    }

    [Theory]
    [Trait("Capability", "C79")]
    [InlineData("""{"scope":"Everything","reason":"An incident.\u0000"}""")]
    public async Task A_text_that_no_database_can_hold_is_refused_and_nothing_is_stored(string stop)
    {
        (await (await product.As(LocalPeople.TeodorIvanov)).Post("stops", stop)).Refused(422, "text-not-storable");
        Assert.Empty(product.Query("SELECT Id FROM Stops"));
    }

    [Fact]
    public async Task What_a_client_has_to_know_is_there_before_anybody_signs_in()
    {
        JsonElement configuration = (await product.AsNobody().Get("configuration")).Ok().Json;
        Assert.Equal("Local", configuration.GetProperty("identity").GetProperty("kind").GetString());
        Assert.Equal("Rules", configuration.GetProperty("drafter").GetProperty("kind").GetString());
        Assert.False(string.IsNullOrWhiteSpace(configuration.GetProperty("drafter").GetProperty("notice").GetString()));
    }
}
