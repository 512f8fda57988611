using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What a workbook says of itself: the labels of its label part (see <see cref="LabelInfo"/>) and its custom properties.</summary>
/// <param name="Labels">Each label that the label part tells of, with whether the workbook has it.</param>
/// <param name="Properties">Each custom property with its value as text.</param>
public sealed record WorkbookMetadata(IReadOnlyList<KeyValuePair<Guid, bool>> Labels, IReadOnlyList<KeyValuePair<string, string>> Properties)
{
    /// <summary>Reads it.</summary>
    /// <param name="file">The bytes of an .xlsx.</param>
    /// <param name="limits">Sizes to refuse beyond; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <exception cref="DocumentRefusedException">With one of <see cref="RefusalCodes"/>.</exception>
    public static WorkbookMetadata Read(ReadOnlyMemory<byte> file, DocumentLimits? limits = null)
    {
        WorkbookRules.Check(file, limits ?? DocumentLimits.Default);
        var parts = ArchiveReader.Read(file, limits ?? DocumentLimits.Default).ToLookup(part => part.Key, part => part.Value, StringComparer.OrdinalIgnoreCase);
        List<XElement> led = [.. Root(PackageRules.RelationshipsOf(""))?.Elements() ?? []];
        return new WorkbookMetadata(
            LabelInfo.Of(Led(LabelInfo.Relationship)), CustomProperties.Of(Led(PackageRules.RelationshipType + CustomProperties.Relationship)));

        XElement? Led(string type) => led.Find(relationship => (string?)relationship.Attribute("Type") == type) is { } relationship
            ? Root(PackageRules.Resolve("", (string?)relationship.Attribute("Target") ?? ""))
            : null;

        // What does not have the name of XML may not have been checked as such.
        XElement? Root(string name) => PackageRules.IsXml(name, null) && parts[name].FirstOrDefault() is { } content ? PartTree.Load(content).Xml.Root : null;
    }
}
