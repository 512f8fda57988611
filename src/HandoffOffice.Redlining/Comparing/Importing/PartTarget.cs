using System.Buffers;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>A part of the original that is being written: which prefixes it has for which namespaces, and which it gets.</summary>
internal sealed class PartTarget
{
    private readonly Dictionary<string, string> prefixes = [];
    private readonly Dictionary<string, string> written = [];
    private readonly HashSet<string> taken;
    private readonly List<(string Prefix, string Uri)> declared = [];
    private readonly HashSet<string> ignorable = [];

    public PartTarget(SidePart part)
    {
        Part = part;
        var scope = part.Map.Scope(0).Prefixes;
        taken = [.. scope.Keys];
        foreach (var (prefix, uri) in scope)
        {
            // A name of an attribute needs a prefix, so one with a prefix is preferred to the default namespace.
            if (prefix.Length > 0 || !prefixes.ContainsKey(uri))
            {
                prefixes[uri] = prefix;
            }
        }
    }

    public SidePart Part { get; }

    /// <summary>The prefix of WordprocessingML with its colon.</summary>
    public string Word => Prefix(W.Ns.NamespaceName, "w");

    /// <summary>The prefix of a namespace with its colon; declared at the root if need be.</summary>
    public string Prefix(string uri, string suggested, bool mayBeIgnored = false)
    {
        if (Known(uri) is { } known)
        {
            return known;
        }

        if (!prefixes.TryGetValue(uri, out var prefix) || (prefix.Length == 0 && taken.Contains("")))
        {
            prefix = suggested.Length > 0 && !taken.Contains(suggested)
                ? suggested
                : Enumerable.Range(1, int.MaxValue - 1).Select(n => $"ns{n}").First(candidate => !taken.Contains(candidate));
            taken.Add(prefix);
            prefixes[uri] = prefix;
            declared.Add((prefix, uri));
            if (mayBeIgnored)
            {
                ignorable.Add(prefix);
            }
        }

        return written[uri] = prefix + ":";
    }

    /// <summary>The prefix of a namespace with its colon, if it was asked for before.</summary>
    public string? Known(string uri) => uri.Length == 0 ? "" : written.GetValueOrDefault(uri);

    /// <summary>The root's start tag, with the declarations that were added.</summary>
    public string RootTag()
    {
        var root = Part.Map.Root;
        var tag = root.StartTag.ToString();
        if (ignorable.Count > 0)
        {
            var list = root.Attribute(W.Compatibility + "Ignorable");
            var name = Prefix(W.Compatibility.NamespaceName, "mc") + "Ignorable";
            tag = list is null
                ? AddToTag(tag, $" {name}=\"{string.Join(' ', ignorable.Order(StringComparer.Ordinal))}\"")
                : tag.Replace($"{name}=\"{list}\"", $"{name}=\"{list} {string.Join(' ', ignorable.Order(StringComparer.Ordinal))}\"", StringComparison.Ordinal);
        }

        return declared.Count == 0 ? tag : AddToTag(tag, string.Concat(declared.Select(d => $" xmlns:{d.Prefix}=\"{XmlEscape.Attribute(d.Uri)}\"")));
    }

    /// <summary>The part with another inside of an element that is not empty: the body of its root.</summary>
    public byte[] WithInside(XmlElement element, StringBuilder inner)
    {
        var (text, root, tag) = (Part.Map.Text, Part.Map.Root, RootTag());
        var before = text.AsSpan(root.Span.Content, element.Span.Content - root.Span.Content);
        var after = text.AsSpan(element.Span.ContentEnd);
        var length = root.Span.Start + tag.Length + before.Length + inner.Length + after.Length;
        var characters = ArrayPool<char>.Shared.Rent(length);
        try
        {
            var at = characters.AsSpan(0, length);
            text.AsSpan(0, root.Span.Start).CopyTo(at);
            at = at[root.Span.Start..];
            tag.CopyTo(at);
            at = at[tag.Length..];
            before.CopyTo(at);
            at = at[before.Length..];
            inner.CopyTo(0, at, inner.Length);
            after.CopyTo(at[inner.Length..]);
            return Encoding.UTF8.GetBytes(characters, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>The part with another inside of its root.</summary>
    public byte[] WithInside(string inner)
    {
        var (map, root) = (Part.Map, Part.Map.Root);
        var tag = RootTag();
        return Encoding.UTF8.GetBytes(root.IsEmpty
            ? $"{map.Text.AsSpan(0, root.Span.Start)}{tag[..^2]}>{inner}</{root.QualifiedName}>{map.Text.AsSpan(root.Span.End)}"
            : $"{map.Text.AsSpan(0, root.Span.Start)}{tag}{inner}{map.Text.AsSpan(root.Span.ContentEnd)}");
    }

    /// <summary>The part with something more at the end of its root.</summary>
    public byte[] InsertAtEnd(string markup) => WithInside($"{Part.Map.Root.Inner}{markup}");

    private static string AddToTag(string tag, string attributes) =>
        tag.EndsWith("/>", StringComparison.Ordinal) ? tag[..^2] + attributes + "/>" : tag[..^1] + attributes + ">";
}
