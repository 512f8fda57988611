using System.Text.Json.Nodes;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Api.Connector;

/// <summary>
/// Writes an input template as the schema object of Swagger 2.0 that a flow's designer shows as inputs. It knows no alternatives and no null, so what it says
/// is weaker than the template: the record is checked against the template when it comes.
/// </summary>
internal static class FlowSchema
{
    /// <summary>The hidden field that brings back the version whose fields the designer showed. No template has a field of this name.</summary>
    public const string Version = "_version";

    /// <summary>The schema of a workflow's records, as a new object.</summary>
    public static JsonObject Of(Workflow workflow)
    {
        JsonObject schema = Members(workflow.Input.Fields, "Record", $"The fields of the workflow '{workflow.Name}'.");
        schema["properties"]!.AsObject().Add(Version, new JsonObject
        {
            ["type"] = "integer",
            ["format"] = "int32",
            ["x-ms-summary"] = "Version of the fields",
            ["description"] = "The version of the workflow that these fields are of.",
            ["x-ms-visibility"] = "internal",
            ["default"] = workflow.Version,
        });
        schema["required"]!.AsArray().Add(Version);
        return schema;
    }

    private static JsonObject Members(IEnumerable<TemplateField> fields, string summary, string description)
    {
        var list = fields.ToList();
        return new JsonObject
        {
            ["type"] = "object",
            ["x-ms-summary"] = summary,
            ["description"] = description,
            ["properties"] = new JsonObject(list.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Field(field)))),
            ["required"] = new JsonArray([.. list.Where(field => field.Required).Select(field => JsonValue.Create(field.Name))]),
        };
    }

    private static JsonObject Field(TemplateField field)
    {
        string description = DescriptionOf(field);
        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText => Text(field, description),
            FieldKind.Number => Number(field, field.Label, description),
            FieldKind.Date => Typed("string", "date", field.Label, description),
            FieldKind.Choice => With(Typed("string", null, field.Label, description), ("enum", new JsonArray([.. (field.Choices ?? []).Select(choice => JsonValue.Create(choice))]))),
            FieldKind.YesNo => Typed("boolean", null, field.Label, description),
            FieldKind.Money => Money(field, description),
            FieldKind.Person => Person(field, description),
            FieldKind.List => List(field, description),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "Unknown kind of field."),
        };
    }

    private static JsonObject Text(TemplateField field, string description)
    {
        JsonObject text = Typed("string", null, field.Label, description);
        text["maxLength"] = field.MaxLength ?? (field.Kind == FieldKind.LongText ? RecordValidator.DefaultLongTextLength : RecordValidator.DefaultTextLength);
        return text;
    }

    private static JsonObject Number(TemplateField field, string summary, string description)
    {
        JsonObject number = Typed("number", "double", summary, description);
        if (field.Min is { } min)
        {
            number["minimum"] = min;
        }

        if (field.Max is { } max)
        {
            number["maximum"] = max;
        }

        return number;
    }

    private static JsonObject Money(TemplateField field, string description) => Parts(field, description, ["amount", "currency"],
        ("amount", Number(field, $"{field.Label}: amount", "The amount as a number with a point.")),
        ("currency", Typed("string", null, $"{field.Label}: currency", $"Three capital letters (ISO 4217), such as {field.Currency ?? "EUR"}.")));

    private static JsonObject Person(TemplateField field, string description) => Parts(field, description, ["name"],
        ("name", Typed("string", null, $"{field.Label}: name", "The full name of the person.")),
        ("email", Typed("string", null, $"{field.Label}: email", "The address of the person, where there is one.")));

    private static JsonObject List(TemplateField field, string description)
    {
        JsonObject list = Typed("array", null, field.Label, description);
        list["items"] = Members(field.Fields ?? [], field.Label, $"One item of the list '{field.Label}'.");
        list["maxItems"] = field.MaxItems ?? RecordValidator.DefaultItems;
        return list;
    }

    // A part is needed only where the whole is given: the designer sends no object whose parts are all empty.
    private static JsonObject Parts(TemplateField field, string description, string[] required, params (string Name, JsonObject Schema)[] parts) => With(
        Typed("object", null, field.Label, description),
        ("properties", new JsonObject(parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Name, part.Schema)))),
        ("required", new JsonArray([.. required.Where(_ => field.Required).Select(name => JsonValue.Create(name))])));

    private static JsonObject Typed(string type, string? format, string summary, string description)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return With(schema, ("x-ms-summary", summary), ("description", description));
    }

    private static JsonObject With(JsonObject schema, params (string Name, JsonNode? Value)[] more)
    {
        foreach ((string name, JsonNode? value) in more)
        {
            schema[name] = value;
        }

        return schema;
    }

    private static string DescriptionOf(TemplateField field) =>
        field.Help is { Length: > 0 } help ? help
        : field.Example is { Length: > 0 } example ? $"For example: {example}"
        : $"The field '{field.Label}' of the record.";
}
