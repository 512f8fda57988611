using System.Text.RegularExpressions;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>One direct child of <c>w:body</c>: its text in the part as it stands, and that without what says nothing about content.</summary>
internal readonly record struct RawBlock(string Raw, string Content);

/// <summary>Cuts the body of a main document part into its direct children without parsing them, so that bytes can be compared.</summary>
internal static partial class RawBlocks
{
    public static List<RawBlock> Of(RawPackage package)
    {
        var relationships = package.Relationships(package.Main);
        return [.. Cut(package.Text(package.Main)).Select(raw => new RawBlock(raw, Content(raw)))];

        // The same id may lead elsewhere in another file.
        string Content(string raw)
        {
            var targets = Reference().Matches(raw).Select(m => relationships.TryGetValue(m.Groups[1].Value, out var r) ? package.DigestOf(r.Target) : "");
            return EmptyProperties().Replace(Noise().Replace(raw, ""), "") + string.Concat(targets);
        }
    }

    /// <summary>The direct children of the element <c>body</c> inside the root, whatever the prefix.</summary>
    public static IEnumerable<string> Cut(string xml)
    {
        var (depth, inBody, start) = (0, false, 0);
        for (var at = xml.IndexOf('<', StringComparison.Ordinal); at >= 0; at = xml.IndexOf('<', at))
        {
            var end = EndOfMarkup(xml, at);
            var isElement = xml[at + 1] is not ('!' or '?');
            var (closing, empty) = (xml[at + 1] == '/', xml[end - 2] == '/');
            if (isElement && !closing)
            {
                inBody = depth == 1 ? IsBody(xml.AsSpan(at + 1, end - at - 2)) : inBody;
                start = depth == 2 ? at : start;
                depth++;
            }

            if (isElement && (closing || empty))
            {
                depth--;
                if (depth == 2 && inBody)
                {
                    yield return xml[start..end];
                }
            }

            at = end;
        }
    }

    private static bool IsBody(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n/");
        var name = end < 0 ? tag : tag[..end];
        return name[(name.IndexOf(':') + 1)..].SequenceEqual("body");
    }

    private static int EndOfMarkup(string xml, int at)
    {
        foreach (var (opening, ending) in new[] { ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>") })
        {
            if (string.CompareOrdinal(xml, at, opening, 0, opening.Length) == 0)
            {
                return xml.IndexOf(ending, at, StringComparison.Ordinal) + ending.Length;
            }
        }

        for (var quote = '\0'; ; at++)
        {
            var c = xml[at];
            quote = c == quote ? '\0' : quote == '\0' && c is '"' or '\'' && quote == '\0' ? c : quote;
            if (c == '>' && quote == '\0')
            {
                return at + 1;
            }
        }
    }

    [GeneratedRegex("""\s\w+:rsid\w*=("[^"]*"|'[^']*')|<\w+:proofErr\b[^>]*/>|<\w+:lang\b[^>]*/>""", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex("""<w:rPr\s*/>|<w:rPr>\s*</w:rPr>""", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyProperties();

    [GeneratedRegex("""\sr:\w+=["']([^"']*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
