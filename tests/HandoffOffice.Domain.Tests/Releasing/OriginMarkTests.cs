using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

[Trait("Capability", "C99")]
public sealed class OriginMarkTests
{
    private static readonly DraftOrigin Model = new(DraftOriginKind.Model, "gpt-5.1");

    [Fact]
    public void What_rules_wrote_has_no_mark()
    {
        SealPayload payload = Sealed(Given.Origin);
        Assert.Null(OriginMark.Of(payload));
        Assert.Equal("Reviewed and approved by 1 named person on 2026-03-02; drafted by rules (rules 1), no AI.", OriginMark.Statement(payload));
    }

    [Fact]
    public void What_AI_wrote_is_marked()
    {
        SealPayload payload = Sealed(Model);
        Assert.Equal("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", OriginMark.Of(payload));
        Assert.Equal("Reviewed and approved by 1 named person on 2026-03-02; drafted by AI (gpt-5.1).", OriginMark.Statement(payload));
    }

    [Fact]
    public void What_a_reviewer_has_edited_is_marked_as_of_both()
    {
        SealPayload payload = Sealed(Model, new Change("s2", Decision.Edited, "Many thanks to all of you."));
        Assert.Equal("http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia", OriginMark.Of(payload));
        Assert.EndsWith("drafted by AI (gpt-5.1), with words of people.", OriginMark.Statement(payload), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_reviewer_has_only_taken_out_leaves_nothing_but_the_words_of_AI() =>
        Assert.Equal(DigitalSourceType.TrainedAlgorithmicMedia, Sealed(Model, new Change("s2", Decision.Rejected)).SourceType);

    [Theory]
    [InlineData(ApprovalGround.SamplingPlan, "Approved by 1 named person on 2026-03-02 under a sampling plan, not every change reviewed; ")]
    [InlineData(ApprovalGround.BreakGlass, "Approved by 1 named person on 2026-03-02 in an emergency, without the full review; ")]
    public void The_statement_claims_no_more_review_than_there_was(ApprovalGround ground, string statement) =>
        Assert.StartsWith(statement, OriginMark.Statement(Sealed(Model) with { Ground = ground }), StringComparison.Ordinal);

    private static SealPayload Sealed(DraftOrigin origin, params Change[] decisions)
    {
        using var run = new Run { Origin = origin };
        run.To(HandoffState.InReview);
        run.DecideAll(Given.First);
        if (decisions.Length > 0)
        {
            run.Decide(Given.First, decisions);
        }

        run.AttestAll(Given.First);
        run.Must(HandoffAction.Sign);
        return run.Handoff.Seal!.Payload;
    }
}
