using CsCheck;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

/// <summary>What was decided in a document is read from what it says with its tracked changes accepted and rejected (C62).</summary>
[Trait("Capability", "C62")]
public sealed class DocumentDecisionsTests
{
    private static readonly Passage New = new("s1", ChangeKind.Inserted, "progress", 0, null, "The beta is out.");
    private static readonly Passage Other = new("s2", ChangeKind.Replaced, "progress", 0, "We thank the team.", "We thank the whole team.");
    private static readonly Passage Over = new("s3", ChangeKind.Deleted, "progress", 1, "Nothing is late.", null);
    private static readonly Passage Kept = new("s4", null, "progress", 1, "It is public.", "It is public.");

    private static readonly IReadOnlyList<Passage> Passages = [New, Other, Over, Kept];
    private static readonly IReadOnlyList<Change> Undecided = [new("s1"), new("s2"), new("s3")];

    [Fact]
    public void What_is_pending_says_one_thing_accepted_and_another_rejected() =>
        Assert.Empty(Read("The beta is out. We thank the whole team. | It is public.", "We thank the team. | Nothing is late. It is public.").Decided);

    [Theory]
    [InlineData("The beta is out. We thank the whole team. | It is public.", "The beta is out. We thank the team. | Nothing is late. It is public.", "s1 Accepted")]
    [InlineData("We thank the whole team. | It is public.", "We thank the team. | Nothing is late. It is public.", "s1 Rejected")]
    [InlineData("The beta is out. We thank the team. | It is public.", "We thank the team. | Nothing is late. It is public.", "s2 Rejected")]
    [InlineData("The beta is out. We thank the whole team. | It is public.", "We thank the whole team. | Nothing is late. It is public.", "s2 Accepted")]
    [InlineData("The beta is out. We thank the whole team. | It is public.", "We thank the team. | It is public.", "s3 Accepted")]
    [InlineData("The beta is out. We thank the whole team. | Nothing is late. It is public.", "We thank the team. | Nothing is late. It is public.", "s3 Rejected")]
    [InlineData("The beta is late. We thank the whole team. | It is public.", "We thank the team. | Nothing is late. It is public.", "s1 Edited The beta is late.")]
    [InlineData("The beta is out. We thank all of you. | It is public.", "We thank the team. | Nothing is late. It is public.", "s2 Edited We thank all of you.")]
    [InlineData("One thing. | It is public.", "We thank the team. | Nothing is late. It is public.", "s1 Rejected, s2 Edited One thing.")]
    [InlineData("The beta is out. We thank the whole team. It is public.", "We thank the team. Nothing is late. | It is public.", "")]
    public void A_decision_shows(string accepted, string rejected, string expected)
    {
        DocumentDecisions found = Read(accepted, rejected);
        Assert.Empty(found.Unclear);
        Assert.Equal(expected, string.Join(", ", found.Decided.Select(change => $"{change.Id} {change.Decision} {change.EditedText}".TrimEnd())));
    }

    [Theory]
    [InlineData("The beta is out. We thank the whole team. | It is very public.", "We thank the team. | Nothing is late. It is public.")]
    [InlineData("The beta is out. We thank the whole team. | It is public. And we pay.", "We thank the team. | Nothing is late. It is public.")]
    [InlineData("The beta is out. We thank the whole team. | One thing.", "We thank the team. | Nothing is late. It is public.")]
    public void Words_that_no_change_explains_are_unclear_and_decide_nothing(string accepted, string rejected)
    {
        DocumentDecisions found = Read(accepted, rejected);
        Assert.Equal(["progress"], found.Unclear);
        Assert.Empty(found.Decided);
    }

    [Fact]
    public void What_was_decided_before_is_no_news()
    {
        Change edited = new("s2", Decision.Edited, "We thank all of you.");
        Assert.Empty(Read("The beta is out. We thank all of you. | It is public.", "We thank the team. | Nothing is late. It is public.", [new("s1"), edited, new("s3")]).Decided);
        Change taken = Assert.Single(Read("The beta is out. We thank the whole team. | It is public.", "We thank the team. | Nothing is late. It is public.",
            [new("s1"), edited, new("s3")]).Decided);
        Assert.Equal(("s2", Decision.Undecided), (taken.Id, taken.Decision));
    }

    [Fact]
    public void A_section_that_the_document_does_not_show_is_not_compared() =>
        Assert.Equal((0, 0), DocumentDecisions.Read(Passages, Undecided, []) is var found ? (found.Decided.Count, found.Unclear.Count) : default);

    [Fact]
    public void Whatever_is_decided_about_any_text_is_read_back() => Drafts.Sample(
        draft =>
        {
            List<Change> changes = [.. draft.Select(one => new Change(one.Passage.Id))];
            DocumentDecisions found = DocumentDecisions.Read(
                [.. draft.Select(one => one.Passage)], changes, [new("progress", Paragraphs(draft, one => one.Accepted), Paragraphs(draft, one => one.Rejected))]);
            Assert.Empty(found.Unclear);
            Assert.Equal(
                draft.Where(one => one.Decision != Decision.Undecided).Select(one => (one.Passage.Id, one.Decision)),
                found.Decided.Select(change => (change.Id, change.Decision)));
        },
        iter: 2000);

    private static Gen<Decidable[]> Drafts { get; } =
        from kinds in Gen.Select(Gen.Enum<ChangeKind>(), Gen.Int[0, 2].Select(at => (Decision)at), Gen.Int[0, 3]).Array[1, 12]
        select kinds.Select((one, index) => new Decidable(Sentence(index, one.Item1, one.Item3), one.Item2)).ToArray();

    private static Passage Sentence(int index, ChangeKind kind, int words)
    {
        string common = string.Join(' ', Enumerable.Repeat("same words", words));
        return new Passage(
            $"s{index}", kind, "progress", index / 3, kind == ChangeKind.Inserted ? null : $"Old {index} {common}.", kind == ChangeKind.Deleted ? null : $"New {index} {common}.");
    }

    private static IReadOnlyList<string> Paragraphs(Decidable[] draft, Func<Decidable, string?> text) =>
        [.. draft.GroupBy(one => one.Passage.Paragraph).Select(paragraph => string.Join("  ", paragraph.Select(text).OfType<string>()))];

    private static DocumentDecisions Read(string accepted, string rejected, IReadOnlyList<Change>? before = null) =>
        DocumentDecisions.Read(Passages, before ?? Undecided, [new("progress", accepted.Split(" | "), rejected.Split(" | "))]);

    private sealed record Decidable(Passage Passage, Decision Decision)
    {
        public string? Accepted => Decision == Decision.Rejected ? Passage.Original : Passage.Drafted;

        public string? Rejected => Decision == Decision.Accepted ? Passage.Drafted : Passage.Original;
    }
}
