using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Models.Tests;

/// <summary>What holds of every draft by rules, whatever the template, contract and record.</summary>
public sealed partial class RulesDrafterLaws
{
    private const int Briefs = 200;

    [Fact]
    [Trait("Capability", "C02")]
    [Trait("Capability", "C89")]
    public Task Sections_come_in_order_citations_exist_and_the_same_brief_gives_the_same_draft() => Holds(async (brief, draft) =>
    {
        List<string> sections = [.. draft.Select(s => s.Section).Distinct()];
        Assert.Equal(brief.Workflow.Output.Sections.Select(s => s.Key).Where(sections.Contains), sections);
        Assert.All(draft.SelectMany(s => s.Citations), place => Assert.NotNull(brief.Record.Find(place)));
        Assert.Equal(draft.Select(s => s.Text), (await Given.WrittenByRules(brief)).Select(s => s.Text));
    });

    [Fact]
    [Trait("Capability", "C55")]
    public Task Every_list_item_and_every_field_to_be_mentioned_is_in_the_text_and_cited() => Holds((brief, draft) =>
    {
        string text = Bare(string.Concat(draft.Select(s => s.Text)));
        HashSet<JsonPointer> cited = [.. draft.SelectMany(s => s.Citations)];
        foreach (RecordLeaf leaf in brief.Record.Leaves().Where(leaf => IsOwed(brief, leaf)))
        {
            Assert.Contains(Bare(leaf.Value.ToString()), text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(leaf.Pointer, cited);
        }

        return Task.CompletedTask;
    });

    [Fact]
    [Trait("Capability", "C02")]
    public Task A_text_is_cited_only_by_sentences_that_have_a_word_of_it() => Holds((brief, draft) =>
    {
        foreach ((DraftSentence sentence, JsonPointer place) in draft.SelectMany(s => s.Citations.Select(c => (s, c))))
        {
            if (brief.Workflow.Input.Field(place) is { Kind: FieldKind.Text or FieldKind.LongText } && brief.Record.Find(place) is { } value)
            {
                Assert.Contains(value.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), word =>
                    sentence.Text.Contains(word.TrimEnd('.', ',', ':'), StringComparison.OrdinalIgnoreCase));
            }
        }

        return Task.CompletedTask;
    });

    [Fact]
    [Trait("Capability", "C34")]
    public Task A_cited_date_is_in_its_sentence_in_long_form() => Holds((brief, draft) =>
    {
        foreach ((DraftSentence sentence, JsonPointer place) in draft.SelectMany(s => s.Citations.Select(c => (s, c))))
        {
            if (brief.Workflow.Input.Field(place) is { Kind: FieldKind.Date } && brief.Record.Find(place) is { } value)
            {
                DateOnly date = DateOnly.ParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
                Assert.Matches($@"\b{date.Day}\.? \p{{L}}+ {date.Year}\b", sentence.Text);
            }
        }

        return Task.CompletedTask;
    });

    [Fact]
    [Trait("Capability", "C56")]
    public Task Words_are_in_range_wherever_what_must_be_said_and_what_can_be_said_allow_it() => Holds(async (brief, draft) =>
    {
        CountRange range = brief.Workflow.Output.Words;
        int least = Given.Words(await Given.WrittenByRules(brief.WithOutput(o => o with { Words = new CountRange(1, 1) })));
        int most = Given.Words(await Given.WrittenByRules(brief.WithOutput(o => o with { Words = new CountRange(100_000, 100_000) })));
        int words = Given.Words(draft);

        Assert.True(words <= range.Max || words == least, $"{words} words, {least} would have done, at most {range.Max} were asked for");
        Assert.True(words >= range.Min || most < range.Min || most > range.Max, $"{words} words, {most} could be said, {range.Min} to {range.Max} were asked for");
    });

    [Fact]
    public Task Sentences_begin_and_end_as_sentences_do() => Holds((brief, draft) =>
    {
        foreach (DraftSentence sentence in draft)
        {
            Assert.DoesNotMatch(@"\s\s|^\s|\s$", sentence.Text);
            Assert.DoesNotMatch(@"^\p{Ll}+(\s|$)", sentence.Text);
            bool framed = brief.Workflow.Output.Format == OutputFormat.Email && (sentence == draft[0] || sentence == draft[^1]);
            Assert.True(framed || Ended().IsMatch(sentence.Text), sentence.Text);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task Nothing_of_ours_is_forbidden() => Holds((brief, draft) =>
    {
        foreach (string phrase in brief.Workflow.Output.ForbiddenPhrases)
        {
            Assert.DoesNotContain(draft, sentence => sentence.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
        }

        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_record_as_large_as_templates_allow_is_written_in_seconds()
    {
        Brief large = Given.StatusReport;
        string items = string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{"name":"{{new string('n', 150)}} {{i}}","date":"2025-03-03","owner":"{{new string('o', 100)}}"}"""));
        Brief brief = large.With($$"""
            {"client":"A","project":"B","periodStart":"2025-03-01","periodEnd":"2025-03-31","accountManager":"C","milestonesCompleted":[{{items}}],"nextSteps":[{{items}}],"tone":"plain"}
            """);

        Assert.Contains("19 on 3 March 2025", Given.AsText(await Given.WrittenByRules(brief).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private static Task Holds(Func<Brief, IReadOnlyList<DraftSentence>, Task> law) => AnyBrief.Any.SampleAsync(
        async brief =>
        {
            IReadOnlyList<DraftSentence> draft = await Given.WrittenByRules(brief);
            await law(brief, draft);
        },
        seed: "0000KOIPeNg4",
        iter: Briefs,
        threads: 1,
        print: brief => $"{brief.Record.Canonical}\n{WorkflowFile.Write(brief.Workflow with { Examples = [] })}");

    // Texts whose value is cut into sentences or loses a full stop to a clause still have every letter and digit in order.
    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static bool IsOwed(Brief brief, RecordLeaf leaf) =>
        brief.Workflow.Input.Field(leaf.Pointer) is { Kind: FieldKind.Text or FieldKind.LongText or FieldKind.Choice } field
        && Bare(leaf.Value.ToString()).Length > 0
        && (field.Name == "name" || brief.Workflow.Output.MustMention.Contains(leaf.Pointer));

    [GeneratedRegex("[.!?…][\"'”»)\\]]*$")]
    private static partial Regex Ended();
}
