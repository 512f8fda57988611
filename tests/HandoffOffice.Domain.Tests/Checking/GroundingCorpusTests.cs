using System.Text.Json;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking;

/// <summary>How the checks do on texts of the product's own domain: true ones, and the same with one error planted in each.</summary>
public sealed class GroundingCorpusTests(ITestOutputHelper output)
{
    [Fact, Trait("Capability", "C34")]
    public void Dates_and_numbers_that_the_record_lacks_are_found_and_true_texts_are_left_alone()
    {
        List<(CorpusText Text, List<Finding> Findings)> checkedTexts =
            [.. Repository.Corpus("office-dev.jsonl").Select(line => new CorpusText(line)).Select(text => (text, Findings(text)))];
        foreach (var kind in checkedTexts.Where(t => t.Text.Omitted is null).GroupBy(t => t.Text.Kind))
        {
            output.WriteLine($"{kind.Key}: found in {kind.Count(t => t.Findings.Any(t.Text.Hits))} of {kind.Count()}");
        }

        foreach ((CorpusText text, List<Finding> findings) in checkedTexts.Where(t => t.Text.Kind == "clean"))
        {
            findings.ForEach(f => output.WriteLine($"FALSE {text.Id} {f.Message} | {text.Pieces.First(p => p.Id == f.Span!.PieceId).Text}"));
        }

        int right = checkedTexts.Sum(t => t.Findings.Count(t.Text.Hits));
        output.WriteLine($"span precision: {right} of {checkedTexts.Sum(t => t.Findings.Count)}");
        int Recall(string kind) => 100 * checkedTexts.Count(t => t.Text.Kind == kind && t.Findings.Any(t.Text.Hits)) / checkedTexts.Count(t => t.Text.Kind == kind);
        int disturbed = checkedTexts.Count(t => t.Text.Kind == "clean" && t.Findings.Count > 0);

        Assert.InRange(Recall("date-not-in-record"), 95, 100);
        Assert.InRange(Recall("weekday-wrong"), 95, 100);
        Assert.InRange(Recall("number-not-in-record"), 90, 100);
        Assert.InRange(Recall("date-swapped"), 60, 100);
        Assert.InRange(disturbed, 0, 6);
    }

    [Fact, Trait("Capability", "C55")]
    public void Omitted_items_are_named_and_paraphrased_ones_count_as_mentioned()
    {
        Dictionary<string, CorpusText> texts = Repository.Corpus("office-dev.jsonl").Select(line => new CorpusText(line)).ToDictionary(text => text.Id);
        int found = 0, omitted = 0, mentioned = 0, falselyMissing = 0;
        foreach (JsonElement line in Repository.Corpus("office-dev-omission.jsonl").Select(Build.Json))
        {
            CorpusText text = texts[line.GetProperty("id").GetString()!];
            HashSet<string> required = Strings(line, "required");
            HashSet<string> missing = [.. text.Check().Findings.Where(f => f.Check == CheckKind.ListItems).Select(f => f.Pointer.ToString()!).Where(required.Contains)];
            HashSet<string> gone = [.. Strings(line, "notMentioned").Where(required.Contains)];
            HashSet<string> there = [.. Strings(line, "mentioned").Where(required.Contains)];
            (omitted, found) = (omitted + gone.Count, found + gone.Count(missing.Contains));
            (mentioned, falselyMissing) = (mentioned + there.Count, falselyMissing + there.Count(missing.Contains));
            foreach (string pointer in missing.Intersect(there))
            {
                output.WriteLine($"FALSE {text.Id} {pointer} {JsonPointer.Parse(pointer).Find(text.Record.Root)}");
            }

            foreach (string pointer in gone.Except(missing))
            {
                output.WriteLine($"MISS {text.Id} {pointer} {JsonPointer.Parse(pointer).Find(text.Record.Root)}");
            }
        }

        output.WriteLine($"omitted items found: {found} of {omitted}; mentioned items called missing: {falselyMissing} of {mentioned}");
        Assert.InRange(100.0 * found / omitted, 90, 100);
        Assert.InRange(100.0 * falselyMissing / mentioned, 0, 6);
    }

    private static List<Finding> Findings(CorpusText text) => [.. text.Check().Findings.Where(f => f.Check is CheckKind.Dates or CheckKind.Numbers)];

    private static HashSet<string> Strings(JsonElement line, string name) => [.. line.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
