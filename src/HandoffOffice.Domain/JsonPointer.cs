using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HandoffOffice.Domain;

/// <summary>A place in a JSON document (RFC 6901), such as <c>/milestonesCompleted/2/date</c>; the empty text is the whole document.</summary>
[JsonConverter(typeof(JsonPointerConverter))]
public readonly record struct JsonPointer
{
    private readonly string? text;

    private JsonPointer(string text) => this.text = text;

    /// <summary>The whole document.</summary>
    public static JsonPointer Root => new(string.Empty);

    /// <summary>The unescaped reference tokens, outermost first.</summary>
    public IReadOnlyList<string> Tokens =>
        ToString().Length == 0
            ? []
            : [.. ToString()[1..].Split('/').Select(token => token.Replace("~1", "/").Replace("~0", "~"))];

    /// <summary>The same place one level down, at a property of this name.</summary>
    public JsonPointer Append(string property) =>
        new($"{ToString()}/{property.Replace("~", "~0").Replace("/", "~1")}");

    /// <summary>The same place one level down, at this zero-based position of an array.</summary>
    public JsonPointer Append(int index) => Append(index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Whether this place is <paramref name="ancestor"/> or lies within it.</summary>
    public bool IsWithin(JsonPointer ancestor) =>
        this == ancestor || ToString().StartsWith(ancestor + "/", StringComparison.Ordinal);

    /// <summary>The value at this place, or null where the document has none.</summary>
    public JsonElement? Find(JsonElement document)
    {
        JsonElement value = document;
        foreach (string token in Tokens)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(token, out JsonElement member))
            {
                value = member;
            }
            else if (value.ValueKind == JsonValueKind.Array
                && (token is "0" || !token.StartsWith('0'))
                && int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index)
                && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else
            {
                return null;
            }
        }

        return value;
    }

    /// <summary>Reads a pointer as RFC 6901 writes it.</summary>
    /// <exception cref="FormatException">The text is not a JSON pointer.</exception>
    public static JsonPointer Parse(string s) =>
        TryParse(s, out JsonPointer pointer) ? pointer : throw new FormatException($"'{s}' is not a JSON pointer.");

    /// <summary>Reads a pointer as RFC 6901 writes it; false where the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out JsonPointer result)
    {
        result = Root;
        if (s is null || (s.Length > 0 && s[0] != '/'))
        {
            return false;
        }

        for (int i = s.IndexOf('~', StringComparison.Ordinal); i >= 0; i = s.IndexOf('~', i + 1))
        {
            if (i + 1 == s.Length || s[i + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        result = new JsonPointer(s);
        return true;
    }

    /// <summary>Whether both are written the same.</summary>
    public bool Equals(JsonPointer other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The pointer as RFC 6901 writes it.</summary>
    public override string ToString() => text ?? string.Empty;
}

internal sealed class JsonPointerConverter : JsonConverter<JsonPointer>
{
    public override JsonPointer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonPointer.TryParse(reader.GetString(), out JsonPointer pointer)
            ? pointer
            : throw new JsonException("A JSON pointer is empty or starts with '/' (RFC 6901).");

    public override void Write(Utf8JsonWriter writer, JsonPointer value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
