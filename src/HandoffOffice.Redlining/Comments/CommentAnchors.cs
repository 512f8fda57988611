using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The words that comments hang on, found in one walk through the parts.</summary>
internal sealed class CommentAnchors
{
    private readonly Dictionary<string, (WordPart Part, int Start, int End, string Text)> anchors = [];
    private long size;

    private CommentAnchors()
    {
    }

    /// <summary>Reads the package.</summary>
    /// <exception cref="DocumentRefusedException">Comments that overlap by the thousand: their words together are longer than the largest document.</exception>
    public static CommentAnchors Of(WordPackage package)
    {
        var result = new CommentAnchors();
        foreach (var part in package.Parts())
        {
            result.Read(part);
        }

        return result;
    }

    /// <summary>The part that refers to the comment and the words between its marks there; both empty when nothing refers to it.</summary>
    public (string Part, string Words) Find(string id) => anchors.TryGetValue(id, out var anchor) ? (anchor.Part.Uri, anchor.Text[anchor.Start..anchor.End]) : ("", "");

    private void Read(WordPart part)
    {
        var text = new StringBuilder();
        var open = new Dictionary<string, int>();
        var ranges = new Dictionary<string, (int Start, int End)>();
        var references = new List<string>();
        Walk(part.Xml.Root, inFallback: false);
        var all = text.ToString();
        foreach (var id in references.Where(id => !anchors.ContainsKey(id)))
        {
            // A range without its end reaches to the end of the part.
            var (start, end) = ranges.TryGetValue(id, out var range) ? range : open.TryGetValue(id, out var from) ? (from, all.Length) : (0, 0);
            if ((size += end - start) > DocumentLimits.Default.MaxPartBytes)
            {
                throw new DocumentRefusedException(RefusalCodes.TooLarge, "The words that comments hang on overlap too often.", part.Uri);
            }

            anchors[id] = (part, start, end, all);
        }

        void Walk(XElement? element, bool inFallback)
        {
            foreach (var child in element?.Elements() ?? [])
            {
                var id = (string?)child.Attribute(W.Id) ?? "";
                if (child.Name == CommentParts.RangeStart)
                {
                    open.TryAdd(id, text.Length);
                }
                else if (child.Name == CommentParts.RangeEnd && open.TryGetValue(id, out var start))
                {
                    ranges.TryAdd(id, (start, text.Length));
                }
                else if (child.Name == CommentParts.Reference)
                {
                    references.Add(id);
                }
                else if (!inFallback && element?.Name.LocalName == "r")
                {
                    text.Append(RevisionText.OfRunChild(child));
                }

                Walk(child, inFallback || child.Name == W.Fallback);
            }
        }
    }
}
