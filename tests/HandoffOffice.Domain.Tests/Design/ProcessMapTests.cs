using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C26")]
public sealed class ProcessMapTests
{
    private static readonly ProcessMap Map = WorkedExample.Map;

    [Fact]
    public void Twenty_and_forty_and_five_minutes_twice_a_month_for_four_clients_are_520_a_month()
    {
        Assert.Equal(65, Map.MinutesARun);
        Assert.Equal(MinutesPerMonth.Of(130), Map.MinutesASubject);
        Assert.Equal(8, Map.RunsAMonth);
        Assert.Equal(MinutesPerMonth.Of(520), Map.MinutesAMonth);
        Assert.Equal(2, Map.MinutesAMonth.HoursAWeek);
        Assert.Equal("520 minutes a month", Map.MinutesAMonth.ToString());
    }

    [Fact]
    public void The_worked_example_is_sound_and_needs_no_advice()
    {
        Assert.Empty(ProcessMapRules.Problems(Map));
        Assert.Empty(ProcessMapRules.Advice(Map));
    }

    [Fact]
    public void A_map_has_steps() => Has(Map with { Steps = [] }, "/steps", "no-steps");

    [Fact]
    public void A_map_of_fifty_one_steps_is_several_pieces_of_work() =>
        Has(Map with { Steps = [.. Enumerable.Range(0, 51).Select(i => Map.Steps[0] with { Id = $"s{i}" })] }, "/steps", "too-many-steps");

    [Theory]
    [InlineData("what")]
    [InlineData("who")]
    [InlineData("input")]
    [InlineData("output")]
    public void A_step_says_what_and_who_and_from_what_to_what(string member) => Has(Second(step => member switch
    {
        "what" => step with { What = " " },
        "who" => step with { Who = "" },
        "input" => step with { Input = "" },
        _ => step with { Output = "" },
    }), $"/steps/1/{member}", "empty");

    [Theory]
    [InlineData(0.4)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(2401)]
    public void A_step_takes_half_a_minute_to_a_week(double minutes) => Has(Second(step => step with { Minutes = (decimal)minutes }), "/steps/1/minutes", "range");

    [Theory]
    [InlineData("pull")]
    [InlineData("Write it")]
    [InlineData("")]
    public void A_steps_id_is_its_own(string id) => Has(Second(step => step with { Id = id }), "/steps/1/id", "key");

    [Theory]
    [InlineData(0)]
    [InlineData(0.04)]
    [InlineData(1001)]
    public void How_often_is_in_range(double times) => Has(Map with { TimesAMonth = (decimal)times }, "/timesAMonth", "range");

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void How_many_subjects_is_in_range(int subjects) => Has(Map with { Subjects = subjects }, "/subjects", "range");

    [Fact]
    public void More_minutes_than_an_organisation_has_are_refused_and_not_added_up() => Has(
        Map with { TimesAMonth = 1000, Subjects = 100_000, Steps = [.. Map.Steps.Select(step => step with { Minutes = 2400 })] }, "/subjects", "range");

    [Fact]
    public void An_output_that_nobody_takes_is_a_hint_and_no_error()
    {
        ProcessMap map = Second(step => step with { Output = "Time sheet" });
        Assert.Empty(ProcessMapRules.Problems(map));
        DesignAdvice advice = Assert.Single(ProcessMapRules.Advice(map));
        Assert.Equal(("/steps/1/output", "output-unused"), (advice.Pointer.ToString(), advice.Code));
    }

    [Fact]
    public void A_workflow_with_another_baseline_than_its_map_is_told_so()
    {
        Workflow workflow = Build.Workflow();
        Assert.Empty(ProcessMapRules.Advice(Map, workflow));
        DesignAdvice advice = Assert.Single(ProcessMapRules.Advice(Map, workflow with { BaselineMinutes = 90 }));
        Assert.Contains("90 minutes a run; the steps of the map add up to 65", advice.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_a_month_are_never_below_nothing() => Assert.Throws<ArgumentOutOfRangeException>(() => MinutesPerMonth.Of(-0.01m));

    [Fact]
    public void A_sound_map_of_any_size_adds_up_to_the_sum_of_its_steps() =>
        Gen.Select(Gen.Int[1, 4800].Array[1, 20], Gen.Int[1, 40], Gen.Int[1, 50]).Sample((minutes, times, subjects) =>
        {
            ProcessMap map = Map with
            {
                TimesAMonth = times / 4m,
                Subjects = subjects,
                Steps = [.. minutes.Select((m, i) => Map.Steps[0] with { Id = $"s{i}", Minutes = m / 2m })],
            };
            Assert.Empty(ProcessMapRules.Problems(map));
            Assert.Equal(minutes.Sum() / 2m * times / 4m * subjects, map.MinutesAMonth.Value);
            Assert.Equal(map.MinutesAMonth.Value, map.MinutesASubject.Value * subjects);
        });

    private static ProcessMap Second(Func<ProcessStep, ProcessStep> change) => Map with { Steps = [Map.Steps[0], change(Map.Steps[1]), Map.Steps[2]] };

    private static void Has(ProcessMap map, string place, string code) =>
        Assert.Contains(ProcessMapRules.Problems(map), problem => problem.Pointer.ToString() == place && problem.Code == code);
}
