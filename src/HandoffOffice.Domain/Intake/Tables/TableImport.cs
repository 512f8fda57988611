using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Intake.Tables;

/// <summary>A column of a table and the field that it was taken for.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Field">The field's name; null where it was left out.</param>
public sealed record MatchedColumn(string Heading, string? Field);

/// <summary>
/// What a table gives for a list field of a record (C09): the value as it would stand in the record, and what in it needs a correction. A cell that can't be
/// read stands in the value as it was written, so that nothing is lost on the way.
/// </summary>
/// <param name="Value">The array.</param>
/// <param name="Columns">The columns and what they were taken for.</param>
/// <param name="Problems">What does not fit, each with its place in the record, such as <c>/topics/3/visits</c>, and in words its place in the table.</param>
public sealed record TableImport(JsonElement Value, IReadOnlyList<MatchedColumn> Columns, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads a table as a list field.</summary>
    /// <param name="table">The table.</param>
    /// <param name="list">The list field.</param>
    /// <param name="language">BCP 47 tag of the workflow's texts: it decides on the decimal sign where the table does not show it.</param>
    /// <returns>The value, or why the table is not taken at all.</returns>
    public static (TableImport? Import, TableFault? Fault) Of(TableText table, TemplateField list, string language)
    {
        int most = MostRows(list);
        if (table.Total > most)
        {
            return (null, new TableFault("too-many-rows", $"The file has {Shown(table.Total)} rows; {list.Label} takes at most {Shown(most)}. Take the rows that matter, or ask the workflow's designer for a higher limit."));
        }

        IReadOnlyList<TemplateField?> fields = Match(table.Columns, list);
        if (fields.All(field => field is null))
        {
            return (null, new TableFault("no-known-column", $"No column has the name of a field. Name the columns in the first row: {Labels(list.Fields!)}."));
        }

        char usual = table.HasDecimalCommas ?? TextLanguage.IsGerman(language) ? ',' : '.';
        char?[] signs =
        [
            .. fields.Select((field, column) => field?.Kind is FieldKind.Number or FieldKind.Money
                ? DecimalSign.Of(table.Rows.Where(row => column < row.Cells.Count).Select(row => row.Cells[column]), usual)
                : usual),
        ];
        JsonPointer at = JsonPointer.Root.Append(list.Name);
        var problems = new List<Problem>();
        var items = new JsonArray();
        for (int i = 0; i < table.Rows.Count; i++)
        {
            items.Add(Item(table.Rows[i], fields, signs, at.Append(i), problems));
        }

        JsonElement value = JsonSerializer.SerializeToElement(items);
        HashSet<JsonPointer> told = [.. problems.Select(problem => problem.Pointer)];
        IEnumerable<Problem> unfit = RecordValidator.Validate(new InputTemplate([], [list]), JsonSerializer.SerializeToElement(new JsonObject { [list.Name] = items.DeepClone() }))
            .Where(problem => !told.Contains(problem.Pointer))
            .Select(problem => problem with { Detail = Placed(problem, at, table) });
        return (new TableImport(value, [.. table.Columns.Select((column, i) => new MatchedColumn(column.Heading, fields[i]?.Name))], [.. problems, .. unfit]), null);
    }

    /// <summary>The most rows that a list field takes.</summary>
    public static int MostRows(TemplateField list) => list.MaxItems ?? RecordValidator.DefaultItems;

    private static JsonObject Item(TableRow row, IReadOnlyList<TemplateField?> fields, char?[] signs, JsonPointer at, List<Problem> problems)
    {
        var item = new JsonObject();
        for (int column = 0; column < Math.Min(row.Cells.Count, fields.Count); column++)
        {
            if (fields[column] is not { } field)
            {
                continue;
            }

            (JsonNode? value, string? fault) = CellValue.Read(field, row.Cells[column], signs[column]);
            if (value is not null)
            {
                item[field.Name] = value;
            }

            if (fault is not null)
            {
                problems.Add(new Problem(at.Append(field.Name), "cell", $"{field.Label} {fault}: \"{Short(row.Cells[column].Text.Trim())}\" ({row.Place}).", Expected(field)));
            }
        }

        if (row.Cells.Skip(fields.Count).Any(cell => !string.IsNullOrWhiteSpace(cell.Text)))
        {
            problems.Add(new Problem(at, "extra-cells", $"The row has more cells than there are headings ({row.Place}).", "as many cells as headings"));
        }

        return item;
    }

    // Each field is given once: to the column that is called so, of several the first; then to columns that may be meant.
    private static IReadOnlyList<TemplateField?> Match(IReadOnlyList<TableColumn> columns, TemplateField list)
    {
        var found = new TemplateField?[columns.Count];
        int deepest = columns.Max(column => column.Names.Count);
        for (int depth = 0; depth < deepest; depth++)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                if (found[i] is null && depth < columns[i].Names.Count)
                {
                    string name = Folded(columns[i].Names[depth]);
                    found[i] = name.Length == 0 ? null
                        : list.Fields!.FirstOrDefault(field => !found.Contains(field) && (Folded(field.Name) == name || Folded(field.Label) == name));
                }
            }
        }

        return found;
    }

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string Placed(Problem problem, JsonPointer at, TableText table) =>
        problem.Pointer.Tokens is [_, var index, ..] && problem.Pointer.IsWithin(at) && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row < table.Rows.Count
            ? $"{problem.Detail.TrimEnd('.')} ({table.Rows[row].Place})."
            : problem.Detail;

    private static string Expected(TemplateField field) => field.Kind switch
    {
        FieldKind.Number => "a number, such as 1240 or 12.5",
        FieldKind.Money => "an amount and a currency, such as EUR 1200",
        FieldKind.Date => "a date as YYYY-MM-DD",
        FieldKind.YesNo => "yes or no",
        _ => "a value without an error",
    };

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private static string Shown(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Labels(IEnumerable<TemplateField> fields) => string.Join(", ", fields.Select(field => field.Label));
}
