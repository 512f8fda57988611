using System.Globalization;
using System.Text.Json;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Checking;

/// <summary>One row of a list of the record, with the text that people know it by.</summary>
/// <param name="List">The template's list.</param>
/// <param name="Number">1 for the first row.</param>
/// <param name="Pointer">The row.</param>
/// <param name="NamePointer">The field that names it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">The name's words.</param>
internal sealed record RecordItem(TemplateField List, int Number, JsonPointer Pointer, JsonPointer NamePointer, string Name, IReadOnlyList<Token> Words)
{
    /// <summary>The words that a paraphrase keeps: no stop words, and no dates, which may be written in another way.</summary>
    public IReadOnlyList<Token> Content { get; } = ContentOf(Name, Words);

    private static List<Token> ContentOf(string name, IReadOnlyList<Token> words)
    {
        IReadOnlyList<DateMention> dates = DateReader.Find(name);
        List<Token> content = [.. words.Where(word => word.IsContent && !dates.Any(date => date.Start <= word.Start && word.End <= date.End))];
        return content.Count > 0 ? content : [.. words.Where(word => word.IsContent)];
    }
}

/// <summary>One value of the record, read by its template. A person and an amount are one value each.</summary>
internal sealed record RecordFact(JsonPointer Pointer, string Label, TemplateField Field, JsonElement Value, string Shown, RecordItem? Item)
{
    public bool IsText => Field.Kind is FieldKind.Text or FieldKind.LongText;

    public DateOnly? Date => Field.Kind == FieldKind.Date ? FieldText.DateOf(Value) : null;

    public decimal? Number => Field.Kind switch
    {
        FieldKind.Number when Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out decimal number) => number,
        FieldKind.Money => FieldText.AmountOf(Value)?.Amount,
        _ => null,
    };
}

/// <summary>The values of a record in the template's order.</summary>
internal static class RecordFacts
{
    public static IReadOnlyList<RecordFact> Read(InputTemplate template, InputRecord record) =>
        [.. template.Fields.SelectMany(field => Of(field, Member(record.Root, field.Name), JsonPointer.Root.Append(field.Name), string.Empty, null))];

    public static IReadOnlyList<RecordItem> Items(IReadOnlyList<RecordFact> facts) => [.. facts.Select(fact => fact.Item).OfType<RecordItem>().DistinctBy(item => item.Pointer)];

    private static IEnumerable<RecordFact> Of(TemplateField field, JsonElement? value, JsonPointer at, string prefix, RecordItem? item)
    {
        if (value is not { } element)
        {
            return [];
        }

        if (field.Kind == FieldKind.List)
        {
            return element.ValueKind == JsonValueKind.Array
                ? element.EnumerateArray().SelectMany((row, index) => Row(field, row, index, at.Append(index)))
                : [];
        }

        return FieldText.Find(field.Kind, element, Fault.Language) is { } shown
            ? [new RecordFact(at, prefix + field.Label, field, element, shown, item)]
            : [];
    }

    private static IEnumerable<RecordFact> Row(TemplateField list, JsonElement row, int index, JsonPointer at)
    {
        string prefix = string.Create(CultureInfo.InvariantCulture, $"{list.Label} {index + 1}: ");
        IReadOnlyList<TemplateField> fields = list.Fields ?? [];
        RecordItem? item = Name(fields, row) is var (name, shown)
            ? new RecordItem(list, index + 1, at, at.Append(name.Name), shown, Tokenizer.Split(shown))
            : null;
        return fields.SelectMany(field => Of(field, Member(row, field.Name), at.Append(field.Name), prefix, item));
    }

    // A row is known by its first text; where it has none, by a person or a choice.
    private static (TemplateField Field, string Shown)? Name(IReadOnlyList<TemplateField> fields, JsonElement row)
    {
        FieldKind[][] preferred = [[FieldKind.Text, FieldKind.LongText], [FieldKind.Person, FieldKind.Choice]];
        foreach (FieldKind[] kinds in preferred)
        {
            foreach (TemplateField field in fields.Where(field => kinds.Contains(field.Kind)))
            {
                if (Member(row, field.Name) is { } value && FieldText.Find(field.Kind, value, Fault.Language) is { } shown)
                {
                    return (field, shown);
                }
            }
        }

        return null;
    }

    private static JsonElement? Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
