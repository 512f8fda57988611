namespace HandoffOffice.Redlining;

/// <summary>Characters that are appended and read as one piece of memory, without a copy.</summary>
internal sealed class TextBuffer
{
    private char[] characters = new char[64];

    /// <summary>How many characters are there.</summary>
    public int Length { get; private set; }

    /// <summary>The characters; good until more are appended.</summary>
    public ReadOnlySpan<char> Span => characters.AsSpan(0, Length);

    public void Append(char character)
    {
        Reserve(1);
        characters[Length++] = character;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(characters.AsSpan(Length));
        Length += text.Length;
    }

    public void Clear() => Length = 0;

    private void Reserve(int count)
    {
        if (Length + count > characters.Length)
        {
            Array.Resize(ref characters, Math.Max(characters.Length * 2, Length + count));
        }
    }
}
