using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>What the validator says of documents that are not whole.</summary>
public sealed class ValidationTests
{
    private const string Picture = "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"x0\"/></v:shape></w:pict></w:r>";

    [Fact]
    public void A_relationship_to_a_part_that_is_not_there_is_an_issue()
    {
        var file = WithBody(P(R("One.") + Picture)).Relationship("image", "media/image1.png", external: false).Build();

        var issue = Assert.Single(DocumentValidation.Validate(file));

        Assert.Equal(("/word/document.xml", DocumentValidation.MissingPart), (issue.Part, issue.Code));
        Assert.Contains("/word/media/image1.png", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_no_relationship_has_is_an_issue() =>
        Assert.NotEmpty(DocumentValidation.Validate(Bytes(P(R("One.") + Picture))));
}
