using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;
using static HandoffOffice.Domain.Releasing.Html.HtmlStyleNames;

namespace HandoffOffice.Domain.Releasing.Html;

/// <content>What the values of fonts, sizes and distances mean.</content>
internal sealed partial class HtmlStyle
{
    private const int Farther = 2_000_000;
    private const int Thin = 8000;
    private const int Raised = 20_000;
    private const int DefaultPage = 600_000;

    private void FontSize(string value)
    {
        int? size = value switch
        {
            "inherit" or "unset" => parent.Font,
            "xx-small" => 9000,
            "x-small" => 10_000,
            "small" => 13_000,
            "medium" or "initial" => HtmlLength.DefaultFont,
            "large" => 18_000,
            "x-large" => 24_000,
            "xx-large" => 32_000,
            "xxx-large" => 48_000,
            "smaller" => parent.Font * 5 / 6,
            "larger" => Math.Min(HtmlLength.Most, parent.Font * 6 / 5),
            _ => HtmlLength.Parse(value)?.Pixels(parent.Font, parent.Font),
        };
        look = size is { } known ? look with { Font = Math.Max(0, known) } : look.With(HtmlTraits.Unclear);
    }

    // Of "italic 700 0/0 Arial" the size is what has a unit, or a line height beside it, or is zero.
    private void Font(string value)
    {
        foreach (string part in HtmlDeclarations.Split(value, ' '))
        {
            int slash = part.IndexOf('/', StringComparison.Ordinal);
            string size = slash < 0 ? part : part[..slash];
            if (HtmlLength.Parse(size) is { } length && (length.Unit.Length > 0 || slash > 0 || length.Thousandths == 0))
            {
                FontSize(size);
                look = look with { Flat = slash > 0 && IsFlat(part[(slash + 1)..]) };
            }
        }

        Family(value);
        if (value.Contains("var(", StringComparison.Ordinal) || value.Contains("calc(", StringComparison.Ordinal))
        {
            look = look.With(HtmlTraits.Unclear);
        }
    }

    private void Family(string value)
    {
        if (value is "inherit" or "unset")
        {
            return;
        }

        look = look with
        {
            Symbols = HtmlDeclarations.Split(value, ',').Exists(family =>
            {
                string name = Fold(family.Replace('"', ' ').Replace('\'', ' '));
                return Array.Exists(Symbols, symbol => name == symbol || name.EndsWith($" {symbol}", StringComparison.Ordinal) && name.Any(char.IsAsciiDigit));
            }),
        };
    }

    private static bool IsFlat(string value) =>
        HtmlLength.Parse(value) is { } length
        && (length.Unit.Length == 0 ? length.Thousandths < 250 : length.Unit == "%" ? length.Thousandths < 25_000 : length.Pixels(HtmlLength.DefaultFont, 0) < 4000);

    private void Opacity(string value)
    {
        HtmlLength? share = HtmlLength.Parse(value);
        if (share is not { Unit: "" or "%" })
        {
            look = value is "inherit" or "initial" or "unset" ? look : look.With(HtmlTraits.Unclear);
            return;
        }

        Hide(share.Thousandths < (share.Unit == "%" ? 20_000 : 200));
    }

    private void Case(string value) => look = look with
    {
        Case = value switch
        {
            "uppercase" => HtmlTraits.Upper,
            "lowercase" => HtmlTraits.Lower,
            "capitalize" => HtmlTraits.Capital,
            "inherit" or "unset" => parent.Case,
            _ => HtmlTraits.None,
        },
    };

    private void Raise(string value)
    {
        look = value switch
        {
            "super" => look.With(HtmlTraits.Sup),
            "sub" => look.With(HtmlTraits.Sub),
            _ => HtmlLength.Parse(value)?.Pixels(look.Font, look.Font) is > Raised or < -Raised ? look.With(HtmlTraits.Moved) : look,
        };
    }

    private void Distances(string property, string value)
    {
        foreach (string part in value.Split(' '))
        {
            int? distance = HtmlLength.Parse(part)?.Pixels(look.Font, DefaultPage);
            Hide(distance > Farther || (distance < -Far && property != "text-indent"));
            indent = property == "text-indent" ? distance ?? 0 : indent;
            left += property is "margin-left" or "padding-left" ? distance ?? 0 : 0;
            if (distance is null && part is not ("auto" or "inherit" or "initial" or "unset" or "normal"))
            {
                Odd(property, value);
                return;
            }
        }
    }

    private void Size(string property, string value)
    {
        bool most = property.StartsWith("max-", StringComparison.Ordinal);
        if (HtmlLength.Parse(value) is not { } length)
        {
            if (value is not ("auto" or "none" or "inherit" or "initial" or "unset" or "fit-content" or "max-content" or "min-content"))
            {
                Odd(property, value);
            }

            return;
        }

        int pixels = length.Pixels(look.Font, DefaultPage) ?? DefaultPage;
        thin |= pixels <= Thin;
        hasHeight |= property.EndsWith("height", StringComparison.Ordinal) && length.Unit != "%";
        Hide(most && pixels == 0);
    }

    private void Spacing(string property, string value)
    {
        int? space = value is "normal" or "inherit" or "initial" or "unset" ? 0 : HtmlLength.Parse(value)?.Pixels(look.Font, look.Font);
        if (space is null or < -1500 or > Raised)
        {
            Odd(property, value);
        }
    }

    private void Share(string property, string value)
    {
        if (HtmlLength.Parse(value) is not { Thousandths: >= 50_000 })
        {
            Odd(property, value);
        }
    }
}
