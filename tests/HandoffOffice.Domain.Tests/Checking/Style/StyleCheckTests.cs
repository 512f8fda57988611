using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Checking.Style;
using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking.Style;

[Trait("Capability", "C20")]
public sealed class StyleCheckTests
{
    private static readonly StyleGuide British = new() { Spelling = SpellingVariant.British };
    private static readonly StyleGuide American = new() { Spelling = SpellingVariant.American };
    private static readonly StyleGuide Terms = new() { Terms = [new PreferredTerm("client", ["customer", "punter"])], Banned = [new BannedWord("utilize", "use"), new BannedWord("synergy")] };

    [Theory]
    [InlineData("We organize the colored catalog of the center.", "We organise the coloured catalogue of the centre.")]
    [InlineData("The canceled defense analyzed gray fibers.", "The cancelled defence analysed grey fibres.")]
    [InlineData("Color matters.", "Colour matters.")]
    public void British_spelling_is_suggested_word_by_word(string text, string corrected)
    {
        Assert.Equal(corrected, Corrected(text, British));
        Assert.Equal(text, Corrected(corrected, American));
    }

    [Theory]
    [InlineData("We advise, revise, supervise and promise a precise exercise, otherwise no surprise.")]
    [InlineData("The size of the prize was humorous, and the honorary citizen could seize it.")]
    [InlineData("The crises rise; raised noise, poised wiser people.")]
    [InlineData("We practice at the meter; the story checks out in this program.")]
    public void What_both_spell_alike_is_left_alone(string text)
    {
        Assert.Equal(text, Corrected(text, British));
        Assert.Equal(text, Corrected(text, American));
    }

    [Fact]
    public void A_name_keeps_its_spelling() => Assert.Equal("We met at Rockefeller Center.", Corrected("We met at Rockefeller Center.", British));

    [Theory]
    [InlineData("Customers like it; a customer's view counts.", "Clients like it; a client's view counts.")]
    [InlineData("We utilize it.", "We use it.")]
    public void A_term_is_replaced_in_its_number_and_case(string text, string corrected) => Assert.Equal(corrected, Corrected(text, Terms));

    [Fact]
    public void The_article_goes_with_the_word() =>
        Assert.Equal("This is an issue.", Corrected("This is a problem.", new StyleGuide { Banned = [new BannedWord("problem", "issue")] }));

    [Fact]
    public void A_banned_word_without_a_replacement_is_a_finding_without_a_suggestion() => Assert.Null(Assert.Single(Findings(Terms, "Synergy counts.")).Suggestion);

    [Theory]
    [InlineData("We'll see; it's done, it's been checked, don't wait and we can't.", "We will see; it is done, it has been checked, do not wait and we cannot.")]
    [InlineData("Won't they? Let's go.", "Will not they? Let us go.")]
    public void A_short_form_is_written_out(string text, string corrected) => Assert.Equal(corrected, Corrected(text, new StyleGuide { Contractions = ContractionUse.Never }));

    [Fact]
    public void A_short_form_that_can_be_two_things_has_no_suggestion() =>
        Assert.Null(Assert.Single(Findings(new StyleGuide { Contractions = ContractionUse.Never }, "We'd go.")).Suggestion);

    [Theory]
    [InlineData("We will not wait. It is done and we are glad.", "We won't wait. It's done and we're glad.")]
    [InlineData("We cannot go. We have shipped it. We have two.", "We can't go. We've shipped it. We have two.")]
    [InlineData("Yes, we are.", "Yes, we are.")]
    public void A_full_form_is_drawn_together_where_english_does(string text, string corrected) =>
        Assert.Equal(corrected, Corrected(text, new StyleGuide { Contractions = ContractionUse.Prefer }));

    [Fact]
    public void A_sentence_over_the_limit_is_found_at_its_place()
    {
        Finding finding = Assert.Single(Findings(new StyleGuide { LongestSentence = 8 }, "We go. We go on and on and on and on today."));
        Assert.Equal((7, "10 words"), (finding.Span!.Start, finding.Found));
    }

    [Fact]
    public void Another_person_than_the_contracts_is_found()
    {
        Assert.Equal(["I", "my"], Findings(new StyleGuide(), "I gave it to my team.", "We are in Phase I now.").Select(finding => finding.Found));
    }

    [Fact]
    public void A_hard_text_is_told_of_as_a_whole_and_a_short_one_is_not_judged()
    {
        string[] hard = [.. Enumerable.Repeat("The implementation of organisational transformation necessitates comprehensive documentation of operational requirements and responsibilities.", 6)];
        StyleGuide plain = new() { ReadingEase = new CountRange(50, 90) };
        Finding finding = Assert.Single(Findings(plain, hard));
        Assert.Null(finding.Span);
        Assert.Equal("50 to 90", finding.Expected);
        Assert.Empty(Findings(plain, hard[0]));
    }

    [Fact]
    public void What_is_kept_is_not_corrected() =>
        Assert.Equal("We met the customer.", StyleFaults.Corrected("We met the customer.", Contract(Terms), word => word == "customer"));

    [Fact]
    public void Every_suggestion_taken_leaves_nothing_to_suggest()
    {
        StyleGuide all = Terms with { Spelling = SpellingVariant.American, Contractions = ContractionUse.Never };
        string corrected = Corrected("Don't organise customers; we'll utilize the centre's colours.", all);
        Assert.Empty(StyleFaults.In(corrected, Contract(all)));
    }

    private static string Corrected(string text, StyleGuide guide) => StyleFaults.Corrected(text, Contract(guide), _ => false);

    private static IReadOnlyList<Finding> Findings(StyleGuide guide, params string[] sentences)
    {
        Workflow workflow = Build.With(CheckKind.Style, Build.Field("topic", FieldKind.Text));
        return GateChecks.Run(workflow with { Output = Contract(guide) }, Build.Record("{}"), Build.Text(sentences)).Findings;
    }

    private static OutputContract Contract(StyleGuide guide) =>
        Build.With(CheckKind.Style, Build.Field("topic", FieldKind.Text)).Output with { Style = guide, Person = GrammaticalPerson.FirstPlural, Language = "en" };
}
