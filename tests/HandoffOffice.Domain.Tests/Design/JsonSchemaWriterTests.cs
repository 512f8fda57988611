using System.Text.Json.Nodes;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Tests.Checking;
using HandoffOffice.Domain.Tests.Intake;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C01")]
public sealed class JsonSchemaWriterTests
{
    private static readonly InputTemplate[] Templates =
    [
        Build.Workflow().Input,
        Build.Read("client-email.json").Input,
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Text, MinLength = 3, MaxLength = 10 }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Text, Required = true, MaxLength = 10 }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Text, Pattern = "[A-Z]{2}-[0-9]+|ab" }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.LongText, Required = true, Pattern = ".*" }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Number, Min = 0, Max = 1000 }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Money, Min = 0, Required = true }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Date }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Choice, Choices = ["ab", "text"] }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.YesNo, Required = true }),
        One(new TemplateField { Name = "it", Label = "It", Kind = FieldKind.Person }),
        One(Build.List("it", Build.Field("name", FieldKind.Text), Build.Field("date", FieldKind.Date)) with { MinItems = 1, MaxItems = 3 }),
    ];

    [Fact]
    public void The_schema_accepts_exactly_what_the_validator_accepts()
    {
        int accepted = 0;
        foreach (InputTemplate template in Templates)
        {
            JsonObject schema = JsonSchemaWriter.Write(template);
            Records.Near(template).Sample(
                json =>
                {
                    bool valid = RecordValidator.Validate(template, Build.Json(json)).Count == 0;
                    accepted += valid ? 1 : 0;
                    Assert.True(valid == MiniSchema.Accepts(schema, JsonNode.Parse(json)), $"The validator {(valid ? "accepts" : "refuses")} {json}");
                },
                seed: "0N0XIzNsQ0O2", iter: 300, threads: 1);
        }

        Assert.InRange(accepted, 500, int.MaxValue);
    }

    [Fact]
    public void The_examples_of_the_samples_fit_their_schema() => Assert.All(
        new[] { Build.Workflow(), Build.Read("client-email.json") },
        workflow => Assert.All(workflow.Examples, e => Assert.True(MiniSchema.Accepts(JsonSchemaWriter.Write(workflow.Input), JsonNode.Parse(e.Record.GetRawText())))));

    [Fact]
    public void The_schema_names_its_draft_and_carries_labels_and_help()
    {
        JsonObject schema = JsonSchemaWriter.Write(Build.Workflow().Input);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Equal("Period end", (string?)schema["properties"]!["periodEnd"]!["title"]);
        Assert.Equal("The day the data was pulled.", (string?)schema["properties"]!["periodEnd"]!["description"]);
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal(160, (int)schema["properties"]!["milestonesCompleted"]!["items"]!["properties"]!["name"]!["maxLength"]!);
    }

    private static InputTemplate One(TemplateField field) => new([], [field]);
}
