namespace HandoffOffice.Redlining;

/// <summary>The door: what may come in as a Word document.</summary>
public static class WordFile
{
    /// <summary>
    /// Reads the whole file within <paramref name="limits"/> and refuses what is no Word document or could do harm. Every other entry
    /// point of this library opens its file the same way, so calling this first is needed only to refuse early.
    /// </summary>
    /// <param name="file">The bytes of a .docx or .dotx.</param>
    /// <param name="limits">Sizes to refuse beyond; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <exception cref="DocumentRefusedException">With one of <see cref="RefusalCodes"/>.</exception>
    public static void Check(ReadOnlyMemory<byte> file, DocumentLimits? limits = null) => WordPackage.Open(file, limits);
}
