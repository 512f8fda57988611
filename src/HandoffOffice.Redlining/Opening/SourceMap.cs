using System.Xml;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Where each element of a tree stands in the text it was read from, and whether it still says what that text says. Made when a part is
/// written, by reading the text once more beside the tree: no change can escape it, whichever way the tree was changed, and until then it costs nothing.
/// </summary>
internal sealed class SourceMap
{
    private readonly Dictionary<XElement, int> numbers;
    private readonly Entry[] entries;

    private SourceMap(XElement[] originals)
    {
        entries = new Entry[originals.Length];
        numbers = new Dictionary<XElement, int>(originals.Length, ReferenceEqualityComparer.Instance);
        for (var number = 0; number < originals.Length; number++)
        {
            numbers[originals[number]] = number;
        }
    }

    /// <summary>One element in the text.</summary>
    internal struct Entry
    {
        /// <summary>Where the start tag begins.</summary>
        public int Start;

        /// <summary>Behind the start tag.</summary>
        public int TagEnd;

        /// <summary>Behind the end tag.</summary>
        public int End;

        /// <summary>The prefixes in scope around it.</summary>
        public NamespaceScope Outer;

        /// <summary>The prefixes in scope inside.</summary>
        public NamespaceScope Inner;

        /// <summary>Whether name and attributes are still the same.</summary>
        public bool SameTag;

        /// <summary>Whether all of it is still the same.</summary>
        public bool Same;
    }

    /// <summary>Reads the text once more.</summary>
    /// <param name="reader">At the beginning of the text.</param>
    /// <param name="text">The same text as UTF-8.</param>
    /// <param name="originals">The elements that were made from it, in document order.</param>
    /// <param name="outermost">The scope around the root.</param>
    public static SourceMap Of(XmlReader reader, ReadOnlySpan<byte> text, XElement[] originals, NamespaceScope outermost)
    {
        var map = new SourceMap(originals);
        map.Read(reader, new RawScanner(text), originals, outermost);
        return map;
    }

    /// <summary>Where an element came from; false for one that was made later.</summary>
    public bool TryFind(XElement element, out Entry entry)
    {
        var found = numbers.TryGetValue(element, out var number);
        entry = found ? entries[number] : default;
        return found;
    }

    private void Read(XmlReader reader, RawScanner scanner, XElement[] originals, NamespaceScope outermost)
    {
        var open = new Stack<Comparison>();
        var declared = new List<(string, string)>();
        for (var count = 0; reader.Read();)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    scanner.Next();
                    var element = originals[count];
                    open.TryPeek(out var parent);
                    parent?.Meet(element);
                    ref var entry = ref entries[count];
                    declared.Clear();
                    entry.SameTag = IsSameTag(reader, element, declared);
                    (entry.Start, entry.TagEnd, entry.End) = (scanner.Start, scanner.End, scanner.End);
                    entry.Outer = parent is null ? outermost : entries[parent.Number].Inner;
                    entry.Inner = entry.Outer.Enter(declared);
                    var comparison = new Comparison(element, count++, entry.SameTag);
                    if (reader.IsEmptyElement)
                    {
                        Close(comparison, parent, scanner.End);
                    }
                    else
                    {
                        open.Push(comparison);
                    }

                    break;
                case XmlNodeType.EndElement:
                    scanner.Next();
                    var closed = open.Pop();
                    open.TryPeek(out var around);
                    Close(closed, around, scanner.End);
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open.TryPeek(out var holder);
                    holder?.Meet(reader.Value);
                    break;
                case XmlNodeType.CDATA:
                    scanner.Next();
                    open.Peek().Meet(reader.Value);
                    break;
                case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction or XmlNodeType.XmlDeclaration:
                    scanner.Next();
                    open.TryPeek(out var owner);
                    owner?.MeetAside();
                    break;
            }
        }
    }

    private void Close(Comparison element, Comparison? parent, int end)
    {
        entries[element.Number].End = end;
        entries[element.Number].Same = element.EndsSame();
        if (parent is not null && !entries[element.Number].Same)
        {
            parent.Differ();
        }
    }

    private static bool IsSameTag(XmlReader reader, XElement element, List<(string Prefix, string Uri)> declared)
    {
        var same = element.Name.LocalName == reader.LocalName && element.Name.NamespaceName == reader.NamespaceURI;
        var attribute = element.FirstAttribute;
        while (reader.MoveToNextAttribute())
        {
            var isDefault = reader.Prefix.Length == 0 && reader.LocalName == "xmlns";
            if (isDefault || reader.Prefix == "xmlns")
            {
                declared.Add((isDefault ? "" : reader.LocalName, reader.Value));
            }

            same = same && attribute is not null && attribute.Name.LocalName == reader.LocalName
                && (isDefault || attribute.Name.NamespaceName == reader.NamespaceURI) && attribute.Value == reader.Value;
            attribute = attribute?.NextAttribute;
        }

        reader.MoveToElement();
        return same && attribute is null;
    }

    /// <summary>An element of the tree, followed along its text.</summary>
    private sealed class Comparison(XElement element, int number, bool same)
    {
        // Asking an element that holds text alone for its nodes would make a node of the text for each of them.
        private readonly bool plain = !element.HasElements;
        private XNode? next = element.HasElements ? element.FirstNode : null;
        private string text = "";

        public int Number => number;

        public void Differ() => same = false;

        public void Meet(XElement child) => Advance(next == child);

        public void MeetAside() => Advance(plain || next is XComment or XProcessingInstruction);

        public void Meet(string value)
        {
            if (plain)
            {
                text = text.Length == 0 ? value : text + value;
            }
            else
            {
                Advance(next is XText node && node.Value == value);
            }
        }

        public bool EndsSame() => same && next is null && (!plain || element.Value == text);

        private void Advance(bool asBefore)
        {
            same = same && asBefore;
            next = same ? next?.NextNode : null;
        }
    }
}
