using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// XML that software keeps in a document for itself (ECMA-376 Part 1 section 15.2.5), found by its namespace. Word shows none of it and carries it along when
/// it saves. Every other part keeps its bytes; the same XML in the same document gives the same file.
/// </summary>
public static class CustomXml
{
    internal const string Relationship = "customXml";
    private const string PropertiesRelationship = "customXmlProps";
    private const string ContentType = "application/xml";
    private const string PropertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    private static readonly XNamespace Data = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

    /// <summary>The roots of the parts of this namespace, in the order of the main document's relationships.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="xmlNamespace">The namespace of the root element.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static IReadOnlyList<XElement> Find(ReadOnlyMemory<byte> document, string xmlNamespace)
    {
        WordPackage package = WordPackage.Open(document);
        return [.. Parts(package, xmlNamespace).Select(part => part.Xml.Root!)];
    }

    /// <summary>The document with one more part, and its properties part (15.2.6) that names its namespace.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="root">The root element; its namespace is what it is found by.</param>
    /// <exception cref="ArgumentException">The root has no namespace, or the document has a part of that namespace.</exception>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    /// <exception cref="EditNotLandedException">What was read back is not what was written; nothing is given out.</exception>
    public static byte[] Add(ReadOnlyMemory<byte> document, XElement root)
    {
        string name = root.Name.NamespaceName;
        WordPackage package = WordPackage.Open(document);
        if (name.Length == 0 || Parts(package, name).Any())
        {
            throw new ArgumentException(name.Length == 0 ? "The root has no namespace." : $"The document has a part of the namespace {name}.", nameof(root));
        }

        int number = Enumerable.Range(1, int.MaxValue - 1).First(n => !package.Has(Item(package, $"item{n}.xml")) && !package.Has(Item(package, $"itemProps{n}.xml")));
        WordPart part = package.Add($"../customXml/item{number}.xml", ContentType, Relationship, new XElement(root));
        package.AddBehind(part, $"itemProps{number}.xml", PropertiesType, PropertiesRelationship, new XElement(Data + "datastoreItem",
            new XAttribute(XNamespace.Xmlns + "ds", Data.NamespaceName), new XAttribute(Data + "itemID", Id(name)),
            new XElement(Data + "schemaRefs", new XElement(Data + "schemaRef", new XAttribute(Data + "uri", name)))));
        byte[] written = package.ToBytes();
        ReadBack(document, written, root);
        return written;
    }

    /// <summary>The document without the parts of this namespace: what it was before they were added.</summary>
    /// <param name="document">A .docx.</param>
    /// <param name="xmlNamespace">The namespace of the root element.</param>
    /// <exception cref="DocumentRefusedException">The document was not taken in.</exception>
    public static byte[] Remove(ReadOnlyMemory<byte> document, string xmlNamespace)
    {
        WordPackage package = WordPackage.Open(document);
        foreach (WordPart part in Parts(package, xmlNamespace).ToList())
        {
            package.Remove(part);
        }

        return package.ToBytes();
    }

    /// <summary>All custom XML parts that the main document points to.</summary>
    internal static IEnumerable<WordPart> Parts(WordPackage package)
    {
        string relationships = PackageRules.RelationshipsOf(package.MainName);
        return (package.Has(relationships) ? package.Xml(relationships).Root?.Elements() ?? [] : [])
            .Where(r => (string?)r.Attribute("Type") == PackageRules.RelationshipType + Relationship)
            .Select(r => PackageRules.Resolve(package.MainName, (string?)r.Attribute("Target") ?? ""))
            .Distinct(StringComparer.OrdinalIgnoreCase).Where(package.Has)
            .Select(name => new WordPart(name, Relationship, package.Xml(name)));
    }

    private static IEnumerable<WordPart> Parts(WordPackage package, string xmlNamespace) =>
        Parts(package).Where(part => part.Xml.Root?.Name.NamespaceName == xmlNamespace);

    private static string Item(WordPackage package, string file) => PackageRules.Resolve(package.MainName, $"../customXml/{file}");

    // An id of its own within the file (15.2.6: itemID), and the same each time.
    private static string Id(string xmlNamespace) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(xmlNamespace)).AsSpan(0, 16)).ToString("B").ToUpperInvariant();

    private static void ReadBack(ReadOnlyMemory<byte> document, byte[] written, XElement root)
    {
        WordPackage before = WordPackage.Open(document);
        WordPackage after = WordPackage.Open(written);
        HashSet<string> mayDiffer = new(StringComparer.OrdinalIgnoreCase) { PackageRules.ContentTypesPart, PackageRules.RelationshipsOf(before.MainName) };
        bool kept = before.Names.All(name => mayDiffer.Contains(name) || (after.Has(name) && before.Bytes(name).AsSpan().SequenceEqual(after.Bytes(name))));
        if (!kept || Parts(after, root.Name.NamespaceName).ToList() is not [var part] || !XNode.DeepEquals(Undeclared(part.Xml.Root!), Undeclared(root)))
        {
            throw new EditNotLandedException("What was read back from the document is not the XML that was written.");
        }
    }

    // Which prefixes are declared where says nothing: names are compared by their namespaces.
    private static XElement Undeclared(XElement root)
    {
        var copy = new XElement(root);
        copy.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return copy;
    }
}
