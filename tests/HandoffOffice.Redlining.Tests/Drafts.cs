namespace HandoffOffice.Redlining.Tests;

/// <summary>A template of ours and a draft in it.</summary>
internal static class Drafts
{
    public static readonly RevisionAuthor Author = new("HandoffOffice AI", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public static byte[] Template() => DocumentTemplate.Create(new TemplateContent(
        "Project status: Helios", "Week 10, prepared for Contoso", "en-GB",
        [new("summary", "Summary"), new("risks", "Risks"), new("closing", null)], "Contoso, confidential"));

    public static SectionText Section(string tag, params string[][] paragraphs) => Section(tag, null, paragraphs);

    public static SectionText Section(string tag, string? heading, params string[][] paragraphs) =>
        new(tag, heading, [.. paragraphs.Select((sentences, p) => new ParagraphText([.. sentences.Select((text, s) => new SentenceText($"{tag}-{p}-{s}", text))]))]);

    public static DraftedDocument Insert(params SectionText[] sections) => SectionDrafting.Insert(Template(), sections, Author);

    public static string Id(this DraftedDocument draft, string key) => draft.Sentences.Single(sentence => sentence.Key == key).RevisionId;

    public static IReadOnlyList<ValidationIssue> Issues(byte[] file) => DocumentValidation.Validate(file);

    public static void AssertValid(byte[] file) => Assert.Empty(DocumentValidation.Validate(file));
}
