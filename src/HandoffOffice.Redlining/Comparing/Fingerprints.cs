using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Numbers that are equal for elements that mean the same: without the marks that Word leaves for itself (revision save ids, spelling,
/// language, page breaks as last rendered, ids of drawings), and with relationships by what they point to.
/// </summary>
internal static class Fingerprints
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private static readonly ulong WordNamespace = Of(W.Ns.NamespaceName);

    private static readonly HashSet<XName> NoisyElements =
    [
        W.Ns + "proofErr", W.Ns + "lastRenderedPageBreak", W.Ns + "lang", W.Ns + "noProof", W.Fallback, W.Ns + "bookmarkStart", W.Ns + "bookmarkEnd",
        W.Ns + "rsid",
    ];

    private static readonly HashSet<string> NoisyAttributes = ["paraId", "textId", "anchorId", "editId", "spid", "gfxdata", "Ignorable", "dirty"];

    /// <summary>The number of an element; with <paramref name="boxes"/> off, whatever the text boxes in it say.</summary>
    public static ulong Of(XmlElement element, SidePart part, bool boxes = true)
    {
        if (NoisyElements.Contains(element.Name))
        {
            return 0;
        }

        var hash = Mix(Of(element.Name), Attributes(element, part));
        if (!boxes && element.Name == W.TextBoxContent)
        {
            return hash;
        }

        var any = false;
        foreach (var child in element.Children)
        {
            any = true;
            if (Of(child, part, boxes) is not 0 and var inner)
            {
                hash = Mix(hash, inner);
            }
        }

        return any ? hash : Mix(hash, Of(element.Inner));
    }

    /// <summary>The number of what an element of properties holds, whatever the order; 0 for nothing. Earlier changes in it do not count.</summary>
    public static ulong OfProperties(XmlElement? properties, SidePart part, Func<XName, bool>? leaveOut = null)
    {
        ulong sum = 0;
        if (properties is { } element)
        {
            foreach (var child in element.Children)
            {
                if (!IsRevision(child.Name) && leaveOut?.Invoke(child.Name) != true)
                {
                    sum += Of(child, part);
                }
            }
        }

        return sum;
    }

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length * Prime;
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var word in words)
        {
            hash = Mix(hash, word);
        }

        foreach (var c in text[(words.Length * 4)..])
        {
            hash = Mix(hash, c);
        }

        return hash;
    }

    public static ulong Mix(ulong hash, ulong value)
    {
        var mixed = (hash ^ value) * Prime;
        return (mixed ^ (mixed >> 29)) + (hash << 7 | hash >> 57);
    }

    /// <summary>Whether properties of this name say that something was changed, not how something looks.</summary>
    public static bool IsRevision(XName name) =>
        name == W.Ins || name == W.Del || name == W.MoveFrom || name == W.MoveTo
        || (name.Namespace == W.Ns && (name.LocalName.EndsWith("Change", StringComparison.Ordinal) || name.LocalName is "cellIns" or "cellDel" or "cellMerge"));

    /// <summary>The number of what an element's own attributes say.</summary>
    public static ulong OfAttributes(XmlElement element, SidePart part) => Attributes(element, part);

    private static ulong Attributes(XmlElement element, SidePart part)
    {
        ulong sum = 0;
        var scope = element.Map.Scope(element.Index);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                continue;
            }

            var name = scope.Attribute(attribute.Name);
            if (NoisyAttributes.Contains(name.LocalName) || name.LocalName.StartsWith("rsid", StringComparison.Ordinal) || IsOwnId(element.Name, name)
                || name.Namespace == XNamespace.Xml)
            {
                continue;
            }

            var value = name.Namespace == W.Relations ? Of(part.Side.TargetKey(part.Name, XmlEscape.Decode(attribute.Value)))
                : HasIdentity(element.Name, name) ? Of(part.Identity(element.Name, XmlEscape.Decode(attribute.Value)))
                : Of(attribute.Value);
            sum += Mix(Of(name), value);
        }

        return sum;
    }

    private static ulong Of(XName name) => Mix(Of(name.LocalName), name.Namespace == W.Ns ? WordNamespace : Of(name.NamespaceName));

    // Ids of drawings and shapes are given anew each time a document is saved.
    private static bool IsOwnId(XName element, XName attribute) =>
        attribute.LocalName is "id" or "name" && (element.LocalName is "docPr" or "cNvPr" or "shape" or "shapetype" || (element == W.Ns + "sdt"))
        || ShapeIds.IsId(element, attribute);

    private static bool HasIdentity(XName element, XName attribute) =>
        (attribute == W.Id && element.LocalName is "footnoteReference" or "endnoteReference" or "commentReference")
        || (attribute == W.Val && element == W.Ns + "numId");
}
