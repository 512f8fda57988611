using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C04")]
public sealed class ResponsibilityTests
{
    [Theory]
    [InlineData("input")]
    [InlineData("draft")]
    [InlineData("release")]
    public void A_workflow_in_which_nobody_answers_for_a_step_is_refused(string step)
    {
        Duty nobody = new(" ", DutyHolder.Author);
        Responsibilities duties = Build.Workflow().Responsibilities;
        Workflow workflow = Build.Workflow() with
        {
            Responsibilities = step switch { "input" => duties with { Input = nobody }, "draft" => duties with { Draft = nobody }, _ => duties with { Release = nobody } },
        };
        Assert.Contains(WorkflowRules.Problems(workflow), problem => problem.Code == "empty" && problem.Pointer.ToString() == $"/responsibilities/{step}/title");
    }

    [Fact]
    public void A_file_without_duties_is_no_workflow()
    {
        string file = WorkflowFile.Write(Build.Workflow()).Replace("\"responsibilities\"", "\"nobody\"", StringComparison.Ordinal);
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(file);
        Assert.Null(workflow);
        Assert.NotEmpty(problems);
    }
}
