using System.Text.RegularExpressions;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Last month's status report: what this month's draft says, with some sentences as they were then, some that are over and some that were not yet there.</summary>
internal static class LastMonth
{
    /// <summary>A sentence without facts that was in last month's report alone.</summary>
    public const string Over = "The whole team met in person this time.";

    /// <summary>A paragraph of its own, last month's alone.</summary>
    public const string ParagraphThatIsOver = "Everybody was in good spirits all month.";

    /// <summary>What this month's closing says beside the rest, and what it said last month.</summary>
    public const string Thanks = "We thank the whole team for its good and steady work.";

    /// <inheritdoc cref="Thanks" />
    public const string OldThanks = "We thank the whole team for its steady work.";

    /// <summary>What only this month's closing says.</summary>
    public const string Invitation = "A reader can write to us at any time.";

    /// <summary>The section that last month's report leaves empty.</summary>
    public const string EmptySection = "next-steps";

    /// <summary>The report as a Word document, from this month's sentences without those of <see cref="Thanks"/> and <see cref="Invitation"/>.</summary>
    public static byte[] Report(IEnumerable<DraftSentence> thisMonth)
    {
        byte[] template = Empty();
        var text = thisMonth.Where(sentence => sentence.Section != EmptySection).GroupBy(sentence => sentence.Section).Select(section => Section(section.Key, [.. section]));
        return Revisions.AcceptAll(SectionDrafting.Insert(template, [.. text], new RevisionAuthor("Amara Osei", DateTimeOffset.UnixEpoch)).File);
    }

    /// <summary>A document with the sections of the report and no text in them.</summary>
    public static byte[] Empty() => DocumentTemplate.Create(new TemplateContent(
        "Status of Kubernetes 1.31", "June 2024", "en",
        [new("progress", "Progress"), new("blockers", "Blockers"), new(EmptySection, "Next steps"), new("closing", null)], "Platform Engineering, internal"));

    /// <summary>A run whose draft revises last month's report, which may have a closing sentence in common with it.</summary>
    public static async Task<(Run Run, byte[] Report)> Revised(Product product, TestDrafter drafter, string? inBoth = null)
    {
        drafter.Rewrites = inBoth is null ? null : sentences => [.. sentences, Closing(sentences, inBoth)];
        IReadOnlyList<DraftSentence> plain = (await (await Run.InReview(product)).Look()).Draft!.Sentences;
        byte[] report = Report(plain);
        drafter.Rewrites = ThisMonth(inBoth is null ? [Thanks, Invitation] : [inBoth, Thanks, Invitation]);
        Run run = await Run.Started(product);
        (await run.Author.UseDocument(run.Id, report)).Ok();
        return (await run.Drafted(), report);
    }

    /// <summary>What the drafter writes, with this closing.</summary>
    public static Func<IReadOnlyList<TestDrafter.Sentence>, IReadOnlyList<TestDrafter.Sentence>> ThisMonth(params string[] closing) =>
        sentences => [.. sentences, .. closing.Select(text => Closing(sentences, text))];

    /// <summary>The file's parts, and of the body all but what stands in sections (and whether that is a placeholder): what no draft may change.</summary>
    public static IReadOnlyDictionary<string, string> Outside(byte[] file)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            string part = reader.ReadToEnd();
            return entry.FullName == "word/document.xml" ? Regex.Replace(part, "<w:showingPlcHdr */>|<w:sdtContent>.*?</w:sdtContent>", "", RegexOptions.Singleline) : part;
        });
    }

    private static SectionText Section(string key, IReadOnlyList<DraftSentence> sentences)
    {
        List<string> text = [.. sentences.Select(sentence => sentence.Text)];
        List<string[]> paragraphs = key switch
        {
            "progress" => [[text[0].Replace("July", "June", StringComparison.Ordinal), Over, .. text[1..]]],
            "blockers" => [[.. text], [ParagraphThatIsOver]],
            _ => [[.. text, OldThanks]],
        };
        return new SectionText(key, null, [.. paragraphs.Select((paragraph, p) =>
            new ParagraphText([.. paragraph.Select((sentence, s) => new SentenceText($"{key}-{p}-{s}", sentence))]))]);
    }

    private static TestDrafter.Sentence Closing(IReadOnlyList<TestDrafter.Sentence> sentences, string text) => new("closing", sentences[^1].Paragraph, text, []);
}
