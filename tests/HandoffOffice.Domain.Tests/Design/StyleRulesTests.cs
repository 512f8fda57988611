using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C20")]
public sealed class StyleRulesTests
{
    [Fact]
    public void A_workflow_without_a_guide_has_the_digest_that_it_had() =>
        Assert.DoesNotContain("\"style\":", WorkflowFile.Write(Build.Workflow()), StringComparison.Ordinal);

    [Fact]
    public void A_sound_guide_is_kept_whole_by_the_file()
    {
        StyleGuide guide = new()
        {
            Contractions = ContractionUse.Never,
            LongestSentence = 28,
            ReadingEase = new CountRange(40, 80),
            Spelling = SpellingVariant.British,
            Banned = [new BannedWord("utilise", "use")],
            Terms = [new PreferredTerm("client", ["punter"])],
        };
        (Workflow? read, IReadOnlyList<Problem> problems) = WorkflowFile.Read(WorkflowFile.Write(With(guide)));
        Assert.Empty(problems);
        Assert.Equal(WorkflowFile.Digest(With(guide)), WorkflowFile.Digest(read!));
    }

    [Fact]
    public void A_limit_that_forbids_every_sentence_is_refused() => Has(new StyleGuide { LongestSentence = 3 }, "/output/style/longestSentence", "range");

    [Fact]
    public void A_range_of_reading_ease_that_no_text_meets_is_refused()
    {
        Has(new StyleGuide { ReadingEase = new CountRange(80, 40) }, "/output/style/readingEase", "cannot-be-met");
        Has(new StyleGuide { ReadingEase = new CountRange(60, 61) }, "/output/style/readingEase", "cannot-be-met");
    }

    [Fact]
    public void Spelling_is_of_the_contracts_language()
    {
        Has(new StyleGuide { Spelling = SpellingVariant.British }, "/output/style/spelling", "style-language", "de");
        Has(new StyleGuide { Spelling = SpellingVariant.British }, "/output/style/spelling", "style-language", "en-US");
        Has(new StyleGuide { Contractions = ContractionUse.Never }, "/output/style/contractions", "style-language", "de");
        Has(new StyleGuide { ReadingEase = new CountRange(40, 80) }, "/output/style/readingEase", "style-language", "fr");
    }

    [Fact]
    public void What_is_to_be_written_is_not_ruled_out()
    {
        Has(new StyleGuide { Banned = [new BannedWord("client")], Terms = [new PreferredTerm("client", ["punter"])] }, "/output/style/terms/0/say", "style-contradiction");
        Has(new StyleGuide { Banned = [new BannedWord("utilise", "use"), new BannedWord("use")] }, "/output/style/banned/0/instead", "style-contradiction");
    }

    [Fact]
    public void A_must_mention_is_not_ruled_out()
    {
        TemplateField mentioned = Build.Workflow().Input.Field(Build.Workflow().Output.MustMention[0])!;
        Has(new StyleGuide { Banned = [new BannedWord(mentioned.Label)] }, "/output/style/banned/0/word", "style-contradiction");
    }

    [Fact]
    public void A_guide_without_its_check_is_advised_against() =>
        Assert.Contains(DesignAdvisor.Advice(With(new StyleGuide())), advice => advice.Detail.Contains("Style", StringComparison.Ordinal));

    [Fact]
    public void A_changed_guide_is_told_in_words()
    {
        IReadOnlyList<WorkflowChange> changes = WorkflowDiff.Between(
            With(new StyleGuide { LongestSentence = 20 }), With(new StyleGuide { LongestSentence = 25, Banned = [new BannedWord("synergy")] }));
        Assert.Contains(changes, change => change.Sentence.Contains("most words of a sentence", StringComparison.Ordinal));
        Assert.Contains(changes, change => change.Sentence.Contains("anned word", StringComparison.Ordinal));
    }

    private static Workflow With(StyleGuide guide, string language = "en") =>
        Build.Workflow() with { Output = Build.Workflow().Output with { Style = guide, Language = language } };

    private static void Has(StyleGuide guide, string place, string code, string language = "en") =>
        Assert.Contains(WorkflowRules.Problems(With(guide, language)), problem => problem.Code == code && problem.Pointer.ToString() == place);
}
