using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Measuring.Statistics;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

/// <summary>Against values that others have published or that follow on paper, to four digits.</summary>
[Trait("Capability", "C38")]
public sealed class StatisticsTests
{
    /// <summary>
    /// Two-sided 95 % limits of Clopper and Pearson. With no hit or all, on paper: 1 - 0.025^(1/n) and its counterpart. 1 and 5 of 10: the exact limits that
    /// Geigy's Scientific Tables print for the binomial, 0.25 to 44.50 % and 18.71 to 81.29 %.
    /// </summary>
    [Theory]
    [InlineData(0, 10, 0, 0.3085)]
    [InlineData(10, 10, 0.6915, 1)]
    [InlineData(1, 10, 0.0025, 0.4450)]
    [InlineData(5, 10, 0.1871, 0.8129)]
    [InlineData(0, 30, 0, 0.1157)]
    public void Clopper_and_Pearsons_two_sided_limits(int hits, int trials, double low, double high)
    {
        Interval interval = Binomial.Interval(hits, trials);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Nothing_tried_leaves_all_open() => Assert.Equal(new Interval(0, 1), Binomial.Interval(0, 0));

    [Fact]
    public void The_tail_of_many_trials_is_that_of_the_sum() => Gen.Int[1, 2000].SelectMany(trials => Gen.Int[0, trials - 1].Select(hits => (hits, trials))).Sample(pair =>
    {
        double share = (pair.hits + 0.7) / (pair.trials + 1);
        Assert.Equal(Binomial.AtMost(pair.hits, pair.trials, share), IncompleteBeta.Of(1 - share, pair.trials - pair.hits, pair.hits + 1), 9);
    }, seed: "0006bXpCwFq1", iter: 200);

    [Fact]
    public void A_million_trials_take_no_million_steps()
    {
        // By the normal approximation, whose error is far below the fourth digit here: 0.3 -+ 1.96 sqrt(0.3 0.7 / 10^6).
        Interval interval = Binomial.Interval(300_000, 1_000_000);
        Assert.Equal(0.2991, interval.Low, 4);
        Assert.Equal(0.3009, interval.High, 4);
    }

    /// <summary>The table of Student's t that textbooks print (two-sided 95 %).</summary>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(4, 2.776)]
    [InlineData(9, 2.262)]
    [InlineData(30, 2.042)]
    [InlineData(120, 1.980)]
    [InlineData(1_000_000, 1.960)]
    public void Students_quantiles(double degrees, double quantile) => Assert.Equal(quantile, Student.Quantile(degrees), 3);

    [Theory]
    [InlineData(-1.959964, 0.0250)]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413)]
    [InlineData(3, 0.9987)]
    public void The_normal_distribution(double z, double share) => Assert.Equal(share, Student.NormalAtMost(z), 4);

    /// <summary>From the binomial table for p = 1/2: n = 10: P(X &lt;= 0) = 1/1024, P(X &lt;= 1) = 11/1024, P(X &lt;= 2) = 56/1024; n = 8: P(X &lt;= 1) = 9/256.</summary>
    [Theory]
    [InlineData(10, 0, 0.0020)]
    [InlineData(9, 1, 0.0215)]
    [InlineData(2, 8, 0.1094)]
    [InlineData(7, 1, 0.0703)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(4, 0, 0.125)]
    public void The_sign_test(int above, int below, double p) => Assert.Equal(p, SignTest.PValue(above, below), 4);

    [Fact]
    public void The_same_name_gives_the_same_interval_and_another_one_nearly_the_same()
    {
        var values = Histogram.Of(12, 31, 18, 25, 22, 40, 9, 27, 30, 21);
        Interval first = Bootstrap.OfMean(values, SeededChance.Of("report 1"))!;
        Assert.Equal(first, Bootstrap.OfMean(values, SeededChance.Of("report 1")));
        Interval other = Bootstrap.OfMean(values, SeededChance.Of("report 2"))!;
        Assert.NotEqual(first, other);
        Assert.InRange(other.Low, first.Low - 0.7, first.Low + 0.7);
        Assert.InRange(other.High, first.High - 0.7, first.High + 0.7);
    }

    /// <summary>Hesterberg 2015: the expanded percentile interval of symmetric values is about Student's.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(60)]
    public void The_interval_of_even_values_is_about_Students(int count)
    {
        var values = Histogram.Of(Enumerable.Range(0, count).Select(i => (double)i));
        double half = Student.Quantile(count - 1) * values.Deviation / Math.Sqrt(count);
        Interval interval = Bootstrap.OfMean(values, SeededChance.Of("even"))!;
        Assert.InRange(interval.High - values.Mean, half * 0.85, half * 1.1);
        Assert.InRange(values.Mean - interval.Low, half * 0.85, half * 1.1);
    }

    [Fact]
    public void The_interval_holds_the_true_mean_19_times_of_20()
    {
        // Uneven values, as times are: the square of an even number between 0 and 1 has the mean 1/3.
        var chance = SeededChance.Of("coverage");
        int held = Enumerable.Range(0, 400).Count(_ =>
        {
            var seen = Histogram.Of([.. Enumerable.Range(0, 15).Select(_ => Math.Pow(chance.Below(1_000_000) / 1e6, 2))]);
            return !Bootstrap.OfMean(seen, chance)!.Excludes(1.0 / 3);
        });
        Assert.InRange(held, 364, 392);
    }

    [Fact]
    public void Where_no_more_samples_are_drawn_the_interval_hardly_changes()
    {
        Histogram Times(int count) => Histogram.Of(Enumerable.Range(0, count).Select(i => (double)((i * 37) % 101)));
        Interval drawn = Bootstrap.OfMean(Times(Bootstrap.MostDrawn), SeededChance.Of("edge"))!;
        Interval not = Bootstrap.OfMean(Times(Bootstrap.MostDrawn + 1), SeededChance.Of("edge"))!;
        Assert.InRange((drawn.High - drawn.Low) / (not.High - not.Low), 0.94, 1.06);
    }

    [Fact]
    public void The_same_values_on_both_sides_make_no_difference_and_ten_more_make_ten()
    {
        var values = Histogram.Of(12, 31, 18, 25, 22, 40, 9, 27, 30, 21);
        Assert.False(Bootstrap.OfDifference(values, values, SeededChance.Of("d"))!.Excludes(0));
        Interval more = Bootstrap.OfDifference(values, values.Select(value => value + 30), SeededChance.Of("d"))!;
        Assert.True(more.Excludes(0));
        Assert.InRange(30, more.Low, more.High);
        Assert.Null(Bootstrap.OfDifference(values, Histogram.Of(3), SeededChance.Of("d")));
    }

    [Fact]
    public void Bins_keep_a_mean_exact_and_are_one_percent_wide_at_the_most() => Gen.Long[0, 10_000_000].Sample(value =>
    {
        int bin = MeasureBins.Of(value);
        Assert.Equal(bin, MeasureBins.Of(value));
        Assert.True(MeasureBins.Of(value + 1) - bin is 0 or 1);
        Assert.NotEqual(bin, MeasureBins.Of(value + 1 + (value / 99)));
        Assert.True(value > 200 || bin == value);
    }, seed: "0006bXpCwFq1", iter: 1000);

    [Fact]
    public void Below_five_runs_nothing_is_claimed() => Assert.Equal([5, 4, null, 3, null], new[]
    {
        TooFew.Missing(Histogram.Empty, 0), TooFew.Missing(Histogram.Of(7), 0), TooFew.Missing(Histogram.Of(0, 0), 0), TooFew.Missing(Histogram.Of(9, 9), 0),
        TooFew.Missing(Histogram.Of(-9, 9), 0),
    });

    [Fact]
    public void What_is_missing_is_the_first_number_that_tells() => Gen.Int[1, 60].Array[2, 12].Sample(values =>
    {
        var seen = Histogram.Of(values.Select(value => value - 20.0));
        if (TooFew.Missing(seen, 0) is { } more && seen.Deviation > 0)
        {
            bool Tells(long count) => Student.Quantile(count - 1) * seen.Deviation / Math.Sqrt(count) < Math.Abs(seen.Mean);
            long enough = seen.Count + more;
            Assert.True(enough >= TooFew.Fewest && Tells(enough));
            Assert.True(more == 0 || enough == TooFew.Fewest || !Tells(enough - 1));
        }
    }, seed: "0006bXpCwFq1", iter: 300);

    /// <summary>
    /// Dodge 1943: with the clean run i and the fraction f, of a process with the error rate p the share F = f / (f + (1 - f) (1 - p)^i) is reviewed, and
    /// p (1 - F) goes out. The AOQL is its maximum; by calculus it lies where (i + 1) p - 1 = (1 - f) (1 - p)^(i + 1) / f, and is then ((i + 1) p - 1) / i.
    /// A plan's i is the least that keeps the AOQL, as his chart is read: 54 with 1 in 10 and 36 with 1 in 5 for 2 %, 14 with 1 in 5 for 5 %.
    /// </summary>
    [Theory]
    [Trait("Capability", "C53")]
    [InlineData(Stakes.Medium, 54, 10, 0.0200)]
    [InlineData(Stakes.Medium, 36, 5, 0.0195)]
    [InlineData(Stakes.Low, 14, 5, 0.0483)]
    public void Each_plan_has_the_least_clean_run_that_keeps_its_outgoing_limit_by_Dodges_formula(Stakes stakes, int clean, int oneIn, double aoql)
    {
        SamplingPlan plan = Assert.Single(AcceptanceSampling.Plans(stakes), plan => plan.Clean == clean && plan.OneIn == oneIn);
        Assert.Equal(aoql, Aoql(clean, 1.0 / oneIn), 4);
        Assert.True(Aoql(clean, 1.0 / oneIn) <= plan.Outgoing);
        Assert.True(Aoql(clean - 1, 1.0 / oneIn) > plan.Outgoing);
        double seen = Enumerable.Range(1, 99_999).Select(k => k / 100_000.0).Max(p => p * (1 - (1.0 / oneIn)) * Math.Pow(1 - p, clean) / ((1.0 / oneIn) + ((1 - (1.0 / oneIn)) * Math.Pow(1 - p, clean))));
        Assert.Equal(seen, Aoql(clean, 1.0 / oneIn), 6);
    }

    private static double Aoql(int i, double f)
    {
        (double low, double high) = (0, 1);
        for (int step = 0; step < 60; step++)
        {
            double p = (low + high) / 2;
            (low, high) = ((i + 1) * p) - 1 < (1 - f) * Math.Pow(1 - p, i + 1) / f ? (p, high) : (low, p);
        }

        return (((i + 1) * low) - 1) / i;
    }
}
