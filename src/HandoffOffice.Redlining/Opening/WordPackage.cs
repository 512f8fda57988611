using System.IO.Compression;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>A part that holds WordprocessingML, and what it is: the last word of its content type (<c>header</c>, <c>document.main</c>...).</summary>
internal sealed record WordPart(string Name, string Kind, XDocument Xml)
{
    public string Uri => "/" + Name;
}

/// <summary>
/// A Word document as its parts. What is not changed goes out with the bytes it came in with (see PartTree), and what is written is written the same
/// way each time (entry order kept, no time stamps), so that equal documents are equal files.
/// </summary>
internal sealed class WordPackage
{
    // In the order in which a reader meets them; styles and numbering last: they can hold property changes too.
    private static readonly string[] Kinds =
    [
        "document.main", "template.main", "header", "footer", "footnotes", "endnotes", "comments", "document.glossary", "styles", "numbering",
    ];

    private readonly List<string> names = [];
    private readonly Dictionary<string, byte[]> bytes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PartTree> trees = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase);

    private WordPackage(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        foreach (var (name, content) in parts)
        {
            names.Add(name);
            bytes[name] = content;
        }
    }

    /// <summary>The name of the main document part.</summary>
    public string MainName { get; private set; } = "";

    /// <summary>The main document part (ECMA-376 Part 1, 11.3.10).</summary>
    public WordPart Main => new(MainName, "document.main", Xml(MainName));

    /// <summary>The parts in the order of the archive.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Whether there is a part of that name.</summary>
    public bool Has(string name) => bytes.ContainsKey(name);

    /// <summary>A part as it came in, or as it was last given to <see cref="Replace"/>.</summary>
    public byte[] Bytes(string name) => bytes[name];

    /// <summary>Gives a part other bytes, or adds it.</summary>
    public void Replace(string name, byte[] content)
    {
        if (!Has(name))
        {
            names.Add(name);
        }

        bytes[name] = content;
        trees.Remove(name);
        changed.Remove(name);
        if (name == PackageRules.ContentTypesPart)
        {
            types.Clear();
        }
    }

    public static WordPackage Open(ReadOnlyMemory<byte> file, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        var package = new WordPackage(ArchiveReader.Read(file, limits));
        package.Check(limits);
        return package;
    }

    /// <summary>The parts with WordprocessingML in reading order.</summary>
    public IReadOnlyList<WordPart> Parts() =>
    [
        .. names.Select(name => (name, kind: KindOf(name))).Where(part => part.kind >= 0)
            .OrderBy(part => part.kind).ThenBy(part => part.name, StringComparer.Ordinal)
            .Select(part => new WordPart(part.name, Kinds[part.kind], Xml(part.name))),
    ];

    /// <summary>A part that the main document points to, by the last word of the relationship's type; null when it has none.</summary>
    public WordPart? Related(string relationship)
    {
        var relationships = PackageRules.RelationshipsOf(Main.Name);
        var target = bytes.ContainsKey(relationships)
            ? Xml(relationships).Root?.Elements()
                .FirstOrDefault(r => (string?)r.Attribute("Type") == PackageRules.RelationshipType + relationship)?.Attribute("Target")?.Value
            : null;
        var name = target is null ? null : PackageRules.Resolve(Main.Name, target);
        return name is not null && bytes.ContainsKey(name) ? new WordPart(name, relationship, Xml(name)) : null;
    }

    /// <summary>The part that the package itself points to by this type of relationship (full); null when it has none.</summary>
    public WordPart? OfPackage(string relationshipType)
    {
        var relationships = PackageRules.RelationshipsOf("");
        var target = Has(relationships)
            ? Xml(relationships).Root?.Elements().FirstOrDefault(r => (string?)r.Attribute("Type") == relationshipType)?.Attribute("Target")?.Value
            : null;
        var name = target is null ? null : PackageRules.Resolve("", target);
        // What is not stated to be XML was not checked as such.
        return name is not null && Has(name) && PackageRules.IsXml(name, TypeOf(name)) ? new WordPart(name, relationshipType, Xml(name)) : null;
    }

    /// <summary>The first part of a content type (full), or null.</summary>
    public WordPart? OfType(string contentType) =>
        names.Where(name => TypeOf(name) == contentType).Select(name => new WordPart(name, contentType, Xml(name))).FirstOrDefault();

    /// <summary>Says that a part's tree was changed, so that it is written anew.</summary>
    public void Changed(WordPart part) => changed.Add(part.Name);

    /// <summary>Adds a part that the main document points to.</summary>
    public WordPart Add(string fileName, string contentType, string relationship, XElement root) =>
        Attach(Main.Name, fileName, contentType, relationship, root).Part;

    /// <summary>Adds a part that another part points to.</summary>
    public WordPart AddBehind(WordPart source, string fileName, string contentType, string relationship, XElement root) =>
        Attach(source.Name, fileName, contentType, relationship, root).Part;

    /// <summary>Adds a part that the package itself points to.</summary>
    public WordPart AddToPackage(string fileName, string contentType, string relationship, XElement root) =>
        Attach("", fileName, contentType, relationship, root).Part;

    /// <summary>Adds a header under a name that is free; gives the id of its relationship, which section properties refer to.</summary>
    public string AddHeader(string contentType, XElement root)
    {
        var fileName = Enumerable.Range(1, int.MaxValue - 1).Select(n => $"header{n}.xml").First(n => !bytes.ContainsKey(PackageRules.Resolve(Main.Name, n)));
        return Attach(Main.Name, fileName, contentType, "header", root).RelationshipId;
    }

    private (WordPart Part, string RelationshipId) Attach(string source, string fileName, string contentType, string relationship, XElement root)
    {
        var name = PackageRules.Resolve(source, fileName);
        Put(name, new XDocument(root));
        types[name] = contentType;
        Edit(PackageRules.ContentTypesPart).Add(new XElement(PackageRules.ContentTypes + "Override",
            new XAttribute("PartName", "/" + name), new XAttribute("ContentType", contentType)));

        var relationships = PackageRules.RelationshipsOf(source);
        if (!bytes.ContainsKey(relationships))
        {
            Put(relationships, new XDocument(new XElement(PackageRules.Relationships + "Relationships")));
        }

        var list = Edit(relationships);
        var taken = list.Elements().Select(r => (string?)r.Attribute("Id")).ToHashSet();
        var id = Enumerable.Range(1, int.MaxValue - 1).Select(n => $"rId{n}").First(n => !taken.Contains(n));
        list.Add(new XElement(PackageRules.Relationships + "Relationship", new XAttribute("Id", id),
            new XAttribute("Type", PackageRules.RelationshipType + relationship), new XAttribute("Target", fileName)));
        return (new WordPart(name, relationship, Xml(name)), id);
    }

    /// <summary>Takes out a part that the main document points to, with what nothing else points to.</summary>
    public void Remove(WordPart part)
    {
        Edit(PackageRules.RelationshipsOf(Main.Name)).Elements()
            .Where(r => PackageRules.Resolve(Main.Name, (string?)r.Attribute("Target") ?? "") == part.Name).Remove();
        Drop(part.Name);
    }

    /// <summary>Takes out every relationship of a kind, whatever it belongs to, with the part that it leads to.</summary>
    /// <param name="kind">The last word of its type.</param>
    public void RemoveRelated(string kind)
    {
        foreach (var list in names.Where(PackageRules.IsRelationships).ToList())
        {
            foreach (var relationship in (Has(list) ? Xml(list).Root?.Elements() ?? [] : []).Where(r => ((string?)r.Attribute("Type") ?? "").EndsWith($"/{kind}", StringComparison.Ordinal)).ToList())
            {
                Edit(list);
                relationship.Remove();
                var target = PackageRules.Resolve(PackageRules.SourceOf(list), (string?)relationship.Attribute("Target") ?? "");
                if ((string?)relationship.Attribute("TargetMode") != "External" && Has(target))
                {
                    Drop(target);
                }
            }
        }
    }

    private void Drop(string name)
    {
        var behind = PackageRules.RelationshipsOf(name);
        List<string> targets = bytes.ContainsKey(behind) ? [.. Targets(behind).Distinct().Where(bytes.ContainsKey)] : [];
        foreach (var gone in (ReadOnlySpan<string>)[name, behind])
        {
            names.RemoveAll(entry => string.Equals(entry, gone, StringComparison.OrdinalIgnoreCase));
            bytes.Remove(gone);
            trees.Remove(gone);
        }

        if (Xml(PackageRules.ContentTypesPart).Root?.Elements().FirstOrDefault(e => string.Equals((string?)e.Attribute("PartName"), "/" + name, StringComparison.OrdinalIgnoreCase)) is { } type)
        {
            Edit(PackageRules.ContentTypesPart);
            type.Remove();
        }

        var led = targets.Count == 0 ? [] : names.Where(PackageRules.IsRelationships).SelectMany(Targets).ToHashSet(StringComparer.OrdinalIgnoreCase);
        targets.FindAll(target => !led.Contains(target)).ForEach(Drop);
    }

    public byte[] ToBytes() => Write(names.Select(name => new KeyValuePair<string, byte[]>(
        name, changed.Contains(name) ? trees[name].Save() : bytes[name])));

    /// <summary>An archive whose bytes depend on nothing but its entries.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }

    private void Check(DocumentLimits limits)
    {
        if (!bytes.TryGetValue(PackageRules.ContentTypesPart, out var contentTypes))
        {
            throw new DocumentRefusedException(RefusalCodes.NotAWordDocument, "The archive is no Office document.");
        }

        var nodes = XmlPartReader.Check("/" + PackageRules.ContentTypesPart, contentTypes, limits, limits.MaxXmlNodes);
        foreach (var name in names)
        {
            PackageRules.RefuseMacros("/" + name, TypeOf(name));
        }

        var relationships = names.FindAll(PackageRules.IsRelationships);
        relationships.ForEach(name => nodes = XmlPartReader.Check("/" + name, bytes[name], limits, nodes));
        var led = relationships.SelectMany(Targets).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => name != PackageRules.ContentTypesPart && !PackageRules.IsRelationships(name)))
        {
            if (TypeOf(name) is var type && PackageRules.IsXml(name, type))
            {
                nodes = XmlPartReader.Check("/" + name, bytes[name], limits, nodes, isRead: led.Contains(name) || !PackageRules.IsPlainXml(type));
            }
        }

        foreach (var name in relationships)
        {
            var source = PackageRules.SourceOf(name);
            PackageRules.RefuseExternal("/" + name, Xml(name).Root, () => TypeOf(source) == PackageRules.ChartType && Has(source) ? Xml(source).Root : null);
        }

        MainName = FindMain();
    }

    private IEnumerable<string> Targets(string relationships) =>
        Xml(relationships).Root?.Elements().Select(r => PackageRules.Resolve(PackageRules.SourceOf(relationships), (string?)r.Attribute("Target") ?? "")) ?? [];

    private string FindMain()
    {
        var target = bytes.ContainsKey("_rels/.rels")
            ? Xml("_rels/.rels").Root?.Elements()
                .FirstOrDefault(r => (string?)r.Attribute("Type") == PackageRules.RelationshipType + "officeDocument")?.Attribute("Target")?.Value
            : null;
        var name = target is null ? "" : PackageRules.Resolve("", target);
        if (!bytes.TryGetValue(name, out var main) || TypeOf(name) is not { } type || !PackageRules.IsMain(type)
            || !XmlPartReader.StartsWith(main, W.Document, W.Body))
        {
            throw new DocumentRefusedException(RefusalCodes.NotAWordDocument,
                "The archive has no Word document in the transitional format (ISO/IEC 29500-4).", name.Length == 0 ? null : "/" + name);
        }

        return name;
    }

    private int KindOf(string name) =>
        TypeOf(name) is { } type && type.StartsWith(PackageRules.WordType, StringComparison.Ordinal) && type.EndsWith("+xml", StringComparison.Ordinal)
            ? Array.IndexOf(Kinds, type[PackageRules.WordType.Length..^"+xml".Length])
            : -1;

    /// <summary>A part's content type; null when nothing states it.</summary>
    public string? TypeOf(string name)
    {
        if (types.Count == 0)
        {
            ReadTypes();
        }

        return types.GetValueOrDefault(name) ?? types.GetValueOrDefault("*" + Path.GetExtension(name));
    }

    private void ReadTypes()
    {
        foreach (var entry in Xml(PackageRules.ContentTypesPart).Root?.Elements() ?? [])
        {
            var key = entry.Name.LocalName == "Default"
                ? "*." + (string?)entry.Attribute("Extension")
                : ((string?)entry.Attribute("PartName") ?? "").TrimStart('/');
            types[key] = (string?)entry.Attribute("ContentType") ?? "";
        }
    }

    /// <summary>The tree of a part.</summary>
    public XDocument Xml(string name) => (trees.TryGetValue(name, out var tree) ? tree : trees[name] = PartTree.Load(bytes[name])).Xml;

    private XElement Edit(string name)
    {
        changed.Add(name);
        return Xml(name).Root ?? throw new InvalidOperationException($"{name} has no root element.");
    }

    private void Put(string name, XDocument xml)
    {
        names.Add(name);
        bytes[name] = [];
        trees[name] = new PartTree(xml);
        changed.Add(name);
    }
}
