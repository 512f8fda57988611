using CsCheck;
using HandoffOffice.Domain.Measuring;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

[Trait("Capability", "C53")]
public sealed class BinomialTests
{
    [Theory]
    [InlineData(10, 0.259)]
    [InlineData(29, 0.10)]
    [InlineData(59, 0.05)]
    [InlineData(149, 0.02)]
    [InlineData(299, 0.01)]
    public void So_many_clean_outputs_bound_the_error_rate(int clean, double bound) => Assert.Equal(bound, Binomial.UpperBound(0, clean), bound < 0.1 ? 3 : 2);

    [Fact]
    public void Ten_clean_of_ten_leave_an_error_rate_of_25_point_9_percent_open() => Assert.Equal(0.2589, Binomial.UpperBound(0, 10), 4);

    [Theory]
    [InlineData(10, 0.741)]
    [InlineData(29, 0.902)]
    public void So_many_caught_of_as_many_bound_the_catch_rate(int caught, double bound) => Assert.Equal(bound, Binomial.LowerBound(caught, caught), 3);

    [Theory]
    [InlineData(28, null)]
    [InlineData(29, 0.902)]
    public void No_catch_rate_is_claimed_below_29(int found, double? bound) =>
        Assert.Equal(bound, new CatchRate(found, 0).LowerBound is { } claimed ? Math.Round(claimed, 3) : null);

    [Fact]
    public void The_bound_is_where_the_tail_is_five_percent() => Cases.Sample(pair =>
    {
        (int hits, int trials) = pair;
        Assert.Equal(0.05, Binomial.AtMost(hits, trials, Binomial.UpperBound(hits, trials)), 9);
        Assert.Equal(0.05, 1 - Binomial.AtMost(trials - hits - 1, trials, Binomial.LowerBound(trials - hits, trials)), 9);
    }, seed: "0006bXpCwFq1", iter: 300);

    [Fact]
    public void More_hits_never_lower_a_bound_and_the_bounds_enclose_the_share_that_was_seen() => Cases.Sample(pair =>
    {
        (int hits, int trials) = pair;
        Assert.True(Binomial.UpperBound(hits, trials) < Binomial.UpperBound(hits + 1, trials));
        Assert.True(Binomial.LowerBound(hits, trials) < Binomial.LowerBound(hits + 1, trials));
        Assert.InRange((double)hits / trials, Binomial.LowerBound(hits, trials), Binomial.UpperBound(hits, trials));
    }, seed: "0006bXpCwFq1", iter: 300);

    [Fact]
    public void The_tail_is_the_sum_of_its_terms() => Assert.Equal(0.171875, Binomial.AtMost(3, 10, 0.5), 12);

    private static Gen<(int Hits, int Trials)> Cases => Gen.Int[1, 2000].SelectMany(trials => Gen.Int[0, trials - 1].Select(hits => (hits, trials)));
}
