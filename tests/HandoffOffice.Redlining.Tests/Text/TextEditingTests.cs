namespace HandoffOffice.Redlining.Tests.Text;

/// <summary>Edits of plain text: what is clear goes in, what is not is refused by name.</summary>
public sealed class TextEditingTests
{
    private const string Letter = "Dear Ann,\n\nThe party costs 5 EUR. The party’s over.\nBest";

    [Fact]
    public void Edits_become_changes_with_their_reasons()
    {
        var edited = TextEditing.Apply(Letter, [Words("5 EUR", "7 EUR", "the record says 7"), Words("Dear", "Hello")]);

        Assert.Empty(edited.Refused);
        Assert.Equal("Hello Ann,\n\nThe party costs 7 EUR. The party’s over.\nBest", edited.Text.Revised);
        Assert.Equal([("Dear", "Hello", null), ("5", "7", "the record says 7")], edited.Text.Changes.Select(change => (change.Deleted, change.Inserted, change.Reason)));
        Assert.Equal(Letter, edited.Text.Reject(edited.Text.Changes.Select(change => change.Id)).Revised);
    }

    [Theory]
    [InlineData("", TextEditRefusals.NothingToFind)]
    [InlineData("art", TextEditRefusals.NotFound)]
    [InlineData("The", TextEditRefusals.Ambiguous)]
    public void Words_that_are_not_there_or_not_alone_are_refused_and_the_rest_goes_in(string find, string code)
    {
        var edited = TextEditing.Apply(Letter, [Words(find, "x"), Words("Best", "Yours")]);

        Assert.Equal((0, code), edited.Refused.Select(refused => (refused.Index, refused.Code)).Single());
        Assert.EndsWith("Yours", edited.Text.Revised, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_too_long_to_look_for_are_refused_and_a_long_search_ends()
    {
        var text = string.Concat(Enumerable.Repeat("aa ", 500_000));

        Assert.Equal(TextEditRefusals.TooLong, Assert.Single(TextEditing.Apply(text, [Words(text, "x")]).Refused).Code);
        Assert.Equal(TextEditRefusals.NotFound, Assert.Single(TextEditing.Apply(text, [Words(text[..9_999] + "a", "x")]).Refused).Code);
    }

    [Fact]
    public void An_occurrence_or_a_paragraph_says_which_words_are_meant()
    {
        var edited = TextEditing.Apply("one two\none two", [Words("one", "1", occurrence: 2), Words("two", "2", paragraph: 0), Words("one", "x", occurrence: 3)]);

        Assert.Equal("one 2\n1 two", edited.Text.Revised);
        Assert.Equal(TextEditRefusals.NoSuchOccurrence, Assert.Single(edited.Refused).Code);
    }

    [Fact]
    public void Quotation_marks_and_spaces_may_be_of_another_form() =>
        Assert.Equal("It is 7 EUR", TextEditing.Apply("It’s 5\u00A0EUR", [Words("It's 5 EUR", "It is 7 EUR")]).Text.Revised);

    [Fact]
    public void Paragraphs_are_replaced_and_added()
    {
        var edited = TextEditing.Apply("a\r\nb\r\n",
            [new(new TextAnchor.Paragraph(1), "B"), new(new TextAnchor.BehindParagraph(0), "new"), new(new TextAnchor.BehindParagraph(-1), "first"), new(new TextAnchor.Paragraph(9), "x")]);

        Assert.Equal("first\r\na\r\nnew\r\nB\r\n", edited.Text.Revised);
        Assert.Equal(TextEditRefusals.NoSuchParagraph, Assert.Single(edited.Refused).Code);
    }

    [Fact]
    public void Of_two_edits_of_the_same_words_the_first_goes_in()
    {
        var edited = TextEditing.Apply("a b c d", [Words("b c", "x"), Words("c d", "y"), Words("a", "z")]);

        Assert.Equal("z x d", edited.Text.Revised);
        Assert.Equal((1, TextEditRefusals.Overlapping), edited.Refused.Select(refused => (refused.Index, refused.Code)).Single());
    }

    private static TextEdit Words(string find, string replacement, string? reason = null, int? occurrence = null, int? paragraph = null) =>
        new(new TextAnchor.Words(find, occurrence, paragraph), replacement, reason);
}
