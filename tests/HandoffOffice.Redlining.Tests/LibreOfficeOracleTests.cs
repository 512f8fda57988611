using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>Accepting and rejecting against another office that does it by itself.</summary>
public sealed class LibreOfficeOracleTests(ITestOutputHelper output)
{
    // What LibreOffice 7.4 is known to do otherwise, and why it is not the judge there. (Its text names the numbers of lists, which are no text.)
    private static readonly Dictionary<(string File, bool Accepted), string> Others = new()
    {
        [("single/oxpt__RP__RP021-Inserted-Numbering-Properties.docx", false)] = "keeps inserted numbering (17.13.5.19)",
        [("single/oxpt__RP__RP023-NumberingChange.docx", false)] = "keeps changed numbering (17.13.5.29)",
        [("single/oxpt__FA__RevTracking__005-InsertedNumberedParagraph.docx", false)] = "keeps numbering that came with an inserted mark (17.13.5.20)",
        [("single/oxpt__RA001-Tracked-Revisions-02.docx", true)] = "leaves changes unsettled when tables change",
        [("single/oxpt__RA001-Tracked-Revisions-02.docx", false)] = "leaves changes unsettled when tables change",
        [("single/oxpt__RP__RP051-Arabic.docx", true)] = "leaves changes unsettled when tables change",
        [("single/oxpt__RP__RP051-Arabic.docx", false)] = "leaves changes unsettled when tables change",
    };

    [Fact]
    public async Task The_other_office_accepts_and_rejects_by_itself()
    {
        Assert.SkipUnless(LibreOfficeOracle.IsInstalled, LibreOfficeOracle.Absent);
        var file = Bytes(P(R("a ") + Ins(1, "b ") + Del(2, "c ") + R("d")) + P(R("e"), Mark("del", 3)) + P(R("f")));

        var texts = await LibreOfficeOracle.Texts([(file, OracleView.Accepted), (file, OracleView.Rejected), (Revisions.AcceptAll(file), OracleView.AsIs)]);

        Assert.Equal([["a b d", "ef"], ["a c d", "e", "f"], ["a b d", "ef"]], texts);
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
            var (theirs, ours) = (texts[at], texts[at + 1]);
            if (theirs.SequenceEqual(ours))
            {
                agreed++;
                continue;
            }

            var same = theirs.Zip(ours).TakeWhile(pair => pair.First == pair.Second).Count();
            output.WriteLine($"{rows[at / 4]}, {(at % 4 == 0 ? "accepted" : "rejected")}, paragraph {same} of {theirs.Count} and {ours.Count}:");
            Assert.True(Others.TryGetValue((rows[at / 4], at % 4 == 0), out var why), $"{rows[at / 4]}: {string.Join('\n', theirs)}\n-- ours --\n{string.Join('\n', ours)}");
            output.WriteLine($"    LibreOffice {why}.");
            output.WriteLine($"    theirs {theirs.ElementAtOrDefault(same)}\n    ours   {ours.ElementAtOrDefault(same)}");
        }

        output.WriteLine($"{agreed} of {texts.Count / 2} texts agree.");
    }
}
