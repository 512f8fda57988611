using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Drafting;

/// <summary>What the author's own document says in the sections of the draft before anything is drafted: the text that a draft revises.</summary>
/// <param name="Sections">Every section of the contract in its order, those without text too.</param>
public sealed record ExistingText(IReadOnlyList<ExistingSection> Sections)
{
    /// <summary>The longest text that a draft revises, in UTF-16 units: more than any contract asks for, and what a model is still given whole.</summary>
    public const int MaxLength = 60_000;

    /// <summary>Splits what a document says into sentences. Paragraphs of white space are left out.</summary>
    /// <param name="sections">The contract's sections in order, each with the paragraphs of the document.</param>
    public static ExistingText Of(IEnumerable<(string Key, IReadOnlyList<string> Paragraphs)> sections) => new(
    [
        .. sections.Select(section => new ExistingSection(
            section.Key, [.. section.Paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)).Select(Split)])),
    ]);

    /// <summary>Whether there is nothing to revise.</summary>
    public bool IsEmpty() => Sections.All(section => section.Paragraphs.Count == 0);

    /// <summary>All its characters together, in UTF-16 units.</summary>
    public int Length() => Sections.Sum(section => section.Paragraphs.Sum(paragraph => paragraph.Sum(sentence => sentence.Length)));

    /// <summary>SHA-256 over its canonical JSON: what the ledger names it by.</summary>
    public Sha256Digest Digest() => Sha256Digest.Of(CanonicalJson.Write(System.Text.Json.JsonSerializer.SerializeToElement(this, WorkflowFile.Options)));

    // A sentence keeps its characters as the document has them, so that it is found there again.
    private static IReadOnlyList<string> Split(string paragraph) =>
        [.. Sentences.Of(paragraph).Select(sentence => sentence.Text.Trim()).Where(sentence => sentence.Length > 0)];
}

/// <summary>One section of an existing text.</summary>
/// <param name="Key">Key of the contract's section.</param>
/// <param name="Paragraphs">Its paragraphs in order, each as its sentences (at least one).</param>
public sealed record ExistingSection(string Key, IReadOnlyList<IReadOnlyList<string>> Paragraphs);
