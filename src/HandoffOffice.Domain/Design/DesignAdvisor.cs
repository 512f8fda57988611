using System.Globalization;

namespace HandoffOffice.Domain.Design;

/// <summary>What would make a sound workflow better. A list of looks, each with its code; nobody has to follow them.</summary>
public static class DesignAdvisor
{
    private const int WordsOfALongParagraph = 120;

    /// <summary>How many examples a suite should have (C11).</summary>
    public const int Examples = 3;

    private static readonly IReadOnlyList<Func<Workflow, IEnumerable<DesignAdvice>>> All =
    [
        WideRange, LongParagraphs, HeadingsThatRunTogether, EmptyTones, VaguePurposes, OptionalMustMentions, MustMentionsOutsideSections, UnusedFields,
        ChecksThatAreMissing, FewExamples,
    ];

    /// <summary>The advice for a workflow that is sound by <see cref="WorkflowRules"/>.</summary>
    public static IReadOnlyList<DesignAdvice> Advice(Workflow workflow) => [.. All.SelectMany(look => look(workflow))];

    private static IEnumerable<DesignAdvice> WideRange(Workflow w) => w.Output.Words.Max <= 3 * w.Output.Words.Min ? [] :
    [
        At("/output/words", "range-wide", $"{w.Output.Words.Min} to {w.Output.Words.Max} words is wide: two drafts can differ threefold.", "Narrow it once you have seen a few drafts."),
    ];

    private static IEnumerable<DesignAdvice> LongParagraphs(Workflow w) => w.Output.Words.Min <= WordsOfALongParagraph * w.Output.Paragraphs.Max ? [] :
    [
        At("/output/paragraphs", "long-paragraphs", $"At least {w.Output.Words.Min} words in at most {w.Output.Paragraphs.Max} paragraphs make long ones.",
            $"Allow {(w.Output.Words.Min / WordsOfALongParagraph) + 1} or more."),
    ];

    private static IEnumerable<DesignAdvice> HeadingsThatRunTogether(Workflow w) =>
        w.Output.Sections.Count(section => section.Heading is not null) is var headings && headings <= w.Output.Paragraphs.Max ? [] :
    [
        At("/output/paragraphs", "headings-lost", $"{headings} sections have a heading, but the text has at most {w.Output.Paragraphs.Max} paragraphs: some would run together.",
            $"Allow {headings} paragraphs, or take headings away."),
    ];

    private static IEnumerable<DesignAdvice> EmptyTones(Workflow w) => w.Output.Tone.Select((tone, i) => (tone, i)).Where(pair => VagueWords.IsEmptyTone(pair.tone))
        .Select(pair => At($"/output/tone/{pair.i}", "tone-vague", $"Everybody reads “{pair.tone}” in another way.", "Say how it sounds: friendly, formal, plain, calm."));

    private static IEnumerable<DesignAdvice> VaguePurposes(Workflow w) => w.Output.Sections
        .Select((section, i) => (section, i))
        .Where(pair => VagueWords.NamesNothing(pair.section.Purpose))
        .Select(pair => At($"/output/sections/{pair.i}/purpose", "purpose-vague", $"“{pair.section.Purpose}” says nothing of what the section is to tell.",
            $"Name it, such as: Name {string.Join(" and ", pair.section.Fields.Take(2).Select(pointer => $"the {LabelOf(w, pointer)}").DefaultIfEmpty("what matters"))}."));

    private static IEnumerable<DesignAdvice> OptionalMustMentions(Workflow w) =>
        from item in w.Output.MustMention.Select((pointer, i) => (pointer, i))
        where w.Input.Field(item.pointer) is { Required: false } || w.Input.Field(JsonPointer.Root.Append(item.pointer.Tokens[0])) is { Required: false }
        select At($"/output/mustMention/{item.i}", "must-mention-optional",
            $"The text must mention the {LabelOf(w, item.pointer)}, but a record may leave it empty: then nothing is checked.",
            "Make the field required, or leave it so where empty means that there is nothing to say.");

    private static IEnumerable<DesignAdvice> MustMentionsOutsideSections(Workflow w) =>
        from item in w.Output.MustMention.Select((pointer, i) => (pointer, i))
        where !w.Output.Sections.Any(section =>
            section.Fields.Any(field => item.pointer.IsWithin(field) || field.IsWithin(item.pointer)) || Places(section).Contains(item.pointer.Tokens[0]))
        select At($"/output/mustMention/{item.i}", "must-mention-nowhere", $"The text must mention the {LabelOf(w, item.pointer)}, but no section speaks of it.",
            "Add it to the fields of a section.");

    private static IEnumerable<DesignAdvice> UnusedFields(Workflow w) =>
        from item in w.Input.Fields.Select((field, i) => (field, i))
        where item.field.Kind != FieldKind.Choice
        let pointer = JsonPointer.Root.Append(item.field.Name)
        let place = $"{{{item.field.Name}}}"
        where !w.Output.Sections.Any(section => section.Fields.Any(field => field.IsWithin(pointer)) || Places(section).Contains(item.field.Name))
            && !w.Input.Fields.Any(field => field.Wording?.Contains(place, StringComparison.Ordinal) == true)
            && !w.Output.Subject.Contains(place, StringComparison.Ordinal)
            && w.Output.Recipients != pointer
            && !w.Output.MustMention.Any(field => field.IsWithin(pointer))
        select At($"/input/fields/{item.i}", "field-unused", $"People fill in “{item.field.Label}”, but no section speaks of it.",
            "Add it to the fields of a section, or take it out of the form.");

    private static IEnumerable<DesignAdvice> ChecksThatAreMissing(Workflow w)
    {
        (CheckKind Kind, bool Wanted, string Why)[] checks =
        [
            (CheckKind.WordCount, true, "the contract has a length"),
            (CheckKind.ParagraphCount, true, "the contract has a number of paragraphs"),
            (CheckKind.MustMention, w.Output.MustMention.Count > 0, "the contract has must-mentions"),
            (CheckKind.ListItems, w.Input.Fields.Any(field => field.Kind == FieldKind.List), "the template has lists"),
            (CheckKind.Dates, HasKind(w, FieldKind.Date), "the template has dates"),
            (CheckKind.Numbers, HasKind(w, FieldKind.Number) || HasKind(w, FieldKind.Money), "the template has numbers"),
            (CheckKind.ForbiddenPhrases, w.Output.ForbiddenPhrases.Count > 0, "the contract has forbidden phrases"),
            (CheckKind.Style, w.Output.Style is not null, "the contract has a style guide"),
        ];
        return checks.Where(check => check.Wanted && w.Gate.Checks.All(own => own.Kind != check.Kind))
            .Select(check => At("/gate/checks", "check-missing", $"No check of kind {check.Kind} is in the gate, though {check.Why}.", $"Add {check.Kind}."));
    }

    private static IEnumerable<DesignAdvice> FewExamples(Workflow w)
    {
        int told = w.Examples.Count(example => example.Expected is not null);
        if (told < Examples)
        {
            yield return At("/examples", "few-examples",
                string.Create(CultureInfo.InvariantCulture, $"{told} of {w.Examples.Count} examples say what a draft of them has to say."),
                $"Give {Examples} realistic records with their expected facts before anybody works with it.");
        }
    }

    private static bool HasKind(Workflow w, FieldKind kind) => w.Input.Fields.Concat(w.Input.Fields.SelectMany(field => field.Fields ?? [])).Any(field => field.Kind == kind);

    private static HashSet<string> Places(ContractSection section) =>
        [.. $"{section.Lead}{section.Close}".Split('{').Skip(1).Select(part => part.Split('}')[0])];

    private static string LabelOf(Workflow w, JsonPointer pointer) =>
        w.Input.Field(pointer)?.Label ?? w.Input.Field(JsonPointer.Root.Append(pointer.Tokens[0]))?.Label ?? pointer.ToString();

    private static DesignAdvice At(string place, string code, string detail, string suggestion) => new(JsonPointer.Parse(place), code, detail, suggestion);
}
