using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Tests.Design;

/// <summary>
/// The keywords of JSON Schema 2020-12 that the writer uses, read on their own from the standard. An unknown keyword fails the test: a rule
/// that nobody evaluates would be no rule.
/// </summary>
internal static class MiniSchema
{
    public static bool Accepts(JsonNode schema, JsonNode? value) => schema.AsObject().All(keyword => Holds(keyword.Key, keyword.Value, schema.AsObject(), value));

    private static bool Holds(string keyword, JsonNode? rule, JsonObject schema, JsonNode? value) => keyword switch
    {
        "$schema" or "title" or "description" or "examples" => true,
        "type" => (rule is JsonArray types ? types.Select(type => (string)type!) : [(string)rule!]).Contains(TypeOf(value)),
        "enum" => rule!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)),
        "anyOf" => rule!.AsArray().Any(one => Accepts(one!, value)),
        "allOf" => rule!.AsArray().All(one => Accepts(one!, value)),
        "minLength" => Text(value) is not { } text || text.EnumerateRunes().Count() >= (int)rule!,
        "maxLength" => Text(value) is not { } text || text.EnumerateRunes().Count() <= (int)rule!,
        // ECMA-262: $ is the very end, where .NET also takes a last line break.
        "pattern" => Text(value) is not { } text || Regex.IsMatch(text, ((string)rule!).EndsWith('$') ? ((string)rule!)[..^1] + "\\z" : (string)rule!),
        "format" => (string)rule! != "date" || Text(value) is not { } text || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "minimum" => TypeOf(value) != "number" || (decimal)value! >= (decimal)rule!,
        "maximum" => TypeOf(value) != "number" || (decimal)value! <= (decimal)rule!,
        "minItems" => value is not JsonArray array || array.Count >= (int)rule!,
        "maxItems" => value is not JsonArray array || array.Count <= (int)rule!,
        "items" => value is not JsonArray array || array.All(item => Accepts(rule!, item)),
        "required" => value is not JsonObject owner || rule!.AsArray().All(name => owner.ContainsKey((string)name!)),
        "properties" => value is not JsonObject owner || rule!.AsObject().All(member => !owner.TryGetPropertyValue(member.Key, out JsonNode? own) || Accepts(member.Value!, own)),
        "additionalProperties" => value is not JsonObject owner || owner.All(member => schema["properties"]!.AsObject().ContainsKey(member.Key)),
        _ => throw new InvalidOperationException($"The schema has the keyword '{keyword}', which nobody reads."),
    };

    private static string? Text(JsonNode? value) => TypeOf(value) == "string" ? (string?)value : null;

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "boolean",
    };
}
