namespace HandoffOffice.Redlining.Tests;

public class ReviewCopyTests
{
    private const string Notice = "Not approved: for review only";

    private static byte[] Template() => Drafts.Template();

    [Fact]
    public void A_copy_says_on_every_page_that_it_is_not_approved()
    {
        byte[] copy = ReviewCopy.Mark(Template(), Notice);

        Assert.All(DocumentText.Read(copy, RevisionView.Accepted).Where(story => story.Part.Contains("header")), story => Assert.Equal(Notice, story.Paragraphs[0]));
        Assert.Empty(DocumentValidation.Validate(copy));
    }

    [Fact]
    public void A_document_without_a_header_gets_one_for_the_notice()
    {
        byte[] copy = ReviewCopy.Mark(Docx.Bytes(Docx.P("<w:r><w:t>Hello</w:t></w:r>")), Notice);

        Assert.Contains(DocumentText.Read(copy, RevisionView.Accepted), story => story.Part.Contains("header") && story.Paragraphs.Contains(Notice));
        Assert.Empty(DocumentValidation.Validate(copy));
    }

    [Fact]
    public void The_body_of_the_copy_is_the_documents() =>
        Assert.Equal(DocumentText.ReadBody(Template(), RevisionView.Accepted), DocumentText.ReadBody(ReviewCopy.Mark(Template(), Notice), RevisionView.Accepted));
}
