using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Faults of revision markup that a schema does not see. Each is one line; a fault that an input has too is not the comparison's.</summary>
internal static class MarkupFaults
{
    private static readonly HashSet<string> Ranges = ["moveFromRangeStart", "moveToRangeStart"];

    /// <summary>Of a file with its tracked changes in it.</summary>
    public static List<string> Of(RawPackage package) =>
    [
        .. DuplicateIds(package),
        .. package.StoryParts().SelectMany(part => Unsigned(part.Root).Concat(DeletedText(part.Root)).Concat(Moves(part.Root)).Select(fault => $"{fault} in {part.Name}")),
    ];

    /// <summary>Of a settled file: each field begins, separates and ends once, in its own story, note or text box (ECMA-376 Part 1, 17.16.18).</summary>
    public static List<string> OfFields(RawPackage settled) =>
        [.. settled.StoryParts().SelectMany(part => Scopes(part.Root).SelectMany(Fields).Select(fault => $"{fault} in {part.Name}"))];

    private static IEnumerable<string> DuplicateIds(RawPackage package)
    {
        var roots = package.StoryParts().Select(part => part.Root).ToList();
        return Duplicates("revision id", roots.SelectMany(Ooxml.RevisionsOf).Attributes(Ooxml.Id))
            .Concat(Duplicates("bookmark id", roots.Descendants(Ooxml.W + "bookmarkStart").Where(e => !Ooxml.InFallback(e)).Attributes(Ooxml.Id)))
            .Concat(Duplicates("bookmark name", roots.Descendants(Ooxml.W + "bookmarkStart").Where(e => !Ooxml.InFallback(e)).Attributes(Ooxml.W + "name")))
            .Concat(Duplicates("docPr id", roots.Descendants().Where(e => e.Name.LocalName == "docPr" && !Ooxml.InFallback(e)).Attributes("id")))
            .Concat(Duplicates("shape id", roots.Descendants().Where(e => e.Name.Namespace == Ooxml.Vml && e.Name.LocalName != "shapetype").Attributes("id")))
            .Concat(Duplicates("shape spid", roots.Descendants().Attributes(Ooxml.VmlOffice + "spid")));
    }

    private static IEnumerable<string> Duplicates(string what, IEnumerable<XAttribute> ids) =>
        ids.GroupBy(id => id.Value).Where(group => group.Count() > 1).Select(group => $"{what} {group.Key} is there {group.Count()} times");

    // The change of a table grid can carry neither (17.13.5.33).
    private static IEnumerable<string> Unsigned(XElement root) =>
        Ooxml.RevisionsOf(root).Where(e => e.Name.LocalName != "tblGridChange")
            .Where(e => string.IsNullOrWhiteSpace((string?)e.Attribute(Ooxml.Author))
                || !DateTimeOffset.TryParse((string?)e.Attribute(Ooxml.Date), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            .Select(e => $"{e.Name.LocalName} without author or date");

    // A text box that hangs in a deleted run keeps its own text: it goes as a whole.
    private static IEnumerable<string> DeletedText(XElement root) =>
        from e in root.Descendants()
        where e.Name.Namespace == Ooxml.W && e.Name.LocalName is "t" or "delText" or "instrText" or "delInstrText"
        let inDeletion = e.Ancestors().TakeWhile(a => a.Name != Ooxml.TextBox).Any(a => a.Name == Ooxml.W + "del")
        let inMove = e.Ancestors().TakeWhile(a => a.Name != Ooxml.TextBox).Any(a => a.Name == Ooxml.W + "moveFrom")
        where inDeletion != e.Name.LocalName.StartsWith("del", StringComparison.Ordinal) && !(inMove && !inDeletion)
        select $"{e.Name.LocalName} {(inDeletion ? "inside" : "outside")} a deletion";

    private static IEnumerable<string> Moves(XElement root)
    {
        var starts = root.Descendants().Where(e => Ranges.Contains(e.Name.LocalName) && !Ooxml.InFallback(e)).ToList();
        var names = starts.ToLookup(e => (string?)e.Attribute(Ooxml.W + "name") ?? "", e => e.Name.LocalName);
        foreach (var move in names.Where(move => !move.Order().SequenceEqual(["moveFromRangeStart", "moveToRangeStart"])))
        {
            yield return $"move '{move.Key}' has {string.Join(" and ", move)}";
        }

        foreach (var start in starts)
        {
            var end = start.Name.LocalName.Replace("Start", "End", StringComparison.Ordinal);
            if (root.Descendants(Ooxml.W + end).Count(e => !Ooxml.InFallback(e) && (string?)e.Attribute(Ooxml.Id) == (string?)start.Attribute(Ooxml.Id)) != 1)
            {
                yield return $"{start.Name.LocalName} without one end";
            }
        }

        var open = 0;
        foreach (var element in root.Descendants().Where(e => e.Name.Namespace == Ooxml.W && !Ooxml.InFallback(e)))
        {
            open += element.Name.LocalName switch { "moveFromRangeStart" or "moveToRangeStart" => 1, "moveFromRangeEnd" or "moveToRangeEnd" => -1, _ => 0 };
            if (open == 0 && element.Name.LocalName is "moveFrom" or "moveTo" && Ooxml.IsRevision(element) && element.Parent?.Name != Ooxml.W + "rPr")
            {
                yield return $"{element.Name.LocalName} outside a range";
            }
        }
    }

    private static IEnumerable<List<XElement>> Scopes(XElement root) =>
        root.Descendants(Ooxml.W + "fldChar").Where(e => !Ooxml.InFallback(e))
            .GroupBy(e => e.Ancestors().FirstOrDefault(a => a.Name == Ooxml.TextBox || a.Parent == root))
            .Select(group => group.Key is { } scope && scope.Name == Ooxml.W + "body" ? group.Where(e => !e.Ancestors(Ooxml.TextBox).Any()).ToList() : [.. group]);

    private static IEnumerable<string> Fields(List<XElement> characters)
    {
        var open = new Stack<bool>();
        foreach (var type in characters.Select(e => (string?)e.Attribute(Ooxml.W + "fldCharType")))
        {
            if (type == "begin")
            {
                open.Push(false);
            }
            else if (open.Count == 0)
            {
                yield return $"fldChar {type} without begin";
            }
            else if (open.Pop() && type == "separate")
            {
                yield return "fldChar separate twice";
            }
            else if (type == "separate")
            {
                open.Push(true);
            }
        }

        foreach (var _ in open)
        {
            yield return "fldChar begin without end";
        }
    }
}
