using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Makes documents to draft into: A4, with styles, header and footer of their own, and one content control for each section.</summary>
public static class DocumentTemplate
{
    /// <summary>Makes the document. The same content gives the same bytes.</summary>
    /// <param name="content">What it is to hold.</param>
    /// <exception cref="ArgumentException">A tag is blank, longer than 64 characters or used twice, or the language is no BCP 47 tag.</exception>
    public static byte[] Create(TemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        RefuseBadTags(content.Sections);
        return OwnDocument.Create(content.Title, content.FooterText, content.Language, TemplateStyles.Styles,
        [
            OwnDocument.Styled("Title", OwnDocument.Run(content.Title)),
            .. string.IsNullOrWhiteSpace(content.Subtitle) ? Array.Empty<XElement>() : [OwnDocument.Styled("Subtitle", OwnDocument.Run(content.Subtitle))],
            .. content.Sections.SelectMany((section, number) => section.Heading is null
                ? new[] { Control(section, number + 1) }
                : [OwnDocument.Styled("Heading1", OwnDocument.Run(section.Heading)), Control(section, number + 1)]),
        ]);
    }

    private static XElement Control(TemplateSection section, int id) =>
        new(W.Sdt,
            new XElement(W.SdtPr,
                section.Heading is null ? null : OwnDocument.Valued("alias", Shortened(section.Heading)),
                OwnDocument.Valued("tag", section.Tag),
                OwnDocument.Valued("id", id),
                new XElement(W.ShowingPlaceholder)),
            new XElement(W.SdtContent, new XElement(W.P,
                new XElement(W.R, new XElement(W.RPr, OwnDocument.Valued("rStyle", "PlaceholderText")), RunText.Text($"[{section.Heading ?? section.Tag}]")))));

    // Word cuts a control's title and tag at 64 characters.
    private static string Shortened(string heading) => RunText.OneLine(heading.Length <= 64 ? heading : heading[..64]);

    private static void RefuseBadTags(IReadOnlyList<TemplateSection> sections)
    {
        var tags = new HashSet<string>();
        if (sections.FirstOrDefault(section => string.IsNullOrWhiteSpace(section.Tag) || section.Tag.Length > 64 || !tags.Add(section.Tag)) is { } bad)
        {
            throw new ArgumentException($"The tag '{bad.Tag}' is blank, longer than 64 characters or used twice.", nameof(sections));
        }
    }
}
