using System.Globalization;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models.Rules;

/// <summary>English.</summary>
internal sealed partial class EnglishPhrases : Phrases
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Small =
    [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];

    public override IReadOnlyList<string> Articles => ["the", "a", "an", "our", "your"];

    public override (string Yes, string No) YesNo => ("yes", "no");

    protected override NumberFormatInfo Format { get; } = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    public override string Date(DateOnly date) => $"{Digits(date.Day)} {Months[date.Month - 1]} {Digits(date.Year)}";

    public override string Money(decimal amount, string currency) =>
        $"{currency} {amount.ToString(amount == decimal.Truncate(amount) ? "#,##0" : "#,##0.00#############", Format)}";

    public override string Join(IReadOnlyList<string> items)
    {
        if (items.Any(item => item.Contains(',') || item.Contains(';')))
        {
            return items.Count < 2 ? string.Concat(items) : $"{string.Join("; ", items.SkipLast(1))}; and {items[^1]}";
        }

        return items.Count switch
        {
            < 2 => string.Concat(items),
            2 => items.Any(item => item.Contains(" and ", StringComparison.Ordinal)) ? $"{items[0]}, and {items[1]}" : $"{items[0]} and {items[1]}",
            _ => $"{string.Join(", ", items.SkipLast(1))}, and {items[^1]}",
        };
    }

    public override string JoinClauses(IReadOnlyList<string> clauses) => clauses.Count switch
    {
        1 => clauses[0],
        2 => $"{clauses[0]}, and {clauses[1]}",
        _ => $"{string.Join(", ", clauses.SkipLast(1))}, and {clauses[^1]}",
    };

    public override IReadOnlyList<string> Statement(TemplateField field, string value)
    {
        EnglishLabel label = EnglishLabel.Parse(field.Label);
        string plain = $"{Prose.Capitalised(label.Text)}: {value}";
        return field.Kind switch
        {
            FieldKind.YesNo => label.Text.EndsWith('?') ? [$"to the question “{field.Label}”, the answer is {value}", plain] : [$"for “{label.Text}”, the answer is {value}", plain],
            FieldKind.Date when Request().IsMatch(label.Text) => [$"please {label.Text} {value}", plain],
            FieldKind.Date when EndsInPreposition().IsMatch(label.Text) => [$"this is {label.Text} {value}", plain],
            FieldKind.Number when label is { Plural: { } noun, Participle: null } => [$"there {(value == "1" ? $"is 1 {label.Singular}" : $"are {value} {noun}")}", plain],
            FieldKind.Text or FieldKind.LongText when TextMeasure.CountWords(value) > 10 => [plain],
            _ when label.TakesArticle => [$"the {label.Text} {(label.Plural is null ? "is" : "are")} {value}", plain],
            _ => [plain],
        };
    }

    public override (string Noun, string Participle)? Counted(string label) =>
        EnglishLabel.Parse(label) is { Plural: { } noun, Participle: { } participle } ? (noun, participle) : null;

    public override IReadOnlyList<string> Counts(string noun, IReadOnlyList<(string Participle, string Number)> counts)
    {
        (string participle, string number) = counts[0];
        string subject = number == "1" ? $"There was 1 {EnglishLabel.Parse(noun).Singular} {participle}" : $"There were {number} {noun} {participle}";
        string plain = Join([.. counts.Select((c, i) => i == 0 ? $"{Prose.Capitalised(noun)} {c.Participle}: {c.Number}" : $"{c.Participle}: {c.Number}")]);
        return [Join([subject, .. counts.Skip(1).Select(c => $"{c.Number} {c.Participle}")]), plain];
    }

    public override IReadOnlyList<string> List(ListPart part, Voice voice)
    {
        EnglishLabel label = EnglishLabel.Parse(part.Label);
        string plain = $"{Prose.Capitalised(label.Text)}: {part.Items}";
        if (part.First)
        {
            string how = part.Last ? ":" : (part.Ascending, part.Flowing) switch
            {
                (true, true) => ", beginning with",
                (true, false) => ", beginning with these:",
                (false, true) => ", among them",
                _ => ", among them these:",
            };
            return [.. Counted(label, part.Count, voice).Select(opening => $"{opening}{how} {part.Items}"), plain];
        }

        string colon = part.Flowing ? string.Empty : part.Size == 1 ? " this:" : " these:";
        bool past = label.Participle is not null;
        string verb = past ? "came" : part.Size == 1 ? "comes" : "come";
        return part.Ascending
            ? [$"{(part.Last ? "Then" : "Next")} {verb}{colon} {part.Items}", plain]
            : part.Last && part.Size == 1 ? [$"The last one is{colon} {part.Items}", plain]
            : part.Last ? [$"The others are{colon} {part.Items}", plain]
            : [$"There {(part.Size == 1 ? "is" : "are")} also{colon} {part.Items}", plain];
    }

    public override bool Flows(string item) => TextMeasure.CountWords(item) <= 14 && !item.Contains(':') && !item.Contains(';') && !FiniteVerb().IsMatch(item);

    public override IReadOnlyList<string> Announcement(string label, int count)
    {
        EnglishLabel parsed = EnglishLabel.Parse(label);
        IEnumerable<string> counted = Counted(parsed, count, new Voice(GrammaticalPerson.Third, Tone.Plain, OutputFormat.Document));
        return [.. counted, count == 1 ? $"The {parsed.Singular} is as follows" : $"The {parsed.Text} are as follows"];
    }

    public override IReadOnlyList<string> EmptyList(string label) => EnglishLabel.Parse(label) switch
    {
        { Plural: { } noun, Participle: { } participle } => [$"No {noun} were {participle}", $"There are no {noun} to report"],
        { Plural: { } noun } => [$"There are no {noun} to report", $"There is nothing to report on {noun}"],
        { TakesArticle: true } other => [$"There is nothing to report on the {other.Text}", $"{Prose.Capitalised(other.Text)}: none"],
        var other => [$"There is nothing to report under “{other.Text}”", $"{Prose.Capitalised(other.Text)}: none"],
    };

    public override string Aside(TemplateField field, string value) =>
        field.Kind is FieldKind.Date or FieldKind.Money ? value : $"{EnglishLabel.Parse(field.Label).Text}: {value}";

    public override string NothingUnder(string heading) => $"There is nothing to report under “{heading}”.";

    public override string Greeting(string? name, Tone tone) => $"{(tone == Tone.Formal ? "Dear" : "Hello")}{(name is null ? string.Empty : " " + name)},";

    public override string Regards(Tone tone) => tone switch
    {
        Tone.Formal => "Yours sincerely,",
        Tone.Friendly => "Best wishes,",
        _ => "Kind regards,",
    };

    public override IReadOnlyList<string> Fillers(Voice voice)
    {
        string source = voice.Format == OutputFormat.Document ? "Every name and date here is taken from the record as it stands." : "If anything here is unclear, please write back.";
        string[] offers = (voice.Person, voice.Tone) switch
        {
            (GrammaticalPerson.FirstPlural, Tone.Friendly) => ["We are happy to answer any questions.", "Thank you for taking the time to read this."],
            (GrammaticalPerson.FirstPlural, Tone.Formal) => ["We remain at your disposal for any questions.", "We thank you for your attention."],
            (GrammaticalPerson.FirstPlural, Tone.Excited) => ["We look forward to hearing what you think!", "Thank you for reading!"],
            (GrammaticalPerson.FirstPlural, _) => ["We are available for any questions.", "Please tell us if anything is missing."],
            (GrammaticalPerson.FirstSingular, Tone.Friendly) => ["I am happy to answer any questions.", "Thank you for taking the time to read this."],
            (GrammaticalPerson.FirstSingular, Tone.Formal) => ["I remain at your disposal for any questions.", "I thank you for your attention."],
            (GrammaticalPerson.FirstSingular, Tone.Excited) => ["I look forward to hearing what you think!", "Thank you for reading!"],
            (GrammaticalPerson.FirstSingular, _) => ["I am available for any questions.", "Please tell me if anything is missing."],
            (_, Tone.Friendly or Tone.Excited) => ["Questions are welcome at any time.", "Thank you for taking the time to read this."],
            _ => ["Questions are welcome at any time.", "Please point out anything that is missing."],
        };
        return [.. offers, source];
    }

    // "Six milestones were completed", "Six steps come next", "There is one blocker".
    private static IEnumerable<string> Counted(EnglishLabel label, int count, Voice voice)
    {
        string number = count < Small.Length ? Small[count] : Digits(count);
        if (label.Plural is null)
        {
            yield return label.TakesArticle ? $"This is the {label.Text}" : $"This is recorded under “{label.Text}”";
            yield break;
        }

        string noun = count == 1 ? label.Singular : label.Plural;
        if (label.Participle is not null)
        {
            string report = $"{number} {noun} {(count == 1 ? "was" : "were")} {label.Participle}";
            if (label.IsPositive && voice is { Tone: Tone.Friendly or Tone.Excited, Person: not GrammaticalPerson.Third })
            {
                string who = voice.Person == GrammaticalPerson.FirstPlural ? "We are" : "I am";
                yield return $"{who} {(voice.Tone == Tone.Excited ? "delighted" : "pleased")} to report that {report}";
            }

            yield return Prose.Capitalised(report);
        }
        else if (noun.StartsWith("next ", StringComparison.Ordinal))
        {
            yield return Prose.Capitalised($"{number} {noun[5..]} {(count == 1 ? "comes" : "come")} next");
        }

        yield return $"There {(count == 1 ? "is" : "are")} {number} {noun}{(label.Participle is null ? string.Empty : " " + label.Participle)}";
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(reply|answer|respond|confirm|decide|return|sign|pay|send|approve|deliver|review)\\b.*\\b(by|until|before|on|from)$")]
    private static partial Regex Request();

    [GeneratedRegex(@"\b(is|are|was|were|has|have|had|will|can|must|may|should|does|do|did|begins?|starts?|ends?|opens?|closes?|goes|go|comes|missed|needs?|remains?|we|they|it)\b")]
    private static partial Regex FiniteVerb();

    [GeneratedRegex("\\b(by|until|before|on|from|since|after)$")]
    private static partial Regex EndsInPreposition();
}
