using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The properties that people and other software have given a document (ECMA-376 Part 1 section 15.2.12.2).</summary>
public static class CustomProperties
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";

    /// <summary>Each property with its value as text, in the order of the file.</summary>
    /// <param name="document">A .docx.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(ReadOnlyMemory<byte> document) =>
    [
        .. WordPackage.Open(document).OfType(ContentType)?.Xml.Root?.Elements(Properties + "property")
            .Select(property => KeyValuePair.Create((string?)property.Attribute("name") ?? "", property.Value)) ?? [],
    ];
}
