using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Tests.Running;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Xunit;

namespace HandoffOffice.Api.Tests.Connector;

/// <summary>The definition of the Power Platform connector. Its rules are tried in tests/Connector.</summary>
[Trait("Capability", "C75")]
public sealed class ConnectorDocumentTests(LocalProduct fixture)
{
    private const string Served = "/openapi/connector.json";

    private readonly Product product = fixture.Product;

    [Fact]
    public async Task The_committed_definition_is_what_the_server_says()
    {
        byte[] served = (await product.AsNobody().Get(Served)).Ok().Body;
        byte[] committed = await RepositoryFiles.Committed(
            RepositoryFiles.At("connector", "apiDefinition.swagger.json"), served, TestContext.Current.CancellationToken);
        Assert.True(
            committed.AsSpan().SequenceEqual(served),
            "connector/apiDefinition.swagger.json is not what the server says. To refresh it: UPDATE_OPENAPI=1 dotnet test --project tests/HandoffOffice.Api.Tests.");
    }

    [Fact]
    public async Task It_is_the_same_each_time() =>
        Assert.Equal((await product.AsNobody().Get(Served)).Ok().Body, (await product.AsNobody().Get(Served)).Ok().Body);

    [Fact]
    public async Task It_has_the_operations_for_flows_and_no_other()
    {
        JsonElement definition = (await product.AsNobody().Get(Served)).Ok().Json;
        Assert.Equal(
            ApiRoute.All(product).Where(route => route.IsForFlows).Select(route => route.Name["Flow".Length..]).Order(StringComparer.Ordinal),
            definition.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Where(member => !member.Name.StartsWith("x-", StringComparison.Ordinal))
                .Select(operation => operation.Value.GetProperty("operationId").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_reader_of_Microsoft_reads_it_without_a_fault_and_without_a_warning()
    {
        using var stream = new MemoryStream((await product.AsNobody().Get(Served)).Ok().Body);
        ReadResult read = await OpenApiDocument.LoadAsync(stream, "json", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi2_0, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task The_reader_of_Microsoft_tells_a_broken_one()
    {
        JsonObject broken = JsonNode.Parse((await product.AsNobody().Get(Served)).Ok().Body)!.AsObject();
        broken["paths"]!.AsObject().First().Value!.AsObject().First().Value!.AsObject().Remove("responses");
        broken.Remove("info");
        using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(broken));
        ReadResult read = await OpenApiDocument.LoadAsync(stream, "json", cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(read.Diagnostic!.Errors);
    }

    [Fact]
    public async Task The_address_of_the_server_is_a_setting()
    {
        await using Product other = Product.Start(new Dictionary<string, string?> { ["Connector:Host"] = "handoffs.contoso.example" });
        Assert.Equal("handoffs.contoso.example", (await other.AsNobody().Get(Served)).Ok().Json.GetProperty("host").GetString());
    }
}
