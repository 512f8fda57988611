using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Headers and footers, and the sections that refer to them (17.10).</summary>
internal static class HeaderParts
{
    private static readonly XName[] References = [W.Ns + "headerReference", W.Ns + "footerReference"];

    /// <summary>The relationships that sections refer to.</summary>
    public static HashSet<string> Referenced(WordPackage package) =>
    [
        .. package.Main.Xml.Descendants().Where(e => References.Contains(e.Name)).Attributes(W.Relations + "id").Select(id => id.Value),
    ];

    /// <summary>
    /// Takes out the parts whose last section went with a decision: Word neither shows nor keeps them, so that nobody could decide what is pending in them.
    /// </summary>
    public static void RemoveLost(WordPackage package, HashSet<string> before)
    {
        before.ExceptWith(Referenced(package));
        var relationships = PackageRules.RelationshipsOf(package.MainName);
        if (before.Count == 0 || !package.Has(relationships))
        {
            return;
        }

        var targets = package.Xml(relationships).Root?.Elements()
            .ToLookup(r => PackageRules.Resolve(package.MainName, (string?)r.Attribute("Target") ?? ""), r => (string?)r.Attribute("Id") ?? "");
        foreach (var part in package.Parts().Where(part => part.Kind is "header" or "footer"))
        {
            if (targets?[part.Name] is { } ids && ids.Any() && ids.All(before.Contains))
            {
                package.Remove(part);
            }
        }
    }
}
