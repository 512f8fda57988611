using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Filtering;
using Xunit;

namespace HandoffOffice.Domain.Tests.Filtering;

[Trait("Capability", "C14")]
public sealed class BackTestTests
{
    private static readonly FilterContract Contract = Topics.Contract with { MostCandidates = 100, Handover = new HandoverBar(0.5m, 0.6m, 0.6m) };

    // The worked example in the documentation of scikit-learn's precision_recall_curve and average_precision_score:
    // y_true = [0, 0, 1, 1], y_scores = [0.1, 0.4, 0.35, 0.8] gives precision [0.5, 0.66666667, 0.5, 1], recall [1, 1, 0.5, 0.5] and an average of 0.83.
    private static readonly LabelledItem[] Published = [new(0.1m, false), new(0.4m, false), new(0.35m, true), new(0.8m, true)];

    [Fact]
    public void The_published_example_comes_out()
    {
        BackTest test = BackTest.Of([Published], Contract);
        Assert.Equal([0.1m, 0.35m, 0.4m, 0.8m], test.Curve.Select(point => point.Threshold));
        Assert.Equal([0.5, 2 / 3d, 0.5, 1], test.Curve.Select(point => point.Precision!.Value), Near);
        Assert.Equal([1, 1, 0.5, 0.5], test.Curve.Select(point => point.Recall!.Value), Near);
        Assert.Equal(0.8333, test.AveragePrecision!.Value, 4);
    }

    [Fact]
    public void By_hand_with_equal_scores()
    {
        // 0.9 right; 0.6 right and wrong; 0.3 right; 0.1 wrong: three are right.
        BackTest test = BackTest.Of([[new(0.9m, true), new(0.6m, true), new(0.6m, false), new(0.3m, true), new(0.1m, false)]], Contract);
        Assert.Equal([(0.1m, 5, 3), (0.3m, 4, 3), (0.6m, 3, 2), (0.9m, 1, 1)], test.Curve.Select(p => (p.Threshold, p.HandedOver, p.Hits)));
        // F1: 2*0.6*1/1.6 = 0.75; 2*0.75*1/1.75 = 0.8571; 2/3; 2*1*(1/3)/(4/3) = 0.5.
        Assert.Equal([0.75, 6 / 7d, 2 / 3d, 0.5], test.Curve.Select(p => p.F1!.Value), Near);
        Assert.Equal(0.3m, test.Best!.Threshold);
        // Average: 1/3 * 1 + 1/3 * 2/3 + 1/3 * 3/4.
        Assert.Equal((1 + (2 / 3d) + 0.75) / 3, test.AveragePrecision!.Value, 6);
    }

    [Fact]
    public void The_point_of_the_contract_hands_over_no_more_than_the_contract_of_each_record()
    {
        FilterContract two = Contract with { MostCandidates = 2 };
        BackTest test = BackTest.Of([[new(0.9m, false), new(0.8m, true), new(0.7m, true)], [new(0.6m, true)]], two);
        Assert.Equal((3, 2), (test.AtContract.HandedOver, test.AtContract.Hits));
        Assert.Equal(2 / 3d, test.AtContract.Recall!.Value, 6);
    }

    [Fact]
    [Trait("Capability", "C15")]
    public void Below_the_bar_the_launch_is_told_what_is_missing()
    {
        BackTest test = BackTest.Of([Published], Contract with { Handover = new HandoverBar(0.3m, 0.9m, 0.5m) });
        Assert.False(test.Meets);
        Assert.Equal("Of 3 handed over 2 are relevant: a precision of 0.67; the bar is 0.9.", Assert.Single(test.Shortfalls));
        Assert.True(BackTest.Of([Published], Contract with { Handover = new HandoverBar(0.3m, 0.6m, 0.5m) }).Meets);
        Assert.Contains(BackTest.Of([Published], Contract with { Handover = new HandoverBar(0.5m, 0.6m, 0.6m) }).Shortfalls, line => line.Contains("a recall of 0.5", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Capability", "C15")]
    public void Nothing_is_told_from_nothing()
    {
        Assert.False(BackTest.Of([], Contract).Meets);
        Assert.Null(BackTest.Of([], Contract).AveragePrecision);
        BackTest none = BackTest.Of([[new(0.9m, false)]], Contract);
        Assert.Equal("No labelled item is relevant: nothing can be told from that.", Assert.Single(none.Shortfalls));
        Assert.Null(none.Best);
        Assert.Contains(BackTest.Of([[new(0.1m, true)]], Contract).Shortfalls, line => line.StartsWith("No labelled item reaches", StringComparison.Ordinal));
    }

    [Fact]
    public void The_recall_never_rises_with_the_threshold_and_all_shares_are_shares()
    {
        Gen<LabelledItem> item = Gen.Select(Gen.Int[0, 10], Gen.Bool).Select(pair => new LabelledItem(pair.Item1 / 10m, pair.Item2));
        item.Array[1, 12].Array[1, 4].Sample(
            records =>
            {
                BackTest test = BackTest.Of(records, Contract);
                Assert.Equal(test.Curve.OrderBy(point => point.Threshold), test.Curve);
                double[] recalls = [.. test.Curve.Select(point => point.Recall ?? 0)];
                Assert.Equal(recalls.OrderDescending(), recalls);
                Assert.All(test.Curve, point => Assert.InRange(point.Precision!.Value, 0, 1));
                Assert.Equal(records.Sum(record => record.Length), test.Curve[0].HandedOver);
                Assert.InRange(test.AveragePrecision ?? 0, 0, 1.0000001);
            },
            seed: "0000KOIPeNg4", iter: 200);
    }

    [Fact]
    public void The_weekly_topics_meet_their_bar()
    {
        BackTest test = BackTest.Of(
            [.. Topics.Workflow.Examples.Select((example, i) => (IReadOnlyList<LabelledItem>)
                [.. Topics.Rank(Topics.Record(i)).Select(item => new LabelledItem(item.Score, example.Relevant!.Contains(item.Item)))])],
            Topics.Contract);
        Assert.True(test.Meets, string.Join(' ', test.Shortfalls));
        // Counted on the ranking of the three examples: 14 handed over, 12 of the 13 relevant ones among them.
        Assert.Equal((14, 12, 13), (test.AtContract.HandedOver, test.AtContract.Hits, test.Relevant));
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-6;
}
