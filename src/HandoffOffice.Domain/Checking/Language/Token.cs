namespace HandoffOffice.Domain.Checking.Language;

/// <summary>A word, a number or an identifier of a text.</summary>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Folded">The word without case, diacritics and apostrophes.</param>
/// <param name="Stem">The word without its commonest endings.</param>
/// <param name="HasDigit">Whether it is a number or an identifier, which has to be compared exactly.</param>
internal readonly record struct Token(int Start, int Length, string Folded, string Stem, bool HasDigit)
{
    public int End => Start + Length;

    /// <summary>Whether it says something of its own, unlike "the".</summary>
    public bool IsContent => HasDigit || !StopWords.Contains(Folded);
}
