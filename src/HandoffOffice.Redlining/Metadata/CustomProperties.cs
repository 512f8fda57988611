using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The properties that people and other software have given a document (ECMA-376 Part 1 section 15.2.12.2).</summary>
public static class CustomProperties
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    internal const string Relationship = "custom-properties";
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    // FMTID_UserDefinedProperties of [MS-OLEPS], the set of those that are not Office's own; ids 0 and 1 mean something else in it.
    private const string UserDefined = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const int FirstId = 2;

    /// <summary>Each property with its value as text, in the order of the file.</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(ReadOnlyMemory<byte> document) =>
        Of(WordPackage.Open(document).OfType(ContentType)?.Xml.Root);

    /// <summary>The properties under the root of their part.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Of(XElement? root) =>
        [.. root?.Elements(Properties + "property").Select(property => KeyValuePair.Create((string?)property.Attribute("name") ?? "", property.Value)) ?? []];

    /// <summary>A document that has no custom properties with these. The same properties in the same document give the same file.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="properties">Each with its value as text.</param>
    /// <exception cref="ArgumentException">The document has custom properties.</exception>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    /// <exception cref="EditNotLandedException">What was read back is not what was written.</exception>
    public static byte[] Add(ReadOnlyMemory<byte> document, IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        WordPackage package = WordPackage.Open(document);
        if (package.OfType(ContentType) is not null)
        {
            throw new ArgumentException("The document has custom properties.", nameof(document));
        }

        package.AddToPackage("docProps/custom.xml", ContentType, Relationship, new XElement(Properties + "Properties",
            new XAttribute(XNamespace.Xmlns + "vt", Types.NamespaceName),
            properties.Select((property, index) => new XElement(Properties + "property",
                new XAttribute("fmtid", UserDefined), new XAttribute("pid", FirstId + index), new XAttribute("name", property.Key),
                new XElement(Types + "lpwstr", property.Value)))));
        byte[] written = package.ToBytes();
        return Read(written).SequenceEqual(properties) ? written : throw new EditNotLandedException("What was read back are not the properties that were written.");
    }
}
