using System.Globalization;
using System.Net.Mime;
using System.Text;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Storage.Exporting;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HandoffOffice.Api.Exporting;

/// <summary>
/// All handoffs of the organisation, or all findings in them, as JSON and as a table for a spreadsheet (C81): for reports of one's own. They are sent as they are read, so that
/// there is no end to how many they are. No text of a draft is in them; that somebody took them is in the ledger.
/// </summary>
internal static class ExportTables
{
    private static readonly JsonPointer From = JsonPointer.Root.Append("from");

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder exports = routes.MapGroup("/exports").RequireAuthorization(Policies.Administrator).WithWayOut(WayOut.None);
        exports.MapGet("/handoffs", ([AsParameters] Export export, CancellationToken cancel) => export.AsJson("handoffs", ExportedHandoff.Of, cancel))
            .WithName("ExportHandoffs").WithSummary("All handoffs of the organisation, in the order of when something last happened to them")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        exports.MapGet("/handoffs.csv", ([AsParameters] Export export, CancellationToken cancel) => export.AsTable("handoffs", ExportedHandoff.Header, ExportedHandoff.Of, row => row.Cells(), cancel))
            .WithName("ExportHandoffsTable").WithSummary("The same as a table for a spreadsheet")
            .Produces<string>(StatusCodes.Status200OK, MediaTypes.Csv).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        exports.MapGet("/findings", ([AsParameters] Export export, CancellationToken cancel) => export.AsJson("findings", ExportedFinding.Of, cancel))
            .WithName("ExportFindings").WithSummary("What the automatic checks say of all texts of the organisation as they stand, without their words")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        exports.MapGet("/findings.csv", ([AsParameters] Export export, CancellationToken cancel) => export.AsTable("findings", ExportedFinding.Header, ExportedFinding.Of, row => row.Cells(), cancel))
            .WithName("ExportFindingsTable").WithSummary("The same as a table for a spreadsheet")
            .Produces<string>(StatusCodes.Status200OK, MediaTypes.Csv).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What is asked for, and what it takes to answer.</summary>
    /// <param name="FirstDay">The first day, in UTC, on which something last happened to a handoff; none for all before.</param>
    /// <param name="LastDay">The last day.</param>
    /// <param name="Workflow">Of this workflow only, by its key.</param>
    /// <param name="Caller">Who asks.</param>
    /// <param name="Handoffs">Where they are read.</param>
    /// <param name="Book">Where it is noted.</param>
    /// <param name="Context">The call.</param>
    internal sealed record Export(
        [FromQuery(Name = "from")] DateOnly? FirstDay,
        [FromQuery(Name = "until")] DateOnly? LastDay,
        string? Workflow, Caller Caller, HandoffStore Handoffs, ExportBook Book, HttpContext Context)
    {
        public async Task<Results<Ok<IAsyncEnumerable<T>>, ProblemHttpResult>> AsJson<T>(string what, Func<Handoff, IEnumerable<T>> rows, CancellationToken cancel)
        {
            if (Problem() is { } problem)
            {
                return problem;
            }

            await Note(what, "json", cancel);
            return TypedResults.Ok(Rows(rows));
        }

        public async Task<Results<EmptyHttpResult, ProblemHttpResult>> AsTable<T>(
            string what, IReadOnlyList<object?> header, Func<Handoff, IEnumerable<T>> rows, Func<T, IReadOnlyList<object?>> cells, CancellationToken cancel)
        {
            if (Problem() is { } problem)
            {
                return problem;
            }

            await Note(what, "csv", cancel);
            Context.Response.ContentType = $"{MediaTypes.Csv}; charset=utf-8; header=present";
            Context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{what}.csv" }.ToString();
            await Context.Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancel);
            await Write(header);
            await foreach (T row in Rows(rows).WithCancellation(cancel))
            {
                await Write(cells(row));
            }

            return TypedResults.Empty;

            async Task Write(IReadOnlyList<object?> line) => await Context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Csv.Line(line)), cancel);
        }

        private IAsyncEnumerable<T> Rows<T>(Func<Handoff, IEnumerable<T>> rows) => Handoffs.Touched(StartOf(FirstDay), StartOf(LastDay?.AddDays(1)), Workflow).SelectMany(rows);

        private ProblemHttpResult? Problem() => FirstDay > LastDay || LastDay == DateOnly.MaxValue
            ? Problems.Invalid("invalid-period", "There is no such time", [new Problem(From, "out-of-range", "The first day is after the last one, or there is no day after that.", "a day not after 'until'")])
            : null;

        private Task Note(string what, string form, CancellationToken cancel)
        {
            var facts = new Dictionary<string, string> { ["what"] = what, ["form"] = form };
            foreach ((string name, string? value) in new[] { ("from", Day(FirstDay)), ("until", Day(LastDay)), ("workflow", Workflow) })
            {
                if (value is not null)
                {
                    facts[name] = value;
                }
            }

            return Book.Note(Caller.TenantId, ExportBook.Exported, Caller.ToActor(), facts, cancel);
        }

        private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

        private static DateTimeOffset? StartOf(DateOnly? day) => day is { } known ? new DateTimeOffset(known.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
    }
}
