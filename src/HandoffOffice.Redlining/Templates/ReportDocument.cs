using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Makes reports: a title, contents that lead to their headings, text and tables.</summary>
public static class ReportDocument
{
    private const int Deepest = 2;

    /// <summary>Makes the document. The same content gives the same bytes.</summary>
    /// <param name="content">What it is to hold.</param>
    /// <exception cref="ArgumentException">A level is not 1 or 2, a table's row is not as long as its columns, or the language is no BCP 47 tag.</exception>
    public static byte[] Create(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Refuse(content.Blocks);
        List<(ReportBlock.Heading Heading, string Bookmark)> headings =
            [.. content.Blocks.OfType<ReportBlock.Heading>().Select((heading, number) => (heading, string.Create(CultureInfo.InvariantCulture, $"_Toc{number + 1:000000}")))];
        var bookmarks = new Queue<string>(headings.Select(pair => pair.Bookmark));
        return OwnDocument.Create(content.Title, content.FooterText, content.Language, TemplateStyles.ReportStyles,
        [
            OwnDocument.Styled("Title", OwnDocument.Run(content.Title)),
            .. string.IsNullOrWhiteSpace(content.Subtitle) ? Array.Empty<XElement>() : [OwnDocument.Styled("Subtitle", OwnDocument.Run(content.Subtitle))],
            Contents(content.ContentsHeading, headings),
            .. content.Blocks.SelectMany(block => Block(block, bookmarks)),
        ]);
    }

    private static IEnumerable<XElement> Block(ReportBlock block, Queue<string> bookmarks) => block switch
    {
        ReportBlock.Heading heading => [Heading(heading, bookmarks.Dequeue(), bookmarks.Count)],
        ReportBlock.Paragraph paragraph => [OwnDocument.Styled(StyleOf(paragraph.Look), OwnDocument.Run(paragraph.Text))],
        // Two tables that touch are one (17.4.37): a paragraph follows each.
        ReportBlock.Table table => [Table(table), OwnDocument.Styled("Normal")],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static XElement Heading(ReportBlock.Heading heading, string bookmark, int id) => OwnDocument.Styled(
        StyleOf(heading.Level),
        new XElement(W.Ns + "bookmarkStart", OwnDocument.Attribute("id", id), OwnDocument.Attribute("name", bookmark)),
        OwnDocument.Run(heading.Text),
        new XElement(W.Ns + "bookmarkEnd", OwnDocument.Attribute("id", id)));

    // A field that is filled in already, without page numbers (\n): right from the first look on, and Word can still renew it (17.16.5.68).
    private static XElement Contents(string title, List<(ReportBlock.Heading Heading, string Bookmark)> headings)
    {
        List<XElement> entries = [.. headings.Select(pair => OwnDocument.Styled(
            $"TOC{pair.Heading.Level}", new XElement(W.Ns + "hyperlink", OwnDocument.Attribute("anchor", pair.Bookmark), OwnDocument.Attribute("history", 1), OwnDocument.Run(pair.Heading.Text))))];
        if (entries.Count > 0)
        {
            entries[0].Element(W.PPr)!.AddAfterSelf(Mark("begin"), Instruction($" TOC \\o \"1-{Deepest}\" \\n \\h \\z \\u "), Mark("separate"));
            entries[^1].Add(Mark("end"));
        }

        return new XElement(W.Sdt,
            new XElement(W.SdtPr, new XElement(W.Ns + "docPartObj", OwnDocument.Valued("docPartGallery", "Table of Contents"), new XElement(W.Ns + "docPartUnique"))),
            new XElement(W.SdtContent, OwnDocument.Styled("TOCHeading", OwnDocument.Run(title)), entries));
    }

    private static XElement Mark(string type) => new(W.R, new XElement(W.Ns + "fldChar", OwnDocument.Attribute("fldCharType", type)));

    private static XElement Instruction(string code) =>
        new(W.R, new XElement(W.Ns + "instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), code));

    private static XElement Table(ReportBlock.Table table)
    {
        int shares = table.Columns.Sum(column => column.Share);
        int[] widths = [.. table.Columns.Select(column => OwnDocument.TextWidth * column.Share / shares)];
        return new XElement(W.Tbl,
            new XElement(W.Ns + "tblPr",
                OwnDocument.Valued("tblStyle", "ReportTable"),
                new XElement(W.Ns + "tblW", OwnDocument.Attribute("w", widths.Sum()), OwnDocument.Attribute("type", "dxa")),
                new XElement(W.Ns + "tblLayout", OwnDocument.Attribute("type", "fixed"))),
            new XElement(W.Ns + "tblGrid", widths.Select(width => new XElement(W.Ns + "gridCol", OwnDocument.Attribute("w", width)))),
            Row("TableHeading", [.. table.Columns.Select(column => column.Heading)], widths, isHead: true),
            table.Rows.Select(row => Row("TableText", row, widths, isHead: false)));
    }

    private static XElement Row(string style, IReadOnlyList<string> cells, int[] widths, bool isHead) => new(W.Tr,
        new XElement(W.Ns + "trPr", new XElement(W.Ns + "cantSplit"), isHead ? new XElement(W.Ns + "tblHeader") : null),
        cells.Select((cell, column) => new XElement(W.Tc,
            new XElement(W.Ns + "tcPr", new XElement(W.Ns + "tcW", OwnDocument.Attribute("w", widths[column]), OwnDocument.Attribute("type", "dxa"))),
            OwnDocument.Styled(style, OwnDocument.Run(cell)))));

    private static string StyleOf(int level) => level == 1 ? "Heading1" : "Heading2";

    private static string StyleOf(ParagraphLook look) => look switch
    {
        ParagraphLook.Quote => "Quote",
        ParagraphLook.Remark => "Remark",
        _ => "Normal",
    };

    private static void Refuse(IReadOnlyList<ReportBlock> blocks)
    {
        if (blocks.OfType<ReportBlock.Heading>().FirstOrDefault(heading => heading.Level is < 1 or > Deepest) is { } heading)
        {
            throw new ArgumentException($"The heading '{heading.Text}' has the level {heading.Level}.", nameof(blocks));
        }

        if (blocks.OfType<ReportBlock.Table>().Any(table => table.Columns.Count == 0 || table.Columns.Any(column => column.Share < 1) || table.Rows.Any(row => row.Count != table.Columns.Count)))
        {
            throw new ArgumentException("A table has no column, a column without width, or a row of another length.", nameof(blocks));
        }
    }
}
