using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Api.Connector;

/// <summary>
/// Reads a record as flows send it: lists and forms give numbers, dates and yes/no as text. What can be meant in one way only is taken for that, and said;
/// all else stays as it came, and the template refuses it.
/// </summary>
internal sealed partial class FlowRecord
{
    private static readonly HashSet<string> BeyondRepair = ["not-an-object", "not-text", "duplicate-field"];

    private readonly List<FlowConversion> converted = [];

    /// <summary>The record with the template's types, and what was taken for another type.</summary>
    /// <param name="template">The template.</param>
    /// <param name="record">The record as it came, without <see cref="FlowSchema.Version"/>.</param>
    public static (JsonElement Record, IReadOnlyList<FlowConversion> Converted) Read(InputTemplate template, JsonElement record)
    {
        IReadOnlyList<Problem> problems = RecordValidator.Validate(template, record);
        if (problems.Count == 0 || problems.Any(problem => BeyondRepair.Contains(problem.Code)))
        {
            return (record, []);
        }

        var reading = new FlowRecord();
        JsonObject read = reading.Members(template.Fields, record, JsonPointer.Root.Append("record"));
        return (JsonSerializer.SerializeToElement(read), reading.converted);
    }

    private JsonObject Members(IReadOnlyList<TemplateField> fields, JsonElement value, JsonPointer at)
    {
        var members = new JsonObject();
        foreach (JsonProperty member in value.EnumerateObject())
        {
            TemplateField? field = fields.FirstOrDefault(known => known.Name == member.Name);
            members[member.Name] = field is null ? Node(member.Value) : Field(field, member.Value, at.Append(member.Name));
        }

        return members;
    }

    private JsonNode? Field(TemplateField field, JsonElement value, JsonPointer at) => (field.Kind, value.ValueKind) switch
    {
        (FieldKind.List, JsonValueKind.Array) => new JsonArray([.. value.EnumerateArray().Select((item, i) =>
            item.ValueKind == JsonValueKind.Object ? Members(field.Fields ?? [], item, at.Append(i)) : Node(item))]),
        (FieldKind.Money or FieldKind.Person, JsonValueKind.Object) when !field.Required && value.EnumerateObject().All(part => IsEmpty(part.Value)) => Took(at, value, null),
        (FieldKind.Money, JsonValueKind.Object) => Members([Part("amount", FieldKind.Number), Part("currency", FieldKind.Text)], value, at),
        (FieldKind.Text or FieldKind.LongText, JsonValueKind.Number) when value.TryGetInt64(out long number) => Took(at, value, JsonValue.Create(number.ToString(CultureInfo.InvariantCulture))),
        (FieldKind.Text or FieldKind.LongText, _) => Node(value),
        (_, JsonValueKind.String) => OfText(field, value, at),
        _ => Node(value),
    };

    private JsonNode? OfText(TemplateField field, JsonElement value, JsonPointer at)
    {
        string text = value.GetString()!.Trim();
        if (text.Length == 0 && !field.Required)
        {
            return Took(at, value, null);
        }

        return field.Kind switch
        {
            FieldKind.Number when NumberIn(text) is { } number => Took(at, value, number),
            FieldKind.YesNo when bool.TryParse(text, out bool yes) => Took(at, value, JsonValue.Create(yes)),
            FieldKind.YesNo when text.ToUpperInvariant() is "YES" or "NO" => Took(at, value, JsonValue.Create(text.Equals("yes", StringComparison.OrdinalIgnoreCase))),
            FieldKind.Date when Midnight().Match(text) is { Success: true } day => Took(at, value, JsonValue.Create(day.Groups[1].Value)),
            _ => Node(value),
        };
    }

    // "1.234" may be a thousand in one country and one and a quarter in another; "1,5" may be fifteen. Neither is guessed.
    private static JsonNode? NumberIn(string text) => Plain().IsMatch(text) && !Thousands().IsMatch(text) ? JsonNode.Parse(text) : null;

    private JsonNode? Took(JsonPointer at, JsonElement given, JsonNode? taken)
    {
        converted.Add(new FlowConversion($"{at}", given.GetRawText(), taken?.ToJsonString() ?? "null"));
        return taken;
    }

    private static TemplateField Part(string name, FieldKind kind) => new() { Name = name, Label = name, Kind = kind, Required = true };

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A-?[1-9][0-9]{0,2}\.[0-9]{3}\z")]
    private static partial Regex Thousands();

    // A day that came as its first moment; any other time of day may be another day somewhere else.
    [GeneratedRegex(@"\A([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00(:00(\.0+)?)?Z?\z")]
    private static partial Regex Midnight();
}
