namespace HandoffOffice.Redlining.Tests;

/// <summary>
/// Packages broken by chance: every operation answers, or refuses by name; nothing else is thrown, nothing hangs. Seeded: a mutant is
/// made again from its number, which a failure prints.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Mutants = 2_000;
    private const int Seed = 20260305;
    private const string NotLanded = "read back otherwise";

    // One line for each operation on a mutant and what it was made of.
    private static readonly (string Name, Action<byte[], byte[]> Run)[] Operations =
    [
        ("List", (file, _) => Revisions.List(file)),
        ("AcceptAll", (file, _) => Revisions.AcceptAll(file)),
        ("RejectAll", (file, _) => Revisions.RejectAll(file)),
        ("DocumentText.Read", (file, _) => DocumentText.Read(file, RevisionView.Rejected)),
        ("VisibleText.Read", (file, _) => VisibleText.Read(file, RevisionView.Accepted)),
        ("Comments.List", (file, _) => Comments.List(file)),
        ("Compare from", (file, whole) => DocumentComparison.Compare(file, whole, Drafts.Author)),
        ("Compare to", (file, whole) => DocumentComparison.Compare(whole, file, Drafts.Author)),
        ("Compare with itself", (file, _) => DocumentComparison.Compare(file, file, Drafts.Author)),
        ("DocumentEditing.Apply", (file, _) => Edit(file)),
    ];

    [Fact]
    [Trait("Capability", "C91")]
    public void A_broken_package_is_read_or_refused_by_name()
    {
        var files = Files();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < Mutants; number++)
        {
            var chance = new Random(Seed + number);
            var (name, original) = files[chance.Next(files.Count)];
            var (mutant, what) = Mutation.Of(original, chance);
            foreach (var (operation, run) in Operations)
            {
                var place = $"mutant {number} of {name} ({what}), {operation}";
                var outcome = Outcome(() => HangGuard.Run(() => run(mutant, original), place), place);
                outcomes[$"{operation}: {outcome}"] = outcomes.GetValueOrDefault($"{operation}: {outcome}") + 1;
            }
        }

        output.WriteLine($"{Mutants} mutants of {files.Count} documents, seed {Seed}.");
        outcomes.ToList().ForEach(pair => output.WriteLine($"{pair.Value,6} {pair.Key}"));
        Assert.DoesNotContain(outcomes, pair => pair.Key.EndsWith(NotLanded, StringComparison.Ordinal) && (!pair.Key.StartsWith("Compare", StringComparison.Ordinal) || pair.Value > Mutants / 20));
    }

    // Something at either end, and words that many of the documents have.
    private static void Edit(byte[] file) => DocumentEditing.Apply(file,
        [
            new(new DocumentAnchor.Paragraph(new ParagraphPlace(0)), ""), new(new DocumentAnchor.BehindParagraph(new ParagraphPlace(1)), "New.\nTwo.", "Why."),
            new(new DocumentAnchor.Words("the", 1), "one", "Why."), new(new DocumentAnchor.Words("x", 1), "y\nz"), new(new DocumentAnchor.Paragraph(new ParagraphPlace(3)), "Other words."),
        ], Drafts.Author);

    private static string Outcome(Action run, string what)
    {
        try
        {
            run();
            return "answered";
        }
        catch (DocumentRefusedException e)
        {
            return $"refused, {e.Code}";
        }
        catch (RevisionNotSupportedException e)
        {
            return $"not supported, {e.Code}";
        }
        catch (EditNotLandedException)
        {
            // Markup that no schema allows, a paragraph in a paragraph, can be read in two ways: then the comparison gives nothing out.
            return NotLanded;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{what}: {e.GetType().Name}: {e.Message}", e);
        }
    }

    /// <summary>Small documents of others where the corpus is there, and always some of ours.</summary>
    private static List<(string Name, byte[] File)> Files()
    {
        List<(string, byte[])> files =
        [
            ("a draft", Comments.Add(Drafts.Insert(Drafts.Section("summary", ["One.", "Two."], ["Three."]), Drafts.Section("extra", "Heading", ["Four."])).File, [])),
            ("one of each kind", Docx.WithBody(string.Concat(RevisionTests.Kinds.Select(row => row.Data.Item2))).Header(Docx.P(Docx.Ins(1, "x"))).Build()),
        ];
        if (Corpus.Folder is not null)
        {
            files.AddRange(Corpus.Tracked().Select(row => row["path"]).Distinct().Select(path => (path, Corpus.Bytes(path))).Where(item => item.Item2.Length < 60_000));
        }

        return files;
    }
}
