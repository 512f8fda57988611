using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>SQLite and PostgreSQL hold the same, refuse the same and are named the same way. No server is needed for what is asked of the models alone.</summary>
[Trait("Capability", "C79")]
public sealed class TwoDatabasesTests
{
    private const char Nul = '\0';
    private const char HalfACharacter = '\uD83D';

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_two_models_agree_on_tables_columns_keys_and_indexes()
    {
        using SqliteDb sqlite = Sqlite();
        using PostgreSqlDb postgreSql = PostgreSql();
        string[] described = [.. Described(sqlite)];
        Assert.Contains("Handoffs.State text(32) not null", described);
        Assert.Equal(described, Described(postgreSql));
    }

    [Fact]
    public void No_change_of_the_model_lacks_a_migration_in_either()
    {
        using SqliteDb sqlite = Sqlite();
        using PostgreSqlDb postgreSql = PostgreSql();
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgreSql.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task What_the_migrations_make_are_the_columns_of_the_model()
    {
        await using Database database = await Database.Create();
        IEnumerable<string> expected = await database.Db(db => Task.FromResult(
            Tables(db).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {(column.IsNullable ? "null" : "not null")}"))));
        List<string> made = await database.Db(db => db.Database.SqlQueryRaw<string>(TestServer.IsUsed
            ? """
              SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN ' null' ELSE ' not null' END AS "Value"
              FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
              """
            : """
              SELECT made.name || '.' || p.name || CASE p."notnull" WHEN 0 THEN ' null' ELSE ' not null' END AS "Value"
              FROM sqlite_master AS made JOIN pragma_table_info(made.name) AS p WHERE made.type = 'table' AND made.name NOT LIKE '\_\_EF%' ESCAPE '\' AND made.name NOT LIKE 'sqlite%'
              """).ToListAsync(Cancel));
        Assert.Equal(expected.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_migrations_make_are_the_indexes_of_the_model()
    {
        await using Database database = await Database.Create();
        IEnumerable<string> expected = await database.Db(db => Task.FromResult(Tables(db).SelectMany(table => table.Indexes).Select(index => index.Name)));
        List<string> made = await database.Db(db => db.Database.SqlQueryRaw<string>(TestServer.IsUsed
            ? """SELECT indexname AS "Value" FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'IX\_%'"""
            : """SELECT name AS "Value" FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX\_%' ESCAPE '\'""").ToListAsync(Cancel));
        Assert.Equal(expected.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Nul)]
    [InlineData(HalfACharacter)]
    public async Task A_text_that_PostgreSQL_cannot_store_is_stored_in_neither(int character)
    {
        string name = $"A{(char)character}B";
        await using Database database = await Database.Create();
        DbUpdateException refused = await Assert.ThrowsAsync<DbUpdateException>(() => database.Db(async db =>
        {
            db.People.Add(new PersonRow { TenantId = Given.Tenant, Id = "ann", Name = name, Roles = "" });
            return await db.SaveChangesAsync(Cancel);
        }));
        Assert.IsType<TextNotStorableException>(refused.InnerException);
        Assert.Equal(0, await database.Db(db => db.People.CountAsync(Cancel)));
    }

    [Fact]
    public async Task What_no_database_can_hold_is_asked_of_neither()
    {
        await using Database database = await Database.Create();
        await Assert.ThrowsAsync<TextNotStorableException>(() => database.In(Given.Tenant, scope => scope.GetRequiredService<WorkflowCatalog>().Find($"A{Nul}B", null, Cancel)));
    }

    [Fact]
    public async Task A_character_of_two_halves_is_kept()
    {
        await using Database database = await Database.Create();
        await database.Db(async db =>
        {
            db.People.Add(new PersonRow { TenantId = Given.Tenant, Id = "ann", Name = "Ann 😀", Roles = "" });
            return await db.SaveChangesAsync(Cancel);
        });
        Assert.Equal("Ann 😀", (await database.Db(db => db.People.AsNoTracking().SingleAsync(Cancel))).Name);
    }

    [Fact]
    public async Task Text_is_in_the_order_of_its_bytes_in_both()
    {
        string[] keys = ["Z", "a", "a-b", "aB", "ab", "Ä"];
        await using Database database = await Database.Create();
        await database.Db(async db =>
        {
            db.People.AddRange(keys.Reverse().Select(key => new PersonRow { TenantId = Given.Tenant, Id = key, Name = key, Roles = "" }));
            return await db.SaveChangesAsync(Cancel);
        });
        Assert.Equal(keys, await database.Db(db => db.People.OrderBy(person => person.Id).Select(person => person.Id).ToListAsync(Cancel)));
    }

    [Theory]
    [InlineData("Oracle", "Data Source=test.db", "Database:Provider")]
    [InlineData("1", "Data Source=test.db", "Database:Provider")]
    [InlineData("PostgreSql", "Data Source=test.db;Mode=Memory", "ConnectionStrings:HandoffOffice")]
    [InlineData("Sqlite", "Host=localhost;Database=handoffoffice", "ConnectionStrings:HandoffOffice")]
    public void A_wrong_setting_is_said_by_its_name(string provider, string connection, string setting)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Services(provider, connection));
        Assert.Contains(setting, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_in_one_line()
    {
        await using ServiceProvider services = Services("postgresql", "Host=127.0.0.1;Port=1;Database=handoffoffice").BuildServiceProvider();
        DatabaseUnusableException missing = await Assert.ThrowsAsync<DatabaseUnusableException>(() => services.MigrateStorage(Cancel));
        Assert.Contains("ConnectionStrings:HandoffOffice", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', missing.Message);
        Assert.True(DatabaseFailure.Passes(missing));
    }

    private static IServiceCollection Services(string provider, string connection) => new ServiceCollection()
        .AddLogging().AddSingleton(TimeProvider.System).AddScoped<ITenantContext, NoTenant>()
        .AddHandoffOfficeStorage(
            new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", provider), new("ConnectionStrings:HandoffOffice", connection)]).Build(),
            AppContext.BaseDirectory);

    private static IEnumerable<string> Described(DbContext db) => Tables(db).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {Kind(column)} {(column.IsNullable ? "null" : "not null")}")
        .Concat(table.UniqueConstraints.Select(key => $"{table.Name} key {key.Name}: {Names(key.Columns)}"))
        .Concat(table.ForeignKeyConstraints.Select(key => $"{table.Name} refers {key.Name}: {Names(key.Columns)} to {key.PrincipalTable.Name}, {key.OnDeleteAction}"))
        .Concat(table.Indexes.Select(index => $"{table.Name} index {index.Name}: {Names(index.Columns)}{(index.IsUnique ? " once" : "")}"))).Order(StringComparer.Ordinal);

    // What is stored, as far as both can say it: SQLite has text where PostgreSQL has types of its own.
    private static string Kind(IColumn column)
    {
        IProperty property = column.PropertyMappings[0].Property;
        Type stored = property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
        return stored == typeof(string) ? $"text({property.GetMaxLength()})" : (Nullable.GetUnderlyingType(stored) ?? stored).Name;
    }

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static IEnumerable<ITable> Tables(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;

    private static SqliteDb Sqlite() => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, new NoTenant());

    private static PostgreSqlDb PostgreSql() => new(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=localhost").Options, new NoTenant());
}
