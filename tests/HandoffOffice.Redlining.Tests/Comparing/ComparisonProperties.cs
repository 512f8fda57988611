using System.Text;
using System.Xml.Linq;
using CsCheck;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What holds for every comparison, whatever was edited.</summary>
[Trait("Capability", "C60")]
[Trait("Capability", "C92")]
public sealed class ComparisonProperties
{
    private const int Cases = 100;
    private const int Orders = 3;
    private const double WordsAllowed = 1.05;

    // Measuring costs more than asserting: all properties look at the same cases.
    private static readonly Lazy<List<(DocumentPair Pair, PairResult Result)>> Measured = new(() =>
    {
        var cases = new List<(DocumentPair, PairResult)>();
        RevisedGen.Pair.Sample(pair => cases.Add((pair, RedlinePairs.Measure($"case {cases.Count + 1}", pair.Original, pair.Revised, RedlinePairs.Compare))), iter: Cases);
        return cases;
    });

    [Fact]
    public void Accepting_all_gives_the_revised_text_in_every_story() => Each(report => Assert.Null(report.AcceptedDifference));

    [Fact]
    public void Rejecting_all_gives_the_original_text_in_every_story() => Each(report => Assert.Null(report.RejectedDifference));

    [Fact]
    public void Nothing_is_pending_in_any_part_when_all_is_settled() => Each(report => Assert.Equal((0, 0), (report.PendingAfterAccept, report.PendingAfterReject)));

    [Fact]
    public void Words_are_changed_whole() => Each(report => Assert.Equal((0, 0), (report.Words.Split, report.Words.SingleLetters)));

    [Fact]
    public void Unchanged_blocks_and_parts_keep_the_bytes_of_the_original() => Each(report =>
    {
        Assert.Equal(report.UnchangedBlocks, report.UnchangedBlocksKept);
        Assert.Empty(report.UnchangedPartsLost);
    });

    [Fact]
    public void No_validator_error_comes_in() => Each(report => Assert.Empty(report.NewIssues.Concat(report.RepeatedIssues)));

    [Fact]
    public void Every_change_is_signed_ids_are_unique_fields_balance_and_deleted_text_is_deleted_text() => Each(report => Assert.Empty(report.Faults));

    [Fact]
    public void Few_more_words_are_touched_than_must_be()
    {
        var (touched, minimum) = (0, 0);
        Each(report => (touched, minimum) = (touched + report.Words.Touched, minimum + report.WordsMinimum));

        Assert.True(RedlinePairs.Ratio(touched, minimum) <= WordsAllowed, $"{touched} words touched, {minimum} needed");
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes() => RevisedGen.Pair.Sample(pair => Assert.Equal(pair.Output(), pair.Output()), iter: 40);

    [Fact]
    public void Comparisons_at_the_same_time_give_the_same_bytes() => RevisedGen.Pair.Sample(pair =>
    {
        var alone = pair.Output();

        Assert.All(Enumerable.Range(0, 4).AsParallel().Select(_ => pair.Output()), output => Assert.Equal(alone, output));
    }, iter: 10);

    [Fact]
    public void A_document_compared_with_itself_comes_back_as_it_was() => DocumentGen.Document.Sample(document => AssertUntouched(document.ToBytes(), document.ToBytes()), iter: 60);

    [Fact]
    public void Session_ids_proofing_marks_and_languages_make_no_change() => RevisedGen.NoiseOnly.Sample(pair => AssertUntouched(pair.Original, pair.Revised), iter: 60);

    [Fact]
    public void A_document_that_was_only_indented_and_packed_anew_comes_back_as_it_was() => DocumentGen.Document.Sample(document =>
    {
        var original = document.ToBytes();
        var indented = Docx.Zip(RawPackage.Of(original).Parts.Select(part => (part.Key, part.Key.EndsWith(".png", StringComparison.Ordinal)
            ? part.Value
            : Encoding.UTF8.GetBytes(XDocument.Parse(Encoding.UTF8.GetString(part.Value)).ToString()))).Reverse());

        AssertUntouched(original, indented);
    }, iter: 40);

    [Fact]
    public void Headers_and_footers_that_come_and_go_are_exact_both_ways() => RevisedGen.Headers.Sample(pair =>
    {
        var report = pair.Measure();

        Assert.True(report.Exact, $"accepted: {report.AcceptedDifference}; rejected: {report.RejectedDifference}");
        Assert.Empty(report.NewIssues.Concat(report.Faults));
        Assert.Empty(OneByOne.Differences(pair.Output(), 1));
    }, iter: 40);

    // All of them, in more orders: the benchmarks' `orders`.
    [Fact]
    public void Changes_settled_one_by_one_in_any_order_give_the_same_texts() => Assert.All(Measured.Value.Where((_, number) => number % 3 == 0), one =>
    {
        var output = one.Pair.Output();

        Assert.Empty(Enumerable.Range(1, Orders).SelectMany(seed => OneByOne.Differences(output, seed)));
    });

    [Fact]
    public void Earlier_changes_that_both_documents_have_are_still_there() => RevisedGen.Pair.Sample(pair =>
    {
        var before = Earlier(pair.Original);
        var after = Earlier(pair.Revised);
        var output = Earlier(pair.Output());

        Assert.All(before.Where(after.Contains).Distinct(), change => Assert.Contains(change, output));
    }, iter: 60);

    private static void Each(Action<RedlineReport> assert) => Assert.All(Measured.Value, one =>
    {
        Assert.Null(one.Result.Failure);
        assert(one.Result.Report ?? throw new InvalidOperationException("Nothing was measured."));
    });

    private static void AssertUntouched(byte[] original, byte[] revised)
    {
        var compared = DocumentComparison.Compare(original, revised, RedlinePairs.Author);

        Assert.Equal(0, compared.Revisions);
        Assert.Empty(compared.Untracked);
        Assert.Equal(Entries(original), Entries(compared.File));
    }

    // The archive around the parts may be another.
    private static List<(string, string)> Entries(ReadOnlyMemory<byte> file) =>
        [.. RawPackage.Of(file).Parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => (part.Key, Convert.ToHexString(part.Value)))];

    private static List<(RevisionKind, DateTimeOffset?, string)> Earlier(byte[] file) =>
        [.. Revisions.List(file).Where(change => change.Author == "Earlier Author").Select(change => (change.Kind, change.Date, change.Text))];
}
