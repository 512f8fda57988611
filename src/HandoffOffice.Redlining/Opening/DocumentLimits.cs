namespace HandoffOffice.Redlining;

/// <summary>How much of a file is read before it is refused. Sizes are bytes as they come out of the archive, counted while inflating.</summary>
/// <param name="MaxFileBytes">The file itself, compressed.</param>
/// <param name="MaxParts">Entries of the archive.</param>
/// <param name="MaxPartBytes">One part, inflated.</param>
/// <param name="MaxTotalBytes">All parts together, inflated.</param>
/// <param name="MaxRatio">Inflated to compressed bytes of one part; looked at from <see cref="RatioFloorBytes"/> on.</param>
/// <param name="MaxXmlDepth">Nesting of elements in one part.</param>
/// <param name="MaxXmlNodes">Elements and attributes of all parts together: a tree costs far more memory than its text.</param>
public sealed record DocumentLimits(
    int MaxFileBytes = 50 * 1024 * 1024,
    int MaxParts = 2_000,
    int MaxPartBytes = 64 * 1024 * 1024,
    long MaxTotalBytes = 192L * 1024 * 1024,
    int MaxRatio = 250,
    int MaxXmlDepth = 200,
    int MaxXmlNodes = 3_000_000)
{
    /// <summary>The limits used when none are given: generous for a document that people wrote, small for a server.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>Parts up to this size (4 MiB) may compress as well as they like: a long empty table does, and does no harm.</summary>
    public const int RatioFloorBytes = 4 * 1024 * 1024;

    /// <summary>Attributes of one element.</summary>
    public const int MaxAttributesOfOneElement = 1_000;

    /// <summary>Tracked changes in one document.</summary>
    public const int MaxRevisions = 50_000;

    /// <summary>Tracked changes of the properties of one run, paragraph, row, cell... The schema allows one of each kind.</summary>
    public const int MaxRevisionsOfOneElement = 64;
}
