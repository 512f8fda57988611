using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The comments of a package and the places they hang on (17.13.4).</summary>
internal static class CommentParts
{
    public static readonly XName Reference = W.Ns + "commentReference";
    public static readonly XName RangeStart = W.Ns + "commentRangeStart";
    public static readonly XName RangeEnd = W.Ns + "commentRangeEnd";

    // Replies, resolved marks and durable ids of comments, each in a part of its own ([MS-DOCX] 2.5.4.2 and on).
    private static readonly string[] Extensions = ["commentsExtended", "commentsIds", "commentsExtensible"];

    public static IEnumerable<XElement> In(WordPackage package) => package.Related("comments")?.Xml.Root?.Elements(W.Ns + "comment") ?? [];

    /// <summary>The ids of comments that hang on a place in the text.</summary>
    public static HashSet<string> Referenced(WordPackage package) =>
    [
        .. package.Parts().SelectMany(part => part.Xml.Descendants(Reference)).Select(e => (string?)e.Attribute(W.Id)).OfType<string>(),
    ];

    /// <summary>Takes out the comments whose place went with a decision.</summary>
    public static void RemoveLost(WordPackage package, HashSet<string> before)
    {
        before.ExceptWith(Referenced(package));
        if (before.Count > 0)
        {
            Remove(package, before);
        }
    }

    /// <summary>
    /// The ids of the comments whose mark stands in a deletion by the hand of the comment's author, of the same moment: they say why the words are
    /// to go, and mean nothing once the words stay.
    /// </summary>
    public static HashSet<string> ReasonsOf(WordPackage package, IEnumerable<TrackedChange> deletions)
    {
        var marks = deletions.SelectMany(deletion => deletion.Element.Descendants(Reference), (deletion, mark) => (deletion, Id: (string?)mark.Attribute(W.Id) ?? "")).ToList();
        if (marks.Count == 0)
        {
            return [];
        }

        var hands = In(package).ToLookup(comment => (string?)comment.Attribute(W.Id) ?? "", comment => ((string?)comment.Attribute(W.Author), (string?)comment.Attribute(W.Date)));
        return [.. marks.Where(mark => hands[mark.Id].Contains((mark.deletion.Author, mark.deletion.DateText))).Select(mark => mark.Id)];
    }

    /// <summary>Takes out comments with their marks; the part too, when it was plain and is empty.</summary>
    public static void Remove(WordPackage package, IReadOnlySet<string> ids)
    {
        foreach (var part in package.Parts())
        {
            var marks = part.Xml.Descendants().Where(e => (e.Name == Reference || e.Name == RangeStart || e.Name == RangeEnd) && Is(e, ids)).ToList();
            foreach (var mark in marks)
            {
                var run = mark.Parent;
                mark.Remove();
                if (run?.Name == W.R && run.Elements().All(e => e.Name == W.RPr))
                {
                    run.Remove();
                }
            }

            if (marks.Count > 0)
            {
                package.Changed(part);
            }
        }

        if (package.Related("comments") is not { Xml.Root: { } root } comments)
        {
            return;
        }

        var gone = root.Elements(W.Ns + "comment").Where(comment => Is(comment, ids)).ToList();
        var paragraphs = gone.Descendants(W.P).Select(p => (string?)p.Attribute(W.Word2010 + "paraId")).OfType<string>().ToHashSet();
        gone.ForEach(comment => comment.Remove());
        package.Changed(comments);
        RemoveExtensions(package, paragraphs);
        if (!root.HasElements && !Extensions.Any(kind => Extension(package, kind) is not null))
        {
            package.Remove(comments);
        }
    }

    private static void RemoveExtensions(WordPackage package, HashSet<string> paragraphs)
    {
        var durable = new HashSet<string>();
        foreach (var part in Extensions.Select(kind => Extension(package, kind)).OfType<WordPart>())
        {
            var gone = part.Xml.Root?.Elements().Where(e => e.Attributes().Any(a => a.Name.LocalName == "paraId" && paragraphs.Contains(a.Value)
                || a.Name.LocalName == "durableId" && durable.Contains(a.Value))).ToList() ?? [];
            durable.UnionWith(gone.Attributes().Where(a => a.Name.LocalName == "durableId").Select(a => a.Value));
            gone.ForEach(e => e.Remove());
            package.Changed(part);
        }
    }

    private static WordPart? Extension(WordPackage package, string kind) => package.OfType($"{PackageRules.WordType}{kind}+xml");

    private static bool Is(XElement element, IReadOnlySet<string> ids) => (string?)element.Attribute(W.Id) is { } id && ids.Contains(id);
}
