using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HandoffOffice.Domain;

/// <summary>
/// One text for one JSON value, as the JSON Canonicalization Scheme (RFC 8785) defines it, so that a digest over it means the value.
/// </summary>
/// <remarks>
/// Numbers are limited to 15 significant digits and to magnitudes from 1e-6 up to (not including) 1e15: in that range plain decimal
/// notation is what RFC 8785 section 3.2.2.3 asks for, and no digit is lost to binary floating point.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Whether a number is in the range that has one exact canonical form.</summary>
    public static bool IsCanonicalNumber(JsonElement number) =>
        number.TryGetDecimal(out decimal value)
        // What is too small for a decimal reads as 0 and is not.
        && ((value == 0 && IsZero(number.GetRawText())) || (Math.Abs(value) >= 0.000001m && Math.Abs(value) < 1_000_000_000_000_000m))
        && SignificantDigits(value) <= 15;

    /// <summary>The canonical text of a value.</summary>
    /// <exception cref="FormatException">A number is out of the range in the remarks, or a text is no Unicode (RFC 8785 section 3.2.2.2).</exception>
    public static string Write(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, text);
                break;
            case JsonValueKind.Array:
                text.Append('[').AppendJoin(',', value.EnumerateArray().Select(Write)).Append(']');
                break;
            case JsonValueKind.String:
                WriteString(Text(value), text);
                break;
            case JsonValueKind.Number:
                text.Append(Number(value));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteObject(JsonElement value, StringBuilder text)
    {
        text.Append('{');
        bool first = true;
        // RFC 8785 section 3.2.3: members are sorted by the UTF-16 code units of their names, which is what Ordinal compares.
        foreach (JsonProperty member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            WriteString(member.Name, text);
            text.Append(':');
            Write(member.Value, text);
        }

        text.Append('}');
    }

    // The framework has no way to ask beforehand whether the escapes of a string make text.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("A text has half of a surrogate pair.", e);
        }
    }

    private static string Number(JsonElement value) =>
        IsCanonicalNumber(value)
            ? Normalised(value.GetDecimal()).ToString(CultureInfo.InvariantCulture)
            : throw new FormatException($"The number {value.GetRawText()} has no exact canonical form.");

    private static bool IsZero(string number) => number.TakeWhile(c => c is not ('e' or 'E')).All(c => c is '0' or '.' or '-');

    private static decimal Normalised(decimal value) => value == 0 ? 0 : value / 1.000000000000000000000000000000000m;

    private static int SignificantDigits(decimal value) =>
        Normalised(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).Replace(".", "").Trim('0').Length;

    // RFC 8785 section 3.2.2.2 escapes only quotation mark, reverse solidus and control characters; the framework's relaxed encoder
    // escapes a few more, so the text is written here.
    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }
}
