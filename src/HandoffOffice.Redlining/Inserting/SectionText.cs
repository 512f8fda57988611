namespace HandoffOffice.Redlining;

/// <summary>Text for one section of a document.</summary>
/// <param name="Tag">The tag of the content control it goes into (<c>w:tag</c>, ECMA-376 Part 1, 17.5.2.42).</param>
/// <param name="Heading">Written only where the document has no such control and the section is appended.</param>
/// <param name="Paragraphs">In order. A section without any sentence is left out.</param>
public sealed record SectionText(string Tag, string? Heading, IReadOnlyList<ParagraphText> Paragraphs);

/// <summary>One paragraph.</summary>
/// <param name="Sentences">In order; a space is put between two.</param>
public sealed record ParagraphText(IReadOnlyList<SentenceText> Sentences);

/// <summary>One sentence: what a reviewer decides on.</summary>
/// <param name="Key">The caller's name for it, given back with the id of its revision; used once.</param>
/// <param name="Text">One line, not blank. White space at the ends is dropped; a character that XML cannot carry becomes U+FFFD.</param>
public sealed record SentenceText(string Key, string Text);

/// <summary>A document with a draft in it.</summary>
/// <param name="File">The .docx.</param>
/// <param name="Sentences">Each sentence's revision, in the order given.</param>
public sealed record DraftedDocument(byte[] File, IReadOnlyList<InsertedSentence> Sentences);

/// <summary>Which revision a sentence became.</summary>
/// <param name="Key">As in <see cref="SentenceText.Key"/>.</param>
/// <param name="RevisionId">As in <see cref="Revision.Id"/>.</param>
public sealed record InsertedSentence(string Key, string RevisionId);

/// <summary>What a document says in the content control of a section.</summary>
/// <param name="Tag">The control's tag.</param>
/// <param name="Paragraphs">Its paragraphs with text, headings and placeholders left out.</param>
/// <param name="CanBeEdited">Whether sentences can be written there: not into a table, a list to choose from, or what is bound to data.</param>
public sealed record ExistingSectionText(string Tag, IReadOnlyList<string> Paragraphs, bool CanBeEdited);
