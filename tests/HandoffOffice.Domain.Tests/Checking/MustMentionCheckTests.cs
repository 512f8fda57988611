using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking;

[Trait("Capability", "C02")]
public sealed class MustMentionCheckTests
{
    private static readonly Workflow Workflow = Build.With(
        CheckKind.MustMention,
        Build.Field("topic", FieldKind.Text),
        Build.Field("due", FieldKind.Date),
        Build.Field("cases", FieldKind.Number),
        Build.Field("budget", FieldKind.Money),
        Build.Field("contact", FieldKind.Person),
        new TemplateField { Name = "tone", Label = "tone", Kind = FieldKind.Choice, Choices = ["plain words", "formal"] },
        Build.Field("urgent", FieldKind.YesNo),
        Build.List("steps", Build.Field("name", FieldKind.Text), Build.Field("date", FieldKind.Date)));

    [Theory]
    [InlineData("/topic", """{"topic":"dates for the usability test"}""", "About the dates for the usability test.", "About the weather.")]
    [InlineData("/due", """{"due":"2024-06-14"}""", "It is due on June 14.", "It is due on June 15.")]
    [InlineData("/cases", """{"cases":12000}""", "There are 12,000 cases.", "There are 12,001 cases.")]
    [InlineData("/cases", """{"cases":12000}""", "Es sind 12.000 Fälle.", "Es sind 1.200 Fälle.")]
    [InlineData("/cases", """{"cases":4}""", "We closed four cases.", "We closed five cases.")]
    [InlineData("/cases", """{"cases":0}""", "There are no cases.", "There are cases.")]
    [InlineData("/budget", """{"budget":{"amount":1200,"currency":"EUR"}}""", "It costs €1,200.", "It costs £1,200.")]
    [InlineData("/budget/currency", """{"budget":{"amount":1200,"currency":"EUR"}}""", "It costs EUR 5.", "It costs a lot.")]
    [InlineData("/contact", """{"contact":{"name":"Dana Whitfield"}}""", "Dear Ms Whitfield,", "Dear Ms Field,")]
    [InlineData("/contact/name", """{"contact":{"name":"Dana Whitfield","email":"d@x.example"}}""", "Hello Dana,", "Hello Daniel,")]
    [InlineData("/contact/email", """{"contact":{"name":"Dana Whitfield","email":"d@x.example"}}""", "Write to D@x.example.", "Hello Dana,")]
    [InlineData("/tone", """{"tone":"plain words"}""", "In plain words: done.", "Done.")]
    [InlineData("/steps", """{"steps":[{"name":"Code Freeze"},{"name":"Docs Freeze"}]}""", "Code Freeze, then Docs Freeze.", "Code Freeze comes.")]
    [InlineData("/steps/date", """{"steps":[{"name":"Code Freeze","date":"2024-07-24"}]}""", "Code Freeze is on 24 July.", "Code Freeze comes.")]
    public void What_the_contract_names_is_found_or_said_to_be_missing(string pointer, string record, string good, string bad)
    {
        Assert.Empty(Findings(pointer, record, good));
        Finding finding = Assert.Single(Findings(pointer, record, bad));
        Assert.Null(finding.Span);
        Assert.NotNull(finding.Expected);
    }

    [Theory]
    [InlineData("/urgent", """{"urgent":true}""")]
    [InlineData("/topic", "{}")]
    [InlineData("/steps", "{}")]
    public void A_yes_or_no_and_what_the_record_leaves_empty_need_no_mention(string pointer, string record) =>
        Assert.Empty(Findings(pointer, record, "Nothing to say."));

    private static IReadOnlyList<Finding> Findings(string pointer, string record, string sentence)
    {
        Workflow workflow = Workflow with { Output = Workflow.Output with { MustMention = [JsonPointer.Parse(pointer)] } };
        return GateChecks.Run(workflow, Build.Record(record), Build.Text(sentence)).Findings;
    }
}
