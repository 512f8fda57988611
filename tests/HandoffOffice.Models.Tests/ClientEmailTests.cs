using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Models.Tests;

[Trait("Capability", "C47")]
public sealed class ClientEmailTests
{
    private static readonly Workflow Email = Given.Email.Workflow;

    [Fact]
    public void The_template_asks_for_client_topic_thread_tone_and_call_to_action() =>
        Assert.Superset(new HashSet<string>(["recipient", "topic", "context", "callToAction", "tone"]), Email.Input.Fields.Select(field => field.Name).ToHashSet());

    [Theory]
    [InlineData("topic")]
    [InlineData("callToAction")]
    public void A_mail_without_them_is_not_begun(string field)
    {
        System.Text.Json.Nodes.JsonObject record = System.Text.Json.Nodes.JsonNode.Parse(Given.Email.Record.Canonical)!.AsObject();
        record.Remove(field);
        Assert.Contains(RecordValidator.Validate(Email.Input, System.Text.Json.JsonSerializer.SerializeToElement(record)), problem => problem.Pointer == JsonPointer.Root.Append(field));
    }

    [Fact]
    public async Task The_mail_greets_the_client_names_the_topic_and_says_what_to_do()
    {
        IReadOnlyList<DraftSentence> draft = await Given.WrittenByRules(Given.Email);
        Assert.Contains(Given.Email.Record.Find(JsonPointer.Parse("/topic"))!.Value.GetString()!, Given.AsText(draft), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(draft, sentence => sentence.Citations.Any(place => $"{place}" == "/callToAction"));
        Assert.Contains(draft, sentence => sentence.Citations.Any(place => $"{place}".StartsWith("/recipient", StringComparison.Ordinal)));
    }
}
