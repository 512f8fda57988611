using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Xunit;

namespace HandoffOffice.Storage.Tests;

/// <summary>Writers of one process into one SQLite file.</summary>
[Trait("Database", "SQLite")]
[Trait("Capability", "C79")]
public sealed class WriterQueueTests : IAsyncLifetime
{
    private Database database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await Database.CreateSqlite();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task They_come_in_the_order_in_which_they_asked()
    {
        List<int> came = [];
        var first = new TaskCompletionSource();
        Task writing = Write(() => first.Task, came, 0);
        Task[] others = [.. Enumerable.Range(1, 12).Select(n => Write(() => Task.CompletedTask, came, n))];
        Assert.Equal([0], came);
        first.SetResult();
        await Task.WhenAll([writing, .. others]);
        Assert.Equal(Enumerable.Range(0, 13), came);
    }

    [Fact]
    public async Task Who_rolls_back_or_breaks_lets_the_next_one_in()
    {
        List<int> came = [];
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(() => throw new InvalidOperationException("It broke."), came, 0));
        await database.Db(async db =>
        {
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(Cancel);
            await transaction.RollbackAsync(Cancel);
            return true;
        });
        await Write(() => Task.CompletedTask, came, 1);
        Assert.Equal([0, 1], came);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        List<int> came = [];
        var first = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        Task writing = Write(() => first.Task, came, 0);
        Task gaveUp = Write(() => Task.CompletedTask, came, 1, impatient.Token);
        Task last = Write(() => Task.CompletedTask, came, 2);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
        first.SetResult();
        await Task.WhenAll(writing, last);
        Assert.Equal([0, 2], came);
    }

    [Fact]
    public async Task A_reader_does_not_wait()
    {
        var first = new TaskCompletionSource();
        Task writing = Write(() => first.Task, [], 0);
        Assert.Equal(0, await database.Db(db => db.Handoffs.CountAsync(Cancel)));
        first.SetResult();
        await writing;
    }

    // Begins a transaction before it returns, or waits to.
    private Task Write(Func<Task> work, List<int> came, int number, CancellationToken? cancel = null) => database.Db(async db =>
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel ?? Cancel);
        came.Add(number);
        await work();
        await transaction.CommitAsync(Cancel);
        return true;
    });
}
