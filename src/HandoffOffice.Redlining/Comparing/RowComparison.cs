using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Compares a row of a table cell by cell (17.13.5.1, .3).</summary>
internal sealed class RowComparison(PropertyWriter properties, BlockComparison blocks, ElementImporter importer)
{
    private const double SameColumns = 0.25;

    private static readonly XName Exceptions = W.Ns + "tblPrEx";

    /// <summary>Writes a row that both sides have.</summary>
    public void Compare(StringBuilder output, XmlElement original, XmlElement revised)
    {
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
        var pairs = PairCells(a, b);
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

    private static List<(int A, int B)> PairCells(List<XmlElement> a, List<XmlElement> b)
    {
        if (a.Count == b.Count)
        {
            return [.. Enumerable.Range(0, a.Count).Select(cell => (cell, cell))];
        }

        var (wordsA, wordsB) = (a.ConvertAll(WordBag.Of), b.ConvertAll(WordBag.Of));
        return Pairing.By(a.Count, b.Count, (x, y) => SameColumns + wordsA[x].Likeness(wordsB[y]), SameColumns);
    }

    private void CompareCell(StringBuilder output, XmlElement original, XmlElement revised)
    {
        var changed = properties.Changed("tcPr", original.Child(W.TcPr), revised.Child(W.TcPr));
        var (text, before) = (original.Map.Text, output.Length);
        var start = original.Child(W.TcPr)?.Span.End ?? original.Span.Content;
        output.Append(original.StartTag);
        output.Append(changed ?? text.AsSpan(original.Span.Content, start - original.Span.Content));
        if (!blocks.Compare(output, original, revised, W.TcPr))
        {
            if (changed is null)
            {
                output.Length = before;
                output.Append(original.Raw);
                return;
            }

            output.Append(text, start, original.Span.ContentEnd - start);
        }

        output.Append("</").Append(original.QualifiedName).Append('>');
    }

    /// <summary>Writes a row that goes.</summary>
    public void Delete(StringBuilder output, XmlElement row)
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
        blocks.Delete(output, cell, W.TcPr);
        output.Append("</").Append(cell.QualifiedName).Append('>');
    }

    /// <summary>Writes a row that comes.</summary>
    public void Insert(StringBuilder output, XmlElement row)
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

        blocks.Insert(output, cell);
        importer.Close(output, cell);
    }

    private static void WithCell(StringBuilder output, XmlElement item, Action<XmlElement> write)
    {
        var cell = Cell(item);
        var text = item.Map.Text;
        output.Append(text, item.Span.Start, cell.Span.Start - item.Span.Start);
        write(cell);
        output.Append(text, cell.Span.End, item.Span.End - cell.Span.End);
    }

    /// <summary>How many cells a row has.</summary>
    public static int CellCount(XmlElement row) => row.Children.ToList().Count(IsCell);

    private static bool IsCell(XmlElement element) => element.Name == W.Tc || (BlockKind.IsControl(element) && element.Has(W.Tc));

    private static XmlElement Cell(XmlElement item) => item.Name == W.Tc ? item : item.Descendants(W.Tc).First();
}
