namespace HandoffOffice.Domain.Releasing;

/// <summary>A sensitivity label of the organisation.</summary>
/// <param name="Id">Its id in Microsoft Purview.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ModelsMaySee">Whether a language model may be given what has it.</param>
public sealed record OrganisationLabel(Guid Id, string Name, bool ModelsMaySee);

/// <summary>What an organisation says of its sensitivity labels (C100): which is higher, and what a model may see.</summary>
/// <param name="labels">From the lowest to the highest; empty where nothing is said. Then labels are carried and compared, and nothing is kept from a model.</param>
public sealed class LabelPolicy(IReadOnlyList<OrganisationLabel> labels)
{
    /// <summary>Nothing is said.</summary>
    public static LabelPolicy None { get; } = new([]);

    /// <summary>The labels, from the lowest to the highest.</summary>
    public IReadOnlyList<OrganisationLabel> Labels => labels;

    /// <summary>Whether a model may be given what has this label. Where something is said of labels, one that nothing is said of is kept from models.</summary>
    /// <param name="label">The label; null for none, which keeps nothing from a model.</param>
    public bool ModelsMaySee(Guid? label) => label is null || labels.Count == 0 || labels.Any(known => known.Id == label && known.ModelsMaySee);

    /// <summary>The label that a text inherits from its sources.</summary>
    /// <param name="sources">Their labels; null for a source without one, which is below all others.</param>
    /// <returns>The highest, or why that can't be told: nothing says which of two is higher, and a guess could be the lower one.</returns>
    public (Guid? Highest, HandoffError? Error) Highest(IEnumerable<Guid?> sources)
    {
        List<Guid> different = [.. sources.OfType<Guid>().Distinct()];
        return different.Count < 2 ? (different.Count == 0 ? null : different[0], null)
            : different.All(label => Rank(label) >= 0) ? (different.MaxBy(Rank), null)
            : (null, new LabelsNotComparable());
    }

    /// <summary>The label that a text inherits when its author hands in a document of their own.</summary>
    /// <param name="given">The highest label of what it started from.</param>
    /// <param name="document">The document's label.</param>
    /// <param name="documentLeaves">Whether the document itself is what leaves, not a mail.</param>
    /// <returns>The highest, or the error. A document that leaves with a lower label than that is not taken: a label is more than its entries (it may encrypt), and only Office gives it whole.</returns>
    public (Guid? Highest, HandoffError? Error) WithDocument(Guid? given, Guid? document, bool documentLeaves) => Highest([given, document]) switch
    {
        (_, { } error) => (null, error),
        var (highest, _) when documentLeaves && highest != document => (null, new DocumentLabelTooLow(labels.FirstOrDefault(label => label.Id == highest)?.Name)),
        var (highest, _) => (highest, null),
    };

    private int Rank(Guid label) => labels.ToList().FindIndex(known => known.Id == label);
}

/// <summary>The sources of a text have different labels, and nothing says which is higher.</summary>
public sealed record LabelsNotComparable() : HandoffError(
    "labels-not-comparable",
    "What this text is made from has different sensitivity labels, and the organisation's settings do not say which is higher. Give all of it one label, or have an administrator add both labels to the settings.");

/// <summary>The author's document has a lower label than what the text is made from.</summary>
/// <param name="Needed">The name of the label that it needs; null where nobody has told it.</param>
public sealed record DocumentLabelTooLow(string? Needed) : HandoffError(
    "document-label-too-low",
    $"This document has a lower sensitivity label than what the text is made from. Give it {(Needed is null ? "that label" : $"the label '{Needed}'")} in Word, then hand it in again.");
