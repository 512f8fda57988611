using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>Tenants never see each other (rule 10 of the design): every table is asked, so that one that is added later is asked too.</summary>
public sealed class TenantTests : IAsyncLifetime
{
    private const string Other = "tenant-2";

    private readonly Dictionary<string, Guid> handoffs = [];
    private Database database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await Database.Create();
        handoffs[Given.Tenant] = await FilledTenant.Fill(database, Given.Tenant);
        handoffs[Other] = await FilledTenant.Fill(database, Other);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_table_with_a_tenant_has_a_filter_and_shows_its_tenants_rows_only() => await database.Db(async db =>
    {
        IEntityType[] tables = [.. db.Model.GetEntityTypes().Where(HasTenant)];
        Assert.NotEmpty(tables);
        foreach (IEntityType table in tables)
        {
            Assert.NotEmpty(table.GetDeclaredQueryFilters());
            Assert.Equal([Given.Tenant], await TenantsOf(table, Given.Tenant));
            Assert.Equal([Other], await TenantsOf(table, Other));
            Assert.Empty(await TenantsOf(table, null));
        }

        return true;
    });

    [Fact]
    public async Task Only_keys_are_shared() => await database.Db(db =>
    {
        Assert.Equal(
            [typeof(DataProtectionKey), typeof(SealKeyRow)],
            db.Model.GetEntityTypes().Where(table => !HasTenant(table)).Select(table => table.ClrType).OrderBy(type => type.Name));
        return Task.FromResult(true);
    });

    [Fact]
    public async Task The_handoff_of_another_tenant_is_not_there_whatever_is_asked()
    {
        Guid others = handoffs[Other];
        await database.Store(async store =>
        {
            Assert.Null(await store.Find(others, TestContext.Current.CancellationToken));
            Assert.Null(await store.WorkingFile(others, HandoffFileKind.Base, TestContext.Current.CancellationToken));
            Assert.Empty(await store.History(others, TestContext.Current.CancellationToken));
            Assert.DoesNotContain(await store.List(Given.First.Person.Id, Part.Reviewer, [], 50, TestContext.Current.CancellationToken), handoff => handoff.Id == others);
            Assert.Equal((null, null), await store.Change(others, _ => throw new InvalidOperationException("It was shown."), TestContext.Current.CancellationToken));
            return true;
        });
    }

    [Fact]
    public async Task The_workflow_of_another_tenant_is_not_there() => await database.In("tenant-3", async scope =>
    {
        WorkflowCatalog catalog = scope.GetRequiredService<WorkflowCatalog>();
        Assert.Null(await catalog.Find("client-note", 1, TestContext.Current.CancellationToken));
        Assert.Empty(await catalog.Newest(TestContext.Current.CancellationToken));
        return true;
    });

    private static bool HasTenant(IEntityType table) => table.FindProperty("TenantId") is not null;

    private Task<string[]> TenantsOf(IEntityType table, string? tenant) => database.Db(
        db => (Task<string[]>)typeof(TenantTests).GetMethod(nameof(Tenants), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(table.ClrType).Invoke(null, [db])!,
        tenant);

    private static Task<string[]> Tenants<T>(HandoffOfficeDb db)
        where T : class => db.Set<T>().Select(row => EF.Property<string>(row, "TenantId")).Distinct().ToArrayAsync();
}
