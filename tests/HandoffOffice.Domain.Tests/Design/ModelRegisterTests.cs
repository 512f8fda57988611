using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C07")]
public sealed class ModelRegisterTests
{
    private static readonly ModelRegister Models = new(
    [
        new RegisteredModel("writer", [ModelTask.Writing], [ModelTask.Reasoning]),
        new RegisteredModel("thinker", [ModelTask.Reasoning, ModelTask.Writing], []),
    ]);

    [Fact]
    public void A_model_that_is_for_the_task_fits() => Assert.Null(Models.Misfit("thinker", ModelTask.Writing));

    [Fact]
    public void A_misfit_is_refused_with_the_better_choice()
    {
        Assert.Equal("'writer' is known to do Reasoning badly. Use 'thinker', which is for Reasoning.", Models.Misfit("writer", ModelTask.Reasoning)?.Detail);
        Assert.Equal("'thinker' is not registered for Extraction. Register a model that is for Extraction, or choose another task.", Models.Misfit("thinker", ModelTask.Extraction)?.Detail);
    }

    [Fact]
    public void A_task_goes_to_the_first_model_that_is_for_it()
    {
        Assert.Equal("writer", Models.For(ModelTask.Writing)?.Name);
        Assert.Null(Models.Misfit(ModelTask.Reasoning));
        Assert.Equal("model-misfit", Models.Misfit(ModelTask.Images)?.Code);
        Assert.Equal("model-misfit", new ModelRegister([]).Misfit(ModelTask.Writing)?.Code);
    }

    [Fact]
    public void A_model_that_is_not_there_is_named() => Assert.IsType<UnknownModel>(Models.Misfit("painter", ModelTask.Images));

    [Theory]
    [InlineData(ModelTask.Code)]
    [InlineData(ModelTask.Images)]
    public void A_workflow_for_programs_or_pictures_is_refused(ModelTask task) =>
        Assert.Contains(WorkflowRules.Problems(Build.Workflow() with { Task = task }), problem => problem.Pointer.ToString() == "/task");

    [Fact]
    public void A_register_that_contradicts_itself_is_named()
    {
        Assert.Empty(Models.Problems());
        ModelRegister wrong = new([new RegisteredModel("a", [ModelTask.Writing], [ModelTask.Writing]), new RegisteredModel("a", [], [])]);
        Assert.Equal(["name", "task-contradiction", "name", "no-task"], wrong.Problems().Select(problem => problem.Code));
    }
}
