using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Model;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>
/// A release is a row before it is an act: whatever breaks at whatever point, in the mail service or in the product, one mail is sent (DESIGN rule 4).
/// </summary>
[Trait("Capability", "C76")]
[Trait("Capability", "C50")]
public sealed class MailFaultTests(MailProduct fixture) : IClassFixture<MailProduct>
{
    private const int Patience = 5;

    public static MatrixTheoryData<GraphCall, GraphFault> ServiceFaults { get; } =
        new(Enum.GetValues<GraphCall>(), Enum.GetValues<GraphFault>().Where(fault => fault is not (GraphFault.None or GraphFault.Vanishes)));

    /// <summary>Each transaction of a sending, at each of its moments: the release, the attempt, the draft that is about to be sent, the end.</summary>
    public static MatrixTheoryData<Moment, int> Crashes { get; } =
        new([Moment.BeforeSaving, Moment.AfterSaving, Moment.BeforeCommit, Moment.AfterCommit], [0, 1, 2, 3]);

    [Theory]
    [MemberData(nameof(ServiceFaults))]
    public async Task Whatever_the_mail_service_does_one_mail_is_sent(GraphCall call, GraphFault fault)
    {
        Run run = await fixture.Approved();
        fixture.Graph.Break(call, fault);
        DeliveryState first = (await run.Author.SendMail(run.Id, $"{run.Id}")).Delivery().State;
        Assert.Equal(Expected(call, fault), first);
        await SentOnce(run);
    }

    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task Wherever_the_product_breaks_one_mail_is_sent(Moment moment, int before)
    {
        Run run = await fixture.Approved();
        fixture.Faults.Arm(moment, before);
        Answer broken = await run.Author.SendMail(run.Id, $"{run.Id}");
        Assert.True(fixture.Faults.Disarm(moment), "Nothing broke.");
        Assert.Equal(500, (int)broken.Status);

        bool isReleased = before > 0 || moment == Moment.AfterCommit;
        HandoffView view = await run.Look();
        Assert.Equal(isReleased ? HandoffState.Released : HandoffState.Approved, view.State);
        Assert.Equal(isReleased, view.Delivery is not null);
        Assert.Equal(before == 3 ? 1 : 0, fixture.Sent(run).Count);
        await SentOnce(run);
    }

    [Theory]
    [InlineData(GraphFault.Throttled)]
    [InlineData(GraphFault.ErrorBefore)]
    [InlineData(GraphFault.ErrorAfter)]
    [InlineData(GraphFault.CutBefore)]
    [InlineData(GraphFault.CutAfter)]
    public async Task No_library_repeats_a_call_that_sends(GraphFault fault)
    {
        Run run = await fixture.Approved();
        int before = fixture.Graph.Calls(GraphCall.Send);
        fixture.Graph.Break(GraphCall.Send, fault);
        (await run.Author.SendMail(run.Id)).Delivery();
        Assert.Equal(before + 1, fixture.Graph.Calls(GraphCall.Send));
    }

    [Fact]
    public async Task A_person_who_has_lost_the_key_finds_it_unfinished_and_goes_on()
    {
        Run run = await fixture.Approved();
        fixture.Graph.Break(GraphCall.Send, GraphFault.CutBefore);
        (await run.Author.SendMail(run.Id)).Delivery();
        Assert.Equal(DeliveryState.Sending, (await run.Author.Look(run.Id)).Delivery!.State);
        (await run.Author.GoOn(run.Id)).Ok();
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task An_attempt_that_runs_is_not_joined_by_another_until_it_must_be_dead()
    {
        Run run = await fixture.Approved();
        fixture.Faults.Arm(Moment.AfterCommit, 1);
        await run.Author.SendMail(run.Id, $"{run.Id}");
        fixture.Faults.Disarm(Moment.AfterCommit);
        (await run.Author.GoOn(run.Id)).Refused(409, "delivery-in-flight");
        Assert.Empty(fixture.Anywhere(run));
        fixture.LetTimeGoBy(run);
        (await run.Author.GoOn(run.Id)).Ok();
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task The_mail_service_is_not_asked_before_the_time_it_said()
    {
        Run run = await fixture.Approved();
        fixture.Graph.Break(GraphCall.Send, GraphFault.Throttled);
        DeliveryView throttled = (await run.Author.SendMail(run.Id)).Delivery();
        Assert.Equal(("ApplicationThrottled", true), (throttled.Problem, throttled.RetryAt > throttled.TriedAt));
        (await run.Author.GoOn(run.Id)).Refused(409, "mailbox-busy");
        fixture.LetTimeGoBy(run);
        (await run.Author.GoOn(run.Id)).Ok();
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task What_was_sent_and_shows_late_is_not_sent_again()
    {
        Run run = await Lagging(2);
        Assert.Equal(DeliveryState.Uncertain, (await run.Author.GoOn(run.Id)).Delivery().State);
        Assert.Single(fixture.Sent(run));
        fixture.Graph.Arrive();
        Assert.Equal(DeliveryState.Done, (await run.Author.GoOn(run.Id)).Delivery().State);
        Assert.Single(fixture.Sent(run));
        Assert.Equal(["DeliveryUncertain", "Delivered"], await Deliveries(run));
    }

    [Fact]
    public async Task A_second_draft_is_never_sent_while_nobody_knows_of_the_first()
    {
        Run run = await fixture.Approved();
        fixture.Graph.Break(GraphCall.Create, GraphFault.SilentAfter);
        (await run.Author.SendMail(run.Id, $"{run.Id}")).Delivery();
        fixture.Graph.Break(GraphCall.Send, GraphFault.CutAfter);
        fixture.Graph.Lag = 10;
        try
        {
            (await run.Author.GoOn(run.Id)).Delivery();
        }
        finally
        {
            fixture.Graph.Lag = 0;
        }

        Assert.Equal(DeliveryState.Uncertain, (await run.Author.GoOn(run.Id)).Delivery().State);
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task What_is_nowhere_is_sent_again_only_when_a_person_says_so()
    {
        Run run = await fixture.Approved();
        fixture.Graph.Break(GraphCall.Send, GraphFault.Vanishes);
        (await run.Author.SendMail(run.Id)).Delivery();
        Assert.Equal(DeliveryState.Uncertain, (await run.Author.GoOn(run.Id)).Delivery().State);
        Assert.Equal(DeliveryState.Uncertain, (await run.Author.GoOn(run.Id)).Delivery().State);
        Assert.Empty(fixture.Anywhere(run));

        (await run.Author.SayWhether(run.Id, isThere: false, " ")).Refused(422, "reason-missing");
        (await run.Reviewer.SayWhether(run.Id, isThere: false)).Refused(403, "not-your-mailbox");
        Assert.Empty(fixture.Anywhere(run));
        Assert.Equal(DeliveryState.Done, (await run.Author.SayWhether(run.Id, isThere: false)).Delivery().State);
        Assert.Single(fixture.Sent(run));
        Assert.Equal(["DeliveryUncertain", "DeliveryRepeated", "Delivered"], await Deliveries(run));
        (await run.Author.SayWhether(run.Id, isThere: false)).Refused(409, "nothing-uncertain");
    }

    [Fact]
    public async Task A_person_who_was_wrong_that_it_is_not_there_sends_it_no_second_time()
    {
        Run run = await Lagging(2);
        Assert.Equal(DeliveryState.Uncertain, (await run.Author.GoOn(run.Id)).Delivery().State);
        fixture.Graph.Arrive();
        Assert.Equal(DeliveryState.Done, (await run.Author.SayWhether(run.Id, isThere: false)).Delivery().State);
        Assert.Single(fixture.Sent(run));
    }

    [Fact]
    public async Task What_a_person_has_seen_among_what_they_sent_is_done()
    {
        Run run = await Lagging(10);
        Assert.Equal(DeliveryState.Uncertain, (await run.Author.GoOn(run.Id)).Delivery().State);
        Assert.Equal(DeliveryState.Done, (await run.Author.SayWhether(run.Id, isThere: true)).Delivery().State);
        Assert.Equal(DeliveryState.Done, (await run.Author.GoOn(run.Id)).Delivery().State);
        Assert.Single(fixture.Sent(run));
        Assert.Equal(["DeliveryUncertain", "DeliveryConfirmed"], await Deliveries(run));
    }

    // What can be known after the first call, by where it went wrong and how.
    private static DeliveryState Expected(GraphCall call, GraphFault fault) => (call, fault) switch
    {
        (GraphCall.Create or GraphCall.Send, GraphFault.Refused) => DeliveryState.Failed,
        (GraphCall.Send, GraphFault.ErrorAfter or GraphFault.CutAfter or GraphFault.SilentAfter) => DeliveryState.Done,
        (GraphCall.Send, _) => DeliveryState.Sending,
        _ => DeliveryState.Pending,
    };

    /// <summary>Sent, the connection cut, and nowhere to be found for as many looks.</summary>
    private async Task<Run> Lagging(int looks)
    {
        Run run = await fixture.Approved();
        fixture.Graph.Break(GraphCall.Send, GraphFault.CutAfter);
        fixture.Graph.Lag = looks;
        try
        {
            Assert.Equal(DeliveryState.Sending, (await run.Author.SendMail(run.Id)).Delivery().State);
        }
        finally
        {
            fixture.Graph.Lag = 0;
        }

        return run;
    }

    /// <summary>With the same key it is sent, once, and is what the row says; nothing more is left to do.</summary>
    private async Task SentOnce(Run run)
    {
        DeliveryState state = DeliveryState.Pending;
        for (int attempt = 0; attempt < Patience && state != DeliveryState.Done; attempt++)
        {
            fixture.LetTimeGoBy(run);
            state = (await run.Author.SendMail(run.Id, $"{run.Id}")).Delivery().State;
        }

        Assert.Equal(DeliveryState.Done, state);
        byte[] sent = Assert.Single(fixture.Sent(run));
        Assert.Equal((await run.Look()).Release!.LeftDigest, Sha256Digest.Of(sent));
        Assert.Single(await run.Author.History(run.Id), entry => entry.Kind == HandoffEventKind.Released);
        Assert.Single(await run.Author.History(run.Id), entry => entry.Kind == HandoffEventKind.Delivered);
        (await run.Author.SendMail(run.Id, $"{run.Id}")).Ok();
        Assert.Single(fixture.Sent(run));
    }

    private static async Task<IEnumerable<string>> Deliveries(Run run) =>
        (await run.Author.History(run.Id)).Select(entry => $"{entry.Kind}").Where(kind => kind.StartsWith("Deliver", StringComparison.Ordinal));
}
