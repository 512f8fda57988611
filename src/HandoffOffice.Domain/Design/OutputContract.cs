using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Design;

/// <summary>A range of counts, both ends included.</summary>
/// <param name="Min">At least this many; 0 or more.</param>
/// <param name="Max">At most this many; not below <paramref name="Min"/>.</param>
public sealed record CountRange(int Min, int Max)
{
    /// <summary>Whether a count lies in the range.</summary>
    public bool Contains(int count) => count >= Min && count <= Max;
}

/// <summary>What exactly the draft has to be (C02).</summary>
public sealed record OutputContract
{
    /// <summary>A document or a mail.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>BCP 47 tag of the text's language.</summary>
    public required string Language { get; init; }

    /// <summary>How many paragraphs.</summary>
    public required CountRange Paragraphs { get; init; }

    /// <summary>How many words.</summary>
    public required CountRange Words { get; init; }

    /// <summary>The tone in words, such as "friendly" and "professional".</summary>
    public required IReadOnlyList<string> Tone { get; init; }

    /// <summary>The grammatical person.</summary>
    public required GrammaticalPerson Person { get; init; }

    /// <summary>The sections in order. At least one.</summary>
    public required IReadOnlyList<ContractSection> Sections { get; init; }

    /// <summary>Fields of the record that the text must mention.</summary>
    public IReadOnlyList<JsonPointer> MustMention { get; init; } = [];

    /// <summary>Phrases that the text must not have; compared without regard to case.</summary>
    public IReadOnlyList<string> ForbiddenPhrases { get; init; } = [];

    /// <summary>The house rules of writing that are checked (C20); null for none.</summary>
    /// <remarks>Left out of the file where there is none: the digest of a workflow that was designed before there were style guides stays what it was.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StyleGuide? Style { get; init; }

    /// <summary>What names the document or the mail: a text with fields in braces, such as <c>"Status of {project}"</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The <see cref="FieldKind.Person"/> field of the record that a mail goes to. Required for a mail.</summary>
    public JsonPointer? Recipients { get; init; }

    /// <summary>Whether a person writes this section (C19); false for a section that the contract does not have.</summary>
    /// <param name="section">The section's key.</param>
    public bool IsOwn(string section) => Sections.Any(one => one.Key == section && one.Owner == SectionOwner.Person);
}

/// <summary>One section of the text.</summary>
public sealed record ContractSection
{
    /// <summary>Lower-case name, unique in the contract; the tag of its content control in the document.</summary>
    public required string Key { get; init; }

    /// <summary>The heading above it; null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>Who writes it, in a workflow of <see cref="Pattern.Parallel"/> (C19); null in any other: there the AI writes all.</summary>
    public SectionOwner? Owner { get; init; }

    /// <summary>What it is to tell, in one sentence.</summary>
    public required string Purpose { get; init; }

    /// <summary>The fields of the record that it speaks of, in order.</summary>
    public required IReadOnlyList<JsonPointer> Fields { get; init; }

    /// <summary>An opening sentence with fields in braces, for the offline drafter and as guidance to a model.</summary>
    public string? Lead { get; init; }

    /// <summary>A closing sentence with fields in braces, left out first where the text would grow too long.</summary>
    public string? Close { get; init; }
}
