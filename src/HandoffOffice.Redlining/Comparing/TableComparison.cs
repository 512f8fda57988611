using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Compares tables: rows and cells come and go on their own (17.13.5.2, .1, .12, .17), a table never as a whole.</summary>
internal sealed class TableComparison(Comparison comparison, PartTarget target, SidePart from, PropertyWriter properties, BlockComparison blocks)
{
    // Up to this many tries every row is tried with every other; beyond, rows of equally long gaps are paired in order.
    private const int MostTries = 20_000;
    private const double SameColumns = 0.25;

    private static readonly XName Grid = W.Ns + "tblGrid";
    private static readonly XName GridColumn = W.Ns + "gridCol";
    private static readonly XName Exceptions = W.Ns + "tblPrEx";

    private readonly ElementImporter importer = new(comparison, from, target);

    private string Prefix => target.Word;

    /// <summary>How many columns a table has.</summary>
    public static int Columns(XmlElement table) => table.Child(Grid) is { } grid ? grid.Children.ToList().Count : 0;

    public void Compare(StringBuilder output, XmlElement original, XmlElement revised)
    {
        output.Append(original.StartTag);
        var at = original.Span.Content;
        var text = original.Map.Text;
        foreach (var child in original.Children)
        {
            if (child.Name == W.TblPr && properties.Changed("tblPr", child, revised.Child(W.TblPr)) is { } changed)
            {
                output.Append(text, at, child.Span.Start - at).Append(changed);
                at = child.Span.End;
            }
            else if (child.Name == Grid && revised.Child(Grid) is { } grid && Columns(original) != Columns(revised))
            {
                output.Append(text, at, child.Span.Start - at);
                NewGrid(output, child, grid);
                at = child.Span.End;
            }
            else if (child.Name == W.TblPr || child.Name == Grid)
            {
                output.Append(text, at, child.Span.End - at);
                at = child.Span.End;
            }
        }

        Rows(output, original, revised, at);
        output.Append("</").Append(original.QualifiedName).Append('>');
    }

    public void Delete(StringBuilder output, XmlElement table) => WithRows(output, table, DeleteRow);

    public void Insert(StringBuilder output, XmlElement table)
    {
        importer.Open(output, table);
        foreach (var child in table.Children)
        {
            if (child.Name == W.Tr)
            {
                InsertRow(output, child);
            }
            else if (IsRow(child))
            {
                foreach (var row in child.Descendants(W.Tr).Where(row => !Nested(row, table)))
                {
                    InsertRow(output, row);
                }
            }
            else
            {
                importer.Write(output, child);
            }
        }

        importer.Close(output, table);
    }

    // A grid has no author: w:tblGridChange is a mere mark (CT_TblGridChange).
    private void NewGrid(StringBuilder output, XmlElement original, XmlElement revised)
    {
        var w = Prefix;
        output.Append(original.OpenTag);
        foreach (var column in revised.Children)
        {
            if (column.Name == GridColumn)
            {
                importer.Write(output, column);
            }
        }

        output.Append('<').Append(w).Append("tblGridChange ").Append(w).Append("id=\"").Append(comparison.NextId()).Append("\"><").Append(w).Append("tblGrid>");
        foreach (var column in original.Children)
        {
            output.Append(column.Name == GridColumn ? column.Raw : "");
        }

        output.Append("</").Append(w).Append("tblGrid></").Append(w).Append("tblGridChange></").Append(original.QualifiedName).Append('>');
    }

    private void Rows(StringBuilder output, XmlElement original, XmlElement revised, int at)
    {
        var (a, b) = (original.Children.ToList().FindAll(IsRow), revised.Children.ToList().FindAll(IsRow));
        a.RemoveAll(IsDeletedEarlier);
        b.RemoveAll(IsDeletedEarlier);
        var keysA = a.ConvertAll(row => comparison.Keys.Thing(Fingerprints.Of(row, target.Part), -2));
        var keysB = b.ConvertAll(row => comparison.Keys.Thing(Fingerprints.Of(row, from), -2));
        var text = original.Map.Text;
        var (nextA, nextB) = (0, 0);
        foreach (var match in SequenceDiff.Matches(keysA.ToArray(), keysB.ToArray()).Append(new Match(a.Count, b.Count, 0)))
        {
            at = RowGap(output, a[nextA..match.A], b[nextB..match.B], text, at);
            for (var row = 0; row < match.Length; row++)
            {
                blocks.NoteReferences(a[match.A + row], b[match.B + row]);
            }

            if (match.Length > 0)
            {
                var end = a[match.A + match.Length - 1].Span.End;
                output.Append(text, at, end - at);
                at = end;
            }

            (nextA, nextB) = (match.A + match.Length, match.B + match.Length);
        }

        output.Append(text, at, original.Span.ContentEnd - at);
    }

    private int RowGap(StringBuilder output, List<XmlElement> a, List<XmlElement> b, string text, int at)
    {
        var nextB = 0;
        var nextA = 0;
        foreach (var (x, y) in PairRows(a, b).Append((a.Count, b.Count)))
        {
            for (; nextA < x; nextA++)
            {
                output.Append(text, at, a[nextA].Span.Start - at);
                at = a[nextA].Span.End;
                WithRows(output, a[nextA], DeleteRow);
            }

            for (; nextB < y; nextB++)
            {
                InsertRows(output, b[nextB]);
            }

            if (x < a.Count)
            {
                output.Append(text, at, a[x].Span.Start - at);
                at = a[x].Span.End;
                CompareRow(output, a[x], b[y]);
            }

            (nextA, nextB) = (x + 1, y + 1);
        }

        return at;
    }

    private static List<(int A, int B)> PairRows(List<XmlElement> a, List<XmlElement> b)
    {
        if ((long)a.Count * b.Count > MostTries && a.Count == b.Count)
        {
            return [.. Enumerable.Range(0, a.Count).Select(row => (row, row))];
        }

        var (wordsA, wordsB) = (a.ConvertAll(WordBag.Of), b.ConvertAll(WordBag.Of));
        var (cellsA, cellsB) = (a.ConvertAll(CellCount), b.ConvertAll(CellCount));
        return Pairing.By(a.Count, b.Count, (x, y) => wordsA[x].Likeness(wordsB[y]) + (cellsA[x] == cellsB[y] ? SameColumns : 0), SameColumns);
    }

    private static int CellCount(XmlElement row) => row.Children.ToList().Count(IsCell);

    private void CompareRow(StringBuilder output, XmlElement original, XmlElement revised)
    {
        if (original.Name != W.Tr || revised.Name != W.Tr)
        {
            CompareRowControl(output, original, revised);
            return;
        }

        output.Append(original.StartTag);
        var text = original.Map.Text;
        var at = original.Span.Content;
        var newExceptions = properties.Changed("tblPrEx", original.Child(Exceptions), revised.Child(Exceptions));
        var newProperties = properties.Changed("trPr", original.Child(W.TrPr), revised.Child(W.TrPr));
        output.Append(newExceptions ?? (original.Child(Exceptions) is { } ex ? ex.Raw.ToString() : ""));
        output.Append(newProperties ?? (original.Child(W.TrPr) is { } pr ? pr.Raw.ToString() : ""));
        foreach (var child in original.Children)
        {
            at = child.Name == Exceptions || child.Name == W.TrPr ? child.Span.End : at;
        }

        var (a, b) = (original.Children.ToList().FindAll(IsCell), revised.Children.ToList().FindAll(IsCell));
        var pairs = a.Count == b.Count
            ? [.. Enumerable.Range(0, a.Count).Select(cell => (A: cell, B: cell))]
            : Pairing.By(a.Count, b.Count, (x, y) => SameColumns + WordBag.Of(a[x]).Likeness(WordBag.Of(b[y])), SameColumns);
        var (nextA, nextB) = (0, 0);
        foreach (var (x, y) in pairs.Append((a.Count, b.Count)))
        {
            for (; nextA < x; nextA++)
            {
                output.Append(text, at, a[nextA].Span.Start - at);
                at = a[nextA].Span.End;
                WithCell(output, a[nextA], cell => DeleteCell(output, cell, "cellDel"));
            }

            for (; nextB < y; nextB++)
            {
                InsertCell(output, Cell(b[nextB]), "cellIns");
            }

            if (x < a.Count)
            {
                output.Append(text, at, a[x].Span.Start - at);
                at = a[x].Span.End;
                WithCell(output, a[x], cell => CompareCell(output, cell, Cell(b[y])));
            }

            (nextA, nextB) = (x + 1, y + 1);
        }

        output.Append(text, at, original.Span.End - at);
    }

    // Rows in a content control.
    private void CompareRowControl(StringBuilder output, XmlElement original, XmlElement revised)
    {
        var content = original.Child(W.SdtContent);
        if (content is not { } inner || revised.Child(W.SdtContent) is not { } revisedContent)
        {
            InsertRows(output, revised);
            WithRows(output, original, DeleteRow);
            return;
        }

        var text = original.Map.Text;
        output.Append(text, original.Span.Start, inner.Span.Content - original.Span.Start);
        Rows(output, inner, revisedContent, inner.Span.Content);
        output.Append(text, inner.Span.ContentEnd, original.Span.End - inner.Span.ContentEnd);
    }

    private void CompareCell(StringBuilder output, XmlElement original, XmlElement revised)
    {
        var changed = properties.Changed("tcPr", original.Child(W.TcPr), revised.Child(W.TcPr));
        var inner = blocks.Compare(original, revised, W.TcPr);
        if (changed is null && inner is null)
        {
            output.Append(original.Raw);
            return;
        }

        var text = original.Map.Text;
        var start = original.Child(W.TcPr)?.Span.End ?? original.Span.Content;
        output.Append(original.StartTag);
        output.Append(changed ?? text[original.Span.Content..start]);
        output.Append(inner ?? text[start..original.Span.ContentEnd]);
        output.Append("</").Append(original.QualifiedName).Append('>');
    }

    private void DeleteRow(StringBuilder output, XmlElement row)
    {
        output.Append(row.StartTag);
        output.Append(row.Child(Exceptions) is { } exceptions ? exceptions.Raw : "");
        output.Append(properties.Marked("trPr", row.Child(W.TrPr), "del"));
        foreach (var child in row.Children)
        {
            if (IsCell(child))
            {
                WithCell(output, child, cell => DeleteCell(output, cell, null));
            }
            else if (child.Name != Exceptions && child.Name != W.TrPr)
            {
                output.Append(child.Raw);
            }
        }

        output.Append("</").Append(row.QualifiedName).Append('>');
    }

    private void DeleteCell(StringBuilder output, XmlElement cell, string? mark)
    {
        output.Append(cell.StartTag);
        output.Append(mark is not null ? properties.Marked("tcPr", cell.Child(W.TcPr), mark) : cell.Child(W.TcPr) is { } own ? own.Raw.ToString() : "");
        output.Append(blocks.Delete(cell, W.TcPr)).Append("</").Append(cell.QualifiedName).Append('>');
    }

    private void InsertRows(StringBuilder output, XmlElement item)
    {
        if (item.Name == W.Tr)
        {
            InsertRow(output, item);
            return;
        }

        foreach (var row in item.Descendants(W.Tr).Where(row => !Nested(row, item)))
        {
            InsertRow(output, row);
        }
    }

    private void InsertRow(StringBuilder output, XmlElement row)
    {
        importer.Open(output, row);
        if (row.Child(Exceptions) is { } exceptions)
        {
            importer.Write(output, exceptions);
        }

        output.Append(properties.ImportedMarked("trPr", row.Child(W.TrPr), "ins"));
        foreach (var cell in row.Children)
        {
            if (IsCell(cell))
            {
                InsertCell(output, Cell(cell), null);
            }
        }

        importer.Close(output, row);
    }

    private void InsertCell(StringBuilder output, XmlElement cell, string? mark)
    {
        importer.Open(output, cell);
        if (mark is not null)
        {
            output.Append(properties.ImportedMarked("tcPr", cell.Child(W.TcPr), mark));
        }
        else if (cell.Child(W.TcPr) is { } own)
        {
            importer.Write(output, own);
        }

        output.Append(blocks.Insert(cell));
        importer.Close(output, cell);
    }

    // Writes an element as it is, but for the rows in it.
    private static void WithRows(StringBuilder output, XmlElement element, Action<StringBuilder, XmlElement> write)
    {
        if (element.Name == W.Tr)
        {
            write(output, element);
            return;
        }

        var text = element.Map.Text;
        var at = element.Span.Start;
        foreach (var row in element.Descendants(W.Tr).Where(row => !Nested(row, element) && !IsDeletedEarlier(row)))
        {
            output.Append(text, at, row.Span.Start - at);
            write(output, row);
            at = row.Span.End;
        }

        output.Append(text, at, element.Span.End - at);
    }

    private static void WithCell(StringBuilder output, XmlElement item, Action<XmlElement> write)
    {
        var cell = Cell(item);
        var text = item.Map.Text;
        output.Append(text, item.Span.Start, cell.Span.Start - item.Span.Start);
        write(cell);
        output.Append(text, cell.Span.End, item.Span.End - cell.Span.End);
    }

    private static bool Nested(XmlElement row, XmlElement table)
    {
        for (var around = row.Parent; around is { } element && !element.Equals(table); around = element.Parent)
        {
            if (element.Name == W.Tbl || element.Name == W.Tc)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeletedEarlier(XmlElement row) => row.Child(W.TrPr)?.Child(W.Del) is not null;

    private static bool IsRow(XmlElement element) => element.Name == W.Tr || (IsControl(element) && element.Has(W.Tr));

    private static bool IsCell(XmlElement element) => element.Name == W.Tc || (IsControl(element) && element.Has(W.Tc));

    private static bool IsControl(XmlElement element) => element.Name == W.Sdt || element.Name == W.Ns + "customXml";

    private static XmlElement Cell(XmlElement item) => item.Name == W.Tc ? item : item.Descendants(W.Tc).First();
}
