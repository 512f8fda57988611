using System.Text;
using System.Xml.Linq;
using HandoffOffice.Redlining.Tests.Comparing;

namespace HandoffOffice.Benchmarks.Comparing;

/// <summary>Two documents to compare.</summary>
internal sealed record LongPair(byte[] Original, byte[] Revised);

/// <summary>
/// Documents of many pages, 300 words each, and what a round of editing makes of them: 5 % of the words changed, and of every hundred
/// paragraphs one moved, one inserted, one deleted. The same for the same arguments.
/// </summary>
internal static class LongDocuments
{
    private const int WordsInParagraph = 60;
    private const int ParagraphsOnPage = 5;
    private const double Changed = 0.05;
    private const int TableRows = 230;
    private const int TableColumns = 10;
    private const int WordsInCell = 10;

    private static readonly string[] Vocabulary = MakeVocabulary(3_000);

    /// <summary>A document of text, with a list item in ten paragraphs and a table in twenty.</summary>
    /// <param name="pages">Of 300 words.</param>
    /// <param name="clustered">Whether the changed words stand in one place, or anywhere.</param>
    public static LongPair Pages(int pages, bool clustered)
    {
        var random = new Random(pages);
        var original = Enumerable.Range(0, pages * ParagraphsOnPage).Select(_ => Sentence(random, WordsInParagraph)).ToList();
        var revised = original.ConvertAll(paragraph => paragraph.ToArray());
        ChangeWords(revised, random, clustered);
        return new LongPair(File(original), File(Rearranged(revised, random)));
    }

    /// <summary>One table with 23,000 words, none of which stays where it was.</summary>
    /// <param name="sameWords">Whether the new words are the old ones in another order, so that many seem to match, or all of them new.</param>
    public static LongPair Table(bool sameWords)
    {
        var random = new Random(23_000);
        var words = Sentence(random, TableRows * TableColumns * WordsInCell);
        var others = sameWords ? words.ToArray() : [.. words.Select(word => word + "x")];
        if (sameWords)
        {
            random.Shuffle(others);
        }

        return new LongPair(Package(new StringBuilder().Table(words)), Package(new StringBuilder().Table(others)));
    }

    private static void ChangeWords(List<string[]> paragraphs, Random random, bool clustered)
    {
        var count = (int)(paragraphs.Count * WordsInParagraph * Changed);
        var from = clustered ? random.Next((paragraphs.Count * WordsInParagraph) - count) : 0;
        for (var number = 0; number < count; number++)
        {
            // Every word of a place would be a replacement: within the cluster one of two stays.
            var at = clustered ? from + (number * 2 % Math.Max(1, (paragraphs.Count * WordsInParagraph) - from)) : random.Next(paragraphs.Count * WordsInParagraph);
            paragraphs[at / WordsInParagraph][at % WordsInParagraph] = Word(random);
        }
    }

    private static List<string[]> Rearranged(List<string[]> paragraphs, Random random)
    {
        var count = Math.Max(1, paragraphs.Count / 100);
        for (var number = 0; number < count; number++)
        {
            var moved = paragraphs[random.Next(paragraphs.Count)];
            paragraphs.Remove(moved);
            paragraphs.Insert(random.Next(paragraphs.Count), moved);
            paragraphs.Insert(random.Next(paragraphs.Count), Sentence(random, WordsInParagraph));
            paragraphs.RemoveAt(random.Next(paragraphs.Count));
        }

        return paragraphs;
    }

    private static byte[] File(List<string[]> paragraphs)
    {
        var body = new StringBuilder();
        foreach (var (number, words) in paragraphs.Index())
        {
            if (number % 20 == 19)
            {
                body.Append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>");
                foreach (var row in words.Chunk(15))
                {
                    body.Row(row.Chunk(5));
                }

                body.Append("</w:tbl>");
            }
            else
            {
                body.Paragraph(words, number);
            }
        }

        return Package(body);
    }

    private static byte[] Package(StringBuilder body)
    {
        var document = new GeneratedDocument();
        document.Stories["document"] = XElement.Parse(
            $"<w:document {string.Join(' ', Wml.Namespaces())}><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
        return document.ToBytes();
    }

    private static StringBuilder Table(this StringBuilder xml, string[] words)
    {
        xml.Append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>").Insert(xml.Length, "<w:gridCol w:w=\"900\"/>", TableColumns).Append("</w:tblGrid>");
        foreach (var row in words.Chunk(TableColumns * WordsInCell))
        {
            xml.Row(row.Chunk(WordsInCell));
        }

        return xml.Append("</w:tbl><w:p/>");
    }

    private static void Row(this StringBuilder xml, IEnumerable<string[]> cells)
    {
        xml.Append("<w:tr>");
        foreach (var words in cells)
        {
            xml.Append("<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>").AppendJoin(' ', words).Append("</w:t></w:r></w:p></w:tc>");
        }

        xml.Append("</w:tr>");
    }

    // Four runs, as in a text that people have been at: one of them bold.
    private static void Paragraph(this StringBuilder xml, string[] words, int number)
    {
        xml.Append("<w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00AB12CD\">");
        if (number % 10 == 3)
        {
            xml.Append("<w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>");
        }

        foreach (var (part, chunk) in words.Chunk(WordsInParagraph / 4).Index())
        {
            xml.Append(part == 1 ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>").Append("<w:t xml:space=\"preserve\">").AppendJoin(' ', chunk).Append(" </w:t></w:r>");
        }

        xml.Append("</w:p>");
    }

    private static string[] Sentence(Random random, int words) => [.. Enumerable.Range(0, words).Select(n => Word(random) + (n % 12 == 11 ? "." : ""))];

    // Few words make up most of a text (Zipf).
    private static string Word(Random random) => Vocabulary[(int)(Math.Pow(random.NextDouble(), 3) * Vocabulary.Length)];

    private static string[] MakeVocabulary(int count)
    {
        string[] syllables = ["ba", "con", "de", "er", "fi", "gra", "ho", "in", "ka", "lo", "men", "no", "or", "pro", "re", "so", "ti", "un", "ver", "zu"];
        return [.. Enumerable.Range(0, count).Select(n => syllables[n % 20] + syllables[n / 20 % 20] + (n >= 400 ? syllables[n / 400 % 20] : ""))];
    }
}
