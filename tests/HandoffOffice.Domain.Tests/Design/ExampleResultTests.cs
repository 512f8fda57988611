using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C11")]
public sealed class ExampleResultTests
{
    private static readonly Workflow Note = Build.With(
        CheckKind.Dates,
        new TemplateField { Name = "client", Label = "Client", Kind = FieldKind.Text, Required = true },
        new TemplateField { Name = "due", Label = "Due", Kind = FieldKind.Date },
        new TemplateField { Name = "price", Label = "Price", Kind = FieldKind.Money },
        new TemplateField { Name = "lead", Label = "Lead", Kind = FieldKind.Person },
        Build.List("steps", Build.Field("name", FieldKind.Text), Build.Field("day", FieldKind.Date)),
        Build.List("counts", Build.Field("count", FieldKind.Number)));

    private const string Record = """
        {"client":"Northwind","due":"2026-05-04","price":{"amount":1200,"currency":"EUR"},"lead":{"name":"Dana Whitfield"},
         "steps":[{"name":"Kick-off","day":"2026-04-01"},{"name":"Code Freeze","day":"2026-04-20"}],"counts":[{"count":31},{"count":47}]}
        """;

    [Theory]
    [InlineData("/client", "Northwind is on its way.", true)]
    [InlineData("/client", "The client is on its way.", false)]
    [InlineData("/due", "It is due on May 4.", true)]
    [InlineData("/due", "It is due on 5 May 2026.", false)]
    [InlineData("/price", "It costs 1,200 euros.", true)]
    [InlineData("/price", "It costs 1,300 euros.", false)]
    [InlineData("/lead", "Ms Whitfield is in charge.", true)]
    [InlineData("/steps", "Kick-off was on 1 April 2026, Code Freeze comes on 20 April 2026.", true)]
    [InlineData("/steps", "Code Freeze comes on 20 April 2026.", false)]
    [InlineData("/steps/1", "Code Freeze comes on 20 April 2026.", true)]
    [InlineData("/steps/1/day", "Code Freeze comes on 20 April 2026.", true)]
    [InlineData("/counts", "There were 31 and then 47.", true)]
    [InlineData("/counts", "There were 31.", false)]
    [InlineData("/counts/0", "There were 31.", true)]
    [InlineData("/steps/0/day", "Code Freeze comes on 20 April 2026.", false)]
    public void A_value_of_the_record_is_found_as_the_checks_find_it(string pointer, string text, bool said) => Said(new ExpectedFact("It", JsonPointer.Parse(pointer)), text, said);

    [Theory]
    [InlineData("two weeks late", "We are two weeks late.", true)]
    [InlineData("two weeks late", "We are 2 weeks late with it.", true)]
    [InlineData("two weeks late", "We are three weeks late.", false)]
    [InlineData("approved the budget", "The budget was approved.", true)]
    [InlineData("approved the budget", "The budget was not approved.", false)]
    [InlineData("no blockers", "There are no blockers to report.", true)]
    [InlineData("no blockers", "There are blockers.", false)]
    [InlineData("starts on 1 April 2026", "On April 1 the work starts.", true)]
    [InlineData("costs EUR 1,200", "The cost is 1200 euros.", true)]
    [InlineData("costs EUR 1,200", "The cost is 1200 dollars.", false)]
    [InlineData("a call to action", "There is a call to Anna.", false)]
    public void Words_are_found_in_other_forms_and_not_where_they_are_denied(string words, string text, bool said) => Said(new ExpectedFact("It", Words: words), text, said);

    [Fact]
    public void A_fact_may_stand_in_two_sentences_that_follow_each_other() =>
        Assert.Empty(Result([new ExpectedFact("It", Words: "supplier delayed the cables")], [], "The supplier called.", "The cables are delayed.").Missing);

    [Fact]
    public void Words_that_must_not_be_there_fail_the_example()
    {
        ExampleResult result = Result([new ExpectedFact("It", JsonPointer.Parse("/client"))], ["Contoso"], "Northwind is like contoso.");
        Assert.Equal(["Contoso"], result.Said);
        Assert.False(result.Passed);
    }

    [Fact]
    public void A_blocking_finding_fails_the_example()
    {
        ExampleResult result = Result([new ExpectedFact("It", JsonPointer.Parse("/client"))], [], "Northwind is due on 5 May 2026.");
        Assert.Equal(CheckKind.Dates, Assert.Single(result.Blocking).Check);
        Assert.False(result.Passed);
    }

    [Fact]
    public void An_example_without_a_draft_fails_with_the_reason()
    {
        var failure = new DraftFailure("model-refused", "It refused.", false);
        ExampleResult result = ExampleResult.NoDraft(Example([new ExpectedFact("It", Words: "x")], []), failure);
        Assert.Equal((1, 1, failure, false), (result.Expected, result.Missing.Count, result.Failure, result.Passed));
    }

    [Theory]
    [Trait("Capability", "C15"), Trait("Capability", "C17")]
    [InlineData(Stakes.Low, 2, true)]
    [InlineData(Stakes.Low, 1, false)]
    [InlineData(Stakes.Medium, 3, true)]
    [InlineData(Stakes.Medium, 2, false)]
    [InlineData(Stakes.High, 2, false)]
    public void A_version_passes_only_over_its_bar(Stakes stakes, int passed, bool passes) => Assert.Equal(
        passes, new SuiteRun(Guid.Empty, 1, "rules 1", 3, 3, passed, Handoffs.Given.First.Person, DateTimeOffset.UnixEpoch).Passes(LaunchBar.Of(stakes)));

    [Fact]
    [Trait("Capability", "C17")]
    public void The_bar_for_what_leaves_is_another_one()
    {
        var bar = new ReceptionBar(10, 0.9m);
        Assert.Equal([true, false, false], [bar.IsReached(9, 10), bar.IsReached(8, 10), bar.IsReached(9, 9)]);
        Assert.Equal("8 of 10 outputs were accepted without a correction; the bar is 90 %.", bar.Told(8, 10));
        Assert.Equal("The outcome of 9 outputs is known; the bar asks for 10.", bar.Told(9, 9));
    }

    [Fact]
    public void A_bar_is_in_range()
    {
        Assert.Empty(LaunchBar.Of(Stakes.High).Problems());
        Assert.Equal(["/examples", "/sharePassed"], new LaunchBar(0, 1.1m).Problems().Select(problem => problem.Pointer.ToString()));
    }

    [Theory]
    [InlineData("""{"facts":[],"mustNotSay":[]}""", "/examples/0/expected/facts", "no-facts")]
    [InlineData("""{"facts":[{"text":"","words":"x"}],"mustNotSay":[]}""", "/examples/0/expected/facts/0", "empty")]
    [InlineData("""{"facts":[{"text":"It"}],"mustNotSay":[]}""", "/examples/0/expected/facts/0", "fact")]
    [InlineData("""{"facts":[{"text":"It","pointer":"/client","words":"x"}],"mustNotSay":[]}""", "/examples/0/expected/facts/0", "fact")]
    [InlineData("""{"facts":[{"text":"It","pointer":"/nowhere"}],"mustNotSay":[]}""", "/examples/0/expected/facts/0", "fact-not-in-record")]
    [InlineData("""{"facts":[{"text":"It","pointer":"/milestonesCompleted/9"}],"mustNotSay":[]}""", "/examples/0/expected/facts/0", "fact-not-in-record")]
    [InlineData("""{"facts":[{"text":"It","pointer":""}],"mustNotSay":[]}""", "/examples/0/expected/facts/0", "fact-not-in-record")]
    [InlineData("""{"facts":[{"text":"It","pointer":"/client"}],"mustNotSay":[""]}""", "/examples/0/expected/mustNotSay/0", "empty")]
    [InlineData("""{"facts":[{"text":"It","pointer":"/project"}],"mustNotSay":["kubernetes"]}""", "/examples/0/expected/mustNotSay/0", "fact-contradiction")]
    public void An_expectation_that_cannot_be_met_is_refused(string json, string place, string code)
    {
        Workflow workflow = Build.Workflow();
        Expectation expected = System.Text.Json.JsonSerializer.Deserialize<Expectation>(json, WorkflowFile.Options)!;
        Assert.Contains(
            WorkflowRules.Problems(workflow with { Examples = [workflow.Examples[0] with { Expected = expected }] }),
            problem => problem.Pointer.ToString() == place && problem.Code == code);
    }

    private static void Said(ExpectedFact fact, string text, bool said) => Assert.Equal(said, Result([fact], [], text).Missing.Count == 0);

    private static ExampleResult Result(IReadOnlyList<ExpectedFact> facts, IReadOnlyList<string> mustNotSay, params string[] sentences)
    {
        IReadOnlyList<TextPiece> text = Build.Text(sentences);
        return ExampleResult.Of(Note, Example(facts, mustNotSay), text, GateChecks.Run(Note, Build.Record(Record), text));
    }

    private static ExampleRecord Example(IReadOnlyList<ExpectedFact> facts, IReadOnlyList<string> mustNotSay) =>
        new("One", "Made up.", Build.Json(Record), new Expectation(facts, mustNotSay));
}
