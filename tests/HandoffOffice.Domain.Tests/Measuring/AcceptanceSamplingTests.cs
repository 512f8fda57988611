using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using Xunit;

namespace HandoffOffice.Domain.Tests.Measuring;

[Trait("Capability", "C53")]
public sealed class AcceptanceSamplingTests
{
    private static readonly CatchRate Perfect = new(1000, 0);
    private static readonly ScoredOutput Clean = new(1, "model 1", OutputScore.Clean);
    private static readonly ScoredOutput Faulty = Clean with { Score = OutputScore.Faulty };

    public static TheoryData<SamplingPlan> Plans => [.. AcceptanceSampling.Plans(Stakes.Low).Concat(AcceptanceSampling.Plans(Stakes.Medium))];

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_holds_the_outgoing_error_that_it_says(SamplingPlan plan)
    {
        // Dodge: of the outputs of a process with the error rate p, the share (1 - f) q^i / (f + (1 - f) q^i) is not reviewed.
        double worst = Enumerable.Range(1, 999).Select(i => i / 1000.0).Max(p =>
        {
            double f = 1.0 / plan.OneIn;
            double run = Math.Pow(1 - p, plan.Clean);
            return p * (1 - f) * run / (f + ((1 - f) * run));
        });
        Assert.InRange(worst, plan.Outgoing * 0.8, plan.Outgoing * 1.06);
    }

    [Theory]
    [InlineData(Stakes.Low, 28, null)]
    [InlineData(Stakes.Low, 29, 5)]
    [InlineData(Stakes.Medium, 58, null)]
    [InlineData(Stakes.Medium, 59, 10)]
    [InlineData(Stakes.High, 5000, null)]
    public void Review_is_reduced_after_a_clean_run_that_also_bounds_the_error_rate(Stakes stakes, int clean, int? oneIn) =>
        Assert.Equal(oneIn, Stand(stakes, Enumerable.Repeat(Clean, clean), Perfect).Plan?.OneIn);

    [Fact]
    public void Without_a_catch_rate_nothing_is_reduced() => Assert.Null(Stand(Stakes.Low, Enumerable.Repeat(Clean, 1000), new CatchRate(28, 0)).Plan);

    [Fact]
    public void Reviewers_who_miss_half_have_to_be_shown_more()
    {
        Assert.NotNull(Stand(Stakes.Low, Enumerable.Repeat(Clean, 40), Perfect).Plan);
        Assert.Null(Stand(Stakes.Low, Enumerable.Repeat(Clean, 40), new CatchRate(50, 50)).Plan);
    }

    [Fact]
    public void Any_fault_ends_it_and_the_run_begins_anew()
    {
        Assert.Null(Stand(Stakes.Low, [.. Enumerable.Repeat(Clean, 200), Faulty], Perfect).Plan);
        Assert.Null(Stand(Stakes.Low, [.. Enumerable.Repeat(Clean, 200), Faulty, .. Enumerable.Repeat(Clean, 13)], Perfect).Plan);
        Assert.NotNull(Stand(Stakes.Low, [.. Enumerable.Repeat(Clean, 200), Faulty, .. Enumerable.Repeat(Clean, 14)], Perfect).Plan);
    }

    [Theory]
    [InlineData(2, "model 1")]
    [InlineData(1, "model 2")]
    public void Another_version_or_another_model_begins_anew(int version, string origin) =>
        Assert.Equal(new TrustLevel(0, 0, 0, 1, null), AcceptanceSampling.Stand(Stakes.Low, version, origin, Enumerable.Repeat(Clean, 500), Perfect) with { ErrorBound = 1 });

    [Fact]
    public void An_output_that_was_not_reviewed_says_nothing() => Assert.Equal(
        Stand(Stakes.Low, Enumerable.Repeat(Clean, 50), Perfect),
        Stand(Stakes.Low, Enumerable.Repeat(Clean, 50).Concat(Enumerable.Repeat(Clean with { Score = OutputScore.NotReviewed }, 50)), Perfect));

    [Fact]
    public void Whatever_happened_a_plan_is_in_force_only_after_its_run_and_within_the_bound() =>
        Gen.Select(Gen.Enum<Stakes>(), Gen.Frequency((60, Gen.Const(Clean)), (1, Gen.Const(Faulty)), (1, Gen.Const(Clean with { Origin = "model 2" }))).Array[0, 200], Gen.Int[0, 99])
            .Sample(life =>
            {
                (Stakes stakes, ScoredOutput[] outputs, int missed) = life;
                TrustLevel stand = Stand(stakes, outputs, new CatchRate(100, missed));
                int run = outputs.Reverse().TakeWhile(output => output == Clean).Count();
                Assert.Equal(run, stand.CleanInARow);
                Assert.True(stand.Plan is null || (run >= stand.Plan.Clean && stakes != Stakes.High && stand.ErrorBound <= Domain.Reviewing.Rigor.Of(stakes).ErrorBound));
            }, seed: "0008bXpCwFq1", iter: 300);

    private static TrustLevel Stand(Stakes stakes, IEnumerable<ScoredOutput> outputs, CatchRate caught) =>
        AcceptanceSampling.Stand(stakes, 1, "model 1", outputs, caught);
}
