using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

public sealed class WorkflowCatalogTests : IAsyncLifetime
{
    private Database database = null!;

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_workflow_reads_back_with_the_same_digest()
    {
        await Add(Given.Workflow());
        Assert.Equal(WorkflowFile.Digest(Given.Workflow()), WorkflowFile.Digest((await Find("client-note", 1))!));
    }

    [Fact]
    public async Task A_version_never_changes()
    {
        Assert.True(await Add(Given.Workflow()));
        Assert.False(await Add(Given.Workflow(Stakes.Low)));
        Assert.Equal(Stakes.Medium, (await Find("client-note", 1))!.Stakes);
    }

    [Fact]
    public async Task Without_a_version_the_newest_is_found_and_an_older_one_stays()
    {
        foreach (int version in new[] { 2, 10, 9 })
        {
            await Add(Given.Workflow(version: version));
        }

        await Add(Given.Workflow(key: "other-note") with { Name = "A note" });

        Assert.Equal(10, (await Find("client-note", null))!.Version);
        Assert.Equal(2, (await Find("client-note", 2))!.Version);
        Assert.Null(await Find("client-note", 3));
        Assert.Null(await Find("nothing", null));
        Assert.Equal([("other-note", 1), ("client-note", 10)], (await Catalog(catalog => catalog.Newest(TestContext.Current.CancellationToken))).Select(w => (w.Key, w.Version)));
    }

    private Task<bool> Add(Workflow workflow) => Catalog(catalog => catalog.Add(Given.Tenant, workflow, TestContext.Current.CancellationToken));

    private Task<Workflow?> Find(string key, int? version) => Catalog(catalog => catalog.Find(key, version, TestContext.Current.CancellationToken));

    private Task<T> Catalog<T>(Func<WorkflowCatalog, Task<T>> work) => database.In(Given.Tenant, scope => work(scope.GetRequiredService<WorkflowCatalog>()));
}
