namespace HandoffOffice.Redlining;

/// <summary>A section of a document (17.6.17): its properties stand in its last paragraph, those of the last section at the end of the body.</summary>
/// <param name="Properties">The <c>w:sectPr</c>.</param>
/// <param name="Mark">The run properties of the paragraph mark that ends it; null for the last section and for a mark without any.</param>
internal sealed record Section(XmlElement Properties, XmlElement? Mark)
{
    /// <summary>Whether the section's end is deleted: accepted, what is before it belongs to the next section.</summary>
    public bool IsDeleted => (Mark?.Child(W.Del) ?? Mark?.Child(W.MoveFrom)) is not null;

    /// <summary>The id of the change that inserted the section's end; null when none did.</summary>
    public string? InsertedBy => (Mark?.Child(W.Ins) ?? Mark?.Child(W.MoveTo))?.Attribute(W.Id);

    /// <summary>The sections of a main document part, history and second writings of text boxes aside.</summary>
    public static List<Section> Of(XmlElement root)
    {
        var sections = new List<Section>();
        foreach (var properties in root.Descendants(W.SectPr))
        {
            if (properties.Parent is { } holder && (holder.Name == W.PPr || holder.Name == W.Body))
            {
                sections.Add(new Section(properties, holder.Name == W.PPr ? holder.Child(W.RPr) : null));
            }
        }

        return sections;
    }

    /// <summary>The part that the section itself names for a place; null when it takes what the section before it has (17.10.1).</summary>
    public string? Own(Side side, HeaderPlace place)
    {
        foreach (var child in Properties.Children)
        {
            if (HeaderPlace.Of(child) is var (own, id) && own == place && side.Relationships(side.Main).TryGetValue(id, out var relationship)
                && side.Package.Has(relationship.Target))
            {
                return relationship.Target;
            }
        }

        return null;
    }
}
