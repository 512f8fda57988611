using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models.Rules;

/// <summary>A sentence in its place.</summary>
/// <param name="Section">Key of its section.</param>
/// <param name="Paragraph">Zero-based paragraph of the whole text.</param>
/// <param name="Said">The words and their places.</param>
internal sealed record PlacedSentence(string Section, int Paragraph, Said Said);

/// <summary>Lays sections out in paragraphs: one each, joined or cut until the contract's range is met.</summary>
internal static class Paragraphs
{
    public static IReadOnlyList<PlacedSentence> Lay(IReadOnlyList<SectionPlan> plans, IReadOnlyList<IReadOnlyList<Said>> texts, CountRange range)
    {
        List<List<(SectionPlan Plan, Said Said)>> paragraphs =
        [
            .. plans.Zip(texts).Where(section => section.Second.Count > 0).Select(section => section.Second.Select(said => (section.First, said)).ToList()),
        ];
        while (paragraphs.Count > range.Max)
        {
            int at = Enumerable.Range(0, paragraphs.Count - 1).MinBy(i => (Weight(paragraphs[i + 1][0].Plan, paragraphs[i][0].Plan), Words(paragraphs[i]) + Words(paragraphs[i + 1])));
            paragraphs[at].AddRange(paragraphs[at + 1]);
            paragraphs.RemoveAt(at + 1);
        }

        while (paragraphs.Count < range.Min && paragraphs.Any(CanCut))
        {
            List<(SectionPlan Plan, Said Said)> longest = paragraphs.Where(CanCut).MaxBy(Words) ?? [];
            int half = Half(longest);
            paragraphs.Insert(paragraphs.IndexOf(longest) + 1, [.. longest.Skip(half)]);
            longest.RemoveRange(half, longest.Count - half);
        }

        return [.. paragraphs.SelectMany((paragraph, index) => paragraph.Select(s => new PlacedSentence(s.Plan.Section.Key, index, s.Said)))];
    }

    // Least harm first: body with body, a heading lost in a paragraph after that, a greeting or signature run into the text last.
    private static int Weight(SectionPlan later, SectionPlan earlier) =>
        (later.Section.Heading is null ? 0 : 1) + (later.Role == SectionRole.Signature || earlier.Role == SectionRole.Greeting ? 2 : 0);

    private static bool CanCut(List<(SectionPlan Plan, Said Said)> paragraph) => paragraph.Count > 1;

    private static int Half(List<(SectionPlan Plan, Said Said)> paragraph) =>
        Enumerable.Range(1, paragraph.Count - 1).MinBy(cut => Math.Abs((2 * Words([.. paragraph.Take(cut)])) - Words(paragraph)));

    private static int Words(IEnumerable<(SectionPlan Plan, Said Said)> paragraph) => paragraph.Sum(s => TextMeasure.CountWords(s.Said.Text));
}
