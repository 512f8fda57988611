using System.Globalization;
using System.Text.Json;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Redlining;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Piloting;

/// <summary>The playbook of a workflow, as a page and as a Word document: made from what is stored at the moment (C44).</summary>
internal static class GetPlaybook
{
    // It quotes a draft that nobody has reviewed: no page of it passes for a finished document.
    private const string Notice = "Not approved: the draft in this playbook is an example";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/workflows/{key}/playbook", Page).WithName("GetPlaybook").WithSummary("How a workflow is used, from real data")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapGet("/workflows/{key}/playbook/document", Document).WithName("GetPlaybookDocument").WithSummary("The same as a Word document")
            .Produces<FileContentHttpResult>(StatusCodes.Status200OK, MediaTypes.Word).ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<Playbook>, ProblemHttpResult>> Page(
        string key, Caller caller, PlaybookMaker maker, CancellationToken cancel, int? version = null) =>
        await maker.Make(key, version, caller, cancel) is { } playbook ? TypedResults.Ok(playbook) : Problems.UnknownWorkflow(key, version);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Document(
        string key, Caller caller, PlaybookMaker maker, TimeProvider time, CancellationToken cancel, int? version = null) =>
        await maker.Make(key, version, caller, cancel) is { } playbook
            ? TypedResults.File(ReviewCopy.Mark(ReportDocument.Create(Report(playbook, time.GetUtcNow())), Notice), MediaTypes.Word, $"{key}-playbook-{playbook.Version}.docx")
            : Problems.UnknownWorkflow(key, version);

    private static ReportContent Report(Playbook playbook, DateTimeOffset now) => new(
        playbook.Title, string.Create(CultureInfo.GetCultureInfo("en-GB"), $"Playbook of version {playbook.Version}, {now.UtcDateTime:d MMMM yyyy}"), "en-GB",
        $"{playbook.Title}: playbook", "Contents", [.. playbook.Sections.SelectMany(Blocks)]);

    private static IEnumerable<ReportBlock> Blocks(PlaybookSection section) =>
    [
        new ReportBlock.Heading(section.Title),
        .. section.Text.Select(text => new ReportBlock.Paragraph(text)),
        .. section.Quote.Select(text => new ReportBlock.Paragraph(text, ParagraphLook.Quote)),
        .. section.Tables.Select(table => new ReportBlock.Table([.. table.Columns.Select((column, place) => new ReportColumn(column, Share(table, place)))], table.Rows)),
    ];

    // A column is as wide as its longest cell asks for, within reason.
    private static int Share(PlaybookTable table, int column) =>
        Math.Clamp(table.Rows.Select(row => row[column].Length).Append(table.Columns[column].Length).Max(), 8, 48);
}

/// <summary>Gathers what a playbook is made from.</summary>
internal sealed class PlaybookMaker(
    Design.WorkflowsInForce inForce, JourneyBook book, HandoffStore handoffs, MeasuredWorkflows measured, IHttpContextAccessor context)
{
    /// <summary>The playbook of a version, of the one in force where none is named; null where the caller sees none such.</summary>
    public async Task<Playbook?> Make(string key, int? version, Caller caller, CancellationToken cancel)
    {
        if (await inForce.ToSee(key, version, caller, cancel) is not { } workflow || await book.Find(key, cancel) is not var (journey, _))
        {
            return null;
        }

        SuiteRun? test = journey.Tests.LastOrDefault(run => run.Version == workflow.Version);
        TriedExample? tried = test is not null && await book.Results(key, test.Id, cancel) is { } stored
            ? JsonSerializer.Deserialize<TestDetails>(stored, WorkflowFile.Options)!.Examples.FirstOrDefault(example => example.Result.Passed)
            : null;
        IReadOnlyList<Handoff> runs = await handoffs.LastReviewed(key, KnownFailures.Window, cancel);
        return Playbook.Of(new PlaybookSources(
            workflow, tried?.Text ?? [], tried?.Result.Example, tried is null ? null : test!.Origin, KnownFailures.Of(runs), CommonEdits.Of(runs),
            (await measured.Of(key, cancel))?.Answers ?? [], [.. journey.Adjustments.Where(change => change.To <= workflow.Version)], Address()));
    }

    private Uri? Address() => context.HttpContext?.Request is { Host.HasValue: true } request ? new Uri($"{request.Origin()}/") : null;
}
