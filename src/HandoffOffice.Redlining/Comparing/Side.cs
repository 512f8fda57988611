using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What a relationship of a part points to (ECMA-376 Part 2, 6.5).</summary>
internal sealed record Relationship(string Id, string Type, string Target, bool External)
{
    /// <summary>The last word of its type: <c>image</c>, <c>hyperlink</c>, <c>header</c>...</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}

/// <summary>One of the two documents that are compared.</summary>
internal sealed class Side(WordPackage package)
{
    private readonly Dictionary<string, XmlText> maps = [];
    private readonly Dictionary<string, Dictionary<string, Relationship>> relationships = [];
    private readonly Dictionary<string, string> digests = [];

    // From here on a second processor is worth being asked.
    private const int LargeFile = 32 * 1024;

    /// <summary>Opens both documents, large ones at the same time. What is wrong with the original is said first.</summary>
    /// <exception cref="DocumentRefusedException">A document was not taken in.</exception>
    public static (Side Original, Side Revised) OpenBoth(ReadOnlyMemory<byte> original, ReadOnlyMemory<byte> revised) =>
        SideBySide.Run(AreLarge(original, revised), () => Open(original), () => Open(revised));

    /// <summary>Whether what has to be done with both is worth a second processor.</summary>
    public static bool AreLarge(ReadOnlyMemory<byte> original, ReadOnlyMemory<byte> revised) => Math.Min(original.Length, revised.Length) >= LargeFile;

    public WordPackage Package => package;

    public string Main => package.MainName;

    public XmlText Map(string part) => maps.TryGetValue(part, out var map) ? map : maps[part] = XmlText.Parse(package.Bytes(part));

    /// <summary>The relationships of a part by id.</summary>
    public Dictionary<string, Relationship> Relationships(string part)
    {
        if (relationships.TryGetValue(part, out var known))
        {
            return known;
        }

        var list = new Dictionary<string, Relationship>();
        var file = PackageRules.RelationshipsOf(part);
        if (package.Has(file))
        {
            foreach (var element in Map(file).Root.Children)
            {
                var id = element.Attribute("Id") ?? "";
                var target = element.Attribute("Target") ?? "";
                var external = element.Attribute("TargetMode") == "External";
                list[id] = new Relationship(id, element.Attribute("Type") ?? "", external ? target : PackageRules.Resolve(part, target), external);
            }
        }

        return relationships[part] = list;
    }

    /// <summary>Gives a part other bytes; what was read of it before stays as it was.</summary>
    /// <param name="part">The part.</param>
    /// <param name="content">Its new bytes.</param>
    /// <param name="read">What was read of them already; null when nothing was.</param>
    public void Replace(string part, byte[] content, XmlText? read = null)
    {
        package.Replace(part, content);
        digests.Remove(part);
        maps.Remove(part);
        if (read is not null)
        {
            maps[part] = read;
        }
    }

    /// <summary>What a relationship stands for, the same for the same target whatever its id and file name.</summary>
    public string TargetKey(string part, string id)
    {
        if (!Relationships(part).TryGetValue(id, out var relationship))
        {
            return "?" + id;
        }

        return relationship.Kind + ":" + (relationship.External || !package.Has(relationship.Target) ? relationship.Target : Digest(relationship.Target));
    }

    /// <summary>The part that a part points to by a kind of relationship; null when there is none.</summary>
    public string? Related(string part, string kind) =>
        Relationships(part).Values.FirstOrDefault(r => r.Kind == kind && !r.External && package.Has(r.Target))?.Target;

    /// <summary>The same for parts that are the same, with all that they point to.</summary>
    public string Digest(string part)
    {
        if (digests.TryGetValue(part, out var known))
        {
            return known;
        }

        // What points back is known by its own bytes.
        digests[part] = Convert.ToHexString(SHA256.HashData(package.Bytes(part)));
        var behind = Relationships(part).Values.Select(r => $"{r.Id}={TargetKey(part, r.Id)}").Order(StringComparer.Ordinal).ToList();
        return behind.Count == 0 ? digests[part]
            : digests[part] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', behind.Prepend(digests[part])))));
    }

    /// <summary>The package as it is by now, with nothing read of it but the main document part as far as that is known.</summary>
    public Side Again()
    {
        var again = new Side(package);
        if (maps.TryGetValue(Main, out var map))
        {
            again.maps[Main] = map;
        }

        return again;
    }

    private static Side Open(ReadOnlyMemory<byte> file)
    {
        var side = new Side(WordPackage.Open(file));
        _ = side.Map(side.Main);
        return side;
    }
}

/// <summary>A part of one of the two documents.</summary>
internal sealed record SidePart(Side Side, string Name)
{
    public XmlText Map => Side.Map(Name);

    /// <summary>What stands for an id in here that means something only in its own document: a note, a list.</summary>
    public Func<XName, string, string> Identity { get; init; } = (_, id) => id;
}
