using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Intake;

/// <summary>Says what in a record does not fit its template; all of it at once, each with its place.</summary>
public static class RecordValidator
{
    /// <summary>Greatest length of a one-line text where the field sets none.</summary>
    public const int DefaultTextLength = 500;

    /// <summary>Greatest length of a long text where the field sets none.</summary>
    public const int DefaultLongTextLength = 10_000;

    /// <summary>Greatest number of items where the field sets none.</summary>
    public const int DefaultItems = 200;

    // Patterns do not backtrack, so their time is linear in the text. This only ends what would never end; a time that a busy
    // machine can reach would turn a sound record into an error.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The problems of a record, in the order of the template; none when it fits.</summary>
    public static IReadOnlyList<Problem> Validate(InputTemplate template, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return [new Problem(JsonPointer.Root, "not-an-object", "A record is a JSON object.", "an object with the template's fields")];
        }

        IReadOnlyList<Problem> broken = [.. BrokenTexts(record, JsonPointer.Root)];
        return broken.Count > 0 ? broken : [.. Members(template.Fields, record, JsonPointer.Root)];
    }

    // JSON can spell half of a surrogate pair ("\ud800"), which is no text: nothing after this could read or keep it.
    private static IEnumerable<Problem> BrokenTexts(JsonElement value, JsonPointer at) => value.ValueKind switch
    {
        JsonValueKind.String => IsText(() => value.GetString()) ? [] : [Broken(at)],
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => BrokenTexts(item, at.Append(index))),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            IsText(() => member.Name) ? BrokenTexts(member.Value, at.Append(member.Name)) : [Broken(at)]),
        _ => [],
    };

    private static Problem Broken(JsonPointer at) => new(at, "not-text", "A text has half of a surrogate pair.", "Unicode text");

    // The framework has no way to ask beforehand; it throws exactly for this.
    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<Problem> Members(IReadOnlyList<TemplateField> fields, JsonElement value, JsonPointer at)
    {
        foreach (TemplateField field in fields)
        {
            JsonElement? member = value.TryGetProperty(field.Name, out JsonElement found) ? found : null;
            foreach (Problem problem in Field(field, member, at.Append(field.Name)))
            {
                yield return problem;
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            JsonPointer place = at.Append(member.Name);
            if (!seen.Add(member.Name))
            {
                yield return new Problem(place, "duplicate-field", $"'{member.Name}' is given more than once.", "each field once");
            }
            else if (fields.All(field => field.Name != member.Name))
            {
                yield return new Problem(
                    place, "unknown-field", $"The template has no field '{member.Name}'.", string.Join(", ", fields.Select(field => field.Name)));
            }
        }
    }

    private static IEnumerable<Problem> Field(TemplateField field, JsonElement? value, JsonPointer at)
    {
        if (value is null or { ValueKind: JsonValueKind.Null })
        {
            return field.Required ? [new Problem(at, "required", $"{field.Label} is missing.", Expected(field))] : [];
        }

        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText => Text(field, value.Value, at),
            FieldKind.Number => Number(field, value.Value, at),
            FieldKind.Money => Money(field, value.Value, at),
            FieldKind.Date => Date(field, value.Value, at),
            FieldKind.Choice => Choice(field, value.Value, at),
            FieldKind.YesNo => value.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [WrongType(field, at)],
            FieldKind.Person => Person(field, value.Value, at),
            FieldKind.List => List(field, value.Value, at),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "Unknown kind of field."),
        };
    }

    private static IEnumerable<Problem> Text(TemplateField field, JsonElement value, JsonPointer at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return WrongType(field, at);
            yield break;
        }

        string text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (field.Required)
            {
                yield return new Problem(at, "required", $"{field.Label} is empty.", Expected(field));
            }

            yield break;
        }

        if (text.Any(c => char.IsControl(c) && !(field.Kind == FieldKind.LongText && c is '\n' or '\r' or '\t')))
        {
            yield return new Problem(at, "control-character", $"{field.Label} has a line break or a control character.", Expected(field));
        }

        // Characters are Unicode code points, as JSON Schema counts them (draft 2020-12 validation, section 6.3).
        int length = text.EnumerateRunes().Count();
        if (length > MaxLength(field) || length < (field.MinLength ?? 0))
        {
            yield return new Problem(at, "length", $"{field.Label} has {length} characters.", Expected(field));
        }

        if (field.Pattern is not null && !Regex.IsMatch(text, $@"\A(?:{field.Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, PatternTimeout))
        {
            yield return new Problem(at, "pattern", $"{field.Label} does not have the form it needs.", Expected(field));
        }
    }

    private static IEnumerable<Problem> Number(TemplateField field, JsonElement value, JsonPointer at)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return [WrongType(field, at)];
        }

        if (!CanonicalJson.IsCanonicalNumber(value))
        {
            return [new Problem(at, "number-range", $"{field.Label} has more digits than can be kept exactly.", "at most 15 significant digits")];
        }

        return InRange(field, value.GetDecimal()) ? [] : [new Problem(at, "range", $"{field.Label} is {value.GetRawText()}.", Expected(field))];
    }

    private static IEnumerable<Problem> Money(TemplateField field, JsonElement value, JsonPointer at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [WrongType(field, at)];
        }

        TemplateField amount = new()
        {
            Name = "amount",
            Label = $"{field.Label}: amount",
            Kind = FieldKind.Number,
            Required = true,
            Min = field.Min,
            Max = field.Max,
        };
        TemplateField currency = new()
        {
            Name = "currency",
            Label = $"{field.Label}: currency",
            Kind = FieldKind.Text,
            Required = true,
            Pattern = "[A-Z]{3}",
            Help = "three capital letters (ISO 4217), such as EUR",
        };
        return Members([amount, currency], value, at);
    }

    private static IEnumerable<Problem> Date(TemplateField field, JsonElement value, JsonPointer at) =>
        value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? []
            : [WrongType(field, at)];

    private static IEnumerable<Problem> Choice(TemplateField field, JsonElement value, JsonPointer at) =>
        value.ValueKind == JsonValueKind.String && field.Choices!.Contains(value.GetString()!)
            ? []
            : [new Problem(at, "choice", $"{field.Label} is none of its choices.", Expected(field))];

    private static IEnumerable<Problem> Person(TemplateField field, JsonElement value, JsonPointer at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [WrongType(field, at)];
        }

        TemplateField name = new() { Name = "name", Label = $"{field.Label}: name", Kind = FieldKind.Text, Required = true, MaxLength = 200 };
        TemplateField email = new() { Name = "email", Label = $"{field.Label}: email", Kind = FieldKind.Text, MaxLength = 254 };
        return Members([name, email], value, at).Concat(Address(field, value, at));
    }

    private static IEnumerable<Problem> Address(TemplateField field, JsonElement person, JsonPointer at) =>
        person.TryGetProperty("email", out JsonElement email)
        && email.ValueKind == JsonValueKind.String
        && !string.IsNullOrWhiteSpace(email.GetString())
        && !(MailAddress.TryCreate(email.GetString(), out MailAddress? address) && address.Address == email.GetString())
            ? [new Problem(at.Append("email"), "email", $"{field.Label}: this is no email address.", "an address such as name@example.com")]
            : [];

    private static IEnumerable<Problem> List(TemplateField field, JsonElement value, JsonPointer at)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return WrongType(field, at);
            yield break;
        }

        int count = value.GetArrayLength();
        if (count < Math.Max(field.MinItems ?? 0, field.Required ? 1 : 0) || count > (field.MaxItems ?? DefaultItems))
        {
            yield return new Problem(at, "items", $"{field.Label} has {count} {(count == 1 ? "row" : "rows")}.", Expected(field));
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            JsonPointer place = at.Append(index++);
            IEnumerable<Problem> problems = item.ValueKind == JsonValueKind.Object
                ? Members(field.Fields!, item, place)
                : [new Problem(place, "not-an-object", $"Each row of {field.Label} is an object.", $"an object with {string.Join(", ", field.Fields!.Select(f => f.Name))}")];
            foreach (Problem problem in problems)
            {
                yield return problem;
            }
        }
    }

    private static bool InRange(TemplateField field, decimal value) => value >= (field.Min ?? decimal.MinValue) && value <= (field.Max ?? decimal.MaxValue);

    private static int MaxLength(TemplateField field) =>
        field.MaxLength ?? (field.Kind == FieldKind.LongText ? DefaultLongTextLength : DefaultTextLength);

    private static Problem WrongType(TemplateField field, JsonPointer at) => new(at, "type", $"{field.Label} does not have the right form.", Expected(field));

    private static string Expected(TemplateField field) => field.Kind switch
    {
        FieldKind.Text or FieldKind.LongText when field.Pattern is not null => field.Help ?? $"text that matches {field.Pattern}",
        FieldKind.Text => $"one line of {Between(field.MinLength ?? 1, MaxLength(field))} characters",
        FieldKind.LongText => $"text of {Between(field.MinLength ?? 1, MaxLength(field))} characters",
        FieldKind.Number => $"a number{Limits(field)}",
        FieldKind.Money => $"an amount{Limits(field)} and a currency, such as {{\"amount\": 1200, \"currency\": \"EUR\"}}",
        FieldKind.Date => "a date as YYYY-MM-DD",
        FieldKind.Choice => $"one of: {string.Join("; ", field.Choices ?? [])}",
        FieldKind.YesNo => "true or false",
        FieldKind.Person => "a person, such as {\"name\": \"Ada Example\", \"email\": \"ada@example.com\"}",
        _ => $"{Between(Math.Max(field.MinItems ?? 0, field.Required ? 1 : 0), field.MaxItems ?? DefaultItems)} rows with {string.Join(", ", (field.Fields ?? []).Select(f => f.Name))}",
    };

    private static string Between(int min, int max) => min == max ? $"{min}" : $"{min} to {max}";

    private static string Limits(TemplateField field) => (field.Min, field.Max) switch
    {
        (decimal min, decimal max) => string.Create(CultureInfo.InvariantCulture, $" from {min} to {max}"),
        (decimal min, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {min}"),
        (null, decimal max) => string.Create(CultureInfo.InvariantCulture, $" of at most {max}"),
        _ => string.Empty,
    };
}
