using CsCheck;
using HandoffOffice.Domain.Webhooks;
using Xunit;

namespace HandoffOffice.Domain.Tests.Webhooks;

/// <summary>A delivery that failed is tried again, each time later, up to a day (C78).</summary>
[Trait("Capability", "C78")]
public sealed class RetryScheduleTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public void The_first_wait_is_seconds_and_the_last_a_day()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), RetrySchedule.Wait(1, 0));
        Assert.Equal(Day, RetrySchedule.Wait(RetrySchedule.MaxAttempts - 1, 0));
        Assert.Null(RetrySchedule.Wait(RetrySchedule.MaxAttempts, 0));
    }

    [Fact]
    public void Each_wait_is_at_least_as_long_as_the_one_before()
    {
        TimeSpan[] waits = [.. Enumerable.Range(1, RetrySchedule.MaxAttempts - 1).Select(attempt => RetrySchedule.Wait(attempt, 0)!.Value)];
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromDays(3), TimeSpan.FromDays(6));
    }

    [Fact]
    public void Chance_makes_a_wait_up_to_a_quarter_longer_and_never_longer_than_a_day() => Gen.Select(Gen.Int[1, RetrySchedule.MaxAttempts - 1], Gen.Double[0, 1]).Sample((attempt, chance) =>
    {
        TimeSpan planned = RetrySchedule.Wait(attempt, 0)!.Value;
        TimeSpan wait = RetrySchedule.Wait(attempt, chance)!.Value;
        Assert.InRange(wait, planned, planned * 1.25 < Day ? planned * 1.25 : Day);
    });

    [Fact]
    public void Who_is_busy_for_half_a_minute_gets_it_within_the_first_minute() =>
        Assert.InRange(Enumerable.Range(1, 5).Aggregate(TimeSpan.Zero, (sum, attempt) => sum + RetrySchedule.Wait(attempt, 1)!.Value), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));

    [Fact]
    public void A_rest_grows_from_seconds_to_half_an_hour_and_lasts_as_long_as_the_receiver_asks()
    {
        TimeSpan[] rests = [.. Enumerable.Range(1, 9).Select(failures => RetrySchedule.Rest(failures, 0))];
        Assert.Equal(rests.Order(), rests);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(30)), (rests[0], rests[^1]));
        Assert.Equal(TimeSpan.FromHours(2), RetrySchedule.Rest(1, 0, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void The_receivers_wish_makes_a_wait_longer_up_to_a_day_and_never_shorter()
    {
        Assert.Equal(TimeSpan.FromMinutes(7), RetrySchedule.Wait(1, 0, TimeSpan.FromMinutes(7)));
        Assert.Equal(TimeSpan.FromSeconds(5), RetrySchedule.Wait(1, 0, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(5), RetrySchedule.Wait(1, 0, TimeSpan.FromSeconds(-60)));
        Assert.Equal(Day, RetrySchedule.Wait(1, 0, TimeSpan.FromDays(400)));
    }
}
