using System.Globalization;
using HandoffOffice.Domain.Checking.Language;

namespace HandoffOffice.Domain.Design;

/// <summary>
/// What an output contract must say so that a draft can be held against it (C28): named things, a length, a tone, what must be mentioned, and no
/// contradiction.
/// </summary>
internal static class ContractRules
{
    /// <summary>Fewer words than this make no paragraph, and no section.</summary>
    public const int FewestWords = 4;

    private const int WidestWords = 100;
    private const int WordsRatio = 5;
    private const int WidestParagraphs = 4;
    private const int ParagraphsRatio = 3;

    public static IReadOnlyList<Func<Workflow, IEnumerable<Problem>>> All { get; } =
    [
        TaskIsText, PromiseNamesSomething, SectionsNameSomething, LengthMeansSomething, LengthCanBeMet, ToneIsGiven, MustMentionsAreGiven, TextsAreAllowed, StyleRules.Problems,
    ];

    /// <summary>Where the contract's own sentences stand, with their words.</summary>
    public static IEnumerable<(string Place, string Text)> Texts(Workflow w) =>
    [
        ("/output/subject", w.Output.Subject),
        .. w.Output.Sections
            .SelectMany((s, i) => new[] { ($"/output/sections/{i}/heading", s.Heading), ($"/output/sections/{i}/lead", s.Lead), ($"/output/sections/{i}/close", s.Close) })
            .Where(text => text.Item2 is not null).Select(text => (text.Item1, text.Item2!)),
        .. w.Input.Fields.Select((field, i) => ($"/input/fields/{i}/wording", field.Wording)).Where(text => text.Wording is not null).Select(text => (text.Item1, text.Wording!)),
    ];

    private static IEnumerable<Problem> TaskIsText(Workflow w) =>
        ModelRules.NoText(w.Task) is { } why ? [Problem.At("/task", "task", why, ModelRules.Tasks)] : [];

    private static IEnumerable<Problem> PromiseNamesSomething(Workflow w) => string.IsNullOrWhiteSpace(w.Promise) || !VagueWords.NamesNothing(w.Promise) ? [] :
    [
        Problem.At("/promise", "vague", $"“{w.Promise}” names nothing that a draft could be held against. {Missing(w)}",
            "what it starts from and what comes out, such as: From your project data to a status update of 150 to 200 words."),
    ];

    private static IEnumerable<Problem> SectionsNameSomething(Workflow w)
    {
        for (int i = 0; i < w.Output.Sections.Count; i++)
        {
            ContractSection section = w.Output.Sections[i];
            // What a person writes is theirs to invent.
            if (section.Owner == SectionOwner.Person || section.Fields.Count > 0 || section.Lead is { Length: > 0 } || section.Close is { Length: > 0 })
            {
                continue;
            }

            yield return Problem.At($"/output/sections/{i}/fields", "empty-section",
                $"The section '{section.Key}' names no field and has no sentence of its own: whatever comes there is invented.", "the fields that it speaks of, or a lead");
            if (!string.IsNullOrWhiteSpace(section.Purpose) && VagueWords.NamesNothing(section.Purpose))
            {
                yield return Problem.At($"/output/sections/{i}/purpose", "vague", $"“{section.Purpose}” names nothing that a draft could be held against. {Missing(w)}",
                    "what it is to tell, such as: Name every milestone reached, with its date.");
            }
        }
    }

    private static IEnumerable<Problem> LengthMeansSomething(Workflow w)
    {
        // How long the text of a filter is depends on how many candidates a person keeps.
        if (w.Pattern == Pattern.Filter)
        {
            yield break;
        }

        CountRange words = w.Output.Words;
        CountRange paragraphs = w.Output.Paragraphs;
        if (IsTooWide(words, WordsRatio, WidestWords))
        {
            yield return Problem.At("/output/words", "range-too-wide", $"{words.Min} to {words.Max} words says nothing of the length.",
                $"such as {Near(words)}: at most {WordsRatio} times the least");
        }

        if (IsTooWide(paragraphs, ParagraphsRatio, WidestParagraphs))
        {
            yield return Problem.At("/output/paragraphs", "range-too-wide", $"{paragraphs.Min} to {paragraphs.Max} paragraphs says nothing of the form.",
                $"at most {ParagraphsRatio} times the least, such as 3 to 4");
        }
    }

    private static IEnumerable<Problem> LengthCanBeMet(Workflow w)
    {
        int words = w.Output.Words.Max;
        if (words > 0 && w.Output.Paragraphs.Min > 0 && words < FewestWords * w.Output.Paragraphs.Min && w.Output.Paragraphs.Min > 1)
        {
            yield return Problem.At("/output/paragraphs", "cannot-be-met", $"At most {words} words can't fill at least {w.Output.Paragraphs.Min} paragraphs.",
                "fewer paragraphs, or more words");
        }

        int sections = w.Output.Sections.Count(section => section.Owner != SectionOwner.Person);
        if (words > 0 && words < FewestWords * sections && sections > 1)
        {
            yield return Problem.At("/output/sections", "cannot-be-met", $"At most {words} words can't fill {sections} sections.", "fewer sections, or more words");
        }
    }

    private static IEnumerable<Problem> ToneIsGiven(Workflow w)
    {
        var tones = w.Output.Tone.Where(tone => !string.IsNullOrWhiteSpace(tone)).ToList();
        if (tones.Count < w.Output.Tone.Count || tones.Count == 0)
        {
            yield return Problem.At("/output/tone", "no-tone", "The contract has no tone, or an empty one.", "one or two words, such as friendly and professional");
        }

        if (VagueWords.Contradiction(tones) is var (one, other))
        {
            yield return Problem.At("/output/tone", "tone-contradiction", $"A text can't be both {one} and {other}.", "one of the two");
        }
    }

    private static IEnumerable<Problem> MustMentionsAreGiven(Workflow w) =>
        w.Pattern == Pattern.Filter || w.Output.MustMention.Count > 0 || w.Input.Fields.FirstOrDefault(field => field.Required && field.Kind is not (FieldKind.YesNo or FieldKind.Choice)) is not { } required ? [] :
    [
        Problem.At("/output/mustMention", "no-must-mention", "The contract says of no field that the text must mention it, though people have to fill some in.", $"such as /{required.Name}"),
    ];

    private static IEnumerable<Problem> TextsAreAllowed(Workflow w) =>
        from text in Texts(w)
        from phrase in w.Output.ForbiddenPhrases
        where PhraseFinder.Find(WorkflowRules.Placeholder().Replace(text.Text, "…"), phrase).Any()
        select Problem.At(text.Place, "forbidden-phrase", $"The contract forbids '{phrase}' and says it itself.", "other words, or not forbidden");

    // What a contract still has to say, most wanted first.
    private static string Missing(Workflow w)
    {
        string[] missing =
        [
            .. w.Output.Sections.All(section => section.Fields.Count == 0) ? ["which fields it starts from"] : Array.Empty<string>(),
            .. w.Output.Words.Min < 1 || IsTooWide(w.Output.Words, WordsRatio, WidestWords) ? ["how many words"] : Array.Empty<string>(),
            .. w.Output.Paragraphs.Min < 1 || IsTooWide(w.Output.Paragraphs, ParagraphsRatio, WidestParagraphs) ? ["how many paragraphs"] : Array.Empty<string>(),
            .. w.Output.Tone.Count == 0 || w.Output.Tone.All(VagueWords.IsEmptyTone) ? ["which tone"] : Array.Empty<string>(),
            .. w.Output.MustMention.Count == 0 ? ["what it must mention"] : Array.Empty<string>(),
        ];
        return missing.Length == 0 ? "Say what it is about." : $"Still missing: {string.Join(", ", missing)}.";
    }

    private static bool IsTooWide(CountRange range, int ratio, int span) => range.Max >= range.Min && range.Max > ratio * Math.Max(1, range.Min) && range.Max - range.Min > span;

    private static string Near(CountRange range)
    {
        int min = Math.Max(50, range.Min);
        return string.Create(CultureInfo.InvariantCulture, $"{min} to {min + Math.Max(50, min / 3)}");
    }
}
