using System.Globalization;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models.Rules;

/// <summary>Values of the record as a language writes them.</summary>
internal sealed class ValueText(Phrases phrases, IReadOnlyList<JsonPointer> mustMention)
{
    private readonly Dictionary<JsonPointer, string> written = [];

    /// <summary>How a value was last written, for telling which sentence of several states it.</summary>
    public string? Written(JsonPointer at) => written.GetValueOrDefault(at);

    /// <summary>The value on one line with its places, or null where there is nothing to say.</summary>
    public Said? Of(TemplateField field, JsonElement? value, JsonPointer at)
    {
        if (value is not { } given || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        Said? said = field.Kind switch
        {
            FieldKind.Money => Money(given, at),
            FieldKind.Person => Person(given, at),
            FieldKind.List => null,
            _ => Plain(field, given) is { Length: > 0 } text ? new Said(text, [at]) : null,
        };
        foreach (JsonPointer place in said?.Cites ?? [])
        {
            written[place] = said!.Text;
        }

        return said;
    }

    private string Plain(TemplateField field, JsonElement value) => (field.Kind, value.ValueKind) switch
    {
        (FieldKind.Date, JsonValueKind.String) when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) =>
            phrases.Date(date),
        (FieldKind.Number, JsonValueKind.Number) => phrases.Number(value.GetDecimal()),
        (_, JsonValueKind.True) => phrases.YesNo.Yes,
        (_, JsonValueKind.False) => phrases.YesNo.No,
        (_, JsonValueKind.String) => Prose.OneLine(value.GetString() ?? string.Empty),
        _ => Prose.OneLine(value.GetRawText()),
    };

    private Said? Money(JsonElement value, JsonPointer at) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("amount", out JsonElement amount) && value.TryGetProperty("currency", out JsonElement currency)
            && amount.ValueKind == JsonValueKind.Number
            ? new Said(phrases.Money(amount.GetDecimal(), currency.ToString()), [at.Append("amount"), at.Append("currency")])
            : null;

    private Said? Person(JsonElement value, JsonPointer at)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("name", out JsonElement name) || Prose.OneLine(name.ToString()) is not { Length: > 0 } text)
        {
            return null;
        }

        JsonPointer email = at.Append("email");
        return mustMention.Contains(email) && value.TryGetProperty("email", out JsonElement address) && address.ValueKind == JsonValueKind.String
            ? new Said($"{text} ({address.GetString()})", [at.Append("name"), email])
            : new Said(text, [at.Append("name")]);
    }
}
