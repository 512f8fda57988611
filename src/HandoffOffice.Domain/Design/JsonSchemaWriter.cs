using System.Text.Json.Nodes;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Design;

/// <summary>
/// Writes the JSON Schema (2020-12) of the records of a template (C01): what it accepts, <see cref="RecordValidator"/> accepts, and the
/// other way round. Left to the validator alone: the form of an email address and how exactly a number can be kept.
/// </summary>
public static class JsonSchemaWriter
{
    // What is not white space, as string.IsNullOrWhiteSpace means it; ECMA-262 names the same characters, less U+0085 and plus U+FEFF.
    private const string SomethingToRead = @"[^\s\u0085]|\uFEFF";

    private const string OnlySpace = @"^([^\S\uFEFF]|\u0085)*$";

    // Control characters (Unicode category Cc); a long text may have tabs and line breaks.
    private const string NoControls = @"^[^\u0000-\u001F\u007F-\u009F]*$";

    private const string NoControlsButBreaks = @"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$";

    /// <summary>The schema, as a new object that the caller may change.</summary>
    public static JsonObject Write(InputTemplate template)
    {
        JsonObject schema = Members(template.Fields);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static JsonObject Members(IReadOnlyList<TemplateField> fields) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Field(field)))),
        ["required"] = new JsonArray([.. fields.Where(field => field.Required).Select(field => JsonValue.Create(field.Name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Field(TemplateField field)
    {
        JsonObject schema = field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText => Text(field),
            FieldKind.Number => Number(field),
            FieldKind.Money => Money(field),
            FieldKind.Date => new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            FieldKind.Choice => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. (field.Choices ?? []).Select(choice => JsonValue.Create(choice))]) },
            FieldKind.YesNo => new JsonObject { ["type"] = "boolean" },
            FieldKind.Person => Person(),
            FieldKind.List => List(field),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "Unknown kind of field."),
        };
        if (!field.Required)
        {
            schema = OrNull(schema);
        }

        schema.Insert(0, "title", field.Label);
        AddWhereGiven(schema, "description", field.Help);
        if (field.Example is not null && field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Date or FieldKind.Choice)
        {
            schema["examples"] = new JsonArray(JsonValue.Create(field.Example));
        }

        return schema;
    }

    // A required text says something. An optional one may also be left blank, and then no other rule holds for it.
    private static JsonObject Text(TemplateField field)
    {
        bool isLong = field.Kind == FieldKind.LongText;
        JsonObject filled = new()
        {
            ["type"] = "string",
            ["minLength"] = Math.Max(1, field.MinLength ?? 1),
            ["maxLength"] = field.MaxLength ?? (isLong ? RecordValidator.DefaultLongTextLength : RecordValidator.DefaultTextLength),
            ["pattern"] = isLong ? NoControlsButBreaks : NoControls,
        };
        JsonArray rules = [];
        if (field.Required)
        {
            rules.Add(new JsonObject { ["pattern"] = SomethingToRead });
        }

        if (field.Pattern is not null)
        {
            rules.Add(new JsonObject { ["pattern"] = $"^(?:{field.Pattern})$" });
        }

        if (rules.Count > 0)
        {
            filled["allOf"] = rules;
        }

        return field.Required ? filled : new JsonObject { ["anyOf"] = new JsonArray(filled, new JsonObject { ["type"] = "string", ["pattern"] = OnlySpace }) };
    }

    private static JsonObject Number(TemplateField field)
    {
        JsonObject schema = new() { ["type"] = "number" };
        AddLimits(schema, field);
        return schema;
    }

    private static JsonObject Money(TemplateField field)
    {
        JsonObject amount = new() { ["type"] = "number" };
        AddLimits(amount, field);
        return Parts(
            ["amount", "currency"],
            ("amount", amount),
            ("currency", new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Z]{3}$" }));
    }

    private static JsonObject Person() => Parts(
        ["name"],
        ("name", Text(new TemplateField { Name = "name", Label = "Name", Kind = FieldKind.Text, Required = true, MaxLength = 200 })),
        ("email", OrNull(WithFormat(Text(new TemplateField { Name = "email", Label = "Email", Kind = FieldKind.Text, MaxLength = 254 }), "email"))));

    private static JsonObject List(TemplateField field) => new()
    {
        ["type"] = "array",
        ["items"] = Members(field.Fields ?? []),
        ["minItems"] = Math.Max(field.MinItems ?? 0, field.Required ? 1 : 0),
        ["maxItems"] = field.MaxItems ?? RecordValidator.DefaultItems,
    };

    private static JsonObject Parts(string[] required, params (string Name, JsonObject Schema)[] parts) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Name, part.Schema))),
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    // A schema with one type is nullable by a second type; an enumeration also by null among its values.
    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["anyOf"] is JsonArray either)
        {
            either.Add(new JsonObject { ["type"] = "null" });
            return schema;
        }

        schema["type"] = new JsonArray(schema["type"]!.GetValue<string>(), "null");
        if (schema["enum"] is JsonArray values)
        {
            values.Add((JsonNode?)null);
        }

        return schema;
    }

    private static JsonObject WithFormat(JsonObject text, string format)
    {
        text["anyOf"]![0]!["format"] = format;
        return text;
    }

    private static void AddLimits(JsonObject schema, TemplateField field)
    {
        if (field.Min is { } min)
        {
            schema["minimum"] = min;
        }

        if (field.Max is { } max)
        {
            schema["maximum"] = max;
        }
    }

    private static void AddWhereGiven(JsonObject schema, string name, string? value)
    {
        if (value is not null)
        {
            schema[name] = value;
        }
    }
}
