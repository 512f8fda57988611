using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

/// <summary>The steps of an act that carries a release out.</summary>
[Trait("Capability", "C76")]
public sealed class DeliveryTests
{
    private static readonly Actor Ann = Given.Author;
    private static readonly DateTimeOffset Now = Given.Start;

    private readonly Delivery delivery = New();

    [Fact]
    public void An_attempt_has_it_to_itself_until_it_must_be_dead()
    {
        Assert.Null(delivery.Begin(Now).Error);
        Assert.IsType<DeliveryInFlight>(delivery.Begin(Now + Delivery.LongestAttempt).Error);
        Assert.Null(delivery.Begin(Now + Delivery.Lease).Error);
        Assert.Equal(2, delivery.Attempts);
    }

    [Fact]
    public void An_attempt_gives_up_before_another_may_begin() => Assert.True(Delivery.LongestAttempt < Delivery.Lease);

    [Fact]
    public void What_is_done_is_not_begun_again()
    {
        delivery.Begin(Now);
        Assert.Equal("Delivered", Assert.Single(delivery.Sent(Ann, Now).Events).Kind);
        Assert.IsType<DeliveryInFlight>(delivery.Begin(Now + Delivery.Lease).Error);
    }

    [Fact]
    public void A_refusal_forgets_the_draft_and_may_be_tried_again()
    {
        delivery.Begin(Now);
        delivery.Sending("draft", "<id@example.com>");
        Assert.Equal("DeliveryRefused", Assert.Single(delivery.Refuse("ErrorSendAsDenied", Ann, Now).Events).Kind);
        Assert.Equal((DeliveryState.Failed, null, true), (delivery.State, delivery.DraftId, delivery.IsUntouched));
        Assert.Null(delivery.Begin(Now).Error);
    }

    [Fact]
    public void That_it_is_nowhere_is_recorded_once()
    {
        delivery.Begin(Now);
        delivery.Sending("draft", "<id@example.com>");
        Assert.Single(delivery.Lose(Ann, Now).Events);
        Assert.Empty(delivery.Lose(Ann, Now).Events);
        Assert.False(delivery.IsUntouched);
    }

    [Fact]
    public void Only_what_is_nowhere_is_answered_for_and_with_a_reason()
    {
        Assert.IsType<NothingUncertain>(delivery.Answer(true, "I saw it.", Ann, Now).Error);
        delivery.Begin(Now);
        delivery.Sending("draft", "<id@example.com>");
        delivery.Lose(Ann, Now);
        Assert.IsType<ReasonMissing>(delivery.Answer(true, " ", Ann, Now).Error);
        Assert.Null(delivery.Answer(false, "It is not there.", Ann, Now).Error);
        Assert.Equal((DeliveryState.Pending, null), (delivery.State, delivery.DraftId));
    }

    [Fact]
    public void A_step_of_an_attempt_that_was_given_up_changes_nothing()
    {
        using var run = Run.In(HandoffState.Approved);
        var late = Delivery.Of(run.Handoff, ReleaseChannel.Mail, "<id@example.com>", run.Now);
        Assert.Null(run.Handoff.Leave(run.Content(), Run.Left, run.Key.PublicKey, "note.eml", Given.Author, run.Now, late).Error);
        run.Handoff.Deliver(ReleaseChannel.Mail, null, one => one.Begin(run.Now));
        run.Handoff.Deliver(ReleaseChannel.Mail, null, one => one.Begin(run.Now + Delivery.Lease));
        int revision = run.Handoff.Revision;
        Assert.IsType<AttemptGivenUp>(run.Handoff.Deliver(ReleaseChannel.Mail, 1, one => one.Sent(Ann, run.Now)).Error);
        Assert.Equal((DeliveryState.Pending, revision), (late.State, run.Handoff.Revision));
    }

    private static Delivery New()
    {
        using var run = Run.In(HandoffState.Approved);
        return Delivery.Of(run.Handoff, ReleaseChannel.Mail, "<id@example.com>", Now);
    }
}
