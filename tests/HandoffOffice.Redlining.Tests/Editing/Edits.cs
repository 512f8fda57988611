namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>Short ways to write edits, and what became of them.</summary>
internal static class Edits
{
    public static readonly RevisionAuthor Author = new("Grace Hopper", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public static DocumentEdit Words(string find, string replacement, string? reason = null, int? occurrence = null, ParagraphPlace? within = null) =>
        new(new DocumentAnchor.Words(find, occurrence, within), replacement, reason);

    public static DocumentEdit Paragraph(int number, string replacement, string? expected = null, string? tag = null) =>
        new(new DocumentAnchor.Paragraph(new ParagraphPlace(number, ControlTag: tag, Expected: expected)), replacement);

    public static DocumentEdit Behind(int number, string replacement) => new(new DocumentAnchor.BehindParagraph(new ParagraphPlace(number)), replacement);

    public static DocumentEdit Before(int number, string replacement) => new(new DocumentAnchor.BeforeParagraph(new ParagraphPlace(number)), replacement);

    public static EditedDocument Apply(byte[] document, params DocumentEdit[] edits) => DocumentEditing.Apply(document, edits, Author);

    /// <summary>Applies edits of which none is refused.</summary>
    public static EditedDocument Land(byte[] document, params DocumentEdit[] edits)
    {
        var edited = Apply(document, edits);
        Assert.Empty(edited.Refused);
        Assert.Equal(Enumerable.Range(0, edits.Length), edited.Landed.Select(landed => landed.Index));
        return edited;
    }

    /// <summary>The body with everything accepted.</summary>
    public static string Accepted(byte[] file) => DocumentText.ReadBody(file, RevisionView.Accepted);

    /// <summary>The body with everything rejected.</summary>
    public static string Rejected(byte[] file) => DocumentText.ReadBody(file, RevisionView.Rejected);

    /// <summary>All stories with everything accepted (rejected), a line each paragraph.</summary>
    public static string All(byte[] file, RevisionView view) => string.Join('\n', DocumentText.Read(file, view).SelectMany(story => story.Paragraphs.Prepend(story.Part)));
}
