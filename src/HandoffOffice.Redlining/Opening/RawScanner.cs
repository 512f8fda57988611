namespace HandoffOffice.Redlining;

/// <summary>
/// Finds where the constructs of well-formed XML begin and end in its UTF-8 text: tags, comments, CDATA sections, processing
/// instructions. It walks beside an XML reader, which knows what they mean but not where they are.
/// </summary>
internal ref struct RawScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;

    /// <summary>Where the construct found last begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends: the place behind its last character.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next construct; text between constructs is passed over.</summary>
    public void Next()
    {
        Start = End + Length(text[End..].IndexOf((byte)'<'));
        var rest = text[Start..];
        End = Start + (rest.StartsWith("<!--"u8) ? Behind(rest, 4, "-->"u8)
            : rest.StartsWith("<![CDATA["u8) ? Behind(rest, 9, "]]>"u8)
            : rest.StartsWith("<?"u8) ? Behind(rest, 2, "?>"u8)
            : Tag(rest));
    }

    // Values of attributes may hold a '>'.
    private static int Tag(ReadOnlySpan<byte> rest)
    {
        for (var at = 1; ; at++)
        {
            at += Length(rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\''));
            if (rest[at] == (byte)'>')
            {
                return at + 1;
            }

            at += 1 + Length(rest[(at + 1)..].IndexOf(rest[at]));
        }
    }

    private static int Behind(ReadOnlySpan<byte> rest, int from, ReadOnlySpan<byte> end) => from + Length(rest[from..].IndexOf(end)) + end.Length;

    private static int Length(int found) => found >= 0 ? found : throw new InvalidOperationException("The text of a part is not what its reader read.");
}
