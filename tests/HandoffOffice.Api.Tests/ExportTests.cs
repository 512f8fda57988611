using System.Globalization;
using System.Text;
using System.Text.Json;
using HandoffOffice.Api.Auditing;
using HandoffOffice.Api.Exporting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Handoffs;
using Microsoft.VisualBasic.FileIO;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Handoffs and findings as JSON and as tables, and what there is of a person (C81).</summary>
[Trait("Capability", "C81")]
public sealed class ExportTests : IAsyncLifetime
{
    private readonly Product product = Product.Start();
    private Session administrator = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => administrator = await product.As(LocalPeople.TeodorIvanov);

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_handoff_is_exported_with_who_did_what_when()
    {
        Run run = await Run.InReview(product);
        ChangeView first = (await run.Look()).Changes[0];
        (await run.Reviewer.Decide(run.Id, first.Id, Decision.Edited, $"{first.Text} We are glad to report on this period.")).Ok();
        await run.Signed();
        byte[] left = (await run.Author.Release(run.Id)).Ok().Body;
        HandoffView view = await run.Look();
        ExportedHandoff row = Assert.Single(await Handoffs());
        Assert.Equal((run.Id, Run.StatusReport, view.Workflow.Version, HandoffState.Released, view.Subject), (row.Id, row.Workflow, row.Version, row.State, row.Subject));
        Assert.Equal((LocalPeople.AmaraOsei.Id, LocalPeople.AmaraOsei.Name), (row.Author, row.AuthorName));
        Assert.Equal([LocalPeople.RitaOkafor.Id], row.SignedBy);
        Assert.Equal((1, 0, view.Changes.Count - 1, 0), (row.Edited, row.Rejected, row.Accepted, row.Undecided));
        Assert.Equal($"{Sha256Digest.Of(left)}", row.LeftDigest);
        Assert.Equal((row.ChangedAt, 1), (row.ReleasedAt!.Value, row.Drafts));
    }

    [Fact]
    public async Task The_tables_say_what_the_JSON_says()
    {
        await Run.Approved(product);
        await Run.InReview(product, Run.Email);
        await Contradicted();
        Assert.Equal(Cells(await administrator.Get("exports/handoffs")), await Table("exports/handoffs.csv"));
        Assert.Equal(Cells(await administrator.Get("exports/findings")), await Table("exports/findings.csv"));
    }

    [Fact]
    public async Task A_finding_is_exported_without_the_words_that_it_quotes()
    {
        Run run = await Contradicted();
        IReadOnlyList<Finding> findings = (await run.Reviewer.Get($"handoffs/{run.Id}/findings")).As<List<Finding>>();
        ExportedFinding[] exported = (await administrator.Get("exports/findings")).As<ExportedFinding[]>();
        Assert.NotEmpty(exported);
        Assert.Equal(findings.Select(finding => (finding.Check, finding.Severity)), exported.Select(finding => (finding.Check, finding.Severity)));
        Assert.Contains(exported, finding => finding.Sentence == "s1");
        Assert.DoesNotContain("heron", (await administrator.Get("exports/findings.csv")).Text + (await administrator.Get("exports/handoffs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_and_workflow_narrow_it()
    {
        Run first = await Run.InReview(product);
        DateTimeOffset day = product.Clock.GetUtcNow();
        product.Clock.Advance(TimeSpan.FromDays(2));
        administrator = await product.As(LocalPeople.TeodorIvanov);
        Run second = await Run.InReview(product, Run.Email);
        Assert.Equal([first.Id, second.Id], (await Handoffs()).Select(row => row.Id));
        Assert.Equal([first.Id], (await Handoffs($"?until={Day(day)}")).Select(row => row.Id));
        Assert.Equal([first.Id], (await Handoffs($"?from={Day(day)}&until={Day(day.AddDays(1))}")).Select(row => row.Id));
        Assert.Equal([second.Id], (await Handoffs($"?from={Day(day.AddDays(1))}")).Select(row => row.Id));
        Assert.Equal([second.Id], (await Handoffs($"?workflow={Run.Email}")).Select(row => row.Id));
        Assert.Empty(await Handoffs("?workflow=no-such-workflow"));
        Assert.Single(await Table($"exports/handoffs.csv?from={Day(day.AddDays(9))}"));
    }

    [Theory]
    [InlineData("?from=2026-03-02&until=2026-03-01", 422)]
    [InlineData("?until=9999-12-31", 422)]
    [InlineData("?from=yesterday", 400)]
    [InlineData("?until=2026-02-30", 400)]
    public async Task What_is_no_period_is_refused(string period, int status)
    {
        foreach (string export in new[] { "handoffs", "handoffs.csv", "findings", "findings.csv" })
        {
            Assert.Equal(status, (int)(await administrator.Get($"exports/{export}{period}")).Status);
        }

        Assert.DoesNotContain("TableExported", await Kinds());
    }

    [Fact]
    public async Task Who_took_what_is_in_the_ledger_and_nobody_else_takes_any()
    {
        Run run = await Run.InReview(product);
        (await administrator.Get($"exports/findings.csv?workflow={Run.Email}&from=2026-01-31")).Ok();
        FeedEvent noted = Assert.Single((await administrator.Get("feed")).As<FeedPage>().Events, one => one.Kind == "TableExported");
        Assert.Equal(LocalPeople.TeodorIvanov.Id, noted.Actor);
        Assert.Equal("csv 2026-01-31 findings client-email", string.Join(' ', noted.Facts.OrderBy(fact => fact.Key).Select(fact => fact.Value)));
        foreach (Session other in new[] { run.Author, run.Reviewer })
        {
            (await other.Get("exports/handoffs")).Refused(403, "forbidden");
            (await other.Get($"people/{LocalPeople.MeiTanaka.Id}/data")).Refused(403, "forbidden");
        }
    }

    [Fact]
    public async Task A_person_gets_all_that_there_is_of_them()
    {
        Run run = await Run.Approved(product);
        (await run.Reviewer.GoAway(product.Clock.GetUtcNow(), 3, LocalPeople.JonasLindqvist.Id)).Ok();
        (await run.Reviewer.Post("me/installations", new { host = "Word", platform = "PC", hostVersion = "16.0", addInVersion = "0.1.0", requirementSets = Array.Empty<object>() })).Ok();
        PersonsData mine = (await run.Reviewer.Get("me/data")).As<PersonsData>();
        Assert.Equal((LocalPeople.RitaOkafor.Id, LocalPeople.RitaOkafor.Name), (mine.Person.Id, mine.Person.Name));
        Assert.Equal((run.Id, Part.Reviewer), (Assert.Single(mine.Handoffs).Handoff, mine.Handoffs[0].Part));
        Assert.All(mine.Acts, act => Assert.Equal(LocalPeople.RitaOkafor.Id, act.Actor));
        Assert.Contains(mine.Acts, act => act.Kind == "Approved" && act.Handoff == run.Id);
        Assert.Equal(LocalPeople.JonasLindqvist.Id, Assert.Single(mine.Absences).Substitute.Id);
        Assert.Single(mine.AddIns);

        // Who stands in for somebody finds that, too.
        Session substitute = await product.As(LocalPeople.JonasLindqvist);
        Assert.Equal(LocalPeople.RitaOkafor.Id, Assert.Single((await substitute.Get("me/data")).As<PersonsData>().Absences).Person.Id);
        Assert.DoesNotContain("PersonsDataRead", await Kinds());

        PersonsData theirs = (await administrator.Get($"people/{LocalPeople.RitaOkafor.Id}/data")).As<PersonsData>();
        Assert.Equal(mine.Acts.Select(act => act.Sequence), theirs.Acts.Select(act => act.Sequence));
        Assert.Equal(mine.Handoffs, theirs.Handoffs);
        FeedEvent noted = Assert.Single((await administrator.Get("feed?most=5000")).As<FeedPage>().Events, one => one.Kind == "PersonsDataRead");
        Assert.Equal((LocalPeople.TeodorIvanov.Id, LocalPeople.RitaOkafor.Id), (noted.Actor, noted.Facts["person"]));
        (await administrator.Get($"people/{Guid.NewGuid()}/data")).Refused(404, "unknown-person");
    }

    // The reviewer's words say another thing than the record.
    private async Task<Run> Contradicted()
    {
        Run run = await Run.InReview(product);
        (await run.Reviewer.Decide(run.Id, "s1", Decision.Edited, "The heron was paid 987,654 euros on 1 January 2031.")).Ok();
        return run;
    }

    private async Task<ExportedHandoff[]> Handoffs(string query = "") => (await administrator.Get($"exports/handoffs{query}")).As<ExportedHandoff[]>();

    private async Task<IReadOnlyList<string>> Kinds() => [.. (await administrator.Get("feed?most=5000")).As<FeedPage>().Events.Select(one => one.Kind)];

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // As another reader than ours reads it.
    private async Task<IReadOnlyList<string>> Table(string path)
    {
        Answer answer = (await administrator.Get(path)).Ok();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), answer.Body[..3]);
        using var parser = new TextFieldParser(new MemoryStream(answer.Body)) { TextFieldType = FieldType.Delimited, HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        List<string> rows = [];
        while (!parser.EndOfData)
        {
            rows.Add(string.Join('|', parser.ReadFields()!));
        }

        return rows;
    }

    private static IReadOnlyList<string> Cells(Answer answer)
    {
        JsonElement[] rows = [.. answer.Json.EnumerateArray()];
        string[] columns = [.. (rows[0].TryGetProperty("handoff", out _) ? typeof(ExportedFinding) : typeof(ExportedHandoff)).GetConstructors()[0].GetParameters().Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!))];
        return [string.Join('|', columns), .. rows.Select(row => string.Join('|', columns.Select(column => row.TryGetProperty(column, out JsonElement value) ? Cell(value) : "")))];
    }

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Cell)),
        JsonValueKind.String when value.TryGetDateTimeOffset(out DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
