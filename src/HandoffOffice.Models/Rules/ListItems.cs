using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models.Rules;

/// <summary>One item of a list in words.</summary>
/// <param name="Said">The words and their places.</param>
/// <param name="IsSentence">Whether its author wrote it as a sentence.</param>
/// <param name="Date">Its first date.</param>
internal sealed record ListItem(Said Said, bool IsSentence, DateOnly? Date);

/// <summary>The items of one list field in words.</summary>
internal sealed class ListItems
{
    private readonly TemplateField list;
    private readonly JsonPointer at;
    private readonly JsonElement? array;
    private readonly Phrases phrases;
    private readonly ValueText values;
    private readonly IReadOnlyList<JsonPointer> mustMention;
    private readonly IReadOnlyList<WordingPart> parts;

    public ListItems(TemplateField list, JsonPointer at, JsonElement? array, Phrases phrases, ValueText values, IReadOnlyList<JsonPointer> mustMention)
    {
        (this.list, this.at, this.array, this.phrases, this.values, this.mustMention) = (list, at, array, phrases, values, mustMention);
        parts = list.Wording is null ? [] : WordingText.Parts(list.Wording);
    }

    /// <summary>How many items the record has.</summary>
    public int Count => array is { ValueKind: JsonValueKind.Array } items ? items.GetArrayLength() : 0;

    /// <summary>Names of what may be said or left out: pieces in brackets, or optional fields where there is no wording.</summary>
    public IReadOnlyList<string> Optional => parts.Count > 0
        ? [.. parts.Select((part, i) => (part, i)).Where(p => p.part.Optional && !p.part.Names.Any(IsMust)).Select(p => $"{at}#{p.i}")]
        : [.. Fields.Where(f => !f.Required && !IsMust(f.Name)).Select(f => $"{at}#{f.Name}")];

    private IReadOnlyList<TemplateField> Fields => list.Fields ?? [];

    /// <summary>The items; none for an item without any value.</summary>
    /// <param name="on">Which of <see cref="Optional"/> are to be said.</param>
    public IReadOnlyList<ListItem> Items(IReadOnlySet<string> on) => array is { ValueKind: JsonValueKind.Array } items
        ? [.. items.EnumerateArray().Select((item, index) => Item(item, at.Append(index), on)).OfType<ListItem>()]
        : [];

    private ListItem? Item(JsonElement item, JsonPointer place, IReadOnlySet<string> on)
    {
        Said? Value(string name) => Fields.FirstOrDefault(f => f.Name == name) is { } field ? values.Of(field, Member(item, name), place.Append(name)) : null;

        Said? said = parts.Count == 0
            ? null
            : WordingText.Render(parts, Value, i => parts[i].Names.Any(IsMust) || on.Contains($"{at}#{i}"), phrases.Articles);
        said = said is { Cites.Count: > 0 } ? WithMust(said, Value) : Plain(Value, on);
        return said is null ? null : new ListItem(said, Fields.Any(f => f.Kind is FieldKind.Text or FieldKind.LongText && IsWritten(said, place.Append(f.Name))), DateOf(item));
    }

    private bool IsWritten(Said said, JsonPointer place) => said.Cites.Contains(place) && Prose.IsSentence(values.Written(place) ?? string.Empty);

    // Without a wording: the first text, person or choice names the item, the rest stands in parentheses.
    private Said? Plain(Func<string, Said?> value, IReadOnlySet<string> on)
    {
        IReadOnlyList<TemplateField> given = [.. Fields.Where(field => value(field.Name) is not null)];
        TemplateField? head = given.FirstOrDefault(field => field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Person or FieldKind.Choice) ?? (given.Count > 0 ? given[0] : null);
        if (head is null || value(head.Name) is not { } name)
        {
            return null;
        }

        return WithAsides(name, [.. given.Where(field => field != head && (field.Required || IsMust(field.Name) || parts.Count > 0 || on.Contains($"{at}#{field.Name}")))], value);
    }

    private Said WithMust(Said said, Func<string, Said?> value) => WithAsides(
        said, [.. Fields.Where(field => IsMust(field.Name) && value(field.Name) is { } must && !must.Cites.All(said.Cites.Contains))], value);

    private Said WithAsides(Said said, IReadOnlyList<TemplateField> asides, Func<string, Said?> value)
    {
        IReadOnlyList<(TemplateField Field, Said Said)> parts = [.. asides.Select(field => (field, value(field.Name))).Where(p => p.Item2 is not null).Select(p => (p.field, p.Item2!))];
        if (parts.Count == 0)
        {
            return said;
        }

        Said head = said.Text.EndsWith('.') && Prose.IsSentence(said.Text) ? said.Part(0, said.Text.Length - 1) : said;
        SaidBuilder text = new SaidBuilder().Append(head);
        foreach (((TemplateField field, Said aside), int i) in parts.Select((part, i) => (part, i)))
        {
            text.Append(i == 0 ? " (" : ", ").Append(new Said(phrases.Aside(field, aside.Text), aside.Cites));
        }

        return text.Append(")").Build();
    }

    private bool IsMust(string name) => mustMention.Contains(at.Append(name)) || mustMention.Any(must => must.IsWithin(at.Append(name)));

    private DateOnly? DateOf(JsonElement item) => Fields.Where(field => field.Kind == FieldKind.Date)
        .Select(field => Member(item, field.Name) is { ValueKind: JsonValueKind.String } value && DateOnly.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out DateOnly date)
            ? date
            : (DateOnly?)null)
        .FirstOrDefault(date => date is not null);

    private static JsonElement? Member(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement value) ? value : null;
}
