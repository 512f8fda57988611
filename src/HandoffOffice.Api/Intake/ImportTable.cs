using System.Text.Json;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake.Tables;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HandoffOffice.Api.Intake;

/// <summary>
/// Reads a table (CSV or .xlsx), a mail thread (.eml or plain text: one item a message) or a document (.docx: one item a paragraph) as the value of a list field
/// of a workflow's record (C09). Nothing is stored.
/// </summary>
internal static class ImportTable
{
    /// <summary>Greatest size of a file in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/workflows/{key}/records/table", Handle)
        .WithName("ImportTable").WithSummary("Reads a table, a mail thread or a document as a list field of a record; stores nothing")
        .Accepts<Stream>(MediaTypes.Csv, MediaTypes.TabSeparated, MediaTypes.Workbook, MediaTypes.Mail, MediaTypes.PlainText, MediaTypes.Word)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithMetadata(new RequestLimit(MaxBytes))
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<TableView>, ProblemHttpResult>> Handle(
        string key, [FromQuery] string? field, HttpRequest request, WorkflowCatalog catalog, CancellationToken cancel)
    {
        if (await catalog.Find(key, null, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, null);
        }

        if (ListOf(workflow, field) is not { } list)
        {
            return Problems.Answer(StatusCodes.Status422UnprocessableEntity, "which-list", "It is not clear which list this is for",
                $"Name one in the query, such as ?field={Lists(workflow).FirstOrDefault()?.Name ?? "items"}. The lists of this workflow: {Names(workflow)}.");
        }

        byte[] body = await request.ReadBytes(cancel);
        (TableText? table, TableFault? fault) = TableFile.Read(body, MediaTypeOf(request), TableImport.MostRows(list), workflow.Filter?.Name);
        (TableImport? import, fault) = table is null ? (null, fault) : TableImport.Of(table, list, workflow.Output.Language);
        return import is null
            ? Problems.Answer(StatusCodes.Status422UnprocessableEntity, fault!.Code, "This can't be read as a list", fault.Detail)
            : TypedResults.Ok(new TableView(list.Name, import.Value, import.Value.GetArrayLength(), import.Columns, import.Problems,
                TableFile.LabelOf(body, MediaTypeOf(request)) is { } label ? Guid.Parse(label) : null));
    }

    private static string MediaTypeOf(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? string.Empty;

    private static IEnumerable<TemplateField> Lists(Workflow workflow) => workflow.Input.Fields.Where(field => field.Kind == FieldKind.List);

    private static string Names(Workflow workflow) => string.Join(", ", Lists(workflow).Select(list => list.Name)) is { Length: > 0 } names ? names : "none";

    // The list that a filter chooses from, else the only one there is.
    private static TemplateField? ListOf(Workflow workflow, string? name)
    {
        string? wanted = name ?? workflow.Filter?.Items.Tokens[0];
        List<TemplateField> lists = [.. Lists(workflow).Where(list => wanted is null || list.Name == wanted)];
        return lists.Count == 1 ? lists[0] : null;
    }
}

/// <summary>What a table gives for a list field of a record. Nothing was stored.</summary>
/// <param name="Field">The list field.</param>
/// <param name="Value">Its value, as it would stand in the record. A cell that can't be read stands there as it was written.</param>
/// <param name="Rows">How many items it has.</param>
/// <param name="Columns">The table's columns with the fields that they were taken for.</param>
/// <param name="Problems">What needs a correction, each at its place in the record, with its line or cell in words.</param>
/// <param name="SensitivityLabel">The file's sensitivity label, to be given when a handoff starts from this.</param>
public sealed record TableView(
    string Field, JsonElement Value, int Rows, IReadOnlyList<MatchedColumn> Columns, IReadOnlyList<Problem> Problems, Guid? SensitivityLabel = null);
