namespace HandoffOffice.Redlining;

/// <summary>Finds the paragraphs that stand elsewhere in the revised document.</summary>
internal static class MovedParagraphs
{
    private const int LeastWords = 4;

    // Paragraphs that say the same, stand on each side once, and between other neighbours.
    /// <summary>The name of the move that a paragraph of either side belongs to.</summary>
    public static Dictionary<XmlElement, string> Find(Comparison comparison, List<XmlElement> a, List<XmlElement> b, List<(int A, int B)> anchors)
    {
        var moves = new Dictionary<XmlElement, string>();
        var offered = Single(b, anchors.ConvertAll(anchor => anchor.B));
        foreach (var (text, (paragraph, gap)) in Single(a, anchors.ConvertAll(anchor => anchor.A)))
        {
            if (offered.TryGetValue(text, out var other) && other.Gap != gap)
            {
                moves[paragraph] = moves[other.Paragraph] = comparison.NextMoveName();
            }
        }

        return moves;
    }

    private static Dictionary<string, (XmlElement Paragraph, int Gap)> Single(List<XmlElement> blocks, List<int> anchors)
    {
        var single = new Dictionary<string, (XmlElement, int)>();
        var twice = new HashSet<string>();
        var gap = 0;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (gap < anchors.Count && anchors[gap] == at)
            {
                gap++;
                continue;
            }

            if (blocks[at].Name != W.P || blocks[at].Child(W.PPr)?.Child(W.SectPr) is not null || !CanMove(blocks[at]))
            {
                continue;
            }

            var text = string.Concat(blocks[at].Descendants(W.T).Select(t => t.Text));
            if (text.AsSpan().Count(' ') + 1 >= LeastWords && !single.TryAdd(text, (blocks[at], gap)))
            {
                twice.Add(text);
            }
        }

        foreach (var text in twice)
        {
            single.Remove(text);
        }

        return single;
    }

    // A field may go on into the next paragraph; earlier changes have a history of their own.
    private static bool CanMove(XmlElement paragraph)
    {
        var fields = 0;
        foreach (var element in paragraph.Descendants())
        {
            var name = element.Name;
            if (name == W.Ins || name == W.Del || name == W.MoveFrom || name == W.MoveTo)
            {
                return false;
            }

            if (name == W.FieldCharacter)
            {
                fields += element.Attribute(W.FieldCharacterType) switch { "begin" => 1, "end" => -1, _ => 0 };
            }
        }

        return fields == 0;
    }
}
