using System.Buffers;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// A part as the text it is, with a flat table of where its elements begin and end. What is copied from it is copied as written, so
/// that nothing is lost that nobody understood. The part has passed <see cref="XmlPartReader.Check"/>: it is well formed and has no DTD.
/// </summary>
internal sealed class XmlText
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private const int LongestDeclaration = 256;

    private readonly XmlSpan[] spans;
    private readonly List<XmlScope> scopes = [];

    private XmlText(string text)
    {
        Text = text;
        // Each element has a start tag; comments and the like are few.
        spans = new XmlSpan[text.AsSpan().Count('<') - text.AsSpan().Count("</")];
    }

    /// <summary>The characters of the part.</summary>
    public string Text { get; }

    /// <summary>The root element.</summary>
    public XmlElement Root => new(this, 0);

    public ref readonly XmlSpan Span(int index) => ref spans[index];

    public XmlScope Scope(int index) => scopes[spans[index].Scope];

    /// <summary>Maps a part. UTF-16 parts are read as such; everything else has been checked to be what its declaration says.</summary>
    public static XmlText Parse(byte[] bytes)
    {
        var map = new XmlText(Decode(bytes));
        map.Scan();
        return map;
    }

    // What is written is UTF-8, so that is what the declaration has to say (XML 1.0, 4.3.3).
    private static string Decode(byte[] bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            [0x3C, 0x00, ..] => Encoding.Unicode.GetString(bytes),
            [0x00, 0x3C, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ => (Declared(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, LongestDeclaration))) is { Name: var name }
                ? Encoding.GetEncoding(name) : Encoding.UTF8).GetString(bytes),
        };
        return Declared(text[..Math.Min(text.Length, LongestDeclaration)]) is { Place: var place, Name: var other } && !other.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? string.Concat(text.AsSpan(0, place), "UTF-8", text.AsSpan(place + other.Length))
            : text;
    }

    private static (int Place, string Name)? Declared(string head)
    {
        var end = head.StartsWith("<?xml ", StringComparison.Ordinal) ? head.IndexOf("?>", StringComparison.Ordinal) : -1;
        var at = end < 0 ? -1 : head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        var quote = at < 0 ? -1 : head.AsSpan(at, end - at).IndexOfAny('"', '\'');
        if (quote < 0)
        {
            return null;
        }

        var start = at + quote + 1;
        return (start, head[start..head.IndexOf(head[start - 1], start)]);
    }

    private void Scan()
    {
        var open = new Stack<int>();
        var text = Text;
        scopes.Add(XmlScope.Empty);
        var scope = 0;
        var count = 0;
        var at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            switch (text[at + 1])
            {
                case '?':
                    at = text.IndexOf("?>", at, StringComparison.Ordinal) + 2;
                    continue;
                case '!':
                    at = text[at + 2] == '-' ? text.IndexOf("-->", at, StringComparison.Ordinal) + 3 : text.IndexOf("]]>", at, StringComparison.Ordinal) + 3;
                    continue;
                case '/':
                    var close = text.IndexOf('>', at) + 1;
                    var ended = open.Pop();
                    ref var span = ref spans[ended];
                    (span.ContentEnd, span.End, span.After) = (at, close, count);
                    scope = open.TryPeek(out var around) ? spans[around].Scope : 0;
                    at = close;
                    continue;
            }

            var nameEnd = at + 1 + text.AsSpan(at + 1).IndexOfAny(NameEnds);
            var bare = text[nameEnd] == '>';
            var end = bare ? nameEnd + 1 : TagEnd(text, nameEnd);
            var empty = text[end - 2] == '/';
            var own = !bare && Declares(text.AsSpan(at, end - at)) ? Enter(scope, at, end) : scope;
            var name = scopes[own].Name(text.AsSpan(at + 1, nameEnd - at - 1));
            var parent = open.TryPeek(out var outer) ? outer : -1;
            spans[count] = new XmlSpan(name, at, end, end, end, parent, count + 1, own);
            if (!empty)
            {
                open.Push(count);
                scope = own;
            }

            count++;

            at = end;
        }
    }

    private static bool Declares(ReadOnlySpan<char> tag) => tag.Contains("xmlns", StringComparison.Ordinal);

    private int Enter(int outer, int start, int end)
    {
        XmlScope? scope = null;
        foreach (var attribute in new XmlAttributes(Text, start, end))
        {
            var name = attribute.Name;
            if (name.SequenceEqual("xmlns") || name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                scope ??= new XmlScope(scopes[outer]);
                scope.Declare(name.Length > 6 ? name[6..].ToString() : "", XmlEscape.Decode(attribute.Value));
            }
        }

        if (scope is null)
        {
            return outer;
        }

        scopes.Add(scope);
        return scopes.Count - 1;
    }

    /// <summary>The place after the '>' that ends the tag which begins at <paramref name="start"/>; a '>' may stand in an attribute's value.</summary>
    public static int TagEnd(string text, int start)
    {
        for (var at = start; ;)
        {
            at += text.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (text[at] == '>')
            {
                return at + 1;
            }

            at = text.IndexOf(text[at], at + 1) + 1;
        }
    }
}

/// <summary>Where an element stands: its tag from <c>Start</c> to <c>Content</c>, its end tag from <c>ContentEnd</c> to <c>End</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Place of its first character.</param>
/// <param name="Content">Place behind its start tag.</param>
/// <param name="ContentEnd">Place of its end tag; equal to <paramref name="End"/> when it has none.</param>
/// <param name="End">Place behind it.</param>
/// <param name="Parent">Index of the element it stands in; -1 for the root.</param>
/// <param name="After">Index of the first element behind it that does not stand in it.</param>
/// <param name="Scope">Which namespace declarations hold for it.</param>
internal record struct XmlSpan(XName Name, int Start, int Content, int ContentEnd, int End, int Parent, int After, int Scope);

/// <summary>Namespace declarations in force (Namespaces in XML 1.0, clause 6).</summary>
internal sealed class XmlScope
{
    public static readonly XmlScope Empty = new();

    private readonly Dictionary<string, string> prefixes;
    private readonly Dictionary<string, XName> names = [];
    private readonly Dictionary<string, XName> attributes = [];

    private XmlScope() => prefixes = new Dictionary<string, string> { ["xml"] = XNamespace.Xml.NamespaceName, [""] = "" };

    public XmlScope(XmlScope outer) => prefixes = new Dictionary<string, string>(outer.prefixes);

    public IReadOnlyDictionary<string, string> Prefixes => prefixes;

    public void Declare(string prefix, string uri) => prefixes[prefix] = uri;

    /// <summary>The name of an element written as <paramref name="qualified"/>.</summary>
    public XName Name(ReadOnlySpan<char> qualified) => Find(names, qualified, byDefault: true);

    /// <summary>The name of an attribute: without a prefix it is in no namespace.</summary>
    public XName Attribute(ReadOnlySpan<char> qualified) => Find(attributes, qualified, byDefault: false);

    private XName Find(Dictionary<string, XName> known, ReadOnlySpan<char> qualified, bool byDefault)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(qualified, out var name))
        {
            return name;
        }

        var colon = qualified.IndexOf(':');
        var uri = colon >= 0 ? prefixes.GetValueOrDefault(qualified[..colon].ToString(), "") : byDefault ? prefixes[""] : "";
        return known[qualified.ToString()] = XName.Get(qualified[(colon + 1)..].ToString(), uri);
    }
}
