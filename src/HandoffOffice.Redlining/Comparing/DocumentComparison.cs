namespace HandoffOffice.Redlining;

/// <summary>Compares two Word documents.</summary>
public static class DocumentComparison
{
    /// <summary>The original, edited in place: what the revised document says differently becomes a tracked change, all else keeps its bytes.</summary>
    /// <param name="original">A .docx.</param>
    /// <param name="revised">A .docx.</param>
    /// <param name="author">Who the changes are by, and when. The same input gives the same bytes.</param>
    /// <exception cref="DocumentRefusedException">A document was not taken in.</exception>
    public static ComparedDocument Compare(ReadOnlyMemory<byte> original, ReadOnlyMemory<byte> revised, RevisionAuthor author) => throw new NotImplementedException();
}
