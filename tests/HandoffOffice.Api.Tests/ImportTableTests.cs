using System.Text;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Tests.Running;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Tables, mail threads and documents as lists of a record (C09), and what is refused.</summary>
[Trait("Capability", "C09")]
[Collection(nameof(Alone))]
public sealed class ImportTableTests(OwnProduct own) : IClassFixture<OwnProduct>, IAsyncLifetime
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MaxBytes = 20 * 1024 * 1024;

    private readonly Product product = own.Product;
    private string key = string.Empty;
    private Session author = null!;

    public async ValueTask InitializeAsync()
    {
        key = await TopicsRun.Added(product);
        author = await product.As(LocalPeople.AmaraOsei);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_table_is_read_and_nothing_is_stored()
    {
        string before = product.Stored();
        TableView table = await Read("Topic,Visits,Visits last week,Notes\nCloud,\"4,820\",3250,x\nPasskeys,many,2120,y\n");
        Assert.Equal(("topics", 2), (table.Field, table.Rows));
        Assert.Equal(["name", "visits", "visitsLastWeek", null], table.Columns.Select(column => column.Field));
        Assert.Equal("/topics/1/visits", $"{Assert.Single(table.Problems).Pointer}");
        Assert.Contains("line 3", table.Problems[0].Detail, StringComparison.Ordinal);
        Assert.Equal(4820, table.Value[0].GetProperty("visits").GetInt32());
        Assert.Equal(before, product.Stored());
    }

    [Fact]
    public async Task A_table_of_200_000_rows_is_answered_clearly_in_bounded_memory()
    {
        string csv = "Topic,Visits,Visits last week\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"Topic {i},{i},{i + 1}\n"));
        long allocated = GC.GetTotalAllocatedBytes();
        string? detail = (await author.Import(key, Encoding.UTF8.GetBytes(csv), "text/csv")).Refused(422, "too-many-rows").GetProperty("detail").GetString();
        Assert.Contains("200,000 rows; Topics takes at most 200", detail, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - allocated < 400L * 1024 * 1024);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused() =>
        (await author.Import(key, new byte[MaxBytes + 1], "text/csv")).Refused(413, "body-too-large");

    [Theory]
    [InlineData("none", Workbook, "document-not-a-zip")]
    [InlineData("bomb", Workbook, "document-too-large")]
    [InlineData("dtd", Workbook, "document-dtd-not-allowed")]
    [InlineData("document", Workbook, "document-not-a-workbook")]
    [InlineData("bomb", Session.Word, "document-too-large")]
    [InlineData("none", Session.Word, "document-not-a-zip")]
    [InlineData("empty", "text/csv", "table-empty")]
    [InlineData("zeros", "text/csv", "not-text")]
    [InlineData("mixed", "text/csv", "encoding-mixed")]
    [InlineData("quote", "text/csv", "quote-open")]
    [InlineData("strange", "text/csv", "no-known-column")]
    [InlineData("empty", "text/plain", "table-empty")]
    public async Task What_is_no_list_or_could_do_harm_is_refused(string kind, string mediaType, string code)
    {
        byte[] file = kind switch
        {
            "bomb" => Docx.ThatInflates(),
            "dtd" => Docx.WithADtd(),
            "document" => Docx.Saying("Text"),
            "empty" => [],
            "zeros" => new byte[99],
            "mixed" => [.. "Topic,Visits\nKühl,1\n"u8, 0x57, 0xE4, 0x72, 0x0A],
            "quote" => [.. "Topic,Visits\n\"never,1\n"u8],
            "strange" => [.. "a,b\n1,2\n"u8],
            _ => [.. "no archive"u8],
        };
        (await author.Import(key, file, mediaType)).Refused(422, code);
    }

    [Fact]
    public async Task Another_kind_of_body_is_refused() => (await author.Import(key, [1], "application/pdf")).Refused(415, "unsupported-media-type");

    [Fact]
    public async Task A_mail_thread_is_one_item_a_message()
    {
        byte[] mail = Encoding.ASCII.GetBytes(
            """
            From: Amara Osei <amara@example.org>
            To: topics@example.org
            Date: Tue, 24 Nov 2026 09:00:00 +0000
            Subject: Passkeys at work
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            We should tell people what a passkey replaces.

            From: Rita Okafor <rita@example.org>
            Sent: Monday, November 23, 2026 10:00 AM
            Subject: Cloud cost control

            The bill grows.
            """);
        TableView table = (await author.Import(key, mail, "message/rfc822")).As<TableView>();
        Assert.Equal(["Passkeys at work", "Cloud cost control"], table.Value.EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        // A message has no visits: the form asks for them.
        Assert.Contains(table.Problems, problem => $"{problem.Pointer}" == "/topics/0/visits" && problem.Code == "required");
    }

    [Fact]
    public async Task A_document_is_one_item_a_paragraph() => Assert.Equal(
        ["Cloud cost control"], (await author.Import(key, Docx.Saying("Cloud cost control"), Session.Word)).As<TableView>().Value.EnumerateArray().Select(item => item.GetProperty("name").GetString()));

    [Fact]
    public async Task Of_several_lists_one_is_named()
    {
        byte[] csv = [.. "Milestone,Date,Owner\nBeta,14.6.2024,Ada\n"u8];
        Assert.Contains("milestonesCompleted", (await author.Import(Run.StatusReport, csv, "text/csv")).Refused(422, "which-list").GetProperty("detail").GetString(), StringComparison.Ordinal);
        TableView table = (await author.Import(Run.StatusReport, csv, "text/csv", "milestonesCompleted")).As<TableView>();
        Assert.Empty(table.Problems);
        Assert.Equal("2024-06-14", table.Value[0].GetProperty("date").GetString());
        (await author.Import("no-such-workflow", csv, "text/csv")).Refused(404, "unknown-workflow");
    }

    private async Task<TableView> Read(string csv) => (await author.Import(key, Encoding.UTF8.GetBytes(csv), "text/csv")).As<TableView>();
}
