using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

public sealed class StartTests
{
    [Fact]
    public void It_starts_in_intake_with_one_event_that_names_what_it_follows()
    {
        using var run = new Run();
        HandoffEvent started = Assert.Single(run.Started.Events);
        Assert.Equal(("Started", Given.Author, Given.Start), (started.Kind, started.Actor, started.At));
        Assert.Equal($"{WorkflowFile.Digest(run.Workflow)}", started.Facts["workflowDigest"]);
        Assert.Equal($"{run.Handoff.Record.Digest}", started.Facts["recordDigest"]);
        Assert.Equal((HandoffState.Intake, 0), (run.Handoff.State, run.Handoff.Revision));
    }

    [Fact]
    [Trait("Capability", "C04")]
    public void As_many_reviewers_are_named_as_the_gate_asks_for() => Assert.Equal("too-few-reviewers", Refused(Stakes.High, 2, Given.First.Person));

    [Fact]
    public void One_person_in_two_spellings_of_the_id_is_one_reviewer() =>
        Assert.Equal("too-few-reviewers", Refused(Stakes.High, 2, Given.First.Person, Given.First.Person with { Id = "OID-FIRST" }));

    [Fact]
    public void A_reviewer_who_is_named_twice_is_a_reviewer_once()
    {
        using var run = new Run(Given.Workflow(), Given.Record(), Given.Author, [Given.First.Person, Given.First.Person with { Id = "OID-FIRST" }, Given.Second.Person]);
        Assert.Equal([Given.First.Person, Given.Second.Person], run.Handoff.Reviewers);
    }

    [Theory]
    [InlineData(Stakes.Medium)]
    [InlineData(Stakes.High)]
    public void With_more_than_low_stakes_the_author_is_no_reviewer(Stakes stakes) =>
        Assert.Equal("author-cannot-review", Refused(stakes, 2, Given.First.Person, Given.Author.Person with { Id = "OID-AUTHOR" }));

    [Fact]
    public void With_low_stakes_the_author_may_be_the_reviewer()
    {
        using var run = new Run(Given.Workflow(Stakes.Low), Given.Record(), Given.Author, [Given.Author.Person]);
        run.To(HandoffState.InReview);
        run.DecideAll(Given.Author);
        run.AttestAll(Given.Author);
        Assert.Null(run.Sign(Given.Author).Error);
        Assert.Null(run.Do(HandoffAction.Release, Given.Author).Error);
    }

    [Fact]
    public void High_stakes_ask_for_two_reviewers_in_every_sound_workflow()
    {
        Workflow one = Given.Workflow(Stakes.High, reviewers: 1);
        Assert.Contains(WorkflowFile.Read(WorkflowFile.Write(one)).Problems, problem => problem.Pointer == JsonPointer.Parse("/gate/reviewers"));
        Gate two = one.Gate with { Reviewers = 2, Checks = [.. one.Gate.Checks, new GateCheck(CheckKind.Dates, Severity.Blocking), new GateCheck(CheckKind.Numbers, Severity.Blocking)] };
        Assert.Empty(WorkflowFile.Read(WorkflowFile.Write(one with { Gate = two })).Problems);
    }

    [Fact]
    public void A_flow_may_be_the_author()
    {
        using var run = new Run(Given.Workflow(), Given.Record(), Given.Flow, [Given.First.Person]);
        Assert.True(run.Started.Events[0].Actor.IsApplication);
        Assert.Null(run.Do(HandoffAction.StartDraft, Given.Flow).Error);
    }

    private static string? Refused(Stakes stakes, int needed, params Person[] reviewers) =>
        Handoff.Start(Given.Tenant, Given.Workflow(stakes, needed), Given.Record(), "Note", Given.Author, reviewers, Given.Start) is (null, { Error: { } error })
            ? error.Code
            : null;
}
