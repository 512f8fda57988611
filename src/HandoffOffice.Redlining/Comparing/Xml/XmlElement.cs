using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>An element of an <see cref="XmlText"/>.</summary>
internal readonly struct XmlElement(XmlText map, int index) : IEquatable<XmlElement>
{
    public XmlText Map => map;

    public int Index => index;

    public ref readonly XmlSpan Span => ref map.Span(index);

    public XName Name => Span.Name;

    public XmlElement? Parent => Span.Parent < 0 ? null : new XmlElement(map, Span.Parent);

    /// <summary>The element as written.</summary>
    public ReadOnlySpan<char> Raw => map.Text.AsSpan(Span.Start, Span.End - Span.Start);

    /// <summary>What stands between its tags, as written.</summary>
    public ReadOnlySpan<char> Inner => map.Text.AsSpan(Span.Content, Span.ContentEnd - Span.Content);

    /// <summary>Its start tag as written.</summary>
    public ReadOnlySpan<char> StartTag => map.Text.AsSpan(Span.Start, Span.Content - Span.Start);

    /// <summary>Its start tag as written, but not one that ends the element.</summary>
    public string OpenTag => IsEmpty ? string.Concat(StartTag[..^2].TrimEnd(), ">") : StartTag.ToString();

    public bool IsEmpty => Span.ContentEnd == Span.End;

    /// <summary>Its name as written, with the prefix.</summary>
    public ReadOnlySpan<char> QualifiedName
    {
        get
        {
            var tag = StartTag[1..^1].TrimEnd('/');
            var end = tag.IndexOfAny(" \t\r\n");
            return end < 0 ? tag : tag[..end];
        }
    }

    /// <summary>Its text, where it has no elements: references and CDATA sections resolved.</summary>
    public string Text => XmlEscape.Decode(Inner);

    /// <summary>Appends the text in it, at any depth (<c>w:t</c>).</summary>
    public void AppendText(TextBuffer text)
    {
        for (var at = index + 1; at < Span.After; at++)
        {
            if (map.Span(at).Name == W.T)
            {
                new XmlElement(map, at).AppendTo(text);
            }
        }
    }

    /// <summary>Appends its text, where it has no elements.</summary>
    public void AppendTo(StringBuilder target)
    {
        var written = Inner;
        target.Append(XmlEscape.IsPlain(written) ? written : XmlEscape.Decode(written));
    }

    /// <inheritdoc cref="AppendTo(StringBuilder)"/>
    public void AppendTo(TextBuffer target)
    {
        var written = Inner;
        target.Append(XmlEscape.IsPlain(written) ? written : XmlEscape.Decode(written));
    }

    public XmlAttributes Attributes => new(map.Text, Span.Start, Span.Content);

    public XmlChildren Children => new(map, index);

    public XmlElement? Child(XName name)
    {
        var end = Span.After;
        for (var at = index + 1; at < end; at = map.Span(at).After)
        {
            if (map.Span(at).Name == name)
            {
                return new XmlElement(map, at);
            }
        }

        return null;
    }

    public string? Attribute(XName name)
    {
        var scope = map.Scope(index);
        foreach (var attribute in Attributes)
        {
            if (scope.Attribute(attribute.Name) == name)
            {
                return XmlEscape.Decode(attribute.Value);
            }
        }

        return null;
    }

    /// <summary>The <c>w:val</c> of a child.</summary>
    public string? ChildValue(XName name) => Child(name)?.Attribute(W.Val);

    /// <summary>Everything in it, at any depth, in document order.</summary>
    public IEnumerable<XmlElement> Descendants()
    {
        for (var at = index + 1; at < Span.After; at++)
        {
            yield return new XmlElement(map, at);
        }
    }

    /// <summary>Those of a name.</summary>
    public IEnumerable<XmlElement> Descendants(XName name)
    {
        for (var at = index + 1; at < Span.After; at++)
        {
            if (map.Span(at).Name == name)
            {
                yield return new XmlElement(map, at);
            }
        }
    }

    public bool Has(XName descendant)
    {
        for (var at = index + 1; at < Span.After; at++)
        {
            if (map.Span(at).Name == descendant)
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(XmlElement other) => ReferenceEquals(map, other.Map) && index == other.Index;

    public override bool Equals(object? obj) => obj is XmlElement other && Equals(other);

    public override int GetHashCode() => index;
}

/// <summary>The elements directly in another.</summary>
internal struct XmlChildren(XmlText map, int parent)
{
    private readonly int end = map.Span(parent).After;
    private int next = parent + 1;

    public XmlElement Current { get; private set; }

    public readonly XmlChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next >= end)
        {
            return false;
        }

        Current = new XmlElement(map, next);
        next = map.Span(next).After;
        return true;
    }

    public readonly List<XmlElement> ToList()
    {
        var list = new List<XmlElement>();
        foreach (var child in this)
        {
            list.Add(child);
        }

        return list;
    }
}

/// <summary>An attribute as written.</summary>
internal readonly ref struct XmlAttributeText(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
{
    public ReadOnlySpan<char> Name { get; } = name;

    public ReadOnlySpan<char> Value { get; } = value;
}

/// <summary>The attributes of a start tag, in the order in which they are written.</summary>
internal ref struct XmlAttributes
{
    private readonly ReadOnlySpan<char> tag;
    private int at;

    public XmlAttributes(string text, int start, int end)
    {
        tag = text.AsSpan(start, end - start);
        at = 0;
        SkipName();
    }

    public XmlAttributeText Current { get; private set; }

    public readonly XmlAttributes GetEnumerator() => this;

    public bool MoveNext()
    {
        while (at < tag.Length && char.IsWhiteSpace(tag[at]))
        {
            at++;
        }

        if (at >= tag.Length || tag[at] is '/' or '>')
        {
            return false;
        }

        var nameStart = at;
        while (tag[at] is not ('=' or ' ' or '\t' or '\r' or '\n'))
        {
            at++;
        }

        var name = tag[nameStart..at];
        while (tag[at] is not ('"' or '\''))
        {
            at++;
        }

        var quote = tag[at++];
        var length = tag[at..].IndexOf(quote);
        Current = new XmlAttributeText(name, tag.Slice(at, length));
        at += length + 1;
        return true;
    }

    private void SkipName()
    {
        while (at < tag.Length && tag[at] is not (' ' or '\t' or '\r' or '\n' or '/' or '>'))
        {
            at++;
        }
    }
}
