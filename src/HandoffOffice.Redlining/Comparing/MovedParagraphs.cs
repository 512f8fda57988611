namespace HandoffOffice.Redlining;

/// <summary>Finds the paragraphs that stand elsewhere in the revised document.</summary>
internal static class MovedParagraphs
{
    private const int LeastWords = 4;

    /// <summary>
    /// Paragraphs that say the same, stand on each side once, and between other neighbours: the name of the move that a paragraph of
    /// either side belongs to.
    /// </summary>
    public static Dictionary<XmlElement, string> Find(Comparison comparison, List<XmlElement> a, List<XmlElement> b, List<(int A, int B)> anchors)
    {
        var moves = new Dictionary<XmlElement, string>();
        if (anchors.Count == 0)
        {
            return moves;
        }

        var text = new TextBuffer();
        var offered = Single(b, anchors.ConvertAll(anchor => anchor.B), text);
        foreach (var (key, (paragraph, gap)) in Single(a, anchors.ConvertAll(anchor => anchor.A), text))
        {
            if (offered.TryGetValue(key, out var other) && other.Gap != gap)
            {
                moves[paragraph] = moves[other.Paragraph] = comparison.NextMoveName();
            }
        }

        return moves;
    }

    // By what they say, as a number.
    private static Dictionary<ulong, (XmlElement Paragraph, int Gap)> Single(List<XmlElement> blocks, List<int> anchors, TextBuffer text)
    {
        var single = new Dictionary<ulong, (XmlElement, int)>();
        var twice = new HashSet<ulong>();
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

            text.Clear();
            blocks[at].AppendText(text);
            var key = Fingerprints.Of(text.Span);
            if (text.Span.Count(' ') + 1 >= LeastWords && !single.TryAdd(key, (blocks[at], gap)))
            {
                twice.Add(key);
            }
        }

        foreach (var key in twice)
        {
            single.Remove(key);
        }

        return single;
    }

    // A field may go on into the next paragraph; earlier changes have a history of their own.
    private static bool CanMove(XmlElement paragraph)
    {
        var fields = 0;
        for (var at = paragraph.Index + 1; at < paragraph.Span.After; at++)
        {
            var name = paragraph.Map.Span(at).Name;
            if (name == W.Ins || name == W.Del || name == W.MoveFrom || name == W.MoveTo)
            {
                return false;
            }

            if (name == W.FieldCharacter)
            {
                fields += new XmlElement(paragraph.Map, at).Attribute(W.FieldCharacterType) switch { "begin" => 1, "end" => -1, _ => 0 };
            }
        }

        return fields == 0;
    }
}
