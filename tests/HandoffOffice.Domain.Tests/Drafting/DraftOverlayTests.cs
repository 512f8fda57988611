using CsCheck;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Drafting;

/// <summary>A draft laid over an existing text is made of both, whole and in order.</summary>
[Trait("Capability", "C60")]
public sealed class DraftOverlayTests
{
    private const string Seed = "0002bXpCwFq1";

    private static readonly string[] Vocabulary = ["red", "green", "blue", "Red", "4"];

    private static readonly string[] Sections = ["one", "two", "three"];

    // Few words, so that sentences are equal, alike and different by turns.
    private static readonly Gen<string> Sentence = Gen.Int[0, 4].Select(i => Vocabulary[i]).Array[1, 5].Select(words => string.Join(' ', words) + ".");

    private static readonly Gen<string[][]> Paragraphs = Sentence.Array[1, 4].Array[0, 4];

    private static readonly Gen<(string[][][] Existing, string[][][] Draft, int Choice)> Texts =
        Gen.Select(Paragraphs.Array[3], Paragraphs.Array[3], Gen.Int[0, int.MaxValue - 1]);

    [Fact]
    public void Accepting_all_gives_the_draft_and_rejecting_all_the_existing_text() => Texts.Sample(text =>
    {
        IReadOnlyList<Passage> passages = Lay(text.Existing, text.Draft);
        Assert.Equal(Flat(text.Draft), Flat(passages, passage => passage.Drafted));
        Assert.Equal(Flat(text.Existing), Flat(passages, passage => passage.Original));
    }, seed: Seed, iter: 2000);

    [Fact]
    public void Any_choice_gives_a_text_of_exactly_the_chosen_sides() => Texts.Sample(text =>
    {
        Draft draft = Drafted(text.Existing, text.Draft);
        Change[] changes = [.. draft.Passages().Where(passage => passage.Kind is not null)
            .Select((passage, i) => new Change(passage.Id, ((text.Choice >> (i % 31)) & 1) == 1 ? Decision.Accepted : Decision.Rejected))];
        var decisions = changes.ToDictionary(change => change.Id, change => change.Decision);
        Assert.Equal(
            draft.Passages().Select(passage => decisions.GetValueOrDefault(passage.Id) == Decision.Rejected ? passage.Original : passage.Drafted).OfType<string>(),
            draft.Standing(changes).Select(piece => piece.Text));
    }, seed: Seed, iter: 500);

    [Fact]
    public void Ids_differ_paragraphs_never_fall_and_sections_stay_in_order() => Texts.Sample(text =>
    {
        IReadOnlyList<Passage> passages = Lay(text.Existing, text.Draft);
        Assert.Equal(passages.Count, passages.Select(passage => passage.Id).Distinct().Count());
        Assert.Equal(passages.Select(passage => passage.Paragraph).Order(), passages.Select(passage => passage.Paragraph));
        Assert.Equal(passages.Select(passage => Array.IndexOf(Sections, passage.Section)).Order(), passages.Select(passage => Array.IndexOf(Sections, passage.Section)));
        Assert.All(passages.GroupBy(passage => passage.Paragraph), paragraph => Assert.Single(paragraph.Select(passage => passage.Section).Distinct()));
    }, seed: Seed, iter: 500);

    [Fact]
    public void Only_sentences_that_share_half_of_the_longer_ones_words_replace_each_other() => Texts.Sample(text =>
    {
        foreach (Passage passage in Lay(text.Existing, text.Draft).Where(passage => passage.Kind == ChangeKind.Replaced))
        {
            List<string> old = Words(passage.Original!), now = Words(passage.Drafted!);
            int longer = Math.Max(old.Count, now.Count);
            Assert.True(2 * old.Count(now.Remove) >= longer, $"{passage.Original} / {passage.Drafted}");
            Assert.NotEqual(passage.Original, passage.Drafted);
        }
    }, seed: Seed, iter: 500);

    [Fact]
    public void A_text_that_is_drafted_as_it_was_is_kept_as_a_whole() => Paragraphs.Array[3].Sample(
        text => Assert.All(Lay(text, text), passage => Assert.Null(passage.Kind)), seed: Seed, iter: 500);

    [Fact]
    public void White_space_and_the_form_of_an_accent_make_no_other_sentence()
    {
        Passage kept = Assert.Single(Lay([[["Cafe\u0301  opens\u00A0today."]]], [[["Caf\u00E9 opens today."]]]));
        Assert.Equal((null, "Cafe\u0301  opens\u00A0today."), (kept.Kind, kept.Drafted));
    }

    [Fact]
    public void A_section_that_the_draft_leaves_out_goes() =>
        Assert.Equal(ChangeKind.Deleted, Assert.Single(Lay([[], [["Gone today."]]], [])).Kind);

    [Fact]
    public void A_sentence_in_the_middle_of_a_long_text_is_found_in_its_place()
    {
        string[] before = [.. Enumerable.Range(0, 400).Select(i => $"Sentence number {i} says the same as ever.")];
        string[] after = [.. before[..200], "Something new stands here.", .. before[200..300], .. before[301..]];
        IReadOnlyList<Passage> passages = Lay([[before]], [[after]]);
        Assert.Equal([(200, ChangeKind.Inserted), (301, ChangeKind.Deleted)],
            passages.Index().Where(pair => pair.Item.Kind is not null).Select(pair => (pair.Index, pair.Item.Kind!.Value)));
    }

    private static IReadOnlyList<Passage> Lay(string[][][] existing, string[][][] draft) => Drafted(existing, draft).Passages();

    private static Draft Drafted(string[][][] existing, string[][][] draft)
    {
        int sentences = 0, paragraphs = 0;
        DraftSentence[] drafted = [.. draft.SelectMany((section, i) => section.SelectMany(paragraph =>
        {
            int number = paragraphs++;
            return paragraph.Select(text => new DraftSentence($"s{++sentences}", Sections[i], number, text, [])).ToList();
        }))];
        var text = new ExistingText([.. Sections.Select((key, i) => new ExistingSection(key, existing.Length > i ? existing[i] : []))]);
        return new Draft(1, new DraftOrigin(DraftOriginKind.Rules, "rules"), drafted, DateTimeOffset.UnixEpoch, DraftOverlay.Lay(text, drafted));
    }

    // Section by section, paragraph by paragraph.
    private static IEnumerable<string> Flat(string[][][] text) => text.SelectMany((section, i) => section.Select(paragraph => $"{Sections[i]}: {string.Join('|', paragraph)}"));

    private static IEnumerable<string> Flat(IEnumerable<Passage> passages, Func<Passage, string?> side) => passages.Where(passage => side(passage) is not null)
        .GroupBy(passage => (passage.Section, passage.Paragraph)).Select(paragraph => $"{paragraph.Key.Section}: {string.Join('|', paragraph.Select(side))}");

    private static List<string> Words(string sentence) => [.. sentence.TrimEnd('.').ToUpperInvariant().Split(' ')];
}
