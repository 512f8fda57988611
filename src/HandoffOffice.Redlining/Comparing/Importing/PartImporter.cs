namespace HandoffOffice.Redlining;

/// <summary>Brings parts of the revised document over: pictures, charts, and whatever hangs on them.</summary>
internal sealed class PartImporter(Side original, Side revised, PackageEdits edits)
{
    private readonly Dictionary<string, string> imported = [];
    private readonly Dictionary<(string Part, string Key), string> found = [];

    /// <summary>The id that stands, in a part of the original, for what an id of a part of the revised document points to.</summary>
    public string Relationship(string from, string id, string to)
    {
        if (!revised.Relationships(from).TryGetValue(id, out var relationship))
        {
            return id;
        }

        var key = revised.TargetKey(from, id);
        if (found.TryGetValue((to, key), out var known))
        {
            return known;
        }

        var same = original.Relationships(to).Values.FirstOrDefault(r => r.Type == relationship.Type && original.TargetKey(to, r.Id) == key)?.Id;
        return found[(to, key)] = same ?? Add(relationship, to);
    }

    private string Add(Relationship relationship, string to) => edits.Relate(to, relationship.Type, Target(relationship), relationship.External);

    // A part that is missing stays missing: its name may be that of another part in the original, and an address outside it never was.
    private string Target(Relationship relationship) =>
        relationship.External ? relationship.Target
        : revised.Package.Has(relationship.Target) ? Part(relationship.Target)
        : edits.FreeName(relationship.Target);

    private string Part(string name)
    {
        if (imported.TryGetValue(name, out var known))
        {
            return known;
        }

        var target = edits.AddPart(name, revised.Package.TypeOf(name), revised.Package.Bytes(name));
        imported[name] = target;
        foreach (var relationship in revised.Relationships(name).Values)
        {
            edits.RelateAs(target, relationship with { Target = Target(relationship) });
        }

        return target;
    }
}
