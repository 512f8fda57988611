namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>A number of CSS with its unit, in thousandths: whole numbers are the same in every language.</summary>
/// <param name="Thousandths">At most ten million either way.</param>
/// <param name="Unit">In lower case; <c>%</c>; empty for a mere number.</param>
internal sealed record HtmlLength(int Thousandths, string Unit)
{
    /// <summary>More than any page measures.</summary>
    public const int Most = 10_000_000;

    /// <summary>The size of text that nothing was said about: 16 px, in thousandths.</summary>
    public const int DefaultFont = 16_000;

    /// <summary>The number that a value is, or null.</summary>
    public static HtmlLength? Parse(string value)
    {
        int at = value.Length > 0 && value[0] is '+' or '-' ? 1 : 0, digits = 0;
        long whole = 0;
        for (; at < value.Length && char.IsAsciiDigit(value[at]); at++, digits++)
        {
            whole = Math.Min(Most, (whole * 10) + (value[at] - '0'));
        }

        long thousandths = whole * 1000;
        if (at < value.Length && value[at] == '.')
        {
            int weight = 100;
            for (at++; at < value.Length && char.IsAsciiDigit(value[at]); at++, digits++, weight /= 10)
            {
                thousandths += weight * (value[at] - '0');
            }
        }

        string unit = value[at..];
        bool known = unit is "%" || unit.All(char.IsAsciiLetter);
        int size = (int)Math.Min(Most, thousandths);
        return digits == 0 || !known ? null : new HtmlLength(value[0] == '-' ? -size : size, unit);
    }

    /// <summary>In thousandths of a pixel, or null for a unit that depends on the window.</summary>
    /// <param name="font">The size of the text around, in thousandths of a pixel.</param>
    /// <param name="whole">What a percentage is of.</param>
    public int? Pixels(int font, int whole)
    {
        long? factor = Unit switch
        {
            "" or "px" => 1000,
            "pt" => 1333,
            "pc" => 16_000,
            "in" => 96_000,
            "cm" => 37_795,
            "mm" => 3780,
            "q" => 945,
            "rem" => DefaultFont,
            "em" => font,
            "ex" or "ch" => font / 2,
            "%" => whole / 100,
            _ => Thousandths == 0 ? 0 : null,
        };
        return factor is { } by ? (int)Math.Clamp(Thousandths * by / 1000, -Most, Most) : null;
    }
}
