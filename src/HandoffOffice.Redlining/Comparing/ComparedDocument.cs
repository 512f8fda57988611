namespace HandoffOffice.Redlining;

/// <summary>The original with what the revision changed as tracked changes.</summary>
/// <param name="File">The .docx. Accepting all gives the revised text, rejecting all the original one.</param>
/// <param name="Revisions">How many tracked changes were added; 0 when nothing that can be tracked differs.</param>
/// <param name="Untracked">What differs and has no form as a tracked change; the file keeps the original's.</param>
public sealed record ComparedDocument(ReadOnlyMemory<byte> File, int Revisions, IReadOnlyList<UntrackedDifference> Untracked);

/// <summary>
/// A difference that ECMA-376 Part 1, 17.13.5 has no mark for and that was not brought over either. What a program leaves for itself is none:
/// revision save ids, spelling marks, languages and separators of the locale, ids given anew, zoom and view, compatibility flags, styles in the
/// list of latent ones, the last cursor (<c>_GoBack</c>), counters, times and who saved last, thumbnails, and lists of people.
/// </summary>
/// <param name="Kind">
/// <c>style</c> (also where only one document has it), <c>style-defaults</c>, <c>numbering</c>, <c>setting</c>, <c>web-setting</c>, <c>theme</c>,
/// <c>font-table</c>, <c>glossary</c>, <c>custom-xml</c>, <c>property</c> (of the document: title, company, custom ones), <c>background</c>,
/// <c>bookmark</c> (added, removed, or around other words), <c>content-control</c> (its properties), <c>column-widths</c> (of a table),
/// <c>comment</c> (its author, date or initials), <c>comment-state</c> (resolved or not, answers), <c>part</c> (any other part that the document points to).
/// </param>
/// <param name="Place">The part, as <c>/word/styles.xml</c>: the original's, or the revised document's where only that has it.</param>
/// <param name="Name">Which: the style's id, the name of the bookmark, setting or property, the tag of the control; empty where the part says it all.</param>
public sealed record UntrackedDifference(string Kind, string Place, string Name = "")
{
    /// <summary>In one line: <c>style Heading1 (/word/styles.xml)</c>.</summary>
    public override string ToString() => Name.Length == 0 ? $"{Kind} ({Place})" : $"{Kind} {Name} ({Place})";
}
