using System.Xml.Linq;
using CsCheck;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Tables: plain, with cells merged across or down, with content controls around rows and cells.</summary>
internal static class TableGen
{
    private enum Kind
    {
        Plain,
        MergedAcross,
        MergedDown,
        RowControl,
        CellControl,
    }

    /// <summary>A table of one to four rows and one to three columns.</summary>
    /// <param name="cell">The blocks of one cell; the last is a paragraph.</param>
    /// <param name="earlier">Whether somebody may have inserted a row.</param>
    public static Gen<XElement> Table(Gen<XElement[]> cell, bool earlier) =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], Gen.Frequency((4, Gen.Const(Kind.Plain)), (4, Gen.Enum<Kind>())), Gen.Int[0, 3])
            .SelectMany((rows, columns, kind, mark) => cell.Array[rows * columns].Select(cells => Build(rows, columns, kind, cells, earlier && mark == 0)));

    public static XElement Row(IEnumerable<XElement[]> cells) => Wml.E("tr", cells.Select(content => Cell(content)));

    public static XElement Cell(XElement[] content, params XElement[] properties) =>
        Wml.E("tc", Wml.E("tcPr", Wml.E("tcW", Wml.At("w", 2000), Wml.At("type", "dxa")), properties), content);

    private static XElement Build(int rows, int columns, Kind kind, XElement[][] cells, bool inserted)
    {
        var table = Wml.E("tbl",
            Wml.E("tblPr", Wml.Val("tblStyle", "TableGrid"), Wml.E("tblW", Wml.At("w", 0), Wml.At("type", "auto"))),
            Wml.E("tblGrid", Enumerable.Range(0, columns).Select(_ => Wml.E("gridCol", Wml.At("w", 2000)))));
        for (var number = 0; number < rows; number++)
        {
            var row = Row(cells.Skip(number * columns).Take(columns));
            Merge(row, kind, number, rows);
            if (inserted && number == rows - 1 && number > 0)
            {
                row.AddFirst(Wml.E("trPr", Wml.Earlier("ins")));
            }

            table.Add(kind == Kind.RowControl && number == 0 ? Wml.Control("row", row) : row);
        }

        return table;
    }

    private static void Merge(XElement row, Kind kind, int number, int rows)
    {
        var cells = row.Elements(Wml.Ns + "tc").ToList();
        if (kind == Kind.MergedAcross && number == 0 && cells.Count > 1)
        {
            cells[1].Remove();
            Properties(cells[0]).Add(Wml.Val("gridSpan", 2));
        }
        else if (kind == Kind.MergedDown && rows > 1 && number < 2)
        {
            Properties(cells[0]).Add(number == 0 ? Wml.Val("vMerge", "restart") : Wml.E("vMerge"));
            cells[0].Elements().Skip(1).Where(e => number == 1 && e.NextNode is not null).Remove();
        }
        else if (kind == Kind.CellControl && number == 0)
        {
            cells[^1].ReplaceWith(Wml.Control("cell", new XElement(cells[^1])));
        }
    }

    private static XElement Properties(XElement cell) => cell.Element(Wml.Ns + "tcPr") ?? throw new InvalidOperationException("The cell has no properties.");
}
