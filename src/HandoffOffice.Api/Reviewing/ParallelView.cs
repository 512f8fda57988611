using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Parallel;

namespace HandoffOffice.Api.Reviewing;

/// <summary>A text that a person and the AI write at once (C10): whose each section is, and how far both are.</summary>
/// <param name="Sections">The sections in order.</param>
/// <param name="HandedInAt">When the author said that theirs are done; null while they are not.</param>
/// <param name="SavedAt">When the author last kept something; null before the first word.</param>
/// <param name="IsWaiting">Whether the AI's sections are there and wait for the author's.</param>
/// <param name="IsInDocument">Whether the author's sections came with a document of theirs: then they are written there.</param>
/// <param name="Style">How the author writes, in figures: what the AI goes by (C21). Null while there is too little to tell.</param>
public sealed record ParallelView(
    IReadOnlyList<SectionView> Sections, DateTimeOffset? HandedInAt, DateTimeOffset? SavedAt, bool IsWaiting, bool IsInDocument, IReadOnlyList<string>? Style)
{
    internal static ParallelView? Of(Handoff handoff, Workflow workflow) => workflow.Pattern != Pattern.Parallel ? null : new ParallelView(
        [.. workflow.Output.Sections.Select(section => SectionView.Of(section, handoff))],
        handoff.Own?.HandedInAt, handoff.Own?.SavedAt, handoff.WaitsForOwn, handoff.Drafts.Count == 0 && handoff.Existing is not null,
        handoff.Own is { } own ? StyleReference.Of(own.Sentences(), workflow.Output.Language)?.Said : null);
}

/// <summary>A section and whose it is.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Heading">The heading above it; null for none.</param>
/// <param name="Purpose">What it is to tell.</param>
/// <param name="Owner">Who writes it.</param>
/// <param name="Text">What its author has written, paragraphs on lines of their own; null for a section of the AI.</param>
public sealed record SectionView(string Key, string? Heading, string Purpose, SectionOwner Owner, string? Text)
{
    internal static SectionView Of(ContractSection section, Handoff handoff) => new(
        section.Key, section.Heading, section.Purpose, section.Owner ?? SectionOwner.Ai,
        section.Owner != SectionOwner.Person ? null
            : string.Join('\n', (handoff.Own?.Text.Sections.FirstOrDefault(text => text.Key == section.Key)?.Paragraphs ?? []).Select(paragraph => string.Join(' ', paragraph))));
}
