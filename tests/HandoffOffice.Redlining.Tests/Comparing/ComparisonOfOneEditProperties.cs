using CsCheck;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>What kind of change each kind of edit becomes.</summary>
[Trait("Capability", "C60")]
public sealed class ComparisonOfOneEditProperties
{
    private const int Cases = 40;

    [Fact]
    public void A_change_of_run_format_is_tracked_as_one() =>
        Each([EditKind.FormatRun], (kinds, words) =>
        {
            Assert.Equal(0, words);
            Assert.All(kinds, kind => Assert.Equal(RevisionKind.RunPropertiesChange, kind));
            Assert.NotEmpty(kinds);
        });

    [Fact]
    public void A_change_of_paragraph_format_is_tracked_as_one() =>
        Each([EditKind.FormatParagraph], (kinds, words) =>
        {
            Assert.Equal(0, words);
            Assert.Equal([RevisionKind.ParagraphPropertiesChange], kinds);
        });

    [Fact]
    public void A_change_of_the_page_is_tracked_as_one_of_the_section() =>
        Each([EditKind.FormatSection], (kinds, words) =>
        {
            Assert.Equal(0, words);
            Assert.Equal([RevisionKind.SectionPropertiesChange], kinds);
        });

    [Fact]
    public void A_split_paragraph_is_an_inserted_mark() =>
        Each([EditKind.SplitParagraph], (kinds, words) =>
        {
            Assert.Equal(0, words);
            Assert.Contains(RevisionKind.ParagraphMarkInsertion, kinds);
        });

    [Fact]
    public void Joined_paragraphs_are_a_deleted_mark() =>
        Each([EditKind.JoinParagraphs], (kinds, words) =>
        {
            Assert.Equal(0, words);
            Assert.Contains(RevisionKind.ParagraphMarkDeletion, kinds);
        });

    [Fact]
    public void A_moved_paragraph_is_linked_from_where_it_was_to_where_it_is() =>
        RevisedGen.By(DocumentGen.LongParagraphs, [EditKind.MoveBlock], 1, Gen.Const(false)).Where(Differs).Sample(pair =>
        {
            var report = pair.Measure();
            var kinds = New(pair);

            Assert.Empty(report.Problems());
            Assert.Equal(0, report.Words.Touched);
            Assert.Contains(RevisionKind.MoveFrom, kinds);
            Assert.Contains(RevisionKind.MoveTo, kinds);
        }, iter: Cases);

    [Fact]
    public void An_inserted_row_is_tracked_as_a_row() => Each([EditKind.InsertRow], (kinds, _) => Assert.Contains(RevisionKind.TableRowInsertion, kinds));

    [Fact]
    public void A_deleted_row_is_tracked_as_a_row() => Each([EditKind.DeleteRow], (kinds, _) => Assert.Contains(RevisionKind.TableRowDeletion, kinds));

    [Fact]
    public void Notes_pictures_fields_and_columns_are_exact_both_ways() =>
        RevisedGen.One(EditKind.InsertNote, EditKind.DeleteNote, EditKind.ChangeNoteWord, EditKind.SwapPicture, EditKind.ChangeFieldResult,
            EditKind.InsertColumn, EditKind.DeleteColumn, EditKind.DeleteInline, EditKind.UnwrapControl, EditKind.AcceptEarlier)
            .Sample(pair => Assert.Empty(pair.Measure().Problems()), iter: 3 * Cases);

    private static void Each(EditKind[] kinds, Action<List<RevisionKind>, int> assert) =>
        RevisedGen.One(kinds).Where(Differs).Sample(pair =>
        {
            var report = pair.Measure();

            Assert.Empty(report.Problems());
            assert(New(pair), report.Words.Touched);
        }, iter: Cases);

    private static List<RevisionKind> New(DocumentPair pair) =>
        [.. Revisions.List(pair.Output()).Where(change => change.Author == RedlinePairs.Author.Name).Select(change => change.Kind)];

    private static bool Differs(DocumentPair pair) => !pair.Original.AsSpan().SequenceEqual(pair.Revised);
}
