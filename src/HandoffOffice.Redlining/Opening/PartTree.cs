using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// A part as a tree, and as the text it was read from. What is not changed in the tree is written with the very characters it was read
/// with: declaration, quotes, entities, white space, order of namespaces, empty tags.
/// </summary>
internal sealed class PartTree
{
    private readonly byte[] source;
    private readonly Encoding? wide;
    private readonly XElement[] originals;

    private PartTree(XDocument xml, byte[] source, Encoding? wide)
    {
        Xml = xml;
        this.source = source;
        this.wide = wide;
        originals = source.Length == 0 ? [] : [.. xml.Descendants()];
    }

    /// <summary>A tree that was made here.</summary>
    public PartTree(XDocument xml)
        : this(xml, [], null)
    {
    }

    public XDocument Xml { get; }

    /// <summary>The tree of a part that passed <see cref="XmlPartReader.Check"/>.</summary>
    public static PartTree Load(byte[] bytes)
    {
        // Parts are UTF-8 or UTF-16 (ECMA-376 Part 2, 8.1.4). Others, which readers take too, are written anew when they change.
        Encoding? wide = bytes is [0xFF, 0xFE, not 0, ..] ? Encoding.Unicode : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : null;
        var utf8 = wide is null ? bytes : Encoding.UTF8.GetBytes(wide.GetString(bytes.AsSpan(2)));
        using var reader = Reader(utf8, wide);
        var xml = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        var keeps = wide is not null || xml.Declaration?.Encoding is not { Length: > 0 } stated || stated.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return new PartTree(xml, keeps ? utf8 : [], wide);
    }

    /// <summary>The bytes of the tree as it is now.</summary>
    public byte[] Save()
    {
        var output = new ArrayBufferWriter<byte>(Math.Max(256, source.Length));
        var scope = NamespaceScope.Outermost();
        if (source.Length == 0)
        {
            new MarkupWriter(output, source, null).WriteNew(Xml, scope);
            return output.WrittenSpan.ToArray();
        }

        using var reader = Reader(source, wide);
        var map = SourceMap.Of(reader, source, originals, scope);
        if (Xml.Root is not { } root || !map.TryFind(root, out var place))
        {
            throw new InvalidOperationException("The root of a part was replaced.");
        }

        output.Write(source.AsSpan(0, place.Start));
        new MarkupWriter(output, source, map).Write(root, scope);
        output.Write(source.AsSpan(place.End));
        return wide is null ? output.WrittenSpan.ToArray() : [.. wide.GetPreamble(), .. wide.GetBytes(Encoding.UTF8.GetString(output.WrittenSpan))];
    }

    // Text that was UTF-16 still says so in its declaration; a text reader is not asked to believe that.
    private static XmlReader Reader(byte[] utf8, Encoding? wide)
    {
        var stream = new MemoryStream(utf8, writable: false);
        return wide is null ? XmlReader.Create(stream, XmlPartReader.Settings) : XmlReader.Create(new StreamReader(stream, Encoding.UTF8), XmlPartReader.Settings);
    }
}
