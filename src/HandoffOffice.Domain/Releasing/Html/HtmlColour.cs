using System.Globalization;
using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Colours of CSS Color 3 as numbers 0xRRGGBB, and whether one can be read on another.</summary>
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
        "aliceblue:f0f8ff antiquewhite:faebd7 aqua:00ffff aquamarine:7fffd4 azure:f0ffff beige:f5f5dc bisque:ffe4c4 black:000000 "
        + "blanchedalmond:ffebcd blue:0000ff blueviolet:8a2be2 brown:a52a2a burlywood:deb887 cadetblue:5f9ea0 chartreuse:7fff00 "
        + "chocolate:d2691e coral:ff7f50 cornflowerblue:6495ed cornsilk:fff8dc crimson:dc143c cyan:00ffff darkblue:00008b darkcyan:008b8b "
        + "darkgoldenrod:b8860b darkgray:a9a9a9 darkgreen:006400 darkgrey:a9a9a9 darkkhaki:bdb76b darkmagenta:8b008b darkolivegreen:556b2f "
        + "darkorange:ff8c00 darkorchid:9932cc darkred:8b0000 darksalmon:e9967a darkseagreen:8fbc8f darkslateblue:483d8b darkslategray:2f4f4f "
        + "darkslategrey:2f4f4f darkturquoise:00ced1 darkviolet:9400d3 deeppink:ff1493 deepskyblue:00bfff dimgray:696969 dimgrey:696969 "
        + "dodgerblue:1e90ff firebrick:b22222 floralwhite:fffaf0 forestgreen:228b22 fuchsia:ff00ff gainsboro:dcdcdc ghostwhite:f8f8ff "
        + "gold:ffd700 goldenrod:daa520 gray:808080 green:008000 greenyellow:adff2f grey:808080 honeydew:f0fff0 hotpink:ff69b4 "
        + "indianred:cd5c5c indigo:4b0082 ivory:fffff0 khaki:f0e68c lavender:e6e6fa lavenderblush:fff0f5 lawngreen:7cfc00 lemonchiffon:fffacd "
        + "lightblue:add8e6 lightcoral:f08080 lightcyan:e0ffff lightgoldenrodyellow:fafad2 lightgray:d3d3d3 lightgreen:90ee90 "
        + "lightgrey:d3d3d3 lightpink:ffb6c1 lightsalmon:ffa07a lightseagreen:20b2aa lightskyblue:87cefa lightslategray:778899 "
        + "lightslategrey:778899 lightsteelblue:b0c4de lightyellow:ffffe0 lime:00ff00 limegreen:32cd32 linen:faf0e6 magenta:ff00ff "
        + "maroon:800000 mediumaquamarine:66cdaa mediumblue:0000cd mediumorchid:ba55d3 mediumpurple:9370db mediumseagreen:3cb371 "
        + "mediumslateblue:7b68ee mediumspringgreen:00fa9a mediumturquoise:48d1cc mediumvioletred:c71585 midnightblue:191970 mintcream:f5fffa "
        + "mistyrose:ffe4e1 moccasin:ffe4b5 navajowhite:ffdead navy:000080 oldlace:fdf5e6 olive:808000 olivedrab:6b8e23 orange:ffa500 "
        + "orangered:ff4500 orchid:da70d6 palegoldenrod:eee8aa palegreen:98fb98 paleturquoise:afeeee palevioletred:db7093 papayawhip:ffefd5 "
        + "peachpuff:ffdab9 peru:cd853f pink:ffc0cb plum:dda0dd powderblue:b0e0e6 purple:800080 rebeccapurple:663399 red:ff0000 "
        + "rosybrown:bc8f8f royalblue:4169e1 saddlebrown:8b4513 salmon:fa8072 sandybrown:f4a460 seagreen:2e8b57 seashell:fff5ee sienna:a0522d "
        + "silver:c0c0c0 skyblue:87ceeb slateblue:6a5acd slategray:708090 slategrey:708090 snow:fffafa springgreen:00ff7f steelblue:4682b4 "
        + "tan:d2b48c teal:008080 thistle:d8bfd8 tomato:ff6347 turquoise:40e0d0 violet:ee82ee wheat:f5deb3 white:ffffff whitesmoke:f5f5f5 "
        + "yellow:ffff00 yellowgreen:9acd32"
        + " windowtext:000000 canvastext:000000 text:000000 auto:000000 window:ffffff canvas:ffffff";

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
