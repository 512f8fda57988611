using System.Text.Json;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

/// <summary>What a journey keeps reads back as it was written.</summary>
public sealed class DesignShapesTests
{
    private static readonly Person Ada = new("a1", "Ada Example", "ada@example.com");

    private static readonly RatedReason Reason = new(Rating.Doubtful, "It is so.");

    public static TheoryData<object> Shapes { get; } =
    [
        WorkedExample.Map, WorkedExample.Answers, WorkedExample.Draft,
        WorkedExample.Surface with { Added = [new AddedStep("Look at the milestones", "Account manager", 2.5m, Worker.Person, "pull"), new AddedStep("Start", "Lead", 1, Worker.Person)] },
        new SuitabilityVerdict([new TraitVerdict(SuitabilityTrait.Repeatable, Rating.Good, "9 of 10.")], Stakes.Medium, "It goes to a client."),
        new StakesOverride(Ada, "The board wants it.", DateTimeOffset.UnixEpoch),
        new OpportunityComparison([new OpportunityFigures("draft", "Draft", 25, 40, MinutesPerMonth.Of(200), 320, 2, [Reason], [Reason])], "It saves more.", "draft"),
        new Choice("draft", "It saves more.", Ada, DateTimeOffset.UnixEpoch),
        new DesignAdvice(JsonPointer.Parse("/output/words"), "wide", "The range is wide.", "Narrow it."),
        new ModelRegister([new RegisteredModel("gpt", [ModelTask.Writing], [ModelTask.Images])]),
        new WorkflowChange(JsonPointer.Parse("/input/fields/budget"), WorkflowChangeKind.Added, "The field 'budget' is new.", After: "budget"),
        new Expectation([new ExpectedFact("The project", JsonPointer.Parse("/project")), new ExpectedFact("It is late", Words: "two weeks late")], ["Contoso"]),
        new ExampleResult("One", 2, [new ExpectedFact("The project", JsonPointer.Parse("/project"))], ["Contoso"], [new Finding(CheckKind.Dates, Severity.Blocking, "Wrong.")]),
        new LaunchBar(3, 0.9m),
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Shapes))]
    public void What_a_journey_keeps_reads_back_as_it_was_written(object shape)
    {
        string json = JsonSerializer.Serialize(shape, WorkflowFile.Options);
        object? again = JsonSerializer.Deserialize(json, shape.GetType(), WorkflowFile.Options);
        Assert.Equal(json, JsonSerializer.Serialize(again, WorkflowFile.Options));
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("\"520\"")]
    [InlineData("1e12")]
    public void What_is_no_number_of_minutes_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MinutesPerMonth>(json, WorkflowFile.Options));

    [Fact]
    public void An_example_without_expected_facts_is_written_without_them()
    {
        Workflow workflow = Build.Workflow();
        Assert.DoesNotContain("\"expected\"", WorkflowFile.Write(workflow with { Examples = [workflow.Examples[0] with { Expected = null }] }), StringComparison.Ordinal);
    }
}
