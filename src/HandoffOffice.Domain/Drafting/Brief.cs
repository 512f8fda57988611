using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Parallel;

namespace HandoffOffice.Domain.Drafting;

/// <summary>Everything that a model is given for one draft.</summary>
/// <param name="Workflow">The version that the run follows, as far as the AI writes it (see <see cref="DraftedPart"/>).</param>
/// <param name="Record">The frozen input record.</param>
/// <param name="Revision">What a reviewer asks for, from the second draft on.</param>
/// <param name="Existing">The text of the author's own document that the draft revises; null where it is written anew.</param>
/// <param name="Beside">The sections that a person writes; empty where the AI writes all.</param>
/// <param name="Label">The sensitivity label of what it is made from: not told to the model, but whether it may be asked at all.</param>
public sealed record Brief(
    Workflow Workflow, InputRecord Record, RevisionRequest? Revision = null, ExistingText? Existing = null, IReadOnlyList<SectionBeside>? Beside = null,
    Guid? Label = null)
{
    /// <summary>The brief for the next draft of a handoff.</summary>
    /// <param name="handoff">The handoff.</param>
    /// <param name="workflow">The version that it follows.</param>
    public static Brief Of(Handoff handoff, Workflow workflow) => new(
        DraftedPart.Of(workflow), handoff.Record, handoff.RevisionRequest, handoff.Terms.OwnSections is null ? handoff.Existing : null,
        SectionBeside.Of(workflow.Output, handoff.Own?.Text), handoff.Label);

    /// <summary>The brief for a draft of an example.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="example">One of its examples.</param>
    public static Brief Of(Workflow workflow, ExampleRecord example) => new(
        DraftedPart.Of(workflow), InputRecord.Freeze(example.Record),
        Beside: SectionBeside.Of(workflow.Output, example.Own is { } own ? OwnText.Of(workflow.Output, own) : null));
}

/// <summary>A section that a person writes while the AI writes its own.</summary>
/// <param name="Section">The contract's section.</param>
/// <param name="Paragraphs">What it says so far, by paragraph and sentence; empty for nothing yet.</param>
public sealed record SectionBeside(ContractSection Section, IReadOnlyList<IReadOnlyList<string>> Paragraphs)
{
    /// <summary>Those of a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="own">What the person has written; null for nothing yet.</param>
    public static IReadOnlyList<SectionBeside> Of(OutputContract contract, ExistingText? own) =>
    [
        .. contract.Sections.Where(section => section.Owner == SectionOwner.Person)
            .Select(section => new SectionBeside(section, own?.Sections.FirstOrDefault(text => text.Key == section.Key)?.Paragraphs ?? [])),
    ];
}
