namespace HandoffOffice.Redlining;

/// <summary>Where a document has text beside its body.</summary>
internal static class Stories
{
    /// <summary>The parts with headers, footers, notes and comments.</summary>
    public static IEnumerable<string> Of(Side side) =>
        side.Relationships(side.Main).Values.Where(r => !r.External && r.Kind is "header" or "footer" or "footnotes" or "endnotes" or "comments")
            .Select(r => r.Target).Where(side.Package.Has).Distinct();

    /// <summary>Headers and footers by section (from 0), kind and pages, in document order.</summary>
    public static Dictionary<(int Section, string Kind, string Pages), string> Headers(Side side)
    {
        var headers = new Dictionary<(int, string, string), string>();
        var section = 0;
        var id = W.Relations + "id";
        foreach (var properties in side.Map(side.Main).Root.Descendants(W.SectPr))
        {
            foreach (var child in properties.Children)
            {
                if (child.Name.LocalName is "headerReference" or "footerReference" && child.Attribute(id) is { } relation
                    && side.Relationships(side.Main).TryGetValue(relation, out var relationship) && side.Package.Has(relationship.Target))
                {
                    headers.TryAdd((section, child.Name.LocalName, child.Attribute(W.Ns + "type") ?? "default"), relationship.Target);
                }
            }

            section++;
        }

        return headers;
    }
}
