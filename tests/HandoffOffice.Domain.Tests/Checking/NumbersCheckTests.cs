using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking;

[Trait("Capability", "C29")]
[Trait("Capability", "C31")]
public sealed class NumbersCheckTests
{
    private static readonly Workflow Workflow = Build.With(
        CheckKind.Numbers,
        Build.Field("project", FieldKind.Text),
        Build.Field("start", FieldKind.Date),
        Build.Field("end", FieldKind.Date),
        Build.Field("visitors", FieldKind.Number),
        Build.Field("rate", FieldKind.Number),
        Build.List("budget", Build.Field("name", FieldKind.Text), Build.Field("planned", FieldKind.Money), Build.Field("spent", FieldKind.Money)),
        Build.List("steps", Build.Field("name", FieldKind.Text), Build.Field("status", FieldKind.Text)));

    private static readonly InputRecord Record = Build.Record("""
        {"project":"Kubernetes 1.31 (enhancement 2837)","start":"2024-07-01","end":"2024-07-19","visitors":48200,"rate":38.4,
         "budget":[{"name":"Licences","planned":{"amount":20000,"currency":"EUR"},"spent":{"amount":15000,"currency":"EUR"}}],
         "steps":[{"name":"Installation lot 1","status":"done"},{"name":"Installation lot 2","status":"done"},{"name":"Acceptance","status":"open"}]}
        """);

    [Theory]
    [InlineData("We had 48,200 visitors.")]
    [InlineData("Wir hatten 48.200 Besucher.")]
    [InlineData("We had 48\u00A0200 visitors.")]
    [InlineData("We had about 48k visitors.")]
    [InlineData("The rate is 38.4 %, in German 38,4 Prozent.")]
    [InlineData("We spent EUR 15,000 of €20,000.")]
    [InlineData("We spent 75 % of the licence budget, and EUR 5,000 is left.")]
    [InlineData("Two of three steps are done.")]
    [InlineData("Zwei von drei Schritten sind fertig.")]
    [InlineData("Kubernetes 1.31.0-rc.0 holds enhancement 2837.")]
    [InlineData("Lot 2 is done.")]
    [InlineData("The period of 18 days ended on 19 July 2024, at 14:05.")]
    [InlineData("On the 2nd try it worked, three quarters through, one in four times.")]
    [InlineData("1. We begin with a numbered list.")]
    [InlineData("In 2024 the 1st lot came.")]
    public void A_number_of_the_record_or_one_that_follows_from_it_is_fine(string sentence) => Assert.Empty(Findings(sentence));

    [Theory]
    [InlineData("We had 48,300 visitors.", "48,300")]
    [InlineData("The rate is 39.4 %.", "39.4")]
    [InlineData("All nine steps are done.", "nine")]
    [InlineData("Alle neun Schritte sind fertig.", "neun")]
    [InlineData("We spent EUR 15,100 so far.", "EUR 15,100")]
    [InlineData("We spent 77 % of the budget.", "77")]
    [InlineData("The period took 25 days.", "25")]
    [InlineData("In 2023 it began.", "2023")]
    public void A_number_that_the_record_lacks_is_a_finding_on_exactly_its_words(string sentence, string quote)
    {
        Finding finding = Assert.Single(Findings(sentence));
        Assert.Equal(quote, finding.Found);
        Assert.Equal(quote, sentence.Substring(finding.Span!.Start, finding.Span.Length));
    }

    [Theory]
    [InlineData("We spent GBP 15,000.", "GBP 15,000")]
    [InlineData("We spent £15,000.", "£15,000")]
    [InlineData("We spent 15,000 CHF.", "15,000 CHF")]
    public void An_amount_in_another_currency_is_a_finding_with_the_records_amount(string sentence, string quote)
    {
        Finding finding = Assert.Single(Findings(sentence));
        Assert.Equal(("EUR 15,000", quote, "/budget/0/spent"), (finding.Expected, finding.Found, finding.Pointer.ToString()));
    }

    [Fact]
    public void What_a_reader_reckons_from_the_numbers_beside_it_is_fine()
    {
        Assert.Empty(Findings("We had 48,200 visitors, 96,400 with those of the second site, twice the 48,200."));
    }

    private static IReadOnlyList<Finding> Findings(string sentence) => GateChecks.Run(Workflow, Record, Build.Text(sentence)).Findings;
}
