using System.Text;
using System.Text.RegularExpressions;

namespace HandoffOffice.Redlining.Tests;

/// <summary>Breaks packages in the ways that broken software, transport and malice do; the same way for the same source of chance.</summary>
internal static partial class Mutation
{
    private static readonly string[] Names = ["w:ins", "w:del", "w:p", "w:r", "w:tbl", "w:sdtContent", "w:moveFromRangeStart", "w:rPrChange", "x"];
    private static readonly string[] Targets = ["document.xml", "../word/document.xml", "/", "", "..", "styles.xml", "nowhere.xml", "_rels/document.xml.rels", "http://example.org/", "%00", "comments.xml"];

    private static readonly (string Name, Func<Random, byte[], byte[]> Apply)[] Kinds =
    [
        ("bits of the archive", FlipBits),
        ("archive cut short", (chance, file) => file[..chance.Next(1, file.Length)]),
        ("bits of the XML", (chance, file) => InPart(chance, file, IsXml, content => FlipBits(chance, content))),
        ("element deleted", (chance, file) => InElements(chance, file, (xml, one, _) => xml.Remove(one.Start, one.End - one.Start))),
        ("element doubled", (chance, file) => InElements(chance, file, (xml, one, _) => xml.Insert(one.End, xml[one.Start..one.End]))),
        ("element moved", (chance, file) => InElements(chance, file, Move)),
        ("element wrapped", (chance, file) => InElements(chance, file, (xml, one, other) => xml.Insert(one.End, "</" + NameAt(xml, other.Start) + ">").Insert(one.Start, xml[other.Start..other.TagEnd].Replace("/>", ">", StringComparison.Ordinal)))),
        ("tags deleted", (chance, file) => InElements(chance, file, (xml, one, _) => one.TagEnd == one.End ? xml : Unwrap(xml, one))),
        ("attribute changed", (chance, file) => InText(chance, file, Attribute(), match => match.Groups[1].Value + Odd(chance, match.Groups[2].Value) + "\"")),
        ("attribute deleted", (chance, file) => InText(chance, file, Attribute(), _ => "")),
        ("name changed", (chance, file) => InText(chance, file, Name(), match => match.Groups[1].Value + Names[chance.Next(Names.Length)])),
        ("relationship retargeted", (chance, file) => InPart(chance, file, name => name.EndsWith(".rels", StringComparison.Ordinal),
            content => Text(content, xml => Replace(chance, xml, Target(), _ => $"Target=\"{Targets[chance.Next(Targets.Length)]}\"")))),
        ("part deleted", (chance, file) => Rewrite(file, Pick(chance, file, _ => true), _ => null)),
        ("part emptied", (chance, file) => InPart(chance, file, _ => true, _ => [])),
    ];

    /// <summary>The file with one to three faults, and what was done.</summary>
    public static (byte[] File, string What) Of(byte[] file, Random chance)
    {
        var what = new List<string>();
        for (var count = chance.Next(1, 4); count > 0; count--)
        {
            // Whatever was done to the archive itself comes last: nothing else can be done after it.
            var (name, apply) = Kinds[chance.Next(count == 1 ? 0 : 2, Kinds.Length)];
            file = apply(chance, file);
            what.Add(name);
        }

        return (file, string.Join(", ", what));
    }

    private static byte[] FlipBits(Random chance, byte[] content)
    {
        var copy = content.ToArray();
        for (var count = copy.Length == 0 ? 0 : chance.Next(1, 6); count > 0; count--)
        {
            copy[chance.Next(copy.Length)] ^= (byte)(1 << chance.Next(8));
        }

        return copy;
    }

    private static string Move(string xml, Element one, Element other)
    {
        var text = xml[one.Start..one.End];
        return other.End <= one.Start ? xml.Remove(one.Start, text.Length).Insert(other.End, text)
            : other.Start >= one.End ? xml.Insert(other.Start, text).Remove(one.Start, text.Length)
            : xml;
    }

    private static string Unwrap(string xml, Element one)
    {
        var close = xml.LastIndexOf('<', one.End - 1);
        return xml[..one.Start] + xml[one.TagEnd..close] + xml[one.End..];
    }

    private static string Odd(Random chance, string value) => chance.Next(6) switch
    {
        0 => "",
        1 => "-1",
        2 => "99999999999999999999",
        3 => "0",
        4 => value + value,
        _ => "&#x1F680;&amp;\u0000".TrimEnd('\0'),
    };

    private static byte[] InElements(Random chance, byte[] file, Func<string, Element, Element, string> change) => InPart(chance, file, IsXml, content => Text(content, xml =>
    {
        var elements = Elements(xml);
        return elements.Count == 0 ? xml : change(xml, elements[chance.Next(elements.Count)], elements[chance.Next(elements.Count)]);
    }));

    private static byte[] InText(Random chance, byte[] file, Regex pattern, Func<System.Text.RegularExpressions.Match, string> change) =>
        InPart(chance, file, IsXml, content => Text(content, xml => Replace(chance, xml, pattern, change)));

    private static string Replace(Random chance, string xml, Regex pattern, Func<System.Text.RegularExpressions.Match, string> change)
    {
        var matches = pattern.Matches(xml);
        if (matches.Count == 0)
        {
            return xml;
        }

        var match = matches[chance.Next(matches.Count)];
        return xml[..match.Index] + change(match) + xml[(match.Index + match.Length)..];
    }

    private static byte[] Text(byte[] content, Func<string, string> change) => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(content)));

    private static byte[] InPart(Random chance, byte[] file, Func<string, bool> wanted, Func<byte[], byte[]?> change) => Rewrite(file, Pick(chance, file, wanted), change);

    // Mostly the main part: that is where changes are.
    private static string? Pick(Random chance, byte[] file, Func<string, bool> wanted)
    {
        var names = Docx.Names(file).Where(wanted).ToList();
        return names.Count == 0 ? null : names.Contains("word/document.xml") && chance.Next(2) == 0 ? "word/document.xml" : names[chance.Next(names.Count)];
    }

    private static byte[] Rewrite(byte[] file, string? part, Func<byte[], byte[]?> change) => part is null
        ? file
        : Docx.Zip(Docx.Names(file).Select(name => (name, name == part ? change(Docx.RawPart(file, name)) : Docx.RawPart(file, name)))
            .Where(item => item.Item2 is not null).Select(item => (item.name, item.Item2 ?? [])));

    private static List<Element> Elements(string xml)
    {
        var elements = new List<Element>();
        var open = new Stack<(int Start, int TagEnd)>();
        foreach (System.Text.RegularExpressions.Match tag in Tag().Matches(xml))
        {
            var end = tag.Index + tag.Length;
            if (tag.Value[^2] == '/')
            {
                elements.Add(new Element(tag.Index, end, end));
            }
            else if (tag.Value[1] != '/')
            {
                open.Push((tag.Index, end));
            }
            else if (open.TryPop(out var start))
            {
                elements.Add(new Element(start.Start, start.TagEnd, end));
            }
        }

        return elements;
    }

    private static string NameAt(string xml, int start) => Tag().Match(xml, start).Groups[1].Value;

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal);

    private readonly record struct Element(int Start, int TagEnd, int End);

    [GeneratedRegex("""<(?:/?)([A-Za-z][\w:.-]*)(?:[^>"']|"[^"]*"|'[^']*')*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("( [\\w:]+=\")([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("""(<)[A-Za-z][\w:]*(?=[^<>]*/>)""")]
    private static partial Regex Name();

    [GeneratedRegex("Target=\"[^\"]*\"")]
    private static partial Regex Target();
}
