using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HandoffOffice.Redlining;

/// <summary>A cell of a workbook.</summary>
/// <param name="Text">What it holds: a text, a number with a decimal point, <c>true</c> or <c>false</c>, a day as YYYY-MM-DD. Of a formula the value that was stored with it.</param>
/// <param name="IsNumber">Whether it holds a number.</param>
/// <param name="IsError">Whether it holds an error, such as <c>#DIV/0!</c>.</param>
public readonly record struct WorkbookCell(string Text, bool IsNumber = false, bool IsError = false);

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number in the sheet, 1 for the first.</param>
/// <param name="Cells">Its cells from column A on, without empty ones at the end.</param>
public sealed record WorkbookRow(int Number, IReadOnlyList<WorkbookCell> Cells);

/// <summary>The first visible sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows that were kept, without empty ones.</param>
/// <param name="Total">The rows that there are, without empty ones.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookRow> Rows, int Total);

/// <summary>
/// Reads a workbook (.xlsx, ECMA-376 Part 1, clause 18) as data. Nothing is computed: of a formula the stored value is read. What the reader of documents
/// refuses (bombs, document type declarations, macros, what is fetched from elsewhere) is refused here by the same code.
/// </summary>
public static class Workbook
{
    /// <summary>The most columns that are read (a sheet can have 16,384).</summary>
    public const int MaxColumns = 500;

    /// <summary>Reads the first visible sheet.</summary>
    /// <param name="file">The bytes of an .xlsx.</param>
    /// <param name="mostRows">How many rows are kept; the others are counted.</param>
    /// <param name="limits">Sizes to refuse beyond; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <exception cref="DocumentRefusedException">With one of <see cref="RefusalCodes"/>.</exception>
    public static WorkbookSheet Read(ReadOnlyMemory<byte> file, int mostRows, DocumentLimits? limits = null)
    {
        WorkbookRules.Check(file, limits ?? DocumentLimits.Default);
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
            return Read(document.WorkbookPart ?? throw NoWorkbook(null), mostRows);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or FormatException or ArgumentException or KeyNotFoundException)
        {
            // What the SDK says of a package whose parts do not fit each other.
            throw NoWorkbook(e);
        }
    }

    private static WorkbookSheet Read(WorkbookPart workbook, int mostRows)
    {
        Sheet sheet = workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(one => one.State is null || one.State.Value == SheetStateValues.Visible) ?? throw NoWorkbook(null);
        if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
        {
            throw new DocumentRefusedException(RefusalCodes.NotAWorkbook, "The first sheet of the workbook is no table.");
        }

        var cells = new CellReader(workbook);
        var rows = new List<WorkbookRow>();
        int total = 0;
        int number = 0;
        using OpenXmlReader reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex is { } index ? (int)Math.Min(index.Value, int.MaxValue) : number + 1;
            List<WorkbookCell> read = cells.Read(row);
            if (read.Count > 0 && ++total <= mostRows)
            {
                rows.Add(new WorkbookRow(number, read));
            }
        }

        return new WorkbookSheet(sheet.Name?.Value ?? string.Empty, rows, total);
    }

    private static DocumentRefusedException NoWorkbook(Exception? why) =>
        new(RefusalCodes.NotAWorkbook, "The file is no workbook that can be read (.xlsx).", null, why);

    // Reads cells by their type (18.18.11) and, for numbers, by their format (18.8.30).
    private sealed class CellReader(WorkbookPart workbook)
    {
        private readonly List<string> shared = [.. Shared(workbook.SharedStringTablePart)];
        private readonly bool[] dates = DateFormats.Of(workbook.WorkbookStylesPart?.Stylesheet);
        private readonly bool from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true;

        public List<WorkbookCell> Read(Row row)
        {
            var cells = new List<WorkbookCell>();
            foreach (Cell cell in row.Elements<Cell>())
            {
                int column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
                WorkbookCell read = Of(cell);
                if (column >= MaxColumns || column < cells.Count || string.IsNullOrWhiteSpace(read.Text))
                {
                    continue;
                }

                cells.AddRange(Enumerable.Repeat(new WorkbookCell(string.Empty), column - cells.Count));
                cells.Add(read);
            }

            return cells;
        }

        private WorkbookCell Of(Cell cell)
        {
            string value = cell.CellValue?.Text ?? string.Empty;
            CellValues type = cell.DataType?.Value ?? CellValues.Number;
            return type == CellValues.SharedString ? new WorkbookCell(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < shared.Count ? shared[at] : string.Empty)
                : type == CellValues.InlineString ? new WorkbookCell(cell.InlineString is { } inline ? TextOf(inline) : string.Empty)
                : type == CellValues.Boolean ? new WorkbookCell(value == "1" ? "true" : "false")
                : type == CellValues.Error ? new WorkbookCell(value, IsError: true)
                : type == CellValues.Number ? Number(value, cell.StyleIndex?.Value)
                : new WorkbookCell(value);
        }

        private WorkbookCell Number(string value, uint? style)
        {
            // A double has 15 digits that mean something (18.18.11, IEEE 754): 0.1 + 0.2 is stored as 0.30000000000000004.
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
            {
                return new WorkbookCell(value);
            }

            return style is { } index && index < (uint)dates.Length && dates[index] && Day(number) is { } day
                ? new WorkbookCell(day)
                : new WorkbookCell(number.ToString("G15", CultureInfo.InvariantCulture), IsNumber: true);
        }

        // Days since 30 December 1899, with the year 1900 taken for a leap year, or since 1 January 1904 (18.17.4.1).
        private string? Day(double serial)
        {
            double days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
            if (days is < 1 or >= 2_958_466)
            {
                return null;
            }

            DateTime date = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Math.Round(days * 86_400));
            return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        // One by one: a table of them as a tree takes many times its text.
        private static IEnumerable<string> Shared(SharedStringTablePart? part)
        {
            if (part is null)
            {
                yield break;
            }

            using OpenXmlReader reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    yield return TextOf((SharedStringItem)reader.LoadCurrentElement()!);
                }
            }
        }

        // Phonetic runs (18.4.6) say how a text is pronounced, and are none of it.
        private static string TextOf(RstType item) =>
            string.Concat(item.Elements().SelectMany(element => element switch
            {
                Text text => [text.Text],
                Run run => run.Elements<Text>().Select(text => text.Text),
                _ => [],
            }));

        private static int ColumnOf(string reference)
        {
            int column = 0;
            foreach (char c in reference.TakeWhile(char.IsAsciiLetter))
            {
                column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), MaxColumns + 1);
            }

            return Math.Max(0, column - 1);
        }
    }
}
