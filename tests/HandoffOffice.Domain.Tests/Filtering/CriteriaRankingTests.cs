using CsCheck;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Intake;
using Xunit;

namespace HandoffOffice.Domain.Tests.Filtering;

[Trait("Capability", "C09")]
public sealed class CriteriaRankingTests
{
    private static readonly FilterContract Growth = Topics.Contract with { Criteria = [Topics.Contract.Criteria[0]] };

    // By hand: cloud grows by 48 % (better than 1 of 2 others), passkeys by 73 % (2 of 2), the log-in page by 1 % (0 of 2).
    private const string Three = """
        [{"name":"Cloud","visits":4820,"visitsLastWeek":3250},{"name":"Passkeys","visits":3660,"visitsLastWeek":2120},{"name":"Log-in","visits":9140,"visitsLastWeek":9020}]
        """;

    [Fact]
    public void The_score_is_the_share_of_the_other_items_that_an_item_is_better_than() => Assert.Equal(
        [("/topics/1", 1.00m), ("/topics/0", 0.50m), ("/topics/2", 0.00m)],
        Topics.Rank(Topics.With(Three), Growth).Select(item => (item.Item.ToString(), item.Score)));

    [Fact]
    public void The_reason_says_it_in_words_with_the_figures_of_the_record()
    {
        RankedItem best = Topics.Rank(Topics.With(Three), Growth)[0];
        Assert.Equal("visits up 73 % on last week, above 2 of 3 topics", best.Reason);
        Assert.Equal([("/topics/1/visits", "3,660"), ("/topics/1/visitsLastWeek", "2,120")], best.Evidence.Select(one => (one.Pointer.ToString(), one.Value)));
    }

    [Fact]
    public void Weights_count()
    {
        FilterContract both = Growth with { Criteria = [Growth.Criteria[0] with { Weight = 3 }, new FilterCriterion { Field = "visits", Weight = 1 }] };
        // Cloud: (3 * 0.5 + 1 * 0.5) / 4; passkeys: (3 * 1 + 0) / 4; log-in: (0 + 1 * 1) / 4.
        Assert.Equal([("/topics/1", 0.75m), ("/topics/0", 0.50m), ("/topics/2", 0.25m)], Topics.Rank(Topics.With(Three), both).Select(item => (item.Item.ToString(), item.Score)));
    }

    [Fact]
    public void Less_can_be_better() => Assert.Equal(
        ["/topics/2", "/topics/0", "/topics/1"],
        Topics.Rank(Topics.With(Three), Growth with { Criteria = [Growth.Criteria[0] with { Direction = CriterionDirection.Lower }] }).Select(item => item.Item.ToString()));

    [Theory]
    [InlineData("How do we keep the bill down?", "1.00", "has the word “How”")]
    [InlineData("Where do I log in?", "0.00", "“log in” counts against it")]
    [InlineData("How do I log in?", "0.50", "has the word “How”, “log in” counts against it")]
    [InlineData("Showcase of jobs", "0.50", "no telling word in typical question")]
    public void Words_count_for_and_against_as_whole_words(string question, string score, string reason)
    {
        FilterContract words = Growth with { Criteria = [Topics.Contract.Criteria[3]] };
        RankedItem item = Topics.Rank(Topics.With($$"""[{"name":"A","visits":1,"visitsLastWeek":1,"question":"{{question}}"}]"""), words)[0];
        Assert.Equal((score, reason), (item.Score.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), item.Reason));
    }

    [Fact]
    public void What_the_record_does_not_say_counts_for_nothing()
    {
        FilterContract searches = Growth with { Criteria = [new FilterCriterion { Field = "searches", Weight = 1 }] };
        IReadOnlyList<RankedItem> ranked = Topics.Rank(Topics.With("""[{"name":"A","visits":1,"visitsLastWeek":1},{"name":"B","visits":1,"visitsLastWeek":1,"searches":0}]"""), searches);
        Assert.Equal([("B", 1m), ("A", 0m)], ranked.Select(item => (item.Name, item.Score)));
        Assert.Equal("nothing speaks for it", ranked[1].Reason);
    }

    [Fact]
    public void From_nothing_to_something_is_the_greatest_change()
    {
        IReadOnlyList<RankedItem> ranked = Topics.Rank(Topics.With("""[{"name":"A","visits":900,"visitsLastWeek":1},{"name":"B","visits":5,"visitsLastWeek":0}]"""), Growth);
        Assert.Equal("visits up from nothing on last week, above 1 of 2 topics", ranked[0].Reason);
    }

    [Fact]
    public void Reasons_are_given_in_German_too()
    {
        FilterContract plain = Growth with { Criteria = [new FilterCriterion { Field = "visits", Weight = 1 }] };
        Assert.Equal("Visits 9.140, mehr als bei 2 von 3 Topics", Topics.Rank(Topics.With(Three), plain, "de")[0].Reason);
        Assert.False(CriteriaRanking.Speaks("fr"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void No_check_finds_fault_with_the_figures_of_a_reason(int example)
    {
        InputRecord record = Topics.Record(example);
        IReadOnlyList<TextPiece> text = [.. Topics.Rank(record).Select((item, i) => new TextPiece($"s{i + 1}", "topics", i, $"{item.Name}: {item.Reason}."))];
        CheckReport report = GateChecks.Run(Topics.Workflow, record, text);
        Assert.DoesNotContain(report.Findings, finding => finding.Check is CheckKind.Numbers or CheckKind.Dates);
    }

    [Fact]
    public void A_rank_that_no_item_can_have_is_found()
    {
        IReadOnlyList<TextPiece> text = [new TextPiece("s1", "topics", 0, "Cloud cost control: visits above 37 of 10 topics.")];
        Assert.Contains(GateChecks.Run(Topics.Workflow, Topics.Record(), text).Findings, finding => finding is { Check: CheckKind.Numbers, Found: "37" });
    }

    [Fact]
    public void The_ranking_is_the_same_whatever_else_is_in_the_record_and_better_is_never_ranked_lower()
    {
        Gen<(int, int)[]> visits = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]).Array[1, 12];
        visits.Sample(
            values =>
            {
                InputRecord record = Topics.With($"[{string.Join(',', values.Select((v, i) => $$"""{"name":"T{{i}}","visits":{{v.Item1}},"visitsLastWeek":{{v.Item2}}}"""))}]");
                IReadOnlyList<RankedItem> ranked = Topics.Rank(record, Growth with { Criteria = [new FilterCriterion { Field = "visits", Weight = 1 }] });
                Assert.Equal(values.Length, ranked.Count);
                Assert.All(ranked, item => Assert.InRange(item.Score, 0m, 1m));
                int[] inOrder = [.. ranked.Select(item => values[int.Parse(item.Name[1..], System.Globalization.CultureInfo.InvariantCulture)].Item1)];
                Assert.Equal(inOrder.OrderDescending(), inOrder);
            },
            seed: "0000KOIPeNg4", iter: 100);
    }
}
