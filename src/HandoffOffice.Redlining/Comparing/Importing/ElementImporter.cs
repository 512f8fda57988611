using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Copies elements of the revised document into a part of the original: ids, prefixes and relationships become the original's.</summary>
internal sealed class ElementImporter(Comparison comparison, SidePart from, PartTarget to)
{
    private static readonly HashSet<XName> LeftOut =
    [
        W.Ns + "proofErr", W.Ns + "lastRenderedPageBreak", W.Ns + "bookmarkStart", W.Ns + "bookmarkEnd", W.Ns + "commentRangeStart", W.Ns + "commentRangeEnd",
        W.Ns + "permStart", W.Ns + "permEnd", W.Ns + "moveFromRangeStart", W.Ns + "moveFromRangeEnd",
        W.Ns + "moveToRangeStart", W.Ns + "moveToRangeEnd", W.Del, W.MoveFrom, W.Ns + "headerReference", W.Ns + "footerReference",
    ];

    private static readonly HashSet<string> LeftOutAttributes = ["paraId", "textId", "anchorId", "editId", "gfxdata", "Ignorable", "dataBinding"];

    /// <summary>Writes an element with all that is in it; what was inserted in it earlier is plain, what was deleted is gone.</summary>
    public void Write(StringBuilder output, XmlElement element)
    {
        if (LeftOut.Contains(element.Name) || (Fingerprints.IsRevision(element.Name) && element.Name != W.Ins && element.Name != W.MoveTo))
        {
            return;
        }

        if (element.Name == W.Ins || element.Name == W.MoveTo)
        {
            Children(output, element);
            return;
        }

        Open(output, element, ended: element.IsEmpty);
        if (!element.IsEmpty)
        {
            Children(output, element);
            Close(output, element);
        }
    }

    public void Children(StringBuilder output, XmlElement element)
    {
        var text = element.Map.Text;
        var at = element.Span.Content;
        foreach (var child in element.Children)
        {
            output.Append(text, at, child.Span.Start - at);
            if (!(child.Name == W.Id && element.Name == W.SdtPr))
            {
                Write(output, child);
            }

            at = child.Span.End;
        }

        output.Append(text, at, element.Span.ContentEnd - at);
    }

    /// <summary>Writes the start tag.</summary>
    public void Open(StringBuilder output, XmlElement element, bool ended = false)
    {
        if (element.Name == W.Ns + "pict" || element.Name == W.Ns + "object")
        {
            comparison.Shapes.Import(element);
        }

        output.Append('<');
        Name(output, element);
        var scope = element.Map.Scope(element.Index);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                continue;
            }

            var name = scope.Attribute(attribute.Name);
            if (LeftOutAttributes.Contains(name.LocalName) || name.LocalName.StartsWith("rsid", StringComparison.Ordinal))
            {
                continue;
            }

            output.Append(' ').Append(Prefix(scope, attribute.Name, name.NamespaceName)).Append(name.LocalName).Append("=\"");
            output.Append(Value(element, name, scope, attribute.Value)).Append('"');
        }

        output.Append(ended ? "/>" : ">");
    }

    public void Close(StringBuilder output, XmlElement element)
    {
        output.Append("</");
        Name(output, element);
        output.Append('>');
    }

    private void Name(StringBuilder output, XmlElement element)
    {
        var scope = element.Map.Scope(element.Index);
        output.Append(Prefix(scope, element.QualifiedName, element.Name.NamespaceName)).Append(element.Name.LocalName);
    }

    private string Prefix(XmlScope scope, ReadOnlySpan<char> written, string uri)
    {
        if (uri.Length == 0)
        {
            return "";
        }

        if (uri == XNamespace.Xml.NamespaceName)
        {
            return "xml:";
        }

        if (to.Known(uri) is { } known)
        {
            return known;
        }

        var colon = written.IndexOf(':');
        return to.Prefix(uri, colon < 0 ? "" : written[..colon].ToString(), IsIgnorable(uri, scope));
    }

    private bool IsIgnorable(string uri, XmlScope scope)
    {
        var list = from.Map.Root.Attribute(W.Compatibility + "Ignorable");
        return list is not null && list.Split(' ').Any(prefix => scope.Prefixes.GetValueOrDefault(prefix) == uri);
    }

    private string Value(XmlElement element, XName name, XmlScope scope, ReadOnlySpan<char> written)
    {
        if (name.Namespace == W.Relations)
        {
            return XmlEscape.Attribute(comparison.Parts.Relationship(from.Name, XmlEscape.Decode(written), to.Part.Name));
        }

        if (name.LocalName == "Requires")
        {
            return string.Join(' ', XmlEscape.Decode(written).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(prefix => to.Prefix(scope.Prefixes.GetValueOrDefault(prefix, ""), prefix, mayBeIgnored: true).TrimEnd(':')));
        }

        if (name == W.Id && NoteImporter.IsReference(element.Name))
        {
            return comparison.Notes.Import(element.Name, XmlEscape.Decode(written));
        }

        if (name == W.Val && element.Name == W.Ns + "numId")
        {
            return comparison.Numbering.Import(XmlEscape.Decode(written));
        }

        if (name == W.Val && element.Name.LocalName is "pStyle" or "rStyle" or "tblStyle")
        {
            comparison.Styles.Need(XmlEscape.Decode(written));
        }

        if (name.LocalName == "id" && element.Name.LocalName == "docPr")
        {
            return comparison.NextDrawingId().ToString(CultureInfo.InvariantCulture);
        }

        return XmlEscape.Attribute(comparison.Shapes.Of(element.Name, name, XmlEscape.Decode(written)));
    }
}
