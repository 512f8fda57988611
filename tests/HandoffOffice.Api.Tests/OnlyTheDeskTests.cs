using System.Reflection;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Archiving;
using HandoffOffice.Storage.Handoffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Holds the design in the compiled code: the release desk alone reads the sealed file and lets it leave (DESIGN rule 2).</summary>
[Trait("Capability", "C03")]
public sealed class OnlyTheDeskTests(LocalProduct fixture)
{
    private static readonly Assembly[] Ours =
    [
        typeof(Program).Assembly, typeof(HandoffOfficeDb).Assembly, typeof(Handoff).Assembly, Assembly.Load("HandoffOffice.Models"), Assembly.Load("HandoffOffice.Microsoft365"),
    ];

    private static readonly IReadOnlyList<Use> Uses = Il.Uses(Ours);

    [Fact]
    public void The_desk_alone_lets_a_handoff_leave() =>
        Assert.Equal(["ReleaseDesk"], Users(use => use.To.DeclaringType == typeof(Handoff) && use.To.Name == nameof(Handoff.Leave)));

    [Fact]
    public void The_desk_alone_finds_the_sealed_file()
    {
        Assert.Equal(["ReleaseDesk"], Users(use => IsFind(use) && use.Constant == (int)HandoffFileKind.Sealed));
        Assert.Equal(["HandoffFiles", "IntoReview", "Redrafting", "ReleaseDesk", "SectionsInWord"], Users(IsFind));
        Assert.Empty(Users(use => use.To.DeclaringType == typeof(HandoffStore) && use.To.Name == nameof(HandoffStore.WorkingFile) && use.Constant == (int)HandoffFileKind.Sealed));
    }

    [Fact]
    public void Files_are_read_from_the_database_in_three_places()
    {
        Assert.Equal(["HandoffFiles", "HandoffStore", "ReleaseDesk"], Users(use => use.To.DeclaringType == typeof(HandoffOfficeDb) && use.To.Name == "get_Files"));
        Assert.Equal(["HandoffOfficeDb"], Users(use => use.To is MethodInfo { Name: nameof(DbContext.Set) } set && set.GetGenericArguments().Contains(typeof(HandoffFile))));
        // The numbers of runs are written by hand, and locks are asked for; no file is near them. An archive is for whoever has the database anyway.
        Assert.Equal(["ArchivedTable", "MeasureBook", "PostgreSqlDb", "SqliteDb", "StorageServices", "WriterQueue"], Users(use => IsRawSql(use.To.Name)));
    }

    [Fact]
    [Trait("Capability", "C81")]
    public void All_that_there_is_of_a_tenant_is_handed_to_whoever_runs_the_host_and_by_no_route()
    {
        Assert.Equal(["ArchiveCommand"], Users(use => use.To.DeclaringType == typeof(ArchiveWriter) && use.To.Name == nameof(ArchiveWriter.Write)));
        Assert.Equal(["ArchiveReader", "ArchiveWriter"], Users(use => use.To is { Name: "All", DeclaringType.Name: "ArchivedTable" }));
        Assert.Equal(["Program"], Users(use => use.To is { Name: "Run", DeclaringType.Name: "ArchiveCommand" }));
    }

    [Fact]
    public async Task The_store_refuses_the_sealed_file()
    {
        await using AsyncServiceScope scope = fixture.Product.Services.CreateAsyncScope();
        HandoffStore store = scope.ServiceProvider.GetRequiredService<HandoffStore>();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.WorkingFile(Guid.NewGuid(), HandoffFileKind.Sealed, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_finished_file_is_made_for_the_seal_only()
    {
        Assert.Equal(["BreakGlass", "SignText"], Users(use => use.To is { Name: "Build", DeclaringType.Name: "ReleasableFile" }));
        Assert.Equal(["ReleasableFile"], Users(use => use.To is { Name: "Finished", DeclaringType.Name: "WorkingDocument" }));
    }

    [Fact]
    public void The_desk_alone_makes_what_leaves_and_copies_of_it() =>
        Assert.Equal(["ReleaseDesk"], Users(use => use.To is { Name: "With", DeclaringType.Name: "ReleasableFile" } or { Name: "Of", DeclaringType.Name: "CleanFile" or "PickList" }));

    [Fact]
    [Trait("Capability", "C76")]
    public void The_desk_alone_has_mail_sent_and_the_courier_alone_reaches_a_mailbox()
    {
        Assert.Equal(["ReleaseDesk"], Users(use => use.To is { Name: "Carry", DeclaringType.Name: "MailCourier" }));
        Assert.Equal(["MailCourier"], Users(use => use.To is { Name: "Create" or "Send", DeclaringType.Name: "GraphMailbox" }));
        Assert.Equal(["EntraMailboxes"], Users(use => use.To is { Name: "MailboxOf", DeclaringType.Name: "GraphConnection" }));
    }

    [Fact]
    public void Five_routes_hand_out_files_of_handoffs_and_two_what_is_made_from_numbers_and_the_workflow() => Assert.Equal(
        ["GetApprovedDocument", "GetCleanCopy", "GetHandoff", "GetMeasures", "GetPickList", "GetPlaybook", "ReleaseHandoff"],
        Users(use => use.To.DeclaringType?.FullName is "Microsoft.AspNetCore.Http.TypedResults" or "Microsoft.AspNetCore.Http.Results"
            && use.To.Name is "File" or "Bytes" or "Stream" or "PhysicalFile" or "VirtualFile"));

    private static bool IsFind(Use use) => use.To.DeclaringType == typeof(HandoffFiles) && use.To.Name == nameof(HandoffFiles.Find);

    private static bool IsRawSql(string name) =>
        name.StartsWith("FromSql", StringComparison.Ordinal) || name.StartsWith("SqlQuery", StringComparison.Ordinal)
        || name.StartsWith("ExecuteSql", StringComparison.Ordinal) || name == "GetDbConnection";

    private static IEnumerable<string> Users(Func<Use, bool> isMeant) =>
        Uses.Where(use => !(use.From.Namespace ?? string.Empty).Contains("Migrations", StringComparison.Ordinal)).Where(isMeant)
            .Select(use => use.From.Name).Distinct().Order(StringComparer.Ordinal);
}
