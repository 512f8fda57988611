using System.Xml.Linq;
using CsCheck;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>
/// Word documents with all that people put into them: formatted runs, lists, tables (merged, nested), links, fields, content controls at
/// every level, bookmarks, pictures, text boxes, formulas, notes, comments, headers, sections, and earlier changes of somebody else.
/// </summary>
internal static class DocumentGen
{
    private static readonly string[] Vocabulary =
    [
        "the", "of", "and", "report", "project", "budget", "Helios", "week", "risk", "team", "delivery", "milestone", "Müller", "naïve", "don't", "well-known",
        "42", "3.14", "2026-03-04", "€1,000", "approved", "a", "I", "on", "schedule", "été", "Ünïcode", "東京", "会議", "mañana", "x", "client", "review", "signed",
    ];

    /// <summary>One to some words with single spaces; some end a sentence.</summary>
    public static readonly Gen<string> Words = Gen.Frequency((12, OneOf(Vocabulary)), (1, Gen.Int[100, 9999].Select(n => $"{n}")))
        .Select(Gen.Frequency((8, Gen.Const("")), (1, Gen.Const(",")), (1, Gen.Const("."))), (word, mark) => word + mark)
        .Array[1, 9].Select(words => string.Join(' ', words));

    private static readonly Gen<XElement?> Format = Gen.Frequency(
        (5, Gen.Const(0)), (5, Gen.Int[1, 63])).Select(bits => bits == 0 ? null : Wml.E("rPr",
            (bits & 1) != 0 ? Wml.E("b") : null, (bits & 2) != 0 ? Wml.E("i") : null, (bits & 4) != 0 ? Wml.Val("color", "FF0000") : null,
            (bits & 8) != 0 ? Wml.Val("sz", 28) : null, (bits & 16) != 0 ? Wml.Val("u", "single") : null, (bits & 32) != 0 ? Wml.Val("lang", "en-GB") : null));

    /// <summary>A run of text with a space at its end.</summary>
    public static readonly Gen<XElement> TextRun = Gen.Select(Format, Words, (format, text) => Wml.Run(format, Wml.Text(text + " ")));

    private static readonly Gen<XElement[]> Runs = TextRun.Array[1, 2];

    private static readonly Gen<XElement[]> PlainInline = Gen.Frequency<XElement[]>(
        (16, TextRun.Select(One)),
        (1, TextRun.Select(run => new[] { run, Wml.Run(null, Wml.E("tab")) })),
        (1, Words.Select(text => One(Wml.Run(null, Wml.Text(text), Wml.E("br"), Wml.Text("and "))))),
        (1, OneOf("noBreakHyphen", "softHyphen", "cr").Select(name => One(Wml.Run(null, Wml.Text("co"), Wml.E(name), Wml.Text("operate "))))));

    private static readonly Gen<XElement[]> Note = Gen.Select(OneOf("footnote", "endnote"), SimpleParagraph().Array[1, 2], (kind, paragraphs) => new XElement[]
    {
        Wml.Run(Wml.E("rPr", Wml.Val("vertAlign", "superscript")), Wml.E(kind + "Reference", Wml.At("id", 0)), Held(kind, Referring(kind, paragraphs))),
    });

    private static readonly Gen<XElement[]> Comment = Gen.Select(Runs, Words, (runs, text) => (XElement[])
    [
        Wml.E("commentRangeStart", Wml.At("id", 0)), .. runs, Wml.E("commentRangeEnd", Wml.At("id", 0)),
        Wml.Run(null, Wml.E("commentReference", Wml.At("id", 0)), Held("comment", [Wml.Paragraph(Wml.Run(text))])),
    ]);

    private static readonly Gen<XElement[]> Bookmark = Runs.Select(runs => (XElement[])
    [
        Wml.E("bookmarkStart", Wml.At("id", 0), Wml.At("name", "")), .. runs, Wml.E("bookmarkEnd", Wml.At("id", 0)),
    ]);

    private static readonly Gen<XElement[]> Link = Gen.Select(Gen.Int[1, 3], Runs, (number, runs) => new XElement[]
    {
        Wml.E("hyperlink", new XAttribute(Wml.R + "id", $"rLink{number}"), Wml.At("history", 1), runs),
    });

    private static readonly Gen<XElement[]> RichInline = Gen.OneOf<XElement[]>(
        Link,
        Runs.Select(runs => Wml.Field("DATE", runs).ToArray()),
        Gen.Select(Runs, Words, (runs, text) => Wml.Field("IF 1 = 1", [.. runs, .. Wml.Field("PAGE", [Wml.Run(text)])]).ToArray()),
        Runs.Select(runs => One(Wml.E("fldSimple", Wml.At("instr", " NUMPAGES "), runs))),
        Runs.Select(runs => One(Wml.Control("inline", runs))),
        Bookmark,
        Gen.Int[1, 2].Select(number => One(Wml.Run(null, Wml.Image($"rImage{number}")))),
        SimpleParagraph().Array[1, 2].Select(paragraphs => One(Wml.Run(null, Wml.TextBox(paragraphs)))),
        Gen.Select(OneOf("x", "alpha", "n"), OneOf("y", "beta"), (a, b) => One(Wml.Formula(a, b))),
        Note, Note, Comment);

    private static readonly Gen<XElement[]> Earlier = Gen.Select(OneOf("ins", "del", "rPrChange"), Words, (kind, text) => One(kind switch
    {
        "ins" => Wml.Earlier("ins", Wml.Run(text + " ")),
        "del" => Wml.Earlier("del", Wml.Run(null, Wml.Text(text + " ", "delText"))),
        _ => Wml.Run(Wml.E("rPr", Wml.E("b"), Wml.Earlier("rPrChange", Wml.E("rPr"))), Wml.Text(text + " ")),
    }));

    private static readonly Gen<XElement?> Properties = Gen.Frequency<XElement?>(
        (6, Gen.Const((XElement?)null)),
        (1, OneOf("center", "right", "both").Select(align => (XElement?)Wml.E("pPr", Wml.Val("jc", align)))),
        (1, Gen.Int[1, 3].Select(n => (XElement?)Wml.E("pPr", Wml.E("ind", Wml.At("left", 360 * n))))),
        (1, Gen.Bool.Select(_ => (XElement?)Wml.E("pPr", Wml.Val("pStyle", "Heading1"), Wml.E("keepNext")))),
        (3, Gen.Select(Gen.Int[1, 2], Gen.Int[0, 2], (list, level) =>
            (XElement?)Wml.E("pPr", Wml.Val("pStyle", "ListParagraph"), Wml.E("numPr", Wml.Val("ilvl", level), Wml.Val("numId", list))))));

    /// <summary>A paragraph of anything.</summary>
    public static Gen<XElement> Paragraph(bool earlier) => Gen.Select(
        Properties, Gen.Frequency((8, PlainInline), (2, RichInline), (earlier ? 2 : 0, Earlier)).Array[0, 6],
        (properties, content) => Wml.Paragraph(properties, content));

    /// <summary>A paragraph, a list item, a table or a control around blocks.</summary>
    public static Gen<XElement> Block(bool earlier) => Gen.Frequency(
        (10, Paragraph(earlier)),
        (2, TableGen.Table(Cell(earlier, nested: true), earlier)),
        (1, Paragraph(earlier).Array[1, 2].Select(blocks => Wml.Control("block", blocks))));

    /// <summary>Documents of one to three sections.</summary>
    public static readonly Gen<GeneratedDocument> Document =
        Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))).SelectMany(earlier => Gen.Select(
            Block(earlier).Array[1, 7].Array[1, 3], Gen.Int[0, 15].Array[3], SimpleParagraph().Array[1, 2].Array[4], Build));

    /// <summary>Documents of four to nine paragraphs with more than ten words each, no two alike.</summary>
    public static readonly Gen<GeneratedDocument> LongParagraphs = TextRun.Array[5, 8].Array[4, 9].Select(paragraphs =>
    {
        var numbered = paragraphs.Select((runs, number) => Wml.Paragraph(Wml.Run($"Clause {number} of this contract says in its own words that "), runs)).ToArray();
        return Build([numbered], [0], [[]]);
    });

    private static Gen<XElement> SimpleParagraph() => Runs.Select(runs => Wml.Paragraph(runs));

    private static Gen<XElement[]> Cell(bool earlier, bool nested) => nested
        ? Gen.Frequency((8, Cell(earlier, false)), (1, Gen.Select(TableGen.Table(Cell(earlier, false), earlier), SimpleParagraph(), (table, last) => new[] { table, last })))
        : Gen.Frequency((5, SimpleParagraph()), (1, Paragraph(earlier))).Array[1, 2];

    private static GeneratedDocument Build(XElement[][] sections, int[] kinds, XElement[][] stories)
    {
        var document = new GeneratedDocument();
        var body = Wml.E("body");
        document.Stories["document"] = Wml.Story("document", body);
        for (var number = 0; number < sections.Length; number++)
        {
            body.Add(sections[number].Cast<object>().ToArray());
            var properties = Section(document, number, kinds[number], stories);
            body.Add(number == sections.Length - 1 ? properties : Wml.Paragraph(Wml.E("pPr", properties), Wml.Run("End of section.")));
        }

        return document.PutTogether();
    }

    private static XElement Section(GeneratedDocument document, int number, int kinds, XElement[][] stories)
    {
        var references = new List<XElement>();
        foreach (var (bit, name, type, root) in new[] { (1, "header", "default", "hdr"), (2, "footer", "default", "ftr"), (4, "header", "first", "hdr") })
        {
            if ((kinds & bit) != 0)
            {
                var part = $"{name}{(number * 2) + (bit / 4) + 1}";
                document.Stories[part] = Wml.Story(root, stories[(number + bit) % stories.Length].Select(p => new XElement(p)).ToArray<object>());
                references.Add(Wml.E(name + "Reference", Wml.At("type", type), new XAttribute(Wml.R + "id", $"r{char.ToUpperInvariant(part[0])}{part[1..]}")));
            }
        }

        return Wml.E("sectPr", references, Wml.E("pgSz", Wml.At("w", 11906), Wml.At("h", 16838)),
            Wml.E("pgMar", Wml.At("top", 1417), Wml.At("right", 1417), Wml.At("bottom", 1134), Wml.At("left", 1417), Wml.At("header", 708), Wml.At("footer", 708), Wml.At("gutter", 0)),
            (kinds & 4) != 0 ? Wml.E("titlePg") : null);
    }

    private static XElement Held(string kind, IEnumerable<XElement> paragraphs) =>
        new(GeneratedDocument.NoteName, new XAttribute("kind", kind), paragraphs);

    // A note begins with its own number.
    private static XElement[] Referring(string kind, XElement[] paragraphs)
    {
        paragraphs[0].AddFirst(Wml.Run(Wml.E("rPr", Wml.Val("vertAlign", "superscript")), Wml.E(kind + "Ref")));
        return paragraphs;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(n => values[n]);

    private static XElement[] One(XElement element) => [element];
}
