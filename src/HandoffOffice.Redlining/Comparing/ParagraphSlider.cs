namespace HandoffOffice.Redlining;

/// <summary>A change that could as well stand a little further left or right stands where it is whole paragraphs, if it can.</summary>
internal static class ParagraphSlider
{
    /// <summary>Slides what one side has alone.</summary>
    /// <param name="stream">The side.</param>
    /// <param name="own">The partners of its tokens; -1 for none.</param>
    /// <param name="other">The partners of the other side's tokens.</param>
    public static void Slide(TokenStream stream, int[] own, int[] other)
    {
        for (var start = 0; start < own.Length; start++)
        {
            if (own[start] >= 0)
            {
                continue;
            }

            var end = start;
            while (end < own.Length && own[end] < 0)
            {
                end++;
            }

            var alone = (start == 0 ? 0 : own[start - 1] + 1) == (end == own.Length ? other.Length : own[end]);
            if (alone && !BeginsParagraph(stream, start))
            {
                var left = Distance(stream, own, start, end, -1);
                Shift(own, other, start, end, left != 0 ? left : Distance(stream, own, start, end, 1));
            }

            start = end;
        }
    }

    private static bool BeginsParagraph(TokenStream stream, int token) => token == 0 || stream.Tokens[token - 1].Kind is StreamTokenKind.Mark or StreamTokenKind.Block;

    // How far to go in a direction until the change begins with a paragraph; 0 when it never does.
    private static int Distance(TokenStream stream, int[] own, int start, int end, int direction)
    {
        for (var steps = direction; ; steps += direction)
        {
            var (enters, leaves) = direction < 0 ? (start + steps, end + steps) : (end + steps - 1, start + steps - 1);
            if (enters < 0 || enters >= own.Length || own[enters] < 0 || stream.Tokens[enters].Key != stream.Tokens[leaves].Key
                || stream.ContainerOf(enters) != 0 || stream.ContainerOf(leaves) != 0)
            {
                return 0;
            }

            if (BeginsParagraph(stream, start + steps))
            {
                return steps;
            }
        }
    }

    private static void Shift(int[] own, int[] other, int start, int end, int steps)
    {
        for (var step = 0; step != steps; step += Math.Sign(steps))
        {
            var (from, to) = steps < 0 ? (start + step - 1, end + step - 1) : (end + step, start + step);
            (own[to], own[from]) = (own[from], -1);
            other[own[to]] = to;
        }
    }
}
