using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

public sealed class WorkflowFileTests
{
    [Theory, Trait("Capability", "C01"), Trait("Capability", "C02")]
    [InlineData("client-status-report.json")]
    [InlineData("client-email.json")]
    public void The_sample_workflows_are_sound_and_read_back_as_written(string sample)
    {
        Workflow workflow = Build.Read(sample);
        (Workflow? again, IReadOnlyList<Problem> problems) = WorkflowFile.Read(WorkflowFile.Write(workflow));
        Assert.Empty(problems);
        Assert.Equal(WorkflowFile.Digest(workflow), WorkflowFile.Digest(again!));
    }

    [Fact]
    public void Another_word_in_the_workflow_is_another_digest()
    {
        Workflow workflow = Build.Workflow();
        Assert.NotEqual(WorkflowFile.Digest(workflow), WorkflowFile.Digest(workflow with { Promise = workflow.Promise + "!" }));
        Assert.NotEqual(WorkflowFile.Digest(workflow.Gate), WorkflowFile.Digest(workflow.Gate with { LoopBudget = 2 }));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("""{"key":1}""", "/key")]
    [InlineData("""{"pattern":"Sketch"}""", "/pattern")]
    [InlineData("""{"pattern":1}""", "/pattern")]
    [InlineData("""{"colour":"red"}""", "/colour")]
    [InlineData("""{"key":"\ud800"}""", "/key")]
    [InlineData("""{"key":"a","key":"b"}""", "/key")]
    public void What_is_no_workflow_is_one_format_problem_at_its_place(string json, string place)
    {
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(json);
        Assert.Null(workflow);
        Problem problem = Assert.Single(problems);
        Assert.Equal("format", problem.Code);
        Assert.Equal(place, problem.Pointer.ToString());
    }

    [Fact]
    public void A_null_in_a_list_is_a_problem_at_its_place()
    {
        string json = WorkflowFile.Write(Build.Workflow()).Replace("\"tone\":[\"friendly\",\"professional\"]", "\"tone\":[\"friendly\",null]");
        (_, IReadOnlyList<Problem> problems) = WorkflowFile.Read(json);
        Assert.Equal("/output/tone/1", Assert.Single(problems).Pointer.ToString());
    }

    [Fact]
    public void What_was_accepted_before_a_rule_came_stays_readable()
    {
        string json = WorkflowFile.Write(Build.Workflow() with { Promise = "Summarize the project." });
        Assert.Null(WorkflowFile.Read(json).Workflow);
        Assert.Equal(json, WorkflowFile.Write(WorkflowFile.ReadAccepted(json).Workflow!));
        Assert.Null(WorkflowFile.ReadAccepted("{}").Workflow);
    }
}
