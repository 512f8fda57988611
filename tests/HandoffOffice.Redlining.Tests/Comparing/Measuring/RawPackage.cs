using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>A package as its entries, read with nothing of the library.</summary>
internal sealed class RawPackage
{
    private static readonly Dictionary<string, string> Stories = new()
    {
        ["document"] = "body",
        ["hdr"] = "header",
        ["ftr"] = "footer",
        ["footnotes"] = "footnotes",
        ["endnotes"] = "endnotes",
    };

    private readonly Dictionary<string, XElement> trees = new(StringComparer.OrdinalIgnoreCase);

    private RawPackage(Dictionary<string, byte[]> parts) => Parts = parts;

    public IReadOnlyDictionary<string, byte[]> Parts { get; }

    public static RawPackage Of(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray()));
        return new RawPackage(archive.Entries.Where(entry => entry.Name.Length > 0).ToDictionary(entry => entry.FullName.Replace('\\', '/'), Bytes, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The name of the part that the package's own relationships call the office document.</summary>
    public string Main => Relationships("").Values.First(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;

    /// <summary>The parts that hold WordprocessingML stories, and which they are: <c>body</c>, <c>header</c>, <c>footer</c>, <c>footnotes</c>, <c>endnotes</c>.</summary>
    public IEnumerable<(string Name, string Kind, XElement Root)> StoryParts() =>
        from name in Parts.Keys
        where name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            && !name.Contains("/glossary/", StringComparison.OrdinalIgnoreCase)
        let root = Tree(name)
        where root.Name.Namespace == Ooxml.W && Stories.ContainsKey(root.Name.LocalName)
        select (name, Stories[root.Name.LocalName], root);

    public XElement Tree(string name) =>
        trees.TryGetValue(name, out var tree) ? tree : trees[name] = XDocument.Load(new MemoryStream(Parts[name]), LoadOptions.PreserveWhitespace).Root
            ?? throw new InvalidDataException($"{name} has no root.");

    public string Text(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Parts[name]), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>The relationships of a part (the package's for the empty name) by their id, targets as names of entries.</summary>
    public Dictionary<string, (string Type, string Target)> Relationships(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return !Parts.ContainsKey(name)
            ? []
            : Tree(name).Elements().ToDictionary(r => (string?)r.Attribute("Id") ?? "", r => ((string?)r.Attribute("Type") ?? "", Target(r, part[..slash])));
    }

    /// <summary>What a relationship leads to: the digest of a part's bytes, or the address outside.</summary>
    public string DigestOf(string target) => Parts.TryGetValue(target, out var bytes) ? Convert.ToHexString(SHA256.HashData(bytes)) : target;

    private static string Target(XElement relationship, string folder)
    {
        var target = (string?)relationship.Attribute("Target") ?? "";
        return (string?)relationship.Attribute("TargetMode") == "External" ? target : Uri.UnescapeDataString(new Uri(new Uri("http://package/" + folder), new Uri(target, UriKind.Relative)).AbsolutePath).TrimStart('/');
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }
}
