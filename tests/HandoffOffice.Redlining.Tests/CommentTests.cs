using CsCheck;
using static HandoffOffice.Redlining.Tests.Drafts;

namespace HandoffOffice.Redlining.Tests;

public sealed class CommentTests
{
    private const string Sentence = "The gateway went live on 3 March \U0001F680 as planned.";

    private static readonly DraftedDocument Draft = Insert(Section("summary", [Sentence, "More follows."]));

    private static NewComment On(int start, int length, string text = "Wrong date.") =>
        new(new CommentPlace.Change(Draft.Id("summary-0-0"), start, length), "Checks", "C", Author.Date, text);

    [Fact]
    [Trait("Capability", "C61")]
    public void A_comment_hangs_on_exactly_its_words_and_the_insertion_stays_one_revision()
    {
        var file = Comments.Add(Draft.File, [On(Sentence.IndexOf("3 March", StringComparison.Ordinal), 7)]);

        var comment = Assert.Single(Comments.List(file));
        Assert.Equal(("Checks", "C", "Wrong date.", "3 March"), (comment.Author, comment.Initials, comment.Text, comment.Anchor));
        Assert.Equal(Revisions.List(Draft.File), Revisions.List(file));
        AssertValid(file);
    }

    [Fact]
    [Trait("Capability", "C61")]
    public void Comments_may_overlap_and_each_keeps_its_words()
    {
        Gen.Select(Gen.Int[0, Sentence.Length - 1], Gen.Int[0, Sentence.Length]).Where((start, length) => start + length <= Sentence.Length).Array[1, 5].Sample(places =>
        {
            var file = Comments.Add(Draft.File, [.. places.Select(place => On(place.Item1, place.Item2))]);
            Assert.All(Comments.List(file).Zip(places), pair => Assert.Contains(Words(pair.Second), pair.First.Anchor, StringComparison.Ordinal));
            Assert.Equal(Revisions.List(Draft.File), Revisions.List(file));
            AssertValid(file);
        }, iter: 40, seed: "0N0XIzNsQ0O2");
    }

    [Fact]
    public void A_comment_goes_with_its_insertion_when_rejected_and_stays_when_accepted()
    {
        var file = Comments.Add(Draft.File, [On(4, 7), On(0, 0)]);
        var id = Draft.Id("summary-0-0");
        var rejected = Revisions.Reject(file, [id]);
        var accepted = Revisions.Accept(file, [id]);
        var edited = Revisions.Decide(file, [new RevisionDecision.AcceptEdited(id, "It went live.")]);

        Assert.Empty(Comments.List(rejected));
        Assert.Equal(["gateway", Sentence], Comments.List(accepted).Select(comment => comment.Anchor));
        Assert.Contains("\nIt went live. More follows.\n", DocumentText.ReadBody(edited, RevisionView.Accepted), StringComparison.Ordinal);
        Assert.All([rejected, accepted, edited], AssertValid);
    }

    [Fact]
    public void The_comments_of_one_author_can_be_taken_out_again()
    {
        var file = Comments.Add(Draft.File, [On(4, 7), On(0, 3) with { Author = "Ann" }, On(0, 0)]);

        var left = Comments.RemoveBy(file, "Checks");

        Assert.Equal("Ann", Assert.Single(Comments.List(left)).Author);
        Assert.Empty(Comments.List(Comments.RemoveBy(left, "Ann")));
        AssertValid(left);
        AssertValid(Comments.RemoveBy(left, "Ann"));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 1000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Words_outside_the_insertion_are_refused(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Comments.Add(Draft.File, [On(start, length)]));

    [Fact]
    public void A_comment_on_an_unknown_revision_is_refused() =>
        Assert.Equal("nope", Assert.Throws<UnknownRevisionException>(() => Comments.Add(Draft.File, [On(0, 1) with { At = new CommentPlace.Change("nope", 0, 1) }])).Id);

    private static string Words((int Start, int Length) place) =>
        place.Length == 0 ? Sentence : Sentence.Substring(place.Start, place.Length).Trim('\uD83D', '\uDE80');
}
