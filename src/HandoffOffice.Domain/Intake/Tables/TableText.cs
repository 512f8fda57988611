namespace HandoffOffice.Domain.Intake.Tables;

/// <summary>A table, mail thread or document as rows of text, before anybody knows what its columns are.</summary>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">The rows that were kept, without empty ones.</param>
/// <param name="Total">The rows that there are, without empty ones.</param>
/// <param name="HasDecimalCommas">Whether files of its kind are written where the decimal sign is a comma; null where the kind does not say.</param>
public sealed record TableText(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, int Total, bool? HasDecimalCommas = null);

/// <summary>A column.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Names">The names and labels of fields that it may be, the best first; for a table its heading alone.</param>
public sealed record TableColumn(string Heading, IReadOnlyList<string> Names)
{
    /// <summary>A column that is known by its heading alone.</summary>
    public static TableColumn Of(string heading) => new(heading, [heading]);
}

/// <summary>A row.</summary>
/// <param name="Place">Where a person finds it, such as "line 14".</param>
/// <param name="Cells">Its cells; a short row has fewer than there are columns.</param>
public sealed record TableRow(string Place, IReadOnlyList<TableCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsExact">Whether a number in it is written with a decimal point and nothing else, as a workbook stores it, and not as a person writes it.</param>
/// <param name="IsError">Whether it holds an error, such as the result of a division by zero.</param>
public sealed record TableCell(string Text, bool IsExact = false, bool IsError = false);

/// <summary>Why a table can't be read at all.</summary>
/// <param name="Code">Stable, lower-case words joined by hyphens.</param>
/// <param name="Detail">What is wrong and what to do, for a person.</param>
public sealed record TableFault(string Code, string Detail)
{
    /// <summary>There is nothing in it.</summary>
    public static TableFault Empty { get; } = new("table-empty", "The file has no row under its headings. Put the names of the fields into the first row and one item a row below.");
}
