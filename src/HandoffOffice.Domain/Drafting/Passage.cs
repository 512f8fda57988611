using HandoffOffice.Domain.Reviewing;

namespace HandoffOffice.Domain.Drafting;

/// <summary>One sentence of a text under review: of the draft, of the text that it revises, or of both.</summary>
/// <param name="Id">The drafted sentence's id; for a sentence that the draft does without <c>d1</c>, <c>d2</c>, ... in order, for one
/// that the author wrote beside the draft <c>p1</c>, <c>p2</c>, ... Also its change's id.</param>
/// <param name="Kind">What the draft does to the existing text; null where both have the sentence, so that there is nothing to decide.</param>
/// <param name="Section">Key of the contract's section.</param>
/// <param name="Paragraph">Zero-based paragraph of the text with what is deleted and inserted in it; never falls from one passage to the next.</param>
/// <param name="Original">The existing sentence, as the document has it; null for an inserted one.</param>
/// <param name="Drafted">The draft's sentence; null for a deleted one. For a kept one the existing sentence.</param>
public sealed record Passage(string Id, ChangeKind? Kind, string Section, int Paragraph, string? Original, string? Drafted)
{
    /// <summary>What stands here with this decision; null for nothing. Undecided counts as accepted.</summary>
    public string? Standing(Change? change) => change?.Decision switch
    {
        Decision.Rejected => Original,
        Decision.Edited => change.EditedText,
        _ => Drafted,
    };
}
