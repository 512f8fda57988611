using System.Text;
using System.Text.RegularExpressions;
using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>What nobody decided on keeps its very characters (C91: edited in place).</summary>
public sealed partial class FidelityTests(ITestOutputHelper output)
{
    private const string Ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Odd = $"""
        <?xml version='1.0'   encoding="utf-8"?>
        <!-- kept -->
        <w:document
            xmlns:w = '{Ns}' xmlns:unused="urn:unused">
          <w:body>
            <w:p   w:rsidR='00A1' ><w:r><w:t xml:space='preserve' >&quot;it&#39;s&quot; &#x41; a &gt; b ></w:t></w:r></w:p>
            <w:p w:rsidR='00A2' ><w:r ><w:t>before</w:t ></w:r ><w:ins w:id='1' w:author='Ann'><w:r><w:t>&#97;</w:t></w:r></w:ins><w:r></w:r></w:p >
            <q:block xmlns:q="urn:q"><q:inner w:p = "1"/><![CDATA[<w:p>]]><?pi  data?></q:block>
            <w:sectPr />
          </w:body>
        </w:document>
        <!-- after -->

        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [Trait("Capability", "C91")]
    public void Accepting_a_change_takes_its_tags_and_leaves_every_other_character(string lineEnd)
    {
        var xml = Odd.ReplaceLineEndings(lineEnd);
        var accepted = Revisions.AcceptAll(new Docx().Part("word/document.xml", xml).Build());

        Assert.Equal(xml.Replace("<w:ins w:id='1' w:author='Ann'>", "", StringComparison.Ordinal).Replace("</w:ins>", "", StringComparison.Ordinal),
            PartOf(accepted, "word/document.xml"));
    }

    [Fact]
    public void A_byte_order_mark_and_UTF_16_are_kept()
    {
        var utf16 = Odd.Replace("utf-8", "utf-16", StringComparison.Ordinal).Replace("before", "vor\u00FCber \U0001F680", StringComparison.Ordinal);
        foreach (var (encoding, text) in new (Encoding, string)[] { (new UTF8Encoding(true), Odd), (Encoding.Unicode, utf16), (Encoding.BigEndianUnicode, utf16) })
        {
            byte[] part = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            var rejected = Revisions.RejectAll(new Docx().Part("word/document.xml", part).Build());

            byte[] expected = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.Replace("<w:ins w:id='1' w:author='Ann'><w:r><w:t>&#97;</w:t></w:r></w:ins>", "", StringComparison.Ordinal))];
            Assert.Equal(expected, RawPart(rejected, "word/document.xml"));
        }
    }

    [Fact]
    public void Another_encoding_is_read_and_written_anew_as_UTF_8()
    {
        var latin = Odd.Replace("utf-8", "iso-8859-1", StringComparison.Ordinal).Replace("before", "\u00FCber", StringComparison.Ordinal);
        var accepted = Revisions.AcceptAll(new Docx().Part("word/document.xml", Encoding.Latin1.GetBytes(latin)).Build());

        Assert.Contains("\u00FCbera", DocumentText.ReadBody(accepted, RevisionView.Accepted), StringComparison.Ordinal);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>", PartOf(accepted, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_not_copied_to_where_its_prefixes_mean_something_else()
    {
        var file = Bytes($"""<w:p xmlns:x="{Ns}"><x:pPr>{Mark("del", 1)}</x:pPr><x:r><x:t>a</x:t></x:r></w:p><w:p xmlns:x="urn:x" x:y="1">{R("b")}</w:p>""");

        var accepted = Revisions.AcceptAll(file);

        Assert.Equal("ab", DocumentText.ReadBody(accepted, RevisionView.Accepted));
        Assert.Contains("<w:p xmlns:x=\"urn:x\" x:y=\"1\"><w:r><w:t>a</w:t></w:r>", PartOf(accepted, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_that_are_new_get_prefixes_where_the_part_has_only_a_default_namespace()
    {
        var file = new Docx().Part("word/document.xml",
            $"""<document xmlns="{Ns}"><body><sdt><sdtPr><tag p:val="a" xmlns:p="{Ns}"/></sdtPr><sdtContent><p/></sdtContent></sdt><p/></body></document>""").Build();

        var draft = SectionDrafting.Insert(file, [Drafts.Section("a", ["After."])], Drafts.Author);

        Assert.Equal("After.\n", DocumentText.ReadBody(draft.File, RevisionView.Accepted));
        Assert.Contains($"<p><ins w:id=\"1\" w:author=\"HandoffOffice AI\" w:date=\"2026-03-04T05:06:07Z\" xmlns:w=\"{Ns}\"><w:r><w:t xml:space=\"preserve\">After.</w:t></w:r></ins></p>", PartOf(draft.File, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C91")]
    public void In_documents_of_others_one_decision_changes_one_block_and_no_other()
    {
        Assert.SkipWhen(Corpus.Folder is null, Corpus.Absent);
        var (decided, kept, inFields) = (0, 0, 0);
        foreach (var row in Corpus.Tracked())
        {
            var file = Corpus.Bytes(row["path"]);
            var rows = Revisions.List(file).Where(r => r.Part == "/word/document.xml" && r.Kind is RevisionKind.Insertion or RevisionKind.Deletion).Take(5).ToList();
            if (rows.Count == 0 || Revisions.List(file).GroupBy(r => r.Id).Any(g => g.Count() > 1) || !SameIds(file))
            {
                continue;
            }

            var before = Blocks(PartOf(file, "word/document.xml"));
            foreach (var revision in rows)
            {
                if (AcceptAlone(file, revision) is not { } settled)
                {
                    inFields++;
                    continue;
                }

                var after = Blocks(PartOf(settled, "word/document.xml"));
                var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
                var sameAtEnd = before.AsEnumerable().Reverse().Zip(after.AsEnumerable().Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();

                Assert.True(before.Count - same - sameAtEnd <= 1, $"{row["path"]}: {revision.Id} {revision.Text}");
                Assert.All(Names(file).Except(["word/document.xml", .. CommentParts(file)]), name => Assert.Equal(RawPart(file, name), RawPart(settled, name)));
                decided++;
                kept += before.Count - 1;
            }
        }

        output.WriteLine($"{decided} single decisions; {kept} pieces of text around them byte-equal; {inFields} changes only go with the rest of their field.");
        Assert.True(decided > 50);
    }

    private static byte[]? AcceptAlone(byte[] file, Revision revision)
    {
        try
        {
            return Revisions.Accept(file, [revision.Id]);
        }
        catch (RevisionNotSupportedException e) when (e.Code == "field-would-break")
        {
            return null;
        }
    }

    // Where ids repeat, the first decision writes the new ones into other blocks as well (see Revision.Id).
    private static bool SameIds(byte[] file)
    {
        var ids = Names(file).Where(name => name.EndsWith(".xml", StringComparison.Ordinal))
            .SelectMany(name => TrackedId().Matches(PartOf(file, name)).Select(match => match.Groups[1].Value)).ToList();
        return ids.Count == ids.Distinct().Count();
    }

    private static IEnumerable<string> CommentParts(byte[] file) => Names(file).Where(name => name.Contains("comments", StringComparison.Ordinal));

    /// <summary>What is before the body's first block, each block, and what is after the last.</summary>
    private static List<string> Blocks(string xml)
    {
        var blocks = new List<string>();
        var (depth, start) = (0, 0);
        foreach (System.Text.RegularExpressions.Match tag in Tag().Matches(xml))
        {
            var (closes, empty) = (tag.Value[1] == '/', tag.Value[^2] == '/');
            depth -= closes ? 1 : 0;
            if ((depth == 2 && (closes || empty)) || (depth == 1 && !closes))
            {
                blocks.Add(xml[start..(tag.Index + tag.Length)]);
                start = tag.Index + tag.Length;
            }

            depth += closes || empty ? 0 : 1;
        }

        return [.. blocks, xml[start..]];
    }

    [GeneratedRegex("""<[/A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""<[^>]*w:id="(-?\d+)"[^>]*w:author=[^>]*>""")]
    private static partial Regex TrackedId();
}
