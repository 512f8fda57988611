using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>What is added to the original's package beside its text: relationships, content types, parts. Everything that is there keeps its bytes.</summary>
internal sealed class PackageEdits(Side original)
{
    private readonly Dictionary<string, List<Relationship>> added = [];
    private readonly List<(string Part, string Type)> overrides = [];
    private readonly List<(string Extension, string Type)> defaults = [];
    private readonly HashSet<string> taken = new(original.Package.Names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Relationships that a part has, with those that were added.</summary>
    public IEnumerable<Relationship> Relationships(string part) =>
        original.Relationships(part).Values.Concat(added.TryGetValue(part, out var more) ? more : []);

    /// <summary>Adds a relationship and gives its id.</summary>
    public string Relate(string part, string type, string target, bool external)
    {
        var ids = Relationships(part).Select(r => r.Id).ToHashSet();
        var id = Enumerable.Range(1, int.MaxValue - 1).Select(n => $"rId{n}").First(candidate => !ids.Contains(candidate));
        RelateAs(part, new Relationship(id, type, target, external));
        return id;
    }

    /// <summary>Adds a relationship under the id that it has.</summary>
    public void RelateAs(string part, Relationship relationship)
    {
        if (!added.TryGetValue(part, out var list))
        {
            added[part] = list = [];
        }

        list.Add(relationship);
    }

    /// <summary>Adds a part under its name, or one like it that is free, and gives the name.</summary>
    public string AddPart(string name, string? contentType, byte[] content)
    {
        var free = FreeName(name);
        taken.Add(free);
        original.Package.Replace(free, content);
        if (contentType is not null && original.Package.TypeOf(free) != contentType)
        {
            var extension = Path.GetExtension(free).TrimStart('.');
            if (contentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || extension.Length == 0 || original.Package.TypeOf(free) is not null)
            {
                overrides.Add((free, contentType));
            }
            else if (!defaults.Contains((extension, contentType)))
            {
                defaults.Add((extension, contentType));
            }
        }

        return free;
    }

    /// <summary>A name, or one like it, that no part has.</summary>
    public string FreeName(string name)
    {
        var dot = name.LastIndexOf('.');
        return taken.Contains(name)
            ? Enumerable.Range(1, int.MaxValue - 1).Select(n => dot < 0 ? $"{name}{n}" : $"{name[..dot]}_{n}{name[dot..]}").First(candidate => !taken.Contains(candidate))
            : name;
    }

    /// <summary>Writes relationships and content types.</summary>
    public void Apply()
    {
        foreach (var (part, list) in added)
        {
            var file = PackageRules.RelationshipsOf(part);
            var lines = string.Concat(list.Select(r => Line(part, r)));
            if (original.Package.Has(file))
            {
                original.Package.Replace(file, new PartTarget(new SidePart(original, file)).InsertAtEnd(lines));
            }
            else
            {
                original.Package.Replace(file, Encoding.UTF8.GetBytes(
                    $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{PackageRules.Relationships}\">{lines}</Relationships>"));
            }
        }

        if (overrides.Count + defaults.Count > 0)
        {
            var lines = string.Concat(defaults.Select(d => $"<Default Extension=\"{XmlEscape.Attribute(d.Extension)}\" ContentType=\"{XmlEscape.Attribute(d.Type)}\"/>"))
                + string.Concat(overrides.Select(o => $"<Override PartName=\"/{XmlEscape.Attribute(o.Part)}\" ContentType=\"{XmlEscape.Attribute(o.Type)}\"/>"));
            original.Package.Replace(PackageRules.ContentTypesPart, new PartTarget(new SidePart(original, PackageRules.ContentTypesPart)).InsertAtEnd(lines));
        }
    }

    private static string Line(string part, Relationship relationship)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var target = relationship.External ? relationship.Target
            : relationship.Target.StartsWith(folder, StringComparison.Ordinal) ? relationship.Target[folder.Length..] : "/" + relationship.Target;
        return $"<Relationship Id=\"{relationship.Id}\" Type=\"{XmlEscape.Attribute(relationship.Type)}\" Target=\"{XmlEscape.Attribute(target)}\""
            + (relationship.External ? " TargetMode=\"External\"/>" : "/>");
    }
}
