namespace HandoffOffice.Redlining;

/// <summary>What becomes of the text that a document has in the content control of a section.</summary>
/// <param name="Tag">The tag of the control (<c>w:tag</c>, ECMA-376 Part 1, 17.5.2.42).</param>
/// <param name="Paragraphs">In order: those that <see cref="SectionDrafting.Existing"/> gives, all of them, and new ones between them.</param>
public sealed record RevisedSection(string Tag, IReadOnlyList<RevisedParagraph> Paragraphs);

/// <summary>One paragraph of both texts, or of one of them.</summary>
/// <param name="Sentences">In order. Where none was there, the paragraph is new; where none stays, it goes with its mark.</param>
public sealed record RevisedParagraph(IReadOnlyList<RevisedSentence> Sentences);

/// <summary>One sentence: kept where both texts are the same, else what a reviewer decides on.</summary>
/// <param name="Key">The caller's name for it; used once.</param>
/// <param name="Original">As the document has it; null where it is new.</param>
/// <param name="Text">One line, what is to stand there; null where it goes.</param>
public sealed record RevisedSentence(string Key, string? Original, string? Text);

/// <summary>A document with revised sections.</summary>
/// <param name="File">The .docx.</param>
/// <param name="Revisions">By the key of each sentence that is not kept its tracked changes, as in <see cref="Revision.Id"/>. The mark of a paragraph that goes belongs to all of its sentences: it goes when they all do.</param>
public sealed record RevisedDocument(byte[] File, IReadOnlyDictionary<string, IReadOnlyList<string>> Revisions);

/// <summary>A sentence could not be changed where it stands. Nothing was given out.</summary>
public sealed class SectionEditRefusedException : Exception
{
    /// <summary>Says what was refused, and where.</summary>
    /// <param name="code">Stable, one of <see cref="DocumentEditRefusals"/>.</param>
    /// <param name="tag">The section.</param>
    /// <param name="paragraph">Zero-based number of the paragraph among those of the section that have text.</param>
    /// <param name="reason">Why, in a sentence for people.</param>
    public SectionEditRefusedException(string code, string tag, int paragraph, string reason)
        : base($"In paragraph {paragraph + 1} of the section '{tag}': {reason}")
    {
        (Code, Tag, Paragraph) = (code, tag, paragraph);
    }

    /// <summary>Stable code, one of <see cref="DocumentEditRefusals"/>.</summary>
    public string Code { get; }

    /// <summary>The section.</summary>
    public string Tag { get; }

    /// <summary>Zero-based number of the paragraph among those of the section that have text.</summary>
    public int Paragraph { get; }
}
