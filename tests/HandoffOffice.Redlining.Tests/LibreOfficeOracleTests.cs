using HandoffOffice.Redlining.Tests.Comparing;
using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>Accepting and rejecting against another office that does it by itself.</summary>
public sealed class LibreOfficeOracleTests(ITestOutputHelper output)
{
    private const int SampledPairs = 40;
    private const string TakesInNone = "takes in none of this document's changes";

    // What LibreOffice 7.4 does otherwise, and why it is not the judge there.
    private static readonly Dictionary<(string File, bool Accepted), string> Others = new()
    {
        // 17.13.5.12 and .17: the row goes, with all it holds.
        [("single/oxpt__RA001-Tracked-Revisions-02.docx", true)] = "keeps deleted rows into which text was moved",
        [("single/oxpt__RA001-Tracked-Revisions-02.docx", false)] = "keeps an inserted row that holds a character nobody inserted",
        [("single/oxpt__RP__RP051-Arabic.docx", true)] = TakesInNone,
        [("single/oxpt__RP__RP051-Arabic.docx", false)] = TakesInNone,
    };

    // The same for what a comparison writes.
    private static readonly Dictionary<(string Pair, bool Accepted), string> OthersOfComparisons = new()
    {
        [("WC-1210", true)] = "writes a joiner (U+200D) of its own into the empty cells of a tracked row",
        [("WC-1720", true)] = "loses the words behind a deleted paragraph mark in a note",
        [("WC-1420-REV", false)] = "joins a paragraph whose formula was replaced with the ones around it",
    };

    [Fact]
    public async Task The_other_office_accepts_and_rejects_by_itself()
    {
        Assert.SkipUnless(LibreOfficeOracle.IsInstalled, LibreOfficeOracle.Absent);
        var file = Bytes(P(R("a ") + Ins(1, "b ") + Del(2, "c ") + R("d")) + P(R("e"), Mark("del", 3)) + P(R("f")));

        var texts = await LibreOfficeOracle.Texts([(file, OracleView.Accepted), (file, OracleView.Rejected), (Revisions.AcceptAll(file), OracleView.AsIs)]);

        Assert.Equal([["a b d", "ef"], ["a c d", "e", "f"], ["a b d", "ef"]], texts.Select(text => text.Paragraphs));
        Assert.All(texts, text => Assert.True(text.Settled));
    }

    [Fact]
    [Trait("Capability", "C92")]
    public async Task Documents_of_others_read_the_same_whoever_accepts_or_rejects()
    {
        Assert.SkipUnless(LibreOfficeOracle.IsInstalled, LibreOfficeOracle.Absent);
        Assert.SkipWhen(Corpus.Folder is null, Corpus.Absent);
        var rows = Corpus.Tracked().Select(row => row["path"]).ToList();
        var files = rows.Select(Corpus.Bytes).ToList();

        var texts = await LibreOfficeOracle.Texts(
        [
            .. files.SelectMany(file => new[]
            {
                (file, OracleView.Accepted), (Revisions.AcceptAll(file), OracleView.AsIs), (file, OracleView.Rejected), (Revisions.RejectAll(file), OracleView.AsIs),
            }),
        ]);

        var agreed = 0;
        for (var at = 0; at < texts.Count; at += 2)
        {
            var (theirs, ours) = (texts[at].Paragraphs, texts[at + 1].Paragraphs);
            Assert.True(texts[at + 1].Settled, $"{rows[at / 4]}: LibreOffice finds a change after all were settled.");
            if (theirs.SequenceEqual(ours))
            {
                agreed++;
                continue;
            }

            var same = theirs.Zip(ours).TakeWhile(pair => pair.First == pair.Second).Count();
            output.WriteLine($"{rows[at / 4]}, {(at % 4 == 0 ? "accepted" : "rejected")}, paragraph {same} of {theirs.Count} and {ours.Count}:");
            Assert.True(Others.TryGetValue((rows[at / 4], at % 4 == 0), out var why), $"{rows[at / 4]} {at % 4 == 0}: {string.Join('\n', theirs)}\n-- ours --\n{string.Join('\n', ours)}");
            Assert.Equal(why == TakesInNone, texts[at / 4 * 4].Paragraphs.SequenceEqual(texts[(at / 4 * 4) + 2].Paragraphs));
            output.WriteLine($"    LibreOffice {why}.");
            output.WriteLine($"    theirs {theirs.ElementAtOrDefault(same)}\n    ours   {ours.ElementAtOrDefault(same)}");
        }

        output.WriteLine($"{agreed} of {texts.Count / 2} texts agree.");
    }

    [Fact]
    [Trait("Capability", "C92")]
    public async Task A_comparison_accepted_by_the_other_office_is_the_revised_document_and_rejected_the_original()
    {
        Assert.SkipUnless(LibreOfficeOracle.IsInstalled, LibreOfficeOracle.Absent);
        Assert.SkipWhen(Corpus.Folder is null, Corpus.Absent);
        var pairs = Corpus.Pairs().ToList();
        var sample = Enumerable.Range(0, SampledPairs).Select(at => pairs[at * pairs.Count / SampledPairs]).ToList();

        var texts = await LibreOfficeOracle.Texts([.. sample.SelectMany(Asked)]);

        var agreed = 0;
        for (var at = 0; at < texts.Count; at += 2)
        {
            var (compared, wanted, pair, accepted) = (texts[at], texts[at + 1], sample[at / 4]["pair_id"], at % 4 == 0);
            if (compared.Settled && compared.Paragraphs.SequenceEqual(wanted.Paragraphs))
            {
                agreed++;
                continue;
            }

            Assert.True(OthersOfComparisons.TryGetValue((pair, accepted), out var why),
                $"{pair} {(accepted ? "accepted" : "rejected")}, {(compared.Settled ? "settled" : "not settled")}:\n{string.Join('\n', compared.Paragraphs)}\n-- wanted --\n{string.Join('\n', wanted.Paragraphs)}");
            output.WriteLine($"{pair} {(accepted ? "accepted" : "rejected")}: LibreOffice {why}.");
        }

        output.WriteLine($"{agreed} of {texts.Count / 2} texts agree.");
    }

    // What it makes of the comparison beside what it makes of the document that this has to be.
    private static IEnumerable<(byte[] File, OracleView View)> Asked(Dictionary<string, string> pair)
    {
        var (original, revised) = (Corpus.Bytes(pair["before"]), Corpus.Bytes(pair["after"]));
        var compared = RedlinePairs.Compare(original, revised);
        return [(compared, OracleView.Accepted), (revised, OracleView.Accepted), (compared, OracleView.Rejected), (original, OracleView.Rejected)];
    }
}
