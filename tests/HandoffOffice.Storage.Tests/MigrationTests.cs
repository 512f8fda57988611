using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Handoffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_model_and_the_migrations_agree()
    {
        await using Database database = await Database.Create();
        Assert.False(await database.Db(db => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await database.Db(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public async Task A_start_with_a_file_that_is_there_loses_nothing()
    {
        await using Database database = await Database.Create();
        using var run = new Run();
        await database.Keep(run);
        await database.Restart();
        Assert.Equal(Snapshot.Of(run.Handoff), Snapshot.Of(await database.Read(run.Handoff.Id)));
    }

    [Fact]
    [Trait("Database", "SQLite")]
    public async Task A_relative_file_lies_under_the_root_and_is_written_ahead()
    {
        await using Database database = await Database.Create();
        Assert.True(File.Exists(database.File));
        Assert.Equal("wal", await database.Db(db => db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()));
    }

    [Fact]
    public void Without_a_connection_the_missing_setting_is_named()
    {
        var missing = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddHandoffOfficeStorage(new ConfigurationBuilder().Build(), "/"));
        Assert.Contains("ConnectionStrings:HandoffOffice", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_migrations_can_be_taken_back()
    {
        await using Database database = await Database.Create();
        await database.Db(async db =>
        {
            await db.Database.MigrateAsync("0");
            await db.Database.MigrateAsync();
            return true;
        });
        using var run = new Run();
        await database.Keep(run);
    }

    [Fact]
    public async Task Handoffs_from_before_there_were_cards_and_an_order_are_in_their_lists()
    {
        await using Database database = await Database.Create();
        using var run = new Run();
        await database.Keep(run);
        await database.Db(async db =>
        {
            string before = db.Database.GetMigrations().TakeWhile(name => !name.EndsWith("_ListsInOrder", StringComparison.Ordinal)).Last();
            await db.Database.MigrateAsync(before);
            await db.Database.MigrateAsync();
            return true;
        });
        List<ParticipantRow> rows = await database.Db(db => db.Participants.ToListAsync());
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(run.Handoff.UpdatedAt, row.UpdatedAt));
        ListedHandoff listed = Assert.Single(await database.Store(store => store.Cards(run.Handoff.Author.Id, Part.Author, 10, default)));
        Assert.Equal((run.Handoff.Id, run.Handoff.Terms.WorkflowName), (listed.Id, listed.Card.WorkflowName));
    }
}
