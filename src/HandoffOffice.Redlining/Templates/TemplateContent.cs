namespace HandoffOffice.Redlining;

/// <summary>What a new document of ours is to hold.</summary>
/// <param name="Title">Shown on top of the first page and in the header; also the document's title property.</param>
/// <param name="Subtitle">Beneath the title; null for none.</param>
/// <param name="Language">BCP 47 tag (<c>en-GB</c>): the language of proofing, and of "Page X of Y" where it is known.</param>
/// <param name="Sections">In order, tags used once.</param>
/// <param name="FooterText">On the left of each page's foot.</param>
public sealed record TemplateContent(string Title, string? Subtitle, string Language, IReadOnlyList<TemplateSection> Sections, string FooterText);

/// <summary>A section: a heading, and beneath it a content control for its text.</summary>
/// <param name="Tag">The control's tag, up to 64 characters (Word's limit).</param>
/// <param name="Heading">Shown above the control; null for a control without heading.</param>
public sealed record TemplateSection(string Tag, string? Heading);
