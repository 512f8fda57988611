using CsCheck;
using HandoffOffice.Domain.Checking.Style;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking.Style;

[Trait("Capability", "C57")]
public sealed class StyleMeasureTests
{
    private static readonly string[] Warm =
    [
        "We're glad to tell you that it's done.", "You'll see the new page on Monday.", "We've put your logo at the top.", "If you like it, we'll go on.",
        "It's the first of three steps, and you know the rest.", "Don't worry about the old page.", "We'll keep it for you.", "You can write to us at any time, and we'll help.",
        "We hope that you like what you see.",
    ];

    private static readonly string[] Stiff =
    [
        "The implementation of the organisational transformation necessitates the comprehensive documentation of all relevant operational requirements and responsibilities, including "
            + "the identification of potential complications.",
        "Consideration of additional recommendations regarding the optimisation of administrative procedures remains the responsibility of the department concerned and of its management.",
        "Notification of the completion of preliminary evaluations is subject to the confirmation of availability by the representatives of the participating institutions.",
        "Clarification of contractual implications requires communication with the appropriate legal representation before the commencement of any further negotiations.",
    ];

    [Fact]
    public void Words_and_sentences_are_counted_as_people_count_them()
    {
        StyleMeasure measure = StyleMeasure.Of(["We moved on. You did not.", "Nobody saw it."], "en");
        Assert.Equal((9, 3, 3.0, 0.0), (measure.Words, measure.Sentences, measure.WordsPerSentence, measure.LongSentences));
    }

    [Fact]
    public void Shares_of_person_are_of_sentences()
    {
        PersonShares person = StyleMeasure.Of(["I wrote to you.", "We met our client.", "It rained.", "My dog barked."], "en").Person!;
        Assert.Equal((0.5, 0.25, 0.25, 0.25), (person.FirstSingular, person.FirstPlural, person.Second, person.None));
    }

    [Fact]
    public void German_address_is_told_from_she_by_its_capital()
    {
        Assert.Equal(0.5, StyleMeasure.Of(["Morgen rufen wir Sie an.", "Gestern ging sie heim."], "de").Person!.Second);
    }

    [Fact]
    public void Flesch_and_amstad_are_what_their_authors_print()
    {
        // 6 words of one syllable in one sentence.
        Assert.Equal(206.835 - (1.015 * 6) - 84.6, StyleMeasure.Of(["The cat sat on the mat."], "en").ReadingEase!.Value, 6);
        Assert.Equal(180 - 4 - 58.5, StyleMeasure.Of(["Das ist ein Hund."], "de").ReadingEase!.Value, 6);
    }

    [Fact]
    public void What_a_language_has_no_rule_for_is_not_told()
    {
        StyleMeasure french = StyleMeasure.Of(["Nous avons fini."], "fr");
        Assert.Null(french.ReadingEase);
        Assert.Null(french.Person);
        Assert.Null(french.ContractionsPerSentence);
        Assert.Null(StyleMeasure.Of(["Wir gehen's an."], "de").ContractionsPerSentence);
    }

    [Fact]
    public void A_genitive_is_no_contraction() =>
        Assert.Equal(0.5, StyleMeasure.Of(["The client's plan holds.", "It's the client’s plan."], "en").ContractionsPerSentence);

    [Fact]
    public void The_type_token_ratio_moves_over_windows_and_short_texts_have_none()
    {
        Assert.Null(StyleMeasure.Of(["One two three."], "en").TypeTokenRatio);
        Assert.Equal(1.0 / StyleMeasure.Window, StyleMeasure.Of([string.Join(' ', Enumerable.Repeat("word", 80)) + "."], "en").TypeTokenRatio!.Value, 6);
    }

    [Fact]
    public void A_stiff_text_differs_from_a_warm_one_in_what_a_reader_notices()
    {
        IReadOnlyList<StyleDifference> differences = StyleComparison.Between(StyleMeasure.Of(Warm, "en"), StyleMeasure.Of(Stiff, "en"));
        StyleAspect[] aspects = [.. differences.Select(difference => difference.Aspect)];
        Assert.Superset(
            new HashSet<StyleAspect> { StyleAspect.SentenceLength, StyleAspect.ReadingEase, StyleAspect.Address, StyleAspect.Contractions, StyleAspect.Nominalisations },
            aspects.ToHashSet());
        Assert.All(differences, difference => Assert.Contains("against", difference.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_is_too_short_is_not_judged() =>
        Assert.Empty(StyleComparison.Between(StyleMeasure.Of(Warm, "en"), StyleMeasure.Of([Stiff[0]], "en")));

    [Fact]
    public void A_text_does_not_differ_from_itself() => Gen.Shuffle(Warm.Concat(Stiff).ToArray()).Sample(
        sentences => StyleComparison.Between(StyleMeasure.Of(sentences, "en"), StyleMeasure.Of(sentences, "en")).Count == 0, iter: 50, seed: "0000KfR1vHd0");

    [Fact]
    public void Shares_stay_shares_whatever_the_text() => Gen.String[0, 400].Array[0, 6].Sample(
        sentences =>
        {
            StyleMeasure measure = StyleMeasure.Of(sentences, "en");
            return measure.LongSentences is >= 0 and <= 1 && measure.Nominalisations is null or (>= 0 and <= 1) && measure.TypeTokenRatio is null or (> 0 and <= 1)
                && measure.Person is null or { FirstSingular: >= 0 and <= 1, None: >= 0 and <= 1 };
        }, iter: 300, seed: "0000KfR1vHd0");
}
