namespace HandoffOffice.Redlining;

/// <summary>Where a document has text beside its body.</summary>
internal static class Stories
{
    /// <summary>The parts with headers, footers, notes and comments.</summary>
    public static IEnumerable<string> Of(Side side) =>
        side.Relationships(side.Main).Values.Where(r => !r.External && r.Kind is "header" or "footer" or "footnotes" or "endnotes" or "comments")
            .Select(r => r.Target).Where(side.Package.Has).Distinct();
}
