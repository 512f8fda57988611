using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Writes elements as UTF-8: those that are as they were read by copying their text, others with as much of their own text as holds.</summary>
internal sealed class MarkupWriter(ArrayBufferWriter<byte> output, ReadOnlyMemory<byte> source, SourceMap? map)
{
    private static readonly SearchValues<char> InAttribute = SearchValues.Create("&<>\"\t\n\r");
    private static readonly SearchValues<char> InText = SearchValues.Create("&<>\r");

    // For namespaces that a part has not declared: the prefixes that Word uses.
    private static readonly Dictionary<string, string> UsualPrefixes = new()
    {
        [W.Ns.NamespaceName] = "w",
        [W.Math.NamespaceName] = "m",
        [W.Compatibility.NamespaceName] = "mc",
        [W.Word2010.NamespaceName] = "w14",
        [W.Word2012.NamespaceName] = "w15",
    };

    /// <summary>A document that was made here. No white space is added, so that equal trees are equal bytes.</summary>
    public void WriteNew(XDocument xml, NamespaceScope scope)
    {
        Put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        foreach (var node in xml.Nodes())
        {
            Write(node, scope);
        }
    }

    public void Write(XElement element, NamespaceScope scope)
    {
        // The same characters in another scope could be other names.
        if (map is not null && map.TryFind(element, out var entry) && entry.Outer == scope && entry.SameTag)
        {
            if (entry.Same)
            {
                output.Write(source.Span[entry.Start..entry.End]);
            }
            else
            {
                WriteInItsTags(element, entry);
            }
        }
        else
        {
            WriteAnew(element, scope);
        }
    }

    private void WriteInItsTags(XElement element, SourceMap.Entry entry)
    {
        var tag = source.Span[entry.Start..entry.TagEnd];
        var end = source.Span[..entry.End].LastIndexOf((byte)'<');
        if (tag[^2] != (byte)'/')
        {
            output.Write(tag);
            WriteContent(element, entry.Inner, entry.TagEnd, end);
            output.Write(source.Span[end..entry.End]);
        }
        else if (element.IsEmpty)
        {
            output.Write(tag);
        }
        else
        {
            output.Write(tag[..^2].TrimEnd(" \t\r\n"u8));
            Put(">");
            WriteContent(element, entry.Inner, -1, -1);
            Put("</");
            output.Write(tag[1..tag.IndexOfAny(" \t\r\n/"u8)]);
            Put(">");
        }
    }

    private void WriteAnew(XElement element, NamespaceScope scope)
    {
        var inner = scope.Enter([.. element.Attributes().Where(a => a.IsNamespaceDeclaration).Select(a => (a.Name.Namespace == XNamespace.None ? "" : a.Name.LocalName, a.Value))]);
        var added = new List<(string Prefix, string Uri)>();
        var name = Qualified(element.Name, forAttribute: false, added, ref inner);
        Put("<" + name);
        foreach (var attribute in element.Attributes())
        {
            Put($" {(attribute.IsNamespaceDeclaration ? DeclarationName(attribute) : Qualified(attribute.Name, forAttribute: true, added, ref inner))}=\"");
            PutEscaped(attribute.Value, inAttribute: true);
            Put("\"");
        }

        foreach (var (prefix, uri) in added)
        {
            Put(prefix.Length == 0 ? " xmlns=\"" : $" xmlns:{prefix}=\"");
            PutEscaped(uri, inAttribute: true);
            Put("\"");
        }

        if (element.IsEmpty)
        {
            Put("/>");
            return;
        }

        Put(">");
        WriteContent(element, inner, -1, -1);
        Put($"</{name}>");
    }

    /// <summary>Writes what is in an element; <paramref name="start"/> and <paramref name="end"/> are where its content is in the source, -1 where nowhere.</summary>
    private void WriteContent(XElement element, NamespaceScope scope, int start, int end)
    {
        var after = start;
        for (var node = element.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is XText text && OwnWhiteSpace(text, after, end) is { } own)
            {
                output.Write(source.Span[own]);
            }
            else
            {
                Write(node, scope);
            }

            after = node is XElement written && map is not null && map.TryFind(written, out var place) ? place.End : -1;
        }
    }

    private void Write(XNode node, NamespaceScope scope)
    {
        switch (node)
        {
            case XElement element:
                Write(element, scope);
                break;
            case XCData data:
                Put($"<![CDATA[{XmlConvert.VerifyXmlChars(data.Value)}]]>");
                break;
            case XText text:
                PutEscaped(text.Value, inAttribute: false);
                break;
            case XComment comment:
                Put($"<!--{comment.Value}-->");
                break;
            case XProcessingInstruction instruction:
                Put(instruction.Data.Length == 0 ? $"<?{instruction.Target}?>" : $"<?{instruction.Target} {instruction.Data}?>");
                break;
        }
    }

    /// <summary>The white space beside one of its neighbours in the source, when a reader makes this text of it (XML 1.0, 2.11: line ends).</summary>
    private Range? OwnWhiteSpace(XText text, int after, int contentEnd)
    {
        var before = text.NextNode is XElement next && map is not null && map.TryFind(next, out var entry) ? entry.Start : text.NextNode is null ? contentEnd : -1;
        if (after > 0)
        {
            var length = source.Span[after..].IndexOfAnyExcept(" \t\r\n"u8);
            if (Reads(source.Span.Slice(after, length), text.Value))
            {
                return after..(after + length);
            }
        }

        if (before > 0)
        {
            var start = source.Span[..before].LastIndexOfAnyExcept(" \t\r\n"u8) + 1;
            if (Reads(source.Span[start..before], text.Value))
            {
                return start..before;
            }
        }

        return null;
    }

    private static bool Reads(ReadOnlySpan<byte> own, string value)
    {
        var at = 0;
        for (var from = 0; from < own.Length; from++)
        {
            var isLineEnd = own[from] == (byte)'\r';
            from += isLineEnd && from + 1 < own.Length && own[from + 1] == (byte)'\n' ? 1 : 0;
            if (at == value.Length || value[at++] != (isLineEnd ? '\n' : (char)own[from]))
            {
                return false;
            }
        }

        return at == value.Length && at > 0;
    }

    private static string DeclarationName(XAttribute declaration) =>
        declaration.Name.Namespace == XNamespace.None ? "xmlns" : "xmlns:" + declaration.Name.LocalName;

    private static string Qualified(XName name, bool forAttribute, List<(string Prefix, string Uri)> added, ref NamespaceScope scope)
    {
        var uri = name.NamespaceName;
        if (uri == XNamespace.Xml.NamespaceName)
        {
            return "xml:" + name.LocalName;
        }

        if (uri.Length == 0 && (forAttribute || scope.UriOf("")?.Length == 0))
        {
            return name.LocalName;
        }

        var prefix = scope.PrefixOf(uri, forAttribute);
        if (prefix is null)
        {
            prefix = FreePrefix(uri, forAttribute, scope);
            added.Add((prefix, uri));
            scope = scope.Enter([(prefix, uri)]);
        }

        return prefix.Length == 0 ? name.LocalName : $"{prefix}:{name.LocalName}";
    }

    // Parts of the package itself (content types, relationships) are read by some only when they use no prefix.
    private static string FreePrefix(string uri, bool forAttribute, NamespaceScope scope)
    {
        if (!UsualPrefixes.TryGetValue(uri, out var usual) && !forAttribute)
        {
            return "";
        }

        usual ??= "ns";
        return Enumerable.Range(0, int.MaxValue).Select(number => number == 0 ? usual : $"{usual}{number}").First(prefix => scope.UriOf(prefix) is null);
    }

    private void PutEscaped(string text, bool inAttribute)
    {
        XmlConvert.VerifyXmlChars(text);
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAny(inAttribute ? InAttribute : InText)) >= 0; rest = rest[(at + 1)..])
        {
            Put(rest[..at]);
            Put(rest[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\t' => "&#x9;", '\n' => "&#xA;", _ => "&#xD;" });
        }

        Put(rest);
    }

    private void Put(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, output);
}
