using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Reviewing;

/// <summary>Compares what a finished document says with the text that was reviewed.</summary>
internal static class FinishedText
{
    /// <summary>How the document differs from the text as it stands; null where it says exactly that.</summary>
    public static string? Differs(Handoff handoff, byte[] finished)
    {
        ILookup<string, string> reviewed = Paragraphs(handoff.CurrentText());
        IReadOnlyList<string> lines = [.. DocumentText.ReadBody(finished, RevisionView.Accepted).Split('\n').Select(Canonical)];
        var missing = reviewed.SelectMany(section => section).Count(paragraph => !lines.Contains(paragraph));
        if (handoff.Existing is null)
        {
            return missing == 0 ? null : $"lacks {missing} reviewed paragraphs";
        }

        // A section that has a control of its own says what was reviewed and nothing else; one that was appended has its paragraphs somewhere.
        IReadOnlyList<ExistingSectionText> sections = SectionDrafting.Existing(finished, [.. handoff.Existing.Sections.Select(section => section.Key)]);
        string? other = sections.FirstOrDefault(section => !section.Paragraphs.Select(Canonical).SequenceEqual(reviewed[section.Tag]))?.Tag;
        var appended = reviewed.Where(section => sections.All(found => found.Tag != section.Key)).SelectMany(section => section);
        return other is not null ? $"says something else in its section '{other}'"
            : appended.Count(paragraph => !lines.Contains(paragraph)) is > 0 and int lost ? $"lacks {lost} reviewed paragraphs"
            : null;
    }

    // A paragraph of the text that runs through two sections stands in two paragraphs of the document.
    private static ILookup<string, string> Paragraphs(IReadOnlyList<TextPiece> text) => text
        .GroupBy(piece => (piece.Section, piece.Paragraph))
        .ToLookup(paragraph => paragraph.Key.Section, paragraph => Canonical(string.Join(' ', paragraph.Select(piece => piece.Whole))));

    private static string Canonical(string paragraph) => CanonicalContent.Of([paragraph]);
}
