using CsCheck;
using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C27")]
public sealed class OpportunityTests
{
    private static readonly ProcessMap Map = WorkedExample.Map;
    private static readonly Opportunity A = WorkedExample.Draft;
    private static readonly Opportunity B = WorkedExample.Surface;
    private static readonly Person Ada = new("a1", "Ada Example");

    private static readonly ModelRegister Models = new([new RegisteredModel("writer", [ModelTask.Writing, ModelTask.Extraction], [])]);

    [Fact]
    public void The_worked_example_compares_40_minutes_a_run_with_20()
    {
        OpportunityComparison comparison = Compare(A, B);
        Assert.Equal([40m, 20m], comparison.Options.Select(option => option.SavedARun));
        Assert.Equal([320m, 160m], comparison.Options.Select(option => option.SavedAMonth));
        Assert.Equal([25m, 45m], comparison.Options.Select(option => option.MinutesARun));
        Assert.Equal([MinutesPerMonth.Of(200), MinutesPerMonth.Of(360)], comparison.Options.Select(option => option.MinutesAMonth));
        Assert.Equal("draft", comparison.Recommended);
        Assert.Equal(
            $"“{A.Name}” and “{B.Name}” are equally smooth, and the first saves 40 minutes a run where the second saves 20.", comparison.Reason);
    }

    [Fact]
    public void A_review_on_top_costs_what_it_takes() =>
        Assert.Equal(30, Compare(A with { Added = [new AddedStep("Review", "Account manager", 10, Worker.Person, "write")] }).Options[0].SavedARun);

    [Fact]
    public void The_smoother_option_is_recommended_and_says_what_it_saves_less()
    {
        OpportunityComparison comparison = Compare(A with { InputIsStructured = false }, B);
        Assert.Equal("surface", comparison.Recommended);
        Assert.Equal(
            $"“{B.Name}” is the smoothest. It saves 20 minutes a run less than “{A.Name}”, which is not as smooth: The AI is given prose: what comes back will differ from run to run.",
            comparison.Reason);
    }

    [Fact]
    public void A_recommended_option_that_is_not_smooth_or_is_riskier_says_so()
    {
        string reason = Compare(A with { Gates = 2, Touches = TouchedData.Personal }, B with { Gates = 2 }).Reason;
        Assert.Contains("It is not smooth yet: 2 gates stand before it leaves; one is enough.", reason, StringComparison.Ordinal);
        Assert.Contains("It is riskier than another: The AI reads what is about a person.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Crossings_are_counted_from_person_to_person()
    {
        Assert.Equal(2, OpportunityPlan.Crossings(Map, A));
        Assert.Equal(2, OpportunityPlan.Crossings(Map, B));
        Assert.Equal(4, OpportunityPlan.Crossings(Map, A with { Changes = [new StepChange("pull", 0, Worker.AI), new StepChange("send", 0, Worker.AI)] }));
        Assert.Equal(4, OpportunityPlan.Crossings(Map, A with { Added = [new AddedStep("Mend", "writer", 0, Worker.AI, "send")] }));
    }

    [Theory]
    [InlineData(2, Rating.Doubtful)]
    [InlineData(3, Rating.Bad)]
    public void More_than_one_gate_is_less_smooth(int gates, Rating smooth) => Assert.Equal(smooth, Compare(A with { Gates = gates }).Options[0].Smooth);

    [Fact]
    public void A_task_that_no_model_is_for_is_not_smooth()
    {
        OpportunityFigures figures = Compare(A with { Task = ModelTask.Reasoning }).Options[0];
        Assert.Equal(Rating.Bad, figures.Smooth);
        Assert.Contains(figures.Smoothness, reason => reason.Text.Contains("'writer' is not registered for Reasoning", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Stakes.Low, TouchedData.Internal, EvidenceExtent.All, Rating.Good)]
    [InlineData(Stakes.Medium, TouchedData.Internal, EvidenceExtent.All, Rating.Doubtful)]
    [InlineData(Stakes.Low, TouchedData.Client, EvidenceExtent.All, Rating.Doubtful)]
    [InlineData(Stakes.Low, TouchedData.Public, EvidenceExtent.None, Rating.Bad)]
    [InlineData(Stakes.High, TouchedData.Public, EvidenceExtent.All, Rating.Bad)]
    [InlineData(Stakes.Low, TouchedData.Personal, EvidenceExtent.All, Rating.Bad)]
    public void Risk_follows_from_stakes_data_and_evidence(Stakes stakes, TouchedData touches, EvidenceExtent evidence, Rating safe) =>
        Assert.Equal(safe, OpportunityPlan.Figures(Map, A with { Touches = touches, Evidence = evidence }, stakes, Models).Safe);

    [Fact]
    public void A_step_that_the_map_does_not_have_is_named() => Has(A with { Changes = [new StepChange("dream", 0, Worker.AI)] }, "/options/0/changes/0/stepId", "unknown-step");

    [Fact]
    public void A_step_does_not_get_longer() => Has(A with { Changes = [new StepChange("write", 41, Worker.AI)] }, "/options/0/changes/0/minutes", "more-minutes");

    [Fact]
    public void A_step_changes_once() => Has(A with { Changes = [A.Changes[0], A.Changes[0]] }, "/options/0/changes/1/stepId", "step-twice");

    [Fact]
    public void A_step_that_stays_is_no_change() => Has(A with { Changes = [A.Changes[0], new StepChange("send", 5, Worker.Person)] }, "/options/0/changes/1", "no-change");

    [Fact]
    public void An_option_that_takes_longer_than_today_saves_nothing() =>
        Has(A with { Added = [new AddedStep("Rework", "Account manager", 45, Worker.Person)] }, "/options/0/changes", "nothing-saved");

    [Fact]
    public void An_option_without_the_AI_is_none() => Has(A with { Changes = [new StepChange("write", 20, Worker.Person)] }, "/options/0/changes", "no-ai");

    [Fact]
    public void An_option_without_a_gate_is_none() => Has(A with { Gates = 0 }, "/options/0/gates", "range");

    [Fact]
    [Trait("Capability", "C07")]
    public void An_option_ends_in_a_text() => Has(A with { Task = ModelTask.Images }, "/options/0/task", "task");

    [Fact]
    public void An_added_step_follows_a_step_of_the_map() =>
        Has(A with { Added = [new AddedStep("Review", "", 3000, Worker.Person, "dream")] }, "/options/0/added/0/after", "unknown-step");

    [Fact]
    public void Options_have_ids_of_their_own() =>
        Assert.Contains(OpportunityRules.Problems(Map, [A, B with { Id = A.Id }]), problem => problem.Pointer.ToString() == "/options/1/id");

    [Fact]
    public void Without_a_sound_option_nothing_is_recommended()
    {
        Assert.Equal("no-options", Assert.Single(OpportunityRules.Problems(Map, [])).Code);
        OpportunityComparison none = Compare(A with { Gates = 0 });
        Assert.Empty(none.Options);
        Assert.Null(none.Recommended);
    }

    [Fact]
    public void The_choice_is_recorded_with_its_reason()
    {
        OpportunityComparison comparison = Compare(A, B);
        Assert.Equal(new Choice("draft", comparison.Reason, Ada, DateTimeOffset.UnixEpoch), comparison.Choose("draft", null, Ada, DateTimeOffset.UnixEpoch).Choice);
        Assert.Equal("It is safer.", comparison.Choose("surface", "It is safer.", Ada, DateTimeOffset.UnixEpoch).Choice?.Reason);
        Assert.IsType<ReasonMissing>(comparison.Choose("surface", " ", Ada, DateTimeOffset.UnixEpoch).Error);
        Assert.IsType<UnknownOption>(comparison.Choose("dream", "Why not.", Ada, DateTimeOffset.UnixEpoch).Error);
    }

    [Fact]
    public void What_is_saved_and_what_remains_are_what_there_is() =>
        Gen.Select(Gen.Int[0, 39], Gen.Int[0, 60], Gen.Int[1, 30]).Sample((left, review, subjects) =>
        {
            ProcessMap map = Map with { Subjects = subjects };
            Opportunity option = A with { Changes = [new StepChange("write", left, Worker.AI)], Added = [new AddedStep("Review", "Lead", review, Worker.Person, "write")] };
            OpportunityFigures figures = OpportunityPlan.Figures(map, option, Stakes.Low, Models);
            Assert.Equal(map.MinutesARun, figures.MinutesARun + figures.SavedARun);
            Assert.Equal(map.MinutesAMonth.Value, figures.MinutesAMonth.Value + figures.SavedAMonth);
            Assert.Equal(figures.SavedARun <= 0, OpportunityRules.Problems(map, [option]).Any(problem => problem.Code == "nothing-saved"));
        });

    private static OpportunityComparison Compare(params Opportunity[] options) => OpportunityPlan.Compare(Map, options, Stakes.Medium, Models);

    private static void Has(Opportunity option, string place, string code) =>
        Assert.Contains(OpportunityRules.Problems(Map, [option]), problem => problem.Pointer.ToString() == place && problem.Code == code);
}
