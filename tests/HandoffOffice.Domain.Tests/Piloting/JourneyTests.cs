using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Tests.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Piloting;

[Trait("Capability", "C35")]
public sealed class JourneyTests
{
    private static readonly Actor Somebody = new(new Person("somebody", "Rita Okafor"));

    [Fact]
    public void Nobody_runs_a_version_that_is_designed_or_tested()
    {
        Way way = Way.Designed();
        Assert.Equal("workflow-not-in-force", way.Journey.CannotRun(1, new Actor(Way.Pilot))?.Code);
        way.Test(1);
        Assert.Equal("workflow-not-in-force", way.Journey.CannotRun(1, new Actor(Way.Pilot))?.Code);
        Assert.Null(way.Journey.InForceFor(Way.Pilot));
    }

    [Fact]
    public void In_pilot_only_its_person_runs_it_and_no_flow_does()
    {
        Way way = Way.Piloting();
        Assert.Null(way.Journey.CannotRun(1, new Actor(Way.Pilot)));
        Assert.Equal(1, way.Journey.InForceFor(Way.Pilot));
        Assert.NotNull(way.Journey.CannotRun(1, Somebody));
        Assert.NotNull(way.Journey.CannotRun(1, new Actor(Way.Pilot, IsApplication: true)));
        Assert.Equal([null, null], [way.Journey.InForceFor(Somebody.Person), way.Journey.InForceFor(null)]);
    }

    [Fact]
    public void Live_everybody_runs_it_and_retired_nobody()
    {
        Way way = Way.Live();
        Assert.Null(way.Journey.CannotRun(1, Somebody));
        Assert.Equal(1, way.Journey.InForceFor(null));
        way.Must(journey => journey.Retire(1, "Nobody needs it.", Way.Designer, way.Now));
        Assert.NotNull(way.Journey.CannotRun(1, Somebody));
        Assert.Null(way.Journey.Live);
    }

    [Fact]
    public void A_pilot_demands_the_map_the_answers_the_choice_and_the_test()
    {
        var way = new Way();
        way.Add(1);
        Assert.Equal(["map", "suitability", "choice", "examples"], way.Lacks(LifecycleStage.Pilot));
        var refused = Assert.IsType<StepNotReady>(way.Do(journey => journey.StartPilot(Way.Version(1), Way.Pilot, 14, way.Facts, Way.Designer, way.Now)));
        Assert.Equal(4, refused.Lacks.Count);
        Assert.Empty(Way.Tested().Lacks(LifecycleStage.Pilot));
    }

    [Fact]
    [Trait("Capability", "C15")]
    public void Examples_that_fail_or_were_tried_with_another_model_keep_a_version_from_its_pilot()
    {
        Way way = Way.Designed();
        way.Test(1, passed: 1);
        Assert.Equal((LifecycleStage?)LifecycleStage.Designed, way.Journey.StageOf(1));
        Assert.Equal(["examples"], way.Lacks(LifecycleStage.Pilot));

        way.Test(1);
        Assert.Equal((LifecycleStage?)LifecycleStage.Tested, way.Journey.StageOf(1));
        way.Facts = way.Facts with { Origin = "another model" };
        Assert.Equal(["examples"], way.Lacks(LifecycleStage.Pilot));
        way.Test(1, origin: "another model");
        Assert.Empty(way.Lacks(LifecycleStage.Pilot));
    }

    [Fact]
    [Trait("Capability", "C11")]
    public void Examples_that_say_nothing_of_what_a_draft_has_to_say_are_too_few_for_a_pilot()
    {
        Way way = Way.Designed();
        way.Test(1, withFacts: 0);
        Assert.Equal(["few-examples"], way.Lacks(LifecycleStage.Pilot));
        way.Test(1);
        Assert.Empty(way.Lacks(LifecycleStage.Pilot));
    }

    [Fact]
    [Trait("Capability", "C15")]
    public void A_test_that_fails_later_takes_the_version_back()
    {
        Way way = Way.Tested();
        way.Test(1, passed: 0);
        Assert.Equal((LifecycleStage?)LifecycleStage.Designed, way.Journey.StageOf(1));
        Assert.Equal(StageGround.TestFailed, way.Journey.Steps[^1].Ground);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(21, true)]
    [InlineData(22, false)]
    public void A_pilot_takes_two_to_three_weeks(int days, bool isTaken)
    {
        Way way = Way.Tested();
        Assert.Equal(isTaken, way.Do(journey => journey.StartPilot(Way.Version(1), Way.Pilot, days, way.Facts, Way.Designer, way.Now)) is null);
    }

    [Fact]
    public void A_pilot_has_one_person()
    {
        Way way = Way.Piloting();
        way.Add(2, Because());
        way.Test(2);
        Assert.IsType<PilotHasItsPerson>(way.Do(journey => journey.StartPilot(Way.Version(2), Somebody.Person, 14, way.Facts, Way.Designer, way.Now)));
    }

    [Fact]
    [Trait("Capability", "C37")]
    public void An_adjusted_version_goes_on_with_the_pilot_and_takes_the_place_of_the_one_before()
    {
        Way way = Way.Piloting();
        way.Wait(5);
        Assert.Null(way.Add(2, Because()));
        Assert.Equal(1, way.Journey.InForceFor(Way.Pilot));
        way.Test(2);
        way.Must(journey => journey.StartPilot(Way.Version(2), Way.Pilot, 14, way.Facts, Way.Designer, way.Now));
        Assert.Equal((2, (LifecycleStage?)LifecycleStage.Retired), (way.Journey.InForceFor(Way.Pilot), way.Journey.StageOf(1)));
        Assert.Equal(way.Journey.BegunAt, way.Journey.Pilot!.StartedAt);
    }

    [Fact]
    [Trait("Capability", "C37")]
    public void A_change_of_what_is_in_use_names_what_it_answers()
    {
        Way way = Way.Piloting();
        Assert.IsType<AdjustmentMissing>(way.Add(2));
        Assert.Null(way.Add(2, Because()));
        Adjustment adjustment = Assert.Single(way.Journey.Adjustments);
        Assert.Equal((1, 2, "Fewer edits."), (adjustment.From, adjustment.To, adjustment.Expectation));
    }

    [Fact]
    [Trait("Capability", "C07")]
    public void A_model_that_is_not_for_the_task_lets_no_version_go_on_and_the_better_one_is_named()
    {
        Way way = Way.Tested();
        way.Facts = way.Facts with { Models = new ModelRegister([new RegisteredModel(way.Facts.Origin, [ModelTask.Extraction], [ModelTask.Writing]), new RegisteredModel("gpt-drafts", [ModelTask.Writing], [])]) };
        Assert.Contains("Use 'gpt-drafts'", way.Journey.Lacks(Way.Version(1), LifecycleStage.Pilot, way.Facts).Single(lack => lack.Code == "model-misfit").Text, StringComparison.Ordinal);
        Assert.IsType<StepNotReady>(way.Do(journey => journey.StartPilot(Way.Version(1), Way.Pilot, 14, way.Facts, Way.Designer, way.Now)));
    }

    [Fact]
    [Trait("Capability", "C07")]
    public void A_version_that_people_run_needs_its_test_again_once_another_model_drafts()
    {
        Way way = Way.Piloting();
        Assert.Empty(way.Journey.Needs(Way.Version(1), way.Facts));
        way.Facts = way.Facts with { Origin = "gpt-other" };
        Assert.Equal(["test-again"], way.Journey.Needs(Way.Version(1), way.Facts).Select(need => need.Code));
        Assert.Contains("examples", way.Lacks(LifecycleStage.Live));
    }

    [Fact]
    [Trait("Capability", "C43")]
    public void Live_demands_a_pilot_that_has_ended_and_measures_that_pass()
    {
        Way way = Way.Tested();
        Assert.Equal(["pilot"], way.Lacks(LifecycleStage.Live));
        way = Way.Piloting();
        Assert.Equal(["pilot"], way.Lacks(LifecycleStage.Live));
        way = Way.Piloted();
        way.Facts = way.Facts with { RollOut = [new RollOutCheck("time", false, "Two runs are too few to tell."), new RollOutCheck("quality", true, "Good.")] };
        Assert.Equal(["measures-time"], way.Lacks(LifecycleStage.Live));
        Assert.IsType<StepNotReady>(way.Do(journey => journey.GoLive(Way.Version(1), way.Facts, null, Way.Designer, way.Now)));
    }

    [Fact]
    [Trait("Capability", "C43")]
    public void An_administrator_can_do_without_the_pilot_for_a_reason_but_not_without_the_test()
    {
        Way way = Way.Tested();
        Assert.IsType<ReasonMissing>(way.Do(journey => journey.GoLive(Way.Version(1), way.Facts, " ", Way.Administrator, way.Now)));
        way.Must(journey => journey.GoLive(Way.Version(1), way.Facts, "The old tool ends today.", Way.Administrator, way.Now));
        Assert.Equal((StageGround.Override, "The old tool ends today."), (way.Journey.Steps[^1].Ground, way.Journey.Steps[^1].Reason));

        Way untested = Way.Designed();
        Assert.IsType<StepNotReady>(untested.Do(journey => journey.GoLive(Way.Version(1), untested.Facts, "We are in a hurry.", Way.Administrator, untested.Now)));
    }

    [Fact]
    [Trait("Capability", "C25")]
    public void Work_with_high_stakes_is_no_first_workflow_unless_an_administrator_allows_it()
    {
        Way way = Way.Tested();
        way.Facts = way.Facts with { IsFirst = true };
        way.Must(journey => journey.Answer(WorkedExample.Answers with { Kind = WorkKind.Proposal }, Way.Designer, way.Now));
        Assert.Contains("high-stakes-first", way.Lacks(LifecycleStage.Pilot));
        way.Must(journey => journey.Allow(new StakesOverride(Way.Administrator, "A lawyer reviews each.", way.Now)));
        Assert.DoesNotContain("high-stakes-first", way.Lacks(LifecycleStage.Pilot));
    }

    [Fact]
    public void A_pilot_that_ends_early_says_why()
    {
        Way way = Way.Piloting();
        way.Wait(13.9);
        Assert.IsType<ReasonMissing>(way.Do(journey => journey.EndPilot(null, Way.Designer, way.Now)));
        way.Must(journey => journey.EndPilot("It is clear already.", Way.Designer, way.Now));
        Assert.Equal("It is clear already.", way.Journey.Pilot!.EndedEarly);
        Assert.IsType<NoPilot>(way.Do(journey => journey.EndPilot("Again.", Way.Designer, way.Now)));
    }

    [Fact]
    public void There_is_one_live_version()
    {
        Way way = Way.Live();
        way.Add(2, Because());
        way.Test(2);
        way.Must(journey => journey.GoLive(Way.Version(2), way.Facts, null, Way.Designer, way.Now));
        Assert.Equal((2, (LifecycleStage?)LifecycleStage.Retired), (way.Journey.Live, way.Journey.StageOf(1)));
    }

    [Fact]
    public void A_version_is_the_next_one_and_never_changes()
    {
        Way way = Way.Designed();
        Assert.Equal(new WrongVersion(2), way.Add(1));
        Assert.Equal(new WrongVersion(2), way.Add(3));
        Assert.IsType<UnknownVersion>(way.Do(journey => journey.Retire(7, "Because.", Way.Designer, way.Now)));
    }

    [Fact]
    public void What_comes_with_the_product_runs_and_says_that_it_was_not_piloted_here()
    {
        var journey = Journey.Adopt(Way.Version(1), DateTimeOffset.UnixEpoch);
        Assert.True(journey.IsUntouchedSample);
        Assert.Null(journey.CannotRun(1, Somebody));
    }

    [Fact]
    public void Each_step_is_told_to_the_ledger_without_its_words()
    {
        Way way = Way.Tested();
        HandoffEvent live = Assert.Single(way.Must(journey => journey.GoLive(Way.Version(1), way.Facts, "The old tool ends today.", Way.Administrator, way.Now)));
        Assert.Equal(("VersionLive", "weekly", "1", "Override"), (live.Kind, live.Facts["workflow"], live.Facts["version"], live.Facts["ground"]));
        Assert.DoesNotContain(live.Facts.Values, fact => fact.Contains("tool", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Capability", "C46")]
    public void The_time_line_holds_each_phase_against_its_plan()
    {
        Way way = Way.Tested();
        way.Wait(8);
        way.Must(journey => journey.StartPilot(Way.Version(1), Way.Pilot, 14, way.Facts, Way.Designer, way.Now));
        Assert.Equal([3, 0, null], [.. TimeLine.Of(way.Journey, way.Now).Select(phase => phase.DriftDays)]);
        way.Wait(15);
        Assert.Equal([3, 4, null], [.. TimeLine.Of(way.Journey, way.Now).Select(phase => phase.DriftDays)]);
        way.Must(journey => journey.EndPilot(null, Way.Designer, way.Now));
        way.Wait(2);
        way.Must(journey => journey.GoLive(Way.Version(1), way.Facts, null, Way.Designer, way.Now));
        Assert.Equal([3, 4, -1], [.. TimeLine.Of(way.Journey, way.Now.AddDays(90)).Select(phase => phase.DriftDays)]);
    }

    private static AdjustmentReport Because() => new([new Cause(CauseKind.Edits)], "Fewer edits.");
}
