using System.Text.Json.Serialization;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Domain.Parallel;

/// <summary>What the author of a handoff writes while the AI writes its own sections, or before (C10, C21).</summary>
/// <param name="Text">Every section of the contract in its order; those of the AI are empty.</param>
/// <param name="Active">How long the author had the text in view, in focus and not idle; more than 0 only where the pane told.</param>
/// <param name="StartedAt">When the first word was kept.</param>
/// <param name="SavedAt">When the last was.</param>
/// <param name="HandedInAt">When the author said that it is done; null while it is not.</param>
public sealed record OwnWriting(ExistingText Text, TimeSpan Active, DateTimeOffset StartedAt, DateTimeOffset SavedAt, DateTimeOffset? HandedInAt)
{
    /// <summary>Whether it is done.</summary>
    [JsonIgnore]
    public bool IsHandedIn => HandedInAt is not null;

    /// <summary>Its words.</summary>
    public int Words() => Sentences().Sum(TextMeasure.CountWords);

    /// <summary>Its sentences in order.</summary>
    public IReadOnlyList<string> Sentences() => [.. Text.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph)];
}

/// <summary>What an author keeps of their own sections, in one go.</summary>
/// <param name="Text">Every section of the contract in its order; those of the AI are empty.</param>
/// <param name="Active">How much longer they had it in view, in focus and not idle, since they kept it before; 0 or more.</param>
/// <param name="HandsIn">Whether it is done with that.</param>
public sealed record OwnText(ExistingText Text, TimeSpan Active, bool HandsIn)
{
    /// <summary>The text of each section, split into sentences.</summary>
    /// <param name="contract">The sections' order and owners.</param>
    /// <param name="texts">By section that a person writes, paragraphs on lines of their own; a section that is not there is empty.</param>
    public static ExistingText Of(Design.OutputContract contract, IReadOnlyDictionary<string, string> texts) => ExistingText.Of(contract.Sections.Select(section =>
        (section.Key, (IReadOnlyList<string>)[.. contract.IsOwn(section.Key) ? (texts.GetValueOrDefault(section.Key) ?? "").ReplaceLineEndings("\n").Split('\n') : []])));
}

/// <summary>The author says that their sections are done, and one is empty.</summary>
/// <param name="Sections">Keys of those that are.</param>
public sealed record OwnSectionsEmpty(IReadOnlyList<string> Sections) : HandoffError(
    "own-sections-empty", $"{(Sections.Count == 1 ? "This section is yours and has" : "These sections are yours and have")} no text yet: {string.Join(", ", Sections)}.");

/// <summary>A person's text for a section that is not theirs, or that there is not.</summary>
/// <param name="Section">The section's key.</param>
public sealed record SectionNotYours(string Section) : HandoffError(
    "section-not-yours", $"The section '{Section}' is not yours to write. What the AI writes you review; leave it empty until then.");

/// <summary>The author's sections are in the text under review already.</summary>
public sealed record OwnSectionsMerged() : HandoffError(
    "own-sections-merged", "Your sections are in the text already. What has to change in them is put in other words in the review.");

/// <summary>The author's sections are in a document of theirs: there they are written.</summary>
public sealed record WrittenInDocument() : HandoffError(
    "written-in-document", "Your sections are in the document that you gave. Write there, and give it again.");
