using System.Text.RegularExpressions;

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
        if ((field.Kind == FieldKind.Choice) != (field.Choices is { Count: > 1 }))
        {
            yield return new Problem(at.Append("choices"), "choices", "A choice, and only a choice, has choices.", "two or more choices");
        }

        if (field.Min > field.Max || field.MinLength > field.MaxLength || field.MinItems > field.MaxItems)
        {
            yield return new Problem(at, "range", "A least value is above its greatest.", "least not above greatest");
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

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,63}$")]
    private static partial Regex Name();
}
