using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Auditing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>An installation on SQLite moves to the database that the tests run on, with all that was begun in it (export, import).</summary>
[Trait("Capability", "C81")]
[Trait("Capability", "C79")]
public sealed class ArchiveCommandTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-move-");
    private readonly HostProcess old;
    private readonly HostProcess moved;

    public ArchiveCommandTests()
    {
        var keys = new Dictionary<string, string?> { ["Keys:Folder"] = Path.Combine(folder.FullName, "keys") };
        old = new HostProcess(new Dictionary<string, string?>(keys)
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:HandoffOffice"] = $"Data Source={Path.Combine(folder.FullName, "old.db")}",
        });
        moved = new HostProcess(keys);
    }

    private string Archives => Path.Combine(folder.FullName, "archives");

    public async ValueTask DisposeAsync()
    {
        await old.DisposeAsync();
        await moved.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_begun_on_SQLite_is_ended_where_it_moved_to()
    {
        await old.Start();
        (Session author, Session reviewer) = await People(old);
        Guid released = await Approved(author, reviewer);
        byte[] left = (await author.Release(released, "the-key")).Ok().Body;
        Guid approved = await Approved(author, reviewer);
        Guid inReview = await Drafted(author, reviewer);
        IReadOnlyList<HistoryEntry> history = await author.History(inReview);
        SignedTreeHead head = (await (await old.As(LocalPeople.TeodorIvanov)).Get("ledger/head")).As<SignedTreeHead>();
        await old.Kill();

        (int exitCode, string[] said, string[] failed) = await old.Do("export", Archives);
        Assert.True(exitCode == 0, string.Join('\n', failed));
        string archive = Assert.Single(Directory.GetFiles(Archives));
        Assert.Contains(said, line => line.StartsWith(LocalPeople.TenantId, StringComparison.Ordinal) && line.EndsWith(archive, StringComparison.Ordinal));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(archive) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        (exitCode, _, failed) = await moved.Do("import", Archives);
        Assert.True(exitCode == 0, string.Join('\n', failed));

        await moved.Start();
        (author, reviewer) = await People(moved);
        Assert.Equal(left, (await author.Release(released, "the-key")).Ok().Body);
        Assert.NotEmpty((await author.Release(approved)).Ok().Body);
        Assert.Equal(history.Select(entry => entry.Kind), (await author.History(inReview)).Select(entry => entry.Kind));
        await Sign(reviewer, inReview);
        Assert.Equal(HandoffState.Approved, (await author.Look(inReview)).State);
        using var export = new MemoryStream((await (await moved.As(LocalPeople.TeodorIvanov)).Get("ledger/export")).Ok().Body);
        Assert.Empty(LedgerVerification.Of(export, [head]).Faults);
    }

    [Fact]
    public async Task What_does_not_go_is_one_line_and_changes_nothing()
    {
        await old.Start();
        await People(old);
        await old.Kill();
        Assert.Equal(0, (await old.Do("export", Archives)).ExitCode);
        DateTime written = File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(Archives)));

        await Refused("there already", old, "export", Archives);
        await Refused("is in this database", old, "import", Archives);
        await Refused("no archive", moved, "import", Directory.CreateDirectory(Path.Combine(folder.FullName, "empty")).FullName);
        await Refused("nowhere", moved, "import", Path.Combine(folder.FullName, "nowhere"));
        await Refused("followed by the folder", moved, "import");
        await Refused("followed by the folder", moved, "export", "--urls");
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(Archives))));
    }

    private static async Task Refused(string because, HostProcess host, params string[] command)
    {
        (int exitCode, _, string[] failed) = await host.Do(command);
        Assert.Equal(1, exitCode);
        Assert.Contains(because, Assert.Single(failed), StringComparison.Ordinal);
    }

    private static async Task<(Session Author, Session Reviewer)> People(HostProcess host)
    {
        Session author = await host.As(LocalPeople.AmaraOsei);
        Session reviewer = await host.As(LocalPeople.RitaOkafor);
        (await author.Get("me")).Ok();
        (await reviewer.Get("me")).Ok();
        return (author, reviewer);
    }

    private static async Task<Guid> Drafted(Session author, Session reviewer)
    {
        Answer started = await author.Start(Run.StatusReport, await Run.Record(author), reviewer.PersonId);
        Guid id = started.As<HandoffView>().Id;
        (await author.Draft(id)).Ok();
        return id;
    }

    private static async Task<Guid> Approved(Session author, Session reviewer)
    {
        Guid id = await Drafted(author, reviewer);
        await Sign(reviewer, id);
        return id;
    }

    private static async Task Sign(Session reviewer, Guid id)
    {
        (await reviewer.DecideRest(id)).Ok();
        await reviewer.ConfirmAll(id);
        (await reviewer.Sign(id)).Ok();
    }
}
