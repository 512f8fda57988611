using System.Xml.Linq;
using static HandoffOffice.Redlining.Tests.Comparing.Wml;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Edits of rows and columns.</summary>
internal static class TableEdits
{
    public static bool Apply(IEnumerable<XElement> tables, Edit edit)
    {
        var rowEdit = edit.Kind is EditKind.InsertRow or EditKind.DeleteRow;
        if (Editor.Choose(tables.Where(rowEdit ? HasNoVerticalMerge : IsPlain), edit.Place) is not { } table)
        {
            return false;
        }

        var rows = table.Elements(Ns + "tr").ToList();
        var columns = table.Elements(Ns + "tblGrid").Elements().Count();
        return edit.Kind switch
        {
            EditKind.InsertRow => InsertRow(rows, columns, edit),
            EditKind.DeleteRow => rows.Count > 1 && Remove([rows[edit.Detail % rows.Count]]),
            EditKind.InsertColumn => InsertColumn(table, rows, edit.Detail % (columns + 1), edit.Words),
            _ => columns > 1 && Remove([.. rows.Append(table.Element(Ns + "tblGrid")).OfType<XElement>().Select(row => Cells(row)[edit.Detail % columns])]),
        };
    }

    private static bool InsertRow(List<XElement> rows, int columns, Edit edit)
    {
        if (rows.Count == 0)
        {
            return false;
        }

        rows[edit.Detail % rows.Count].AddAfterSelf(TableGen.Row(Enumerable.Range(0, columns).Select(n => new[] { Paragraph(Run($"{edit.Words} {n}")) })));
        return true;
    }

    private static bool InsertColumn(XElement table, List<XElement> rows, int at, string words)
    {
        foreach (var row in rows)
        {
            Put(row, at, TableGen.Cell([Paragraph(Run(words))]));
        }

        Put(table.Element(Ns + "tblGrid") ?? throw new InvalidOperationException("The table has no grid."), at, E("gridCol", At("w", 2000)));
        return true;
    }

    private static void Put(XElement row, int at, XElement cell)
    {
        var cells = Cells(row);
        if (at < cells.Count)
        {
            cells[at].AddBeforeSelf(cell);
        }
        else
        {
            cells[^1].AddAfterSelf(cell);
        }
    }

    private static bool Remove(List<XElement> elements)
    {
        elements.ForEach(e => e.Remove());
        return true;
    }

    private static List<XElement> Cells(XElement row) => [.. row.Elements().Where(e => e.Name == Ns + "tc" || e.Name == Ns + "gridCol")];

    private static bool HasNoVerticalMerge(XElement table) => !Own(table, "vMerge").Any();

    private static bool IsPlain(XElement table) => HasNoVerticalMerge(table) && !Own(table, "gridSpan").Any() && !table.Elements(Ns + "sdt").Any() && !table.Elements(Ns + "tr").Elements(Ns + "sdt").Any();

    private static IEnumerable<XElement> Own(XElement table, string property) => table.Descendants(Ns + property).Where(e => e.Ancestors(Ns + "tbl").First() == table);
}
