using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking;

public sealed class PhrasesAndLengthTests
{
    [Theory, Trait("Capability", "C02")]
    [InlineData("GOING Forward, we go.", "GOING Forward")]
    [InlineData("We go, going\u00A0 forward.", "going\u00A0 forward")]
    [InlineData("Don’t worry.", "Don’t worry")]
    public void A_forbidden_phrase_is_found_in_any_case_white_space_and_apostrophe(string sentence, string quote)
    {
        Finding finding = Assert.Single(Phrases(sentence));
        Assert.Equal(quote, sentence.Substring(finding.Span!.Start, finding.Span.Length));
    }

    [Fact, Trait("Capability", "C02")]
    public void Every_occurrence_is_a_finding_in_the_order_of_the_text() =>
        Assert.Equal([("s1", 0), ("s1", 15), ("s2", 3)], Phrases("Going forward, going forward.", "So going forward.").Select(f => (f.Span!.PieceId, f.Span.Start)));

    [Fact, Trait("Capability", "C02")]
    public void A_phrase_within_a_longer_word_is_allowed() => Assert.Empty(Phrases("Outgoing forwarders are fine; ongoing forward too."));

    [Theory, Trait("Capability", "C56")]
    [InlineData("", 0)]
    [InlineData("  \n ", 0)]
    [InlineData("one", 1)]
    [InlineData("one – two, 3 … four-five", 4)]
    [InlineData("naïve 日本語 𝒜", 3)]
    [InlineData("* -- !", 0)]
    public void A_word_is_what_stands_between_white_space_and_has_a_letter_or_digit(string text, int words) => Assert.Equal(words, TextMeasure.CountWords(text));

    [Theory, Trait("Capability", "C56")]
    [InlineData(2, 3, 0)]
    [InlineData(3, 4, 1)]
    [InlineData(1, 1, 1)]
    public void Words_outside_of_the_contracts_range_are_one_finding_about_the_whole_text(int min, int max, int findings)
    {
        CheckReport report = Run(CheckKind.WordCount, output => output with { Words = new CountRange(min, max) }, Build.Text("Two words."));
        Assert.Equal(findings, report.Findings.Count);
        Assert.All(report.Findings, finding => Assert.Null(finding.Span));
        Assert.Equal(new CountAgainst(2, new CountRange(min, max)), report.Evidence.Words);
    }

    [Fact, Trait("Capability", "C56")]
    public void Paragraphs_without_a_word_do_not_count()
    {
        TextPiece[] text = [new("s1", "body", 0, "One."), new("s2", "body", 0, "Still one."), new("s3", "body", 1, " "), new("s4", "body", 4, "Two.")];
        CheckReport report = Run(CheckKind.ParagraphCount, output => output with { Paragraphs = new CountRange(3, 3) }, text);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("3 paragraphs", "2 paragraphs"), (finding.Expected, finding.Found));
    }

    private static IReadOnlyList<Finding> Phrases(params string[] sentences) =>
        Run(CheckKind.ForbiddenPhrases, output => output with { ForbiddenPhrases = ["going forward", "don't worry"] }, Build.Text(sentences)).Findings;

    private static CheckReport Run(CheckKind check, Func<OutputContract, OutputContract> change, IReadOnlyList<TextPiece> text)
    {
        Workflow workflow = Build.With(check, Build.Field("topic", FieldKind.Text));
        return GateChecks.Run(workflow with { Output = change(workflow.Output) }, Build.Record("{}"), text);
    }
}
