using HandoffOffice.Domain.Fleet;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Fleet;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

[Trait("Capability", "C103")]
public sealed class FleetBookTests : IAsyncLifetime
{
    private static readonly Installation OnPC = new(HostType.Outlook, PlatformType.PC, "16.0", "1.0.0", [new("Mailbox", "1.15")], true);

    private Database database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task One_application_on_one_platform_is_one_row_and_keeps_what_was_known()
    {
        await Keep(OnPC, Given.Start, mailPlaced: true);
        await Keep(OnPC with { Platform = PlatformType.Mac }, Given.Start);
        await Keep(OnPC with { HostVersion = "16.1", RequirementSets = [new("Mailbox", "1.16")] }, Given.Start.AddDays(1));
        await database.Restart();

        ILookup<string, Sighting> all = await Book(book => book.All(Cancellation));
        Assert.Equal([PlatformType.Mac, PlatformType.PC], all["ann"].Select(one => one.Installation.Platform));
        Sighting seen = all["ann"].Single(one => one.Installation.Platform == PlatformType.PC);
        Assert.Equal(("16.1", "1.16"), (seen.Installation.HostVersion, Assert.Single(seen.Installation.RequirementSets).Version));
        Assert.Equal((Given.Start.AddDays(1), (DateTimeOffset?)Given.Start, (DateTimeOffset?)Given.Start), (seen.SeenAt, seen.KeysSince, seen.MailPlacedAt));
    }

    [Fact]
    public async Task Two_people_are_two_rows()
    {
        await Keep(OnPC, Given.Start);
        await Keep(OnPC, Given.Start, "bob");
        Assert.Equal(["ann", "bob"], (await Book(book => book.All(Cancellation))).Select(person => person.Key).Order());
    }

    [Fact]
    public async Task Panes_that_open_at_once_make_one_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Keep(OnPC, Given.Start.AddSeconds(n))));
        Assert.Single((await Book(book => book.All(Cancellation)))["ann"]);
    }

    [Fact]
    public async Task The_authors_of_what_has_moved_since_come_with_the_workflow_version_each_once()
    {
        foreach (int _ in Enumerable.Range(0, 2))
        {
            using var run = new Run();
            await database.Keep(run);
        }

        Authorship author = Assert.Single(await Book(book => book.Authors(Given.Start, Cancellation)));
        Assert.Equal((Given.Author.Person.Id, Given.Workflow().Key, Given.Workflow().Version), (author.PersonId, author.Workflow, author.Version));
        Assert.Empty(await Book(book => book.Authors(Given.Start.AddYears(1), Cancellation)));
    }

    [Fact]
    public async Task It_is_no_part_of_the_ledger()
    {
        await Keep(OnPC, Given.Start);
        Assert.Empty(await database.Ledger());
    }

    private Task<T> Book<T>(Func<FleetBook, Task<T>> work) => database.In(Given.Tenant, scope => work(scope.GetRequiredService<FleetBook>()));

    private Task<Sighting> Keep(Installation said, DateTimeOffset at, string person = "ann", bool mailPlaced = false) => Book(book =>
        book.Keep(Given.Tenant, person, said, earlier => Sighting.Of(said, mailPlaced, "1.0.0", earlier, at), Cancellation));
}
