using CsCheck;

namespace HandoffOffice.Redlining.Tests.Text;

/// <summary>Plain texts compared, and decisions on the changes.</summary>
public sealed class TextComparisonTests
{
    private static readonly Gen<string> Texts =
        Gen.OneOf("a", "b", "The", "cost", " ", " ", ". ", "\n", "1,250", "’", "日", "👩‍👩‍👧", "\uD83D", "e\u0301", "\uFFFC").Array[0, 25].Select(string.Concat);

    [Fact]
    [Trait("Capability", "C92")]
    public void Segments_say_what_is_kept_deleted_and_inserted_and_where()
    {
        var compared = TextComparison.Compare("The cost is 5 EUR.", "The total cost is 7 EUR.");

        Assert.Equal(
            [
                new(TextSegmentKind.Kept, 0, 0, "The ", null),
                new(TextSegmentKind.Inserted, 4, 4, "total ", 0),
                new(TextSegmentKind.Kept, 4, 10, "cost is ", null),
                new(TextSegmentKind.Deleted, 12, 18, "5", 1),
                new(TextSegmentKind.Inserted, 13, 18, "7", 1),
                new(TextSegmentKind.Kept, 13, 19, " EUR.", null),
            ],
            compared.Segments);
    }

    [Fact]
    [Trait("Capability", "C92")]
    public void Accepting_all_gives_the_revised_text_and_rejecting_all_the_original() => Gen.Select(Texts, Texts).Sample(
        (original, revised) =>
        {
            var compared = TextComparison.Compare(original, revised);
            var ids = compared.Changes.Select(change => change.Id).ToList();
            Assert.Equal(revised, compared.Accept(ids).Original);
            Assert.Equal(original, compared.Reject(ids).Revised);
            Assert.Equal(original, string.Concat(compared.Segments.Where(segment => segment.Kind != TextSegmentKind.Inserted).Select(segment => segment.Text)));
            Assert.Equal(revised, string.Concat(compared.Segments.Where(segment => segment.Kind != TextSegmentKind.Deleted).Select(segment => segment.Text)));
        },
        iter: 2_000);

    [Fact]
    [Trait("Capability", "C92")]
    public void Decisions_one_by_one_in_any_order_give_what_they_give_at_once() => Gen.Select(Texts, Texts, Gen.Int).Sample(
        (original, revised, seed) =>
        {
            var (random, compared) = (new Random(seed), TextComparison.Compare(original, revised));
            var decided = compared.Changes.Select(change => (change.Id, Accepted: random.Next(2) == 0)).ToArray();
            var atOnce = compared.Accept(decided.Where(one => one.Accepted).Select(one => one.Id)).Reject(decided.Where(one => !one.Accepted).Select(one => one.Id));
            random.Shuffle(decided);
            var oneByOne = decided.Aggregate(compared, (left, one) => one.Accepted ? left.Accept([one.Id]) : left.Reject([one.Id]));

            Assert.Equal(atOnce.Original, oneByOne.Original);
            Assert.Equal(oneByOne.Original, oneByOne.Revised);
            Assert.Empty(oneByOne.Changes);
        },
        iter: 1_000);

    [Fact]
    public void A_change_that_is_not_pending_cannot_be_decided()
    {
        var compared = TextComparison.Compare("a b", "a c");

        Assert.Equal("7", Assert.Throws<UnknownRevisionException>(() => compared.Accept([0, 7])).Id);
        Assert.Throws<UnknownRevisionException>(() => compared.Accept([0]).Reject([0]));
    }

    [Fact]
    public void The_same_text_has_no_changes() => Assert.Empty(TextComparison.Compare("a\r\nb", "a\r\nb").Changes);

    [Fact]
    public void A_text_beyond_the_limit_is_refused()
    {
        var refusal = Assert.Throws<DocumentRefusedException>(() => TextComparison.Compare("", new string('a', TextComparison.MaxLength + 1)));

        Assert.Equal(RefusalCodes.TooLarge, refusal.Code);
    }
}
