using CsCheck;
using HandoffOffice.Redlining.Tests.Comparing;

namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>What holds for all edits of all documents.</summary>
[Trait("Capability", "C60")]
[Trait("Capability", "C92")]
public sealed class EditProperties(ITestOutputHelper output)
{
    private static readonly HashSet<string> Expected = [DocumentEditRefusals.Overlapping, DocumentEditRefusals.NotEditable, DocumentEditRefusals.NothingChanged, DocumentEditRefusals.NotFound];

    private static readonly Gen<string> Replacement = Gen.Frequency(
        (6, DocumentGen.Words), (1, Gen.Const("")), (1, Gen.Select(DocumentGen.Words, DocumentGen.Words, (one, other) => $"{one}\0{other}")), (1, DocumentGen.Words.Select(words => $"a\t{words}")));

    private static readonly Gen<Case> Cases = CasesAt(Gen.Int[0, 999]);

    // Many edits of a paragraph or two.
    private static readonly Gen<Case> Crowded = Gen.Int[0, 99].SelectMany(first => CasesAt(Gen.Int[first, first + 1]));

    private static Gen<Case> CasesAt(Gen<int> places) => Gen.Select(
        DocumentGen.Document, Gen.Select(Gen.Int[0, 15], places, Gen.Int[0, 99], Gen.Int[0, 9], Replacement).Array[1, 12], Gen.Int[0, int.MaxValue - 1],
        (document, edits, seed) =>
        {
            var original = document.ToBytes();
            var model = new EditModel(original);
            edits.ToList().ForEach(edit => model.Add(edit.Item1, edit.Item2, edit.Item3, edit.Item4, edit.Item5));
            return new Case(original, model, seed);
        }).Where(one => one.Model.Edits.Count > 0);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_of_the_edits_can_be_accepted_and_the_others_rejected(bool crowded)
    {
        var (landed, refused) = (0, 0);
        (crowded ? Crowded : Cases).Sample(one =>
        {
            var edited = one.Apply();
            Interlocked.Add(ref landed, edited.Landed.Count);
            Interlocked.Add(ref refused, edited.Refused.Count);
            Assert.All(edited.Refused, refusal => Assert.Contains(refusal.Code, Expected));

            var random = new Random(one.Seed);
            var chosen = edited.Landed.Where(_ => random.Next(2) == 0).ToList();
            var decided = Revisions.Reject(Revisions.Accept(edited.File, chosen.SelectMany(edit => edit.RevisionIds)), edited.Landed.Except(chosen).SelectMany(edit => edit.RevisionIds));

            Assert.Equal(one.Model.With(index => chosen.Exists(edit => edit.Index == index)), EditModel.Of(decided));
            Assert.DoesNotContain(Revisions.List(decided), change => change.Author == Edits.Author.Name);
        }, iter: 120, print: one => one.ToString());
        output.WriteLine($"{landed} edits landed, {refused} were refused.");
        Assert.True(crowded || landed > refused, $"{landed} edits landed, {refused} were refused.");
    }

    [Fact]
    public void Accepting_all_gives_the_text_with_the_edits_and_rejecting_them_the_text_without() => Cases.Sample(one =>
    {
        var edited = one.Apply();
        var rejected = Revisions.Reject(edited.File, edited.Landed.SelectMany(edit => edit.RevisionIds));

        Assert.Equal(one.Model.With(index => edited.Landed.Any(edit => edit.Index == index)), EditModel.Of(edited.File));
        Assert.Equal(EditModel.Of(one.Original), EditModel.Of(rejected));
        Assert.Equal(EditModel.Of(one.Original, RevisionView.Rejected), EditModel.Of(rejected, RevisionView.Rejected));
        Assert.Equal(EditModel.Of(one.Original, RevisionView.Rejected), EditModel.Of(edited.File, RevisionView.Rejected));
    }, iter: 100, print: one => one.ToString());

    [Fact]
    public void What_is_not_edited_keeps_its_bytes_and_nothing_invalid_comes_in() => Cases.Sample(one =>
    {
        var edited = one.Apply();
        var report = RedlineMeasures.Of(one.Original, Revisions.Accept(edited.File, edited.Landed.SelectMany(edit => edit.RevisionIds)), edited.File);

        Assert.Equal(report.UnchangedBlocks, report.UnchangedBlocksKept);
        Assert.Empty(report.UnchangedPartsLost);
        Assert.Empty(report.NewIssues.Concat(report.Faults));
        Assert.Equal(0, report.Words.Split);
    }, iter: 60, print: one => one.ToString());

    [Fact]
    public void Reasons_change_no_text_and_add_nothing_invalid() => Cases.Sample(one =>
    {
        var edits = one.Model.Edits.Select(edit => edit with { Reason = "Because.\nAnd so." }).ToList();
        var edited = DocumentEditing.Apply(one.Original, edits, Edits.Author);
        var issues = DocumentValidation.Validate(one.Original).Select(issue => issue.Message).ToHashSet();

        Assert.Equal(EditModel.Of(one.Apply().File), EditModel.Of(edited.File));
        Assert.DoesNotContain(DocumentValidation.Validate(edited.File), issue => !issues.Contains(issue.Message));
        Assert.Equal(edited.Landed.Count(edit => edit.CommentId is not null), Comments.List(edited.File).Count(comment => comment.Author == Edits.Author.Name));
        Assert.DoesNotContain(Comments.List(Revisions.Reject(edited.File, edited.Landed.SelectMany(edit => edit.RevisionIds))), comment => comment.Author == Edits.Author.Name);
    }, iter: 60, print: one => one.ToString());

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Cases.Sample(one => Assert.Equal(one.Apply().File, one.Apply().File), iter: 30, print: one => one.ToString());

    private sealed record Case(byte[] Original, EditModel Model, int Seed)
    {
        public EditedDocument Apply() => DocumentEditing.Apply(Original, [.. Model.Edits], Edits.Author);

        public override string ToString() => string.Join('\n', Model.Edits.Select((edit, index) => $"{index}: {edit}"));
    }
}
