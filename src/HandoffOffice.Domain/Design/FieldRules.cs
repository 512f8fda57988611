using System.Text.RegularExpressions;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Design;

/// <summary>What the fields of a template must be.</summary>
internal static partial class FieldRules
{
    public static IEnumerable<Problem> Problems(IReadOnlyList<TemplateField> fields, JsonPointer at, bool nested)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            TemplateField field = fields[i];
            JsonPointer place = at.Append(i);
            if (!Name().IsMatch(field.Name) || fields.Take(i).Any(other => other.Name == field.Name))
            {
                yield return new Problem(place.Append("name"), "name", "The field's name is not a JSON name in camel case or is used twice.", "such as periodStart, once");
            }

            if (string.IsNullOrWhiteSpace(field.Label))
            {
                yield return new Problem(place.Append("label"), "empty", "The field's label is empty.", "a few words");
            }

            foreach (Problem problem in ByKind(field, place, nested))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> ByKind(TemplateField field, JsonPointer at, bool nested)
    {
        if (field.Kind == FieldKind.Choice ? !AreChoices(field.Choices) : field.Choices is not null)
        {
            yield return new Problem(at.Append("choices"), "choices", "A choice, and only a choice, has choices.", "two or more different choices, none of them empty");
        }

        int longest = field.MaxLength ?? (field.Kind == FieldKind.LongText ? RecordValidator.DefaultLongTextLength : RecordValidator.DefaultTextLength);
        if (field.Min > field.Max || field.MinLength > longest || field.MinItems > (field.MaxItems ?? RecordValidator.DefaultItems))
        {
            yield return new Problem(at, "range", "A least value is above its greatest.", "least not above greatest");
        }

        if (field.MinLength < 0 || field.MaxLength < 1 || field.MinItems < 0 || field.MaxItems < 1 || !IsExact(field.Min) || !IsExact(field.Max))
        {
            yield return new Problem(at, "range", "A limit is out of range.", "lengths and rows of at least 1, numbers of at most 15 significant digits");
        }

        if (field.Currency is not null && (field.Kind != FieldKind.Money || field.Currency.Length != 3 || !field.Currency.All(char.IsAsciiLetterUpper)))
        {
            yield return new Problem(at.Append("currency"), "currency", "A currency stands with money only, as three capital letters.", "such as EUR");
        }

        if (field.Pattern is not null && !IsPattern(field.Pattern))
        {
            yield return new Problem(at.Append("pattern"), "pattern", "The pattern is no regular expression without look-around and back-references.", "such as [A-Z]{2}-[0-9]+");
        }

        if (field.Kind == FieldKind.List)
        {
            IEnumerable<Problem> problems = nested
                ? [new Problem(at.Append("kind"), "nested-list", "A list stands within a list.", "one level of lists")]
                : field.Fields is { Count: > 0 } items
                    ? Problems(items, at.Append("fields"), nested: true)
                    : [new Problem(at.Append("fields"), "no-fields", "The list's items have no field.", "at least one field")];
            foreach (Problem problem in problems)
            {
                yield return problem;
            }
        }
        else if (field.Fields is not null)
        {
            yield return new Problem(at.Append("fields"), "fields", "Only a list has fields of its own.", "no fields");
        }
    }

    private static bool AreChoices(IReadOnlyList<string>? choices) =>
        choices is { Count: > 1 } && choices.All(choice => !string.IsNullOrWhiteSpace(choice)) && choices.Distinct(StringComparer.Ordinal).Count() == choices.Count;

    // The workflow's own digest is over canonical JSON, so its numbers must have a canonical form.
    private static bool IsExact(decimal? limit) =>
        limit is not { } value || CanonicalJson.IsCanonicalNumber(System.Text.Json.JsonSerializer.SerializeToElement(value));

    private static bool IsPattern(string pattern)
    {
        try
        {
            // Alone as well: "a)|(b" is a pattern only within brackets.
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            _ = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,63}\z")]
    private static partial Regex Name();
}
