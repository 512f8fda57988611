namespace HandoffOffice.Redlining;

/// <summary>The original with what the revision changed as tracked changes.</summary>
/// <param name="File">The .docx. Accepting all gives the revised text, rejecting all the original one.</param>
/// <param name="Revisions">How many tracked changes were added; 0 when nothing that can be tracked differs.</param>
/// <param name="Untracked">What differs and has no form as a tracked change; the file keeps the original's.</param>
public sealed record ComparedDocument(ReadOnlyMemory<byte> File, int Revisions, IReadOnlyList<UntrackedDifference> Untracked);

/// <summary>A difference that ECMA-376 Part 1, 17.13.5 has no mark for.</summary>
/// <param name="Kind">What it is about: <c>styles</c>, <c>numbering</c>, <c>settings</c>, <c>header-reference</c>...</param>
/// <param name="Place">The part of the original or the revised document, as <c>/word/styles.xml</c>.</param>
public sealed record UntrackedDifference(string Kind, string Place);
