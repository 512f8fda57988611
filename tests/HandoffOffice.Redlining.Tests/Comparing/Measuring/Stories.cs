using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>
/// The stories of a settled document by what they are to a reader: a note by the place of its reference, a header by section and type.
/// Part names and the order of notes in their part say nothing to a reader, and two documents need not agree in them.
/// </summary>
internal static class Stories
{
    /// <summary>Role and paragraphs. The file has no tracked change.</summary>
    public static List<(string Role, List<string> Paragraphs)> ByRole(ReadOnlyMemory<byte> settled)
    {
        var package = RawPackage.Of(settled);
        var texts = DocumentText.Read(settled, RevisionView.Accepted).ToDictionary(story => story.Part.TrimStart('/'), story => story.Paragraphs);
        var main = package.Tree(package.Main);
        List<(string, List<string>)> stories = [("body", [.. texts[package.Main]])];
        stories.AddRange(HeadersAndFooters(package, main, texts));
        foreach (var (name, kind, root) in package.StoryParts().Where(part => part.Kind is "footnotes" or "endnotes"))
        {
            stories.AddRange(Notes(kind, root, texts[name], main));
        }

        return stories;
    }

    /// <summary>The sequence that a story is part of: all footnotes are one, so that a new one does not set all later ones against each other.</summary>
    public static string Sequence(string role) => role.StartsWith("footnotes", StringComparison.Ordinal) || role.StartsWith("endnotes", StringComparison.Ordinal)
        ? role[..role.IndexOf(' ', StringComparison.Ordinal)]
        : role;

    /// <summary>What differs between two lists of stories, in one line; null when nothing does.</summary>
    public static string? Difference(IReadOnlyList<(string Role, List<string> Paragraphs)> expected, IReadOnlyList<(string Role, List<string> Paragraphs)> actual)
    {
        var mine = actual.ToLookup(story => story.Role, story => story.Paragraphs);
        foreach (var story in expected.Where(story => !mine.Contains(story.Role)))
        {
            return $"{story.Role} is missing";
        }

        var theirs = expected.ToLookup(story => story.Role, story => story.Paragraphs);
        foreach (var (role, paragraphs) in actual)
        {
            var wanted = theirs[role].FirstOrDefault();
            if (wanted is null || !Lines(wanted).SequenceEqual(Lines(paragraphs)))
            {
                return wanted is null ? $"{role} is too many" : $"{role}: {FirstDifference(wanted, paragraphs)}";
            }
        }

        return null;
    }

    // A note without any paragraph, which some programs write, has the text of one with an empty paragraph.
    private static IEnumerable<string> Lines(List<string> paragraphs) => paragraphs.DefaultIfEmpty("");

    private static string FirstDifference(List<string> expected, List<string> actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var (wanted, found) = (expected.ElementAtOrDefault(at), actual.ElementAtOrDefault(at));
        var from = Math.Max(0, (wanted ?? "").Zip(found ?? "").TakeWhile(pair => pair.First == pair.Second).Count() - 40);
        return $"paragraph {at} of {expected.Count} is {Shown(found, from)}, not {Shown(wanted, from)} ({actual.Count} paragraphs)";
    }

    private static string Shown(string? text, int from) => text is null
        ? "(none)"
        : $"{(from > 0 ? "..." : "")}'{string.Concat(text[Math.Min(from, text.Length)..Math.Min(from + 120, text.Length)].Select(c => c is > ' ' and < '\u0080' or ' ' || char.IsLetter(c) ? $"{c}" : $"\\u{(int)c:X4}"))}'";

    // What a section shows: its own, or that of the section before it (17.10.1); an empty one is none.
    private static IEnumerable<(string Role, List<string> Paragraphs)> HeadersAndFooters(RawPackage package, XElement main, Dictionary<string, IReadOnlyList<string>> texts)
    {
        var relationships = package.Relationships(package.Main);
        var shown = new Dictionary<string, string>();
        var sections = main.Descendants(Ooxml.W + "sectPr").Where(section => !Ooxml.InFallback(section) && section.Parent?.Name != Ooxml.W + "sectPrChange");
        foreach (var (section, number) in sections.Select((section, number) => (section, number)))
        {
            foreach (var reference in section.Elements().Where(e => e.Name == Ooxml.W + "headerReference" || e.Name == Ooxml.W + "footerReference"))
            {
                shown[$"{reference.Name.LocalName[..6]} {(string?)reference.Attribute(Ooxml.W + "type")}"] = relationships[(string?)reference.Attribute(Ooxml.R + "id") ?? ""].Target;
            }

            foreach (var (place, part) in shown.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(pair => texts[pair.Value].Any(text => text.Length > 0)))
            {
                yield return ($"{place[..6]} {number}{place[6..]}", [.. texts[part]]);
            }
        }
    }

    private static IEnumerable<(string Role, List<string> Paragraphs)> Notes(string kind, XElement root, IReadOnlyList<string> paragraphs, XElement main)
    {
        var notes = new Dictionary<string, (bool Separator, List<string> Paragraphs)>();
        var at = 0;
        foreach (var note in root.Elements())
        {
            var count = note.Descendants(Ooxml.P).Count(IsRead);
            notes[(string?)note.Attribute(Ooxml.Id) ?? ""] = (note.Attribute(Ooxml.W + "type") is not null, [.. paragraphs.Skip(at).Take(count)]);
            at += count;
        }

        var referred = main.Descendants(Ooxml.W + (kind[..^1] + "Reference")).Where(e => !Ooxml.InFallback(e)).Select(e => (string?)e.Attribute(Ooxml.Id) ?? "").ToList();
        var shown = referred.Select((id, number) => ($"{kind} {number}", notes[id].Paragraphs));

        // What nobody refers to is not on the page; empty, it is nothing at all.
        var left = notes.Where(note => !referred.Contains(note.Key) && !note.Value.Separator && note.Value.Paragraphs.Exists(text => text.Length > 0))
            .Select((note, number) => ($"{kind} unreferred {number}", note.Value.Paragraphs));
        return shown.Concat(left);
    }

    // DocumentText leaves out fallbacks, and reads the placeholder of an empty content control as one empty paragraph.
    private static bool IsRead(XElement paragraph)
    {
        var placeholder = paragraph.Ancestors(Ooxml.W + "sdt").FirstOrDefault(control => control.Element(Ooxml.W + "sdtPr")?.Element(Ooxml.W + "showingPlcHdr") is { } showing
            && (string?)showing.Attribute(Ooxml.W + "val") is not ("0" or "false" or "off"));
        return !Ooxml.InFallback(paragraph) && (placeholder is null || placeholder.Descendants(Ooxml.P).First() == paragraph);
    }
}
