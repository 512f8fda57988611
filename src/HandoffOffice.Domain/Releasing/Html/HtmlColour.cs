using System.Globalization;
using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Colours of CSS as numbers 0xRRGGBB (of the names of CSS Color 3 those that mail has), and whether one can be read on another.</summary>
internal static class HtmlColour
{
    /// <summary>Nothing is painted, or next to nothing (an alpha below a fifth).</summary>
    public const int Transparent = -1;

    /// <summary>No colour that is understood here.</summary>
    public const int Unclear = -2;

    /// <summary>Black.</summary>
    public const int Black = 0;

    /// <summary>White.</summary>
    public const int White = 0xFFFFFF;

    private const string Named =
        "aliceblue:f0f8ff aqua:00ffff azure:f0ffff beige:f5f5dc black:000000 blue:0000ff brown:a52a2a cornflowerblue:6495ed crimson:dc143c "
        + "cyan:00ffff darkblue:00008b darkgray:a9a9a9 darkgreen:006400 darkgrey:a9a9a9 darkorange:ff8c00 darkred:8b0000 dimgray:696969 "
        + "dimgrey:696969 dodgerblue:1e90ff firebrick:b22222 floralwhite:fffaf0 fuchsia:ff00ff gainsboro:dcdcdc ghostwhite:f8f8ff gold:ffd700 "
        + "gray:808080 green:008000 grey:808080 honeydew:f0fff0 indigo:4b0082 ivory:fffff0 lavender:e6e6fa lightblue:add8e6 lightgray:d3d3d3 "
        + "lightgrey:d3d3d3 lightyellow:ffffe0 lime:00ff00 linen:faf0e6 magenta:ff00ff maroon:800000 midnightblue:191970 mintcream:f5fffa "
        + "navy:000080 olive:808000 orange:ffa500 orangered:ff4500 pink:ffc0cb purple:800080 red:ff0000 royalblue:4169e1 seashell:fff5ee "
        + "silver:c0c0c0 skyblue:87ceeb slategray:708090 snow:fffafa steelblue:4682b4 teal:008080 tomato:ff6347 violet:ee82ee white:ffffff "
        + "whitesmoke:f5f5f5 yellow:ffff00 windowtext:000000 canvastext:000000 text:000000 auto:000000 window:ffffff canvas:ffffff";

    private static readonly Dictionary<string, int> Names = Named.Split(' ').Select(entry => entry.Split(':'))
        .ToDictionary(entry => entry[0], entry => int.Parse(entry[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    /// <summary>What a value stands for, in lower case: a colour, <see cref="Transparent"/> or <see cref="Unclear"/>.</summary>
    public static int Of(string value)
    {
        if (value == "transparent")
        {
            return Transparent;
        }

        if (Names.TryGetValue(value, out int named))
        {
            return named;
        }

        return value.StartsWith('#') ? Hex(value[1..]) : value.StartsWith("rgb", StringComparison.Ordinal) && value.EndsWith(')') ? Function(value) : Unclear;
    }

    /// <summary>The value of an attribute such as <c>bgcolor</c>, which may lack its number sign.</summary>
    public static int OfAttribute(string value)
    {
        string lower = Fold(Lower(value));
        int colour = Of(lower);
        return colour == Unclear && lower.Length is 3 or 6 ? Hex(lower) : colour;
    }

    /// <summary>Whether text in one colour can't be read on the other: a contrast ratio (WCAG 2, with squares for its curve) below 1.25.</summary>
    public static bool Alike(int one, int other)
    {
        const long flare = 32_512_500;
        long a = Luminance(one) + flare, b = Luminance(other) + flare;
        return 4 * Math.Max(a, b) < 5 * Math.Min(a, b);
    }

    private static long Luminance(int colour)
    {
        long red = colour >> 16, green = (colour >> 8) & 0xFF, blue = colour & 0xFF;
        return (2126 * red * red) + (7152 * green * green) + (722 * blue * blue);
    }

    private static int Hex(string digits)
    {
        if (digits.Length is not (3 or 4 or 6 or 8) || !digits.All(char.IsAsciiHexDigit))
        {
            return Unclear;
        }

        string full = digits.Length < 6 ? string.Concat(digits.Select(digit => $"{digit}{digit}")) : digits;
        uint value = uint.Parse(full, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return full.Length == 6 ? (int)value : (value & 0xFF) < 51 ? Transparent : (int)(value >> 8);
    }

    // rgb(1, 2, 3), rgb(1 2 3 / 50%), rgba(1, 2, 3, .5); each number may be a percentage.
    private static int Function(string value)
    {
        int open = value.IndexOf('(', StringComparison.Ordinal);
        string[] parts = open < 0 ? [] : value[(open + 1)..^1].Replace(',', ' ').Replace('/', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (open < 0 || value[..open] is not ("rgb" or "rgba") || parts.Length is not (3 or 4))
        {
            return Unclear;
        }

        int colour = 0;
        for (int index = 0; index < 3; index++)
        {
            if (HtmlLength.Parse(parts[index]) is not { Unit: "" or "%" } part)
            {
                return Unclear;
            }

            long channel = part.Unit == "%" ? part.Thousandths * 255L / 100_000 : part.Thousandths / 1000;
            colour = (colour << 8) | (int)Math.Clamp(channel, 0, 255);
        }

        if (parts.Length == 3)
        {
            return colour;
        }

        return HtmlLength.Parse(parts[3]) is not { Unit: "" or "%" } alpha ? Unclear : alpha.Thousandths < (alpha.Unit == "%" ? 20_000 : 200) ? Transparent : colour;
    }
}
