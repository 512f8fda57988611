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

    private readonly ElementImporter importer = new(comparison, from, target);
    private readonly RowComparison rows = new(properties, blocks, new ElementImporter(comparison, from, target));

    private string Prefix => target.Word;

    /// <summary>How many columns a table has.</summary>
    public static int Columns(XmlElement table) => table.Child(Grid) is { } grid ? Count(grid) : 0;

    private static int Count(XmlElement element)
    {
        var count = 0;
        foreach (var _ in element.Children)
        {
            count++;
        }

        return count;
    }

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

    public void Delete(StringBuilder output, XmlElement table) => WithRows(output, table, rows.Delete);

    public void Insert(StringBuilder output, XmlElement table)
    {
        if (table.Children.ToList().FindAll(IsRow).TrueForAll(IsDeletedEarlier))
        {
            return;
        }

        importer.Open(output, table);
        foreach (var child in table.Children)
        {
            if (IsRow(child))
            {
                InsertRows(output, child);
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
                WithRows(output, a[nextA], rows.Delete);
            }

            for (; nextB < y; nextB++)
            {
                InsertRows(output, b[nextB]);
            }

            if (x < a.Count)
            {
                output.Append(text, at, a[x].Span.Start - at);
                at = a[x].Span.End;
                if (a[x].Name == W.Tr && b[y].Name == W.Tr)
                {
                    rows.Compare(output, a[x], b[y]);
                }
                else
                {
                    CompareRowControl(output, a[x], b[y]);
                }
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
        var (cellsA, cellsB) = (a.ConvertAll(RowComparison.CellCount), b.ConvertAll(RowComparison.CellCount));
        return Pairing.By(a.Count, b.Count, (x, y) => wordsA[x].Likeness(wordsB[y]) + (cellsA[x] == cellsB[y] ? SameColumns : 0), SameColumns);
    }

    // Rows in a content control.
    private void CompareRowControl(StringBuilder output, XmlElement original, XmlElement revised)
    {
        var content = original.Child(W.SdtContent);
        if (content is not { } inner || revised.Child(W.SdtContent) is not { } revisedContent)
        {
            InsertRows(output, revised);
            WithRows(output, original, rows.Delete);
            return;
        }

        var text = original.Map.Text;
        output.Append(text, original.Span.Start, inner.Span.Content - original.Span.Start);
        Rows(output, inner, revisedContent, inner.Span.Content);
        output.Append(text, inner.Span.ContentEnd, original.Span.End - inner.Span.ContentEnd);
    }

    // What somebody deleted earlier in the revised document is not in it any more.
    private void InsertRows(StringBuilder output, XmlElement item)
    {
        foreach (var row in item.Name == W.Tr ? [item] : item.Descendants(W.Tr).Where(row => !Nested(row, item)))
        {
            if (!IsDeletedEarlier(row))
            {
                rows.Insert(output, row);
            }
        }
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

    private static bool IsRow(XmlElement element) => element.Name == W.Tr || (BlockKind.IsControl(element) && element.Has(W.Tr));
}
