using System.Globalization;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;

namespace HandoffOffice.Domain.Piloting;

/// <summary>What a playbook is made from: the version and what really happened with it.</summary>
/// <param name="Workflow">The version.</param>
/// <param name="Typical">A draft of one of its examples, as the last test wrote it, a sentence each; empty where none was tried.</param>
/// <param name="TypicalOf">The example's name; null likewise.</param>
/// <param name="Origin">Who drafted it; null likewise.</param>
/// <param name="Failures">What tends to go wrong, by the last runs.</param>
/// <param name="Edits">What reviewers change in the same way again and again.</param>
/// <param name="Answers">What the measures say.</param>
/// <param name="Adjustments">The changes that led to this version.</param>
/// <param name="Address">Where the product runs; null where that is not known.</param>
public sealed record PlaybookSources(
    Workflow Workflow, IReadOnlyList<string> Typical, string? TypicalOf, string? Origin, IReadOnlyList<KnownFailure> Failures, IReadOnlyList<CommonEdit> Edits,
    IReadOnlyList<MeasuredAnswer> Answers, IReadOnlyList<Adjustment> Adjustments, Uri? Address);

/// <summary>A table of a playbook.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">Each as long as the columns.</param>
public sealed record PlaybookTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A section of a playbook.</summary>
/// <param name="Code">Stable: <c>purpose</c>, <c>input</c>, <c>output</c>, <c>review</c>, <c>edits</c>, <c>shortcut</c>, <c>measures</c>, <c>history</c>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Text">Paragraphs.</param>
/// <param name="Quote">Words of a draft; empty where there are none.</param>
/// <param name="Tables">Tables, after the text.</param>
public sealed record PlaybookSection(string Code, string Title, IReadOnlyList<string> Text, IReadOnlyList<string> Quote, IReadOnlyList<PlaybookTable> Tables);

/// <summary>How a workflow is used, from real data (C44): made anew for each version and each time somebody asks.</summary>
/// <param name="Title">What it is the playbook of.</param>
/// <param name="Version">The version.</param>
/// <param name="Sections">Its sections.</param>
public sealed record Playbook(string Title, int Version, IReadOnlyList<PlaybookSection> Sections)
{
    /// <summary>The playbook of a version.</summary>
    public static Playbook Of(PlaybookSources from) => new(
        from.Workflow.Name, from.Workflow.Version,
        [Purpose(from.Workflow), Input(from.Workflow.Input), Output(from), Review(from), Edits(from.Edits), Shortcut(from), Measures(from.Answers), .. History(from.Adjustments)]);

    // A section without a heading goes by its key, as words.
    private static string NameOf(ContractSection section) =>
        section.Heading ?? char.ToUpperInvariant(section.Key[0]) + section.Key[1..].Replace('-', ' ');

    private static PlaybookSection Purpose(Workflow workflow) => new("purpose", "What it is for", [workflow.Promise], [],
    [
        new PlaybookTable(["Who answers", "For what", "In a run"],
        [
            [workflow.Responsibilities.Input.Title, "that the input is right", Holder(workflow.Responsibilities.Input.Holder)],
            [workflow.Responsibilities.Draft.Title, "that the draft is asked for and dealt with", Holder(workflow.Responsibilities.Draft.Holder)],
            [workflow.Responsibilities.Release.Title, "for what leaves", Holder(workflow.Responsibilities.Release.Holder)],
        ]),
    ]);

    private static PlaybookSection Input(InputTemplate template) => new("input", "What you put in",
        ["Fill every field that is needed. What is not in the form can't be in the draft."], [],
        [new PlaybookTable(["Field", "Kind", "Needed", "Help"], [.. template.Fields.SelectMany(field => Rows(field, string.Empty))])]);

    private static IEnumerable<IReadOnlyList<string>> Rows(TemplateField field, string within)
    {
        string help = string.Join(' ', new[] { field.Help, field.Example is { } example ? $"For example: {example}" : null }.OfType<string>());
        yield return [within + field.Label, KindOf(field), field.Required ? "yes" : "no", help];
        foreach (IReadOnlyList<string> row in (field.Fields ?? []).SelectMany(item => Rows(item, $"{within}{field.Label}: ")))
        {
            yield return row;
        }
    }

    private static PlaybookSection Output(PlaybookSources from)
    {
        OutputContract contract = from.Workflow.Output;
        string form = contract.Format == OutputFormat.Email ? "A mail" : "A document";
        return new PlaybookSection("output", "What typically comes out",
            [
                Words($"{form} of {contract.Words.Min} to {contract.Words.Max} words in {contract.Paragraphs.Min} to {contract.Paragraphs.Max} paragraphs, {string.Join(" and ", contract.Tone)}."),
                from.TypicalOf is null
                    ? "No draft of an example is at hand: have the examples tried."
                    : $"This is the draft of the example '{from.TypicalOf}', as {from.Origin} wrote it:",
            ],
            from.Typical,
            [new PlaybookTable(["Section", "What it tells"], [.. contract.Sections.Select(section => new[] { NameOf(section), section.Purpose })])]);
    }

    private static PlaybookSection Review(PlaybookSources from)
    {
        Dictionary<string, string> headings = from.Workflow.Output.Sections.ToDictionary(section => section.Key, section => NameOf(section));
        return new PlaybookSection("review", "What to review carefully",
            [from.Failures.Count == 0 ? "Nothing has gone wrong in the last runs yet. The checklist says what to look at." : "The checklist says what to look at; the last runs say where to look twice."],
            [],
            [
                new PlaybookTable(["Check", "Can be waived"], [.. from.Workflow.Gate.Checklist.Select(item => new[] { item.Text, item.NonNegotiable ? "never" : "with a reason" })]),
                .. from.Failures.Count == 0 ? Array.Empty<PlaybookTable>() :
                [
                    new PlaybookTable(["Where", "What happened"],
                        [.. from.Failures.Select(failure => new[] { failure.Section is { } key ? headings.GetValueOrDefault(key, key) : "The whole text", failure.Sentence })]),
                ],
            ]);
    }

    private static PlaybookSection Edits(IReadOnlyList<CommonEdit> edits) => edits.Count == 0
        ? new PlaybookSection("edits", "Common edits", ["Reviewers have not changed anything in the same way twice yet."], [], [])
        : new PlaybookSection("edits", "Common edits", ["Reviewers made these changes in more than one run."], [],
            [new PlaybookTable(["Instead of", "They write", "Runs"], [.. edits.Select(edit => new[] { Shown(edit.From), Shown(edit.To), Words($"{edit.Runs}") })])]);

    private static PlaybookSection Shortcut(PlaybookSources from) => new("shortcut", "The shortcut",
        [
            $"Open the pane in {(from.Workflow.Surface == Surface.Outlook ? "Outlook" : "Word")} or in the browser and choose {from.Workflow.Name}.{(from.Address is { } address ? $" In the browser: {address}#/start/{from.Workflow.Key}" : string.Empty)}",
            "In the review, J and K go to the next and the previous change, A accepts, R rejects, E edits, F goes to the next finding, and ? shows all keys.",
            Loops(from.Workflow.Gate.LoopBudget),
        ], [], []);

    private static PlaybookSection Measures(IReadOnlyList<MeasuredAnswer> answers) => new("measures", "What it brings", [.. answers.Select(answer => answer.Sentence)], [], []);

    private static IEnumerable<PlaybookSection> History(IReadOnlyList<Adjustment> adjustments) => adjustments.Count == 0 ? [] :
    [
        new PlaybookSection("history", "What was adjusted", [], [],
        [
            new PlaybookTable(["Version", "When", "To be better"],
                [.. adjustments.Select(change => new[] { Words($"{change.To}"), change.At.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), change.Expectation })]),
        ]),
    ];

    private static string Loops(int budget) => budget switch
    {
        0 => "No revision is planned: edit the text yourself, or finish by hand.",
        1 => "One revision can be asked for. After it, edit the text yourself, or finish by hand and tell the designer.",
        _ => Words($"{budget} revisions can be asked for. After them, edit the text yourself, or finish by hand and tell the designer."),
    };

    private static string KindOf(TemplateField field) => field.Kind switch
    {
        FieldKind.Text => "a line of text",
        FieldKind.LongText => "text",
        FieldKind.Number => "a number",
        FieldKind.Money => "an amount of money",
        FieldKind.Date => "a date",
        FieldKind.Choice => $"one of: {string.Join(", ", field.Choices ?? [])}",
        FieldKind.YesNo => "yes or no",
        FieldKind.Person => "a person",
        _ => "a list",
    };

    private static string Holder(DutyHolder holder) => holder == DutyHolder.Author ? "the author" : "the reviewer";

    private static string Shown(string words) => words.Length == 0 ? "(nothing)" : words;

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
