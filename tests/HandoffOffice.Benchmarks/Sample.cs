using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Redlining;

namespace HandoffOffice.Benchmarks;

/// <summary>What is measured with: the sample workflow, and documents made from the product's own template.</summary>
internal static class Sample
{
    public static Workflow StatusReport()
    {
        using Stream file = typeof(Sample).Assembly.GetManifestResourceStream("client-status-report.json")
            ?? throw new InvalidOperationException("The sample workflow is not in the assembly.");
        using var reader = new StreamReader(file);
        (Workflow? workflow, IReadOnlyList<Problem> problems) = WorkflowFile.Read(reader.ReadToEnd());
        return workflow ?? throw new InvalidDataException(string.Join('\n', problems));
    }

    /// <summary>A document with this many paragraphs of ten words, and a place named "body" for a draft.</summary>
    public static byte[] Document(int paragraphs)
    {
        var filling = new SectionText("filling", "Filling", [.. Enumerable.Range(0, paragraphs).Select(p =>
            new ParagraphText([new SentenceText($"p{p}", $"Paragraph {p} has words in it that say nothing at all.")]))]);
        byte[] empty = DocumentTemplate.Create(new TemplateContent(
            "Benchmark", null, "en", [new TemplateSection("filling", "Filling"), new TemplateSection("body", "Body")], "Benchmark"));
        var author = new RevisionAuthor("Benchmark", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        return Revisions.AcceptAll(SectionDrafting.Insert(empty, [filling], author).File);
    }
}
