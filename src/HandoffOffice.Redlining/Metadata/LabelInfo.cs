using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// The sensitivity labels that newer versions of Office keep in a part of the package ([MS-OI29500] 3.4.1.5, root and elements by [MS-OFFCRYPTO] 2.6.4.3 and
/// 2.6.4.4), in the place of custom properties.
/// </summary>
public static class LabelInfo
{
    internal const string Relationship = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels";
    private static readonly XNamespace Labels = "http://schemas.microsoft.com/office/2020/mipLabelMetadata";

    /// <summary>Each label that the part tells of, in its order, with whether the document has it; empty without such a part.</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<KeyValuePair<Guid, bool>> Read(ReadOnlyMemory<byte> document) =>
        Of(WordPackage.Open(document).OfPackage(Relationship)?.Xml.Root);

    /// <summary>The labels under the root of their part.</summary>
    internal static IReadOnlyList<KeyValuePair<Guid, bool>> Of(XElement? root) =>
    [
        .. root?.Elements(Labels + "label")
            .Select(label => (IsId: Guid.TryParse((string?)label.Attribute("id"), out Guid id), Id: id, label))
            .Where(label => label.IsId)
            .Select(label => KeyValuePair.Create(label.Id, Is(label.label, "enabled") && !Is(label.label, "removed"))) ?? [],
    ];

    // xsd:boolean.
    private static bool Is(XElement label, string attribute) => (string?)label.Attribute(attribute) is "1" or "true";
}
