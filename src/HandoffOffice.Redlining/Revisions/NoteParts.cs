using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Footnotes and endnotes, and the places they are referred to from (17.11).</summary>
internal static class NoteParts
{
    private static readonly (string Part, XName Note, XName Reference)[] Kinds =
    [
        ("footnotes", W.Ns + "footnote", W.Ns + "footnoteReference"),
        ("endnotes", W.Ns + "endnote", W.Ns + "endnoteReference"),
    ];

    /// <summary>The notes that the text refers to, by their part and id.</summary>
    public static HashSet<(string Part, string Id)> Referenced(WordPackage package) =>
    [
        .. package.Main.Xml.Descendants().Where(e => e.Name == Kinds[0].Reference || e.Name == Kinds[1].Reference)
            .Select(e => (Kinds[e.Name == Kinds[0].Reference ? 0 : 1].Part, (string?)e.Attribute(W.Id) ?? "")),
    ];

    /// <summary>Takes out the notes whose last reference went with a decision. Separators are nobody's notes and stay.</summary>
    public static void RemoveLost(WordPackage package, HashSet<(string Part, string Id)> before)
    {
        before.ExceptWith(Referenced(package));
        foreach (var (part, note, _) in Kinds.Where(kind => before.Any(lost => lost.Part == kind.Part)))
        {
            if (package.Related(part) is not { Xml.Root: { } root } notes)
            {
                continue;
            }

            root.Elements(note).Where(e => e.Attribute(W.Ns + "type") is null or { Value: "normal" } && before.Contains((part, (string?)e.Attribute(W.Id) ?? "")))
                .ToList().ForEach(e => e.Remove());
            package.Changed(notes);
        }
    }
}
