using System.Text.RegularExpressions;
using static HandoffOffice.Redlining.Tests.Editing.Edits;

namespace HandoffOffice.Redlining.Tests.Editing;

/// <summary>Edits of real documents, where the corpus is present beside the project.</summary>
[Trait("Capability", "C60")]
[Trait("Capability", "C92")]
public sealed partial class EditCorpusTests(ITestOutputHelper output)
{
    private const int Documents = 60;

    [Fact]
    public void Three_words_of_every_document_are_changed_and_nothing_else()
    {
        Assert.SkipWhen(Corpus.Folder is null, Corpus.Absent);
        var (documents, landed, locked) = (0, 0, 0);
        foreach (var path in Corpus.Tracked().Select(row => row["path"]).Concat(Corpus.Pairs().Where((_, number) => number % 8 == 0).Select(row => row["before"])).Distinct().Take(Documents))
        {
            var document = Corpus.Bytes(path);
            var before = All(document, RevisionView.Accepted);
            var words = Unique(before).Take(3).ToList();
            var edited = Apply(document, [.. words.Select(word => Words(word, "Rewritten", "Corpus."))]);
            Assert.All(edited.Refused, refused => Assert.Equal(DocumentEditRefusals.NotEditable, refused.Code));

            var expected = edited.Landed.Aggregate(before, (text, edit) => Regex.Replace(text, $@"(?<!\w){words[edit.Index]}(?!\w)", "Rewritten"));
            var ours = edited.Landed.SelectMany(edit => edit.RevisionIds).ToList();
            Assert.Equal(expected, All(edited.File, RevisionView.Accepted));
            Assert.Equal(All(document, RevisionView.Rejected), All(edited.File, RevisionView.Rejected));
            var rejected = Revisions.Reject(edited.File, ours);
            Assert.Equal(before, All(rejected, RevisionView.Accepted));
            Assert.DoesNotContain(Revisions.List(rejected), change => change.Author == Author.Name);
            Assert.Empty(DocumentValidation.Validate(edited.File).Select(issue => issue.Message).Except(DocumentValidation.Validate(document).Select(issue => issue.Message)));
            (documents, landed, locked) = (documents + 1, landed + edited.Landed.Count, locked + edited.Refused.Count);
        }

        output.WriteLine($"{documents} documents, {landed} edits landed, {locked} refused as not editable.");
        Assert.True(landed > 2 * documents, $"Only {landed} edits landed in {documents} documents.");
    }

    // Words that a document has once, spread over it.
    private static IEnumerable<string> Unique(string text)
    {
        var counts = Regex.Matches(text, @"\w+").CountBy(match => match.Value).ToDictionary();
        var once = WordOf().Matches(text).Select(match => match.Value).Where(word => counts[word] == 1).ToList();
        return once.Where((_, number) => number % Math.Max(1, once.Count / 3) == 0);
    }

    // Nothing that could be part of a longer word: 3-fold, don't.
    [GeneratedRegex(@"(?<=^|[ \n])[A-Za-z]{4,}(?=[ ,.;\n]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex WordOf();
}
