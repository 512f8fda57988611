using System.Globalization;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models.Rules;

/// <summary>German. Labels stand in quotation marks, since their gender and case cannot be told from them.</summary>
internal sealed class GermanPhrases : Phrases
{
    private static readonly string[] Months =
    [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
    ];

    private static readonly string[] Small =
    [
        "keine", "einen", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    ];

    public override IReadOnlyList<string> Articles => ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"];

    public override (string Yes, string No) YesNo => ("ja", "nein");

    protected override NumberFormatInfo Format { get; } = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public override string Date(DateOnly date) => $"{Digits(date.Day)}. {Months[date.Month - 1]} {Digits(date.Year)}";

    public override string Money(decimal amount, string currency) =>
        $"{amount.ToString(amount == decimal.Truncate(amount) ? "#,##0" : "#,##0.00#############", Format)} {currency}";

    public override string Join(IReadOnlyList<string> items) => items switch
    {
        { Count: < 2 } => string.Concat(items),
        _ when items.Any(item => item.Contains(',') || item.Contains(';')) => $"{string.Join("; ", items.SkipLast(1))}; und {items[^1]}",
        _ => $"{string.Join(", ", items.SkipLast(1))} und {items[^1]}",
    };

    public override string JoinClauses(IReadOnlyList<string> clauses) =>
        clauses.Count == 1 ? clauses[0] : $"{string.Join(", ", clauses.SkipLast(1))} und {clauses[^1]}";

    public override IReadOnlyList<string> Statement(TemplateField field, string value) => field.Kind switch
    {
        FieldKind.YesNo => [$"Zu „{Name(field.Label)}“ lautet die Angabe {value}", $"{Name(field.Label)}: {value}"],
        _ => [$"{Name(field.Label)}: {value}"],
    };

    public override (string Noun, string Participle)? Counted(string label) =>
        Name(label).Split(' ') is [{ Length: > 0 } noun, var participle] && char.IsUpper(noun[0]) && participle.All(char.IsLower) && participle.Length > 4
            && (participle.EndsWith('t') || participle.EndsWith("en", StringComparison.Ordinal))
            ? (noun, participle)
            : null;

    public override IReadOnlyList<string> Counts(string noun, IReadOnlyList<(string Participle, string Number)> counts) =>
        [$"{noun}: {Join([.. counts.Select(c => $"{c.Number} {c.Participle}")])}"];

    public override IReadOnlyList<string> List(ListPart part, Voice voice)
    {
        string plain = $"{Name(part.Label)}: {part.Items}";
        if (!part.First)
        {
            string verb = part.Size == 1 ? "folgt" : "folgen";
            return part.Ascending ? [$"Danach {verb}: {part.Items}", plain] : [$"Hinzu {(part.Size == 1 ? "kommt" : "kommen")}: {part.Items}", plain];
        }

        string how = part.Last ? ":" : part.Ascending ? ", beginnend mit:" : ", darunter:";
        return [$"{Announced(part.Label, part.Count)}{how} {part.Items}", plain];
    }

    public override bool Flows(string item) => false;

    public override IReadOnlyList<string> Announcement(string label, int count) => [Announced(label, count)];

    public override IReadOnlyList<string> EmptyList(string label) => [$"Zu „{Name(label)}“ gibt es nichts zu berichten", $"{Name(label)}: keine"];

    public override string Aside(TemplateField field, string value) => field.Kind is FieldKind.Date or FieldKind.Money ? value : $"{Name(field.Label)}: {value}";

    public override string NothingUnder(string heading) => $"Zu „{heading}“ gibt es nichts zu berichten.";

    public override string Greeting(string? name, Tone tone) => $"Guten Tag{(name is null ? string.Empty : " " + name)},";

    public override string Regards(Tone tone) => tone switch
    {
        Tone.Formal => "Hochachtungsvoll",
        Tone.Friendly or Tone.Excited => "Herzliche Grüße",
        _ => "Mit freundlichen Grüßen",
    };

    public override IReadOnlyList<string> Fillers(Voice voice)
    {
        string source = voice.Format == OutputFormat.Document
            ? "Alle Namen und Daten hier stammen unverändert aus den vorliegenden Angaben."
            : "Wenn etwas unklar ist, genügt eine kurze Antwort.";
        string[] offers = (voice.Person, voice.Tone) switch
        {
            (GrammaticalPerson.FirstPlural, Tone.Formal) => ["Für Rückfragen stehen wir Ihnen zur Verfügung.", "Wir danken Ihnen für Ihre Aufmerksamkeit."],
            (GrammaticalPerson.FirstPlural, _) => ["Fragen beantworten wir gerne.", "Vielen Dank, dass Sie sich die Zeit dafür nehmen."],
            (GrammaticalPerson.FirstSingular, Tone.Formal) => ["Für Rückfragen stehe ich Ihnen zur Verfügung.", "Ich danke Ihnen für Ihre Aufmerksamkeit."],
            (GrammaticalPerson.FirstSingular, _) => ["Fragen beantworte ich gerne.", "Vielen Dank, dass Sie sich die Zeit dafür nehmen."],
            _ => ["Fragen sind jederzeit willkommen.", "Vielen Dank, dass Sie sich die Zeit dafür nehmen."],
        };
        return [.. offers, source];
    }

    private static string Announced(string label, int count) =>
        $"Zu „{Name(label)}“ gibt es {(count < Small.Length ? Small[count] : Digits(count))} {(count == 1 ? "Eintrag" : "Einträge")}";

    private static string Name(string label) => Prose.OneLine(label).TrimEnd(':', '.', ' ');

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
