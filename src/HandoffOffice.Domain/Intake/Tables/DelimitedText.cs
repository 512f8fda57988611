using System.Globalization;
using System.Text;

namespace HandoffOffice.Domain.Intake.Tables;

/// <summary>
/// Reads comma-separated values as RFC 4180 defines them, with a comma, semicolon or tab between the fields and any kind of line end. Memory is that of the
/// text and of the rows that are kept; the others are counted only.
/// </summary>
public static class DelimitedText
{
    /// <summary>The most columns.</summary>
    public const int MaxColumns = 500;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The table, its first row taken as the headings; or why it can't be read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mostRows">How many rows are kept.</param>
    public static (TableText? Table, TableFault? Fault) Read(string text, int mostRows)
    {
        (char separator, int start) = SeparatorOf(text);
        var reader = new Reader(text, start, separator);
        IReadOnlyList<TableColumn>? columns = null;
        var rows = new List<TableRow>();
        int total = 0;
        while (reader.Next(keep: columns is null || rows.Count < mostRows) is { } cells)
        {
            if (reader.IsBlank)
            {
                continue;
            }

            if (columns is null)
            {
                columns = [.. cells.Select(cell => TableColumn.Of(cell.Text.Trim()))];
            }
            else
            {
                total++;
                if (rows.Count < mostRows)
                {
                    rows.Add(new TableRow(string.Create(CultureInfo.InvariantCulture, $"line {reader.Line}"), cells));
                }
            }
        }

        return reader.Fault is { } fault ? (null, fault)
            : columns is null || total == 0 ? (null, TableFault.Empty)
            : (new TableText(columns, rows, total, separator == ';' ? true : null), null);
    }

    // A semicolon is what parts the fields where the comma is taken: by the decimal sign. Excel names the separator in a line of its own; else it is the one that the first line has most of, outside of quotes.
    private static (char Separator, int Start) SeparatorOf(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Separators.Contains(text[4]) && (text.Length == 5 || text[5] is '\r' or '\n'))
        {
            return (text[4], 5);
        }

        Span<int> counts = [0, 0, 0];
        bool quoted = false;
        foreach (char c in text)
        {
            quoted ^= c == '"';
            if (!quoted && c is '\r' or '\n' && (counts[0] > 0 || counts[1] > 0 || counts[2] > 0))
            {
                break;
            }

            if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return (counts[2] > counts[1] && counts[2] > counts[0] ? '\t' : counts[1] > counts[0] ? ';' : ',', 0);
    }

    // One record at a time.
    private sealed class Reader(string text, int start, char separator)
    {
        private readonly StringBuilder cell = new();
        private int at = start;
        private int nextLine = 1;

        /// <summary>The line on which the last record begins, 1 for the first.</summary>
        public int Line { get; private set; }

        public bool IsBlank { get; private set; }

        public TableFault? Fault { get; private set; }

        public IReadOnlyList<TableCell>? Next(bool keep)
        {
            if (at >= text.Length || Fault is not null)
            {
                return null;
            }

            (Line, IsBlank) = (nextLine, true);
            var cells = new List<TableCell>();
            int count = 0;
            bool more;
            do
            {
                more = Cell(keep);
                if (Fault is not null || ++count > MaxColumns)
                {
                    Fault ??= new TableFault("too-many-columns", $"Line {Line} has more than {MaxColumns} columns.");
                    return null;
                }

                if (keep)
                {
                    cells.Add(new TableCell(cell.ToString()));
                }
            }
            while (more);
            return cells;
        }

        // Whether another field of the same record follows.
        private bool Cell(bool keep)
        {
            cell.Clear();
            return at < text.Length && text[at] == '"' ? Quoted(keep) : Plain(keep);
        }

        private bool Plain(bool keep)
        {
            int from = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            {
                at++;
            }

            Take(text.AsSpan(from, at - from), keep);
            return End();
        }

        private bool Quoted(bool keep)
        {
            int opened = nextLine;
            for (at++; ; at++)
            {
                int close = text.IndexOf('"', at);
                if (close < 0)
                {
                    Fault = new TableFault("quote-open", $"The quotation mark that opens on line {opened} is never closed. Within quotation marks one stands twice (RFC 4180).");
                    return false;
                }

                ReadOnlySpan<char> part = text.AsSpan(at, close - at);
                nextLine += part.Count('\n');
                Take(part, keep);
                at = close + 1;
                if (at < text.Length && text[at] == '"')
                {
                    Take("\"", keep);
                    continue;
                }

                return at >= text.Length || text[at] == separator || text[at] is '\r' or '\n' ? End() : Refuse();
            }
        }

        private bool Refuse()
        {
            Fault = new TableFault("quote-followed", $"On line {nextLine} something follows a closing quotation mark. Within quotation marks one stands twice (RFC 4180).");
            return false;
        }

        private void Take(ReadOnlySpan<char> part, bool keep)
        {
            IsBlank &= part.IsWhiteSpace();
            if (keep)
            {
                cell.Append(part);
            }
        }

        private bool End()
        {
            if (at >= text.Length)
            {
                return false;
            }

            if (text[at] == separator)
            {
                at++;
                return true;
            }

            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            nextLine++;
            return false;
        }
    }
}
