using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>Measures a redlined document against the two it was made of, by other code than the comparison's.</summary>
internal static partial class RedlineMeasures
{
    /// <summary>Everything that is measured. What makes the library refuse a file comes out as its exception.</summary>
    /// <param name="original">The document compared from.</param>
    /// <param name="revised">The document compared to.</param>
    /// <param name="output">The original with tracked changes.</param>
    public static RedlineReport Of(byte[] original, byte[] revised, byte[] output)
    {
        var (before, after, result) = (RawPackage.Of(original), RawPackage.Of(revised), RawPackage.Of(output));
        var (accepted, rejected) = (Revisions.AcceptAll(output), Revisions.RejectAll(output));
        var stamps = before.StoryParts().Concat(after.StoryParts()).SelectMany(part => Ooxml.RevisionsOf(part.Root)).Select(Stamp).ToHashSet();
        var (blocks, kept) = Blocks(before, after, result);
        var (issues, repeated) = Issues(original, revised, output);
        var sameParts = before.Parts.Where(part => after.Parts.TryGetValue(part.Key, out var other) && part.Value.AsSpan().SequenceEqual(other)).ToList();
        return new RedlineReport
        {
            AcceptedDifference = Difference(revised, RevisionView.Accepted, accepted),
            RejectedDifference = Difference(original, RevisionView.Rejected, rejected),
            PendingAfterAccept = Revisions.Pending(accepted),
            PendingAfterReject = Revisions.Pending(rejected),
            UnchangedBlocks = blocks,
            UnchangedBlocksKept = kept,
            UnchangedParts = sameParts.Count,
            UnchangedPartsLost = [.. sameParts.Where(part => !IsKept(part.Key, part.Value, before, after, result)).Select(part => part.Key)],
            NewIssues = issues,
            RepeatedIssues = repeated,
            Words = TouchedWords.Count(result, change => !stamps.Contains(Stamp(change))),
            WordsMinimum = Minimum(original, revised),
            Faults = [.. Faults(before, after, result), .. FieldFaults(original, revised, accepted, rejected)],
            Revisions = result.StoryParts().SelectMany(part => Ooxml.RevisionsOf(part.Root)).Count(change => !stamps.Contains(Stamp(change))),
        };
    }

    // Who and when tells the comparison's changes from those that were there.
    private static (string?, string?) Stamp(XElement change) => ((string?)change.Attribute(Ooxml.Author), (string?)change.Attribute(Ooxml.Date));

    private static string? Difference(byte[] input, RevisionView view, byte[] settled)
    {
        var expected = DocumentText.Read(input, view).Select(story => (story.Part, story.Paragraphs.ToList())).ToList();
        var actual = DocumentText.Read(settled, RevisionView.Accepted).Select(story => (story.Part, story.Paragraphs.ToList())).ToList();
        return Stories.Difference(expected, actual) is null
            ? null
            : Stories.Difference(Stories.ByRole(view == RevisionView.Accepted ? Revisions.AcceptAll(input) : Revisions.RejectAll(input)), Stories.ByRole(settled));
    }

    private static (int Unchanged, int Kept) Blocks(RawPackage before, RawPackage after, RawPackage result)
    {
        var (mine, theirs, output) = (RawBlocks.Of(before), RawBlocks.Of(after), RawBlocks.Of(result).ConvertAll(block => block.Raw));
        var there = output.ToHashSet();

        // An empty paragraph that passed another block is as well the other block that passed it.
        mine.RemoveAll(IsBlank);
        theirs.RemoveAll(IsBlank);
        var unchanged = Lcs.Pairs(mine, theirs, (a, b) => a.Content == b.Content, at => there.Contains(mine[at].Raw)).ConvertAll(pair => mine[pair.A].Raw);

        // What passed a changed table is shown as moved, which is aside.
        var moved = output.Where(raw => raw.Contains("<w:moveFrom ", StringComparison.Ordinal)).Select(Letters).ToHashSet();
        unchanged.RemoveAll(raw => !there.Contains(raw) && moved.Contains(Letters(raw)));
        return (unchanged.Count, Lcs.Length(unchanged, output));
    }

    private static string Letters(string raw) => string.Concat(TextOf().Matches(raw).Select(match => match.Groups[1].Value));

    [GeneratedRegex("<w:t(?: [^>]*)?>([^<]*)</w:t>", RegexOptions.CultureInvariant)]
    private static partial Regex TextOf();

    private static bool IsBlank(RawBlock block) =>
        block.Raw.StartsWith("<w:p", StringComparison.Ordinal) && !block.Raw.Contains("<w:r>", StringComparison.Ordinal)
        && !block.Raw.Contains("<w:r ", StringComparison.Ordinal) && !block.Raw.Contains("<m:", StringComparison.Ordinal);

    // A list of parts or relationships must grow where the revised document has a picture or the like that the original has not: under the same
    // name, the lists of both inputs are equal all the same.
    private static bool IsKept(string name, byte[] bytes, RawPackage before, RawPackage after, RawPackage result)
    {
        if (!result.Parts.TryGetValue(name, out var kept) || bytes.AsSpan().SequenceEqual(kept))
        {
            return kept is not null;
        }

        // A note moves with its reference: it goes with the one and comes with the other.
        if (Path.GetFileNameWithoutExtension(name) is "footnotes" or "endnotes" or "comments"
            && result.Tree(result.Main).Descendants().Any(e => e.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal) && e.Ancestors().Any(Ooxml.IsRevision)))
        {
            return true;
        }

        var lists = name == "[Content_Types].xml" || name.EndsWith(".rels", StringComparison.Ordinal);
        var mayGrow = lists && (Headers(result) > Headers(before)
            || after.Parts.Any(part => !part.Key.EndsWith(".xml", StringComparison.Ordinal) && !part.Key.EndsWith(".rels", StringComparison.Ordinal)
                && !(before.Parts.TryGetValue(part.Key, out var mine) && mine.AsSpan().SequenceEqual(part.Value))));
        return mayGrow && Entries(before).All(Entries(result).ToHashSet().Contains);

        IEnumerable<string> Entries(RawPackage package) => package.Tree(name).Elements().Select(e => e.ToString());
    }

    private static int Headers(RawPackage package) => package.StoryParts().Count(part => part.Kind is "header" or "footer");

    private static (List<string> New, List<string> Repeated) Issues(byte[] original, byte[] revised, byte[] output)
    {
        var (before, after) = (Count(original), Count(revised));
        var (isNew, repeated) = (new List<string>(), new List<string>());
        foreach (var (issue, count) in Count(output))
        {
            var (first, second) = (before.GetValueOrDefault(issue), after.GetValueOrDefault(issue));
            var news = Math.Max(0, count - first - second);
            isNew.AddRange(Enumerable.Repeat(issue, news));
            repeated.AddRange(Enumerable.Repeat(issue, Math.Max(0, count - news - Math.Max(first, second))));
        }

        return (isNew, repeated);

        static Dictionary<string, int> Count(byte[] file) =>
            DocumentValidation.Validate(file).GroupBy(issue => $"{issue.Part} {issue.Code}: {issue.Message}").ToDictionary(group => group.Key, group => group.Count());
    }

    private static int Minimum(byte[] original, byte[] revised)
    {
        var before = ByRole(original);
        var after = ByRole(revised);
        return before.Keys.Union(after.Keys).Sum(role =>
        {
            var (a, b) = (before.GetValueOrDefault(role, []), after.GetValueOrDefault(role, []));
            return a.Count + b.Count - (2 * Lcs.Length(a, b));
        });

        static Dictionary<string, List<string>> ByRole(byte[] file) =>
            Stories.ByRole(Revisions.AcceptAll(file)).GroupBy(story => Stories.Sequence(story.Role)).ToDictionary(group => group.Key, group => Words.Of(group.SelectMany(story => story.Paragraphs)).ToList());
    }

    private static IEnumerable<string> Faults(RawPackage before, RawPackage after, RawPackage result) =>
        Less(MarkupFaults.Of(result), [.. MarkupFaults.Of(before), .. MarkupFaults.Of(after)]);

    private static IEnumerable<string> FieldFaults(byte[] original, byte[] revised, byte[] accepted, byte[] rejected) =>
        Less(FaultsOf(accepted), FaultsOf(Revisions.AcceptAll(revised))).Select(fault => fault + ", accepted")
            .Concat(Less(FaultsOf(rejected), FaultsOf(Revisions.RejectAll(original))).Select(fault => fault + ", rejected"));

    private static List<string> FaultsOf(byte[] settled) => MarkupFaults.OfFields(RawPackage.Of(settled));

    private static List<string> Less(List<string> faults, List<string> known)
    {
        known.ForEach(fault => faults.Remove(fault));
        return faults;
    }
}
