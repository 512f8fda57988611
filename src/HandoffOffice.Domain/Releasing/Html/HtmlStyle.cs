using System.Collections.Frozen;
using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>
/// What declarations make of the look of an element. The properties that can't hide, move or change text are listed; one that is not listed is an
/// oddity, which the form names.
/// </summary>
internal sealed class HtmlStyle
{
    private const int Far = 100_000;
    private const int Farther = 2_000_000;
    private const int Thin = 8000;
    private const int Raised = 20_000;

    private static readonly FrozenSet<string> Harmless = (
        "text-align text-align-last text-justify text-autospace text-wrap text-wrap-mode text-wrap-style text-rendering text-size-adjust "
        + "-webkit-text-size-adjust -ms-text-size-adjust -moz-text-size-adjust text-underline text-underline-offset text-underline-position "
        + "text-decoration-color text-decoration-style text-decoration-thickness text-decoration-skip-ink text-shadow text-combine text-kashida-space "
        + "font-weight font-style font-stretch font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-variant-east-asian "
        + "font-variant-alternates font-variant-emoji font-kerning font-optical-sizing font-size-adjust font-synthesis "
        + "-webkit-font-smoothing -moz-osx-font-smoothing color-scheme forced-color-adjust "
        + "word-break word-wrap overflow-wrap line-break hyphens -webkit-hyphens -ms-hyphens -ms-word-break white-space white-space-collapse tab-size "
        + "page page-break-before page-break-after page-break-inside break-before break-after break-inside size orphans widows "
        + "tab-stops tab-interval layout-grid layout-grid-mode layout-grid-line punctuation-wrap punctuation-trim panose-1 "
        + "min-width min-height box-sizing float clear table-layout empty-cells caption-side list-style list-style-type list-style-position cursor "
        + "caret-color quotes background-repeat background-position background-size background-attachment background-clip background-origin "
        + "background-position-x background-position-y box-shadow object-fit image-rendering -ms-interpolation-mode ms-interpolation-mode "
        + "-webkit-tap-highlight-color -webkit-nbsp-mode -webkit-line-break -webkit-user-select -moz-user-select -ms-user-select user-select "
        + "-webkit-text-stroke-width -webkit-text-decoration-skip -webkit-box-sizing -moz-box-sizing -webkit-border-radius -webkit-print-color-adjust "
        + "print-color-adjust unicode-range font-display").Split(' ').ToFrozenSet();

    private static readonly string[] HarmlessFamilies = ["mso-", "border", "outline", "--"];
    private static readonly string[] Defaults = ["none", "auto", "normal", "initial", "unset", "revert", "100%"];
    private static readonly string[] Symbols =
        ["symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "zapf dingbats", "zapfdingbats", "mt extra", "bookshelf symbol 7"];

    private readonly HtmlLook parent;
    private HtmlLook look;
    private bool clips, hasHeight, relative, offset, thin;

    private HtmlStyle(HtmlLook parent, HtmlLook look)
    {
        this.parent = parent;
        this.look = look;
    }

    /// <summary>The <c>display</c> that was declared, or empty.</summary>
    public string Display { get; private set; } = string.Empty;

    /// <summary>The colours that were declared for text.</summary>
    public List<int> Inks { get; } = [];

    /// <summary>The colours that were declared for what is behind it.</summary>
    public List<int> Papers { get; } = [];

    /// <summary>The look of an element.</summary>
    public HtmlLook Look => look;

    /// <summary>Applies declarations.</summary>
    /// <param name="parent">What text around looks like.</param>
    /// <param name="look">What the element looks like by its name and attributes.</param>
    /// <param name="declarations">What its style says.</param>
    public static HtmlStyle Of(HtmlLook parent, HtmlLook look, IEnumerable<(string Property, string Value)> declarations)
    {
        var style = new HtmlStyle(parent, look);
        foreach ((string property, string value) in declarations)
        {
            style.Apply(property, value);
        }

        style.Together();
        return style;
    }

    // What hides only with something else.
    private void Together()
    {
        if (clips && (thin || hasHeight))
        {
            look = look.With(thin ? HtmlTraits.Hidden : HtmlTraits.Unclear);
        }

        if (relative && offset)
        {
            look = look.With(HtmlTraits.Moved);
        }
    }

    private void Odd(string property, string value) => look = look.With($"{property}:{Fold(value)}");

    private void Hide(bool hidden)
    {
        if (hidden)
        {
            look = look.With(HtmlTraits.Hidden);
        }
    }

    private void Apply(string property, string written)
    {
        string value = Lower(written);
        switch (property)
        {
            case "color":
                Colour(value);
                break;
            case "background" or "background-color" or "background-image":
                Background(property, value, written);
                break;
            case "font-size":
                FontSize(value);
                break;
            case "font":
                Font(value);
                break;
            case "font-family":
                Family(value);
                break;
            case "line-height":
                look = look with { Flat = value == "inherit" ? parent.Flat : IsFlat(value) };
                break;
            case "display":
                Display = value;
                Hide(value == "none");
                break;
            case "visibility":
                look = look with { Unseen = value is "hidden" or "collapse" || (value is "inherit" or "unset" && parent.Unseen) };
                break;
            case "opacity":
                Opacity(value);
                break;
            case "direction":
                look = look with { Rtl = value == "rtl" || (value == "inherit" && parent.Rtl) };
                break;
            case "text-transform":
                Case(value);
                break;
            default:
                Place(property, value, written);
                break;
        }
    }

    private void Place(string property, string value, string written)
    {
        switch (property)
        {
            case "mso-hide":
                Hide(value != "none");
                break;
            case "unicode-bidi":
                look = value is "bidi-override" or "isolate-override" ? look.With(HtmlTraits.Override) : look;
                break;
            case "text-decoration" or "text-decoration-line":
                look = value.Contains("line-through", StringComparison.Ordinal) ? look.With(HtmlTraits.Struck) : look;
                break;
            case "vertical-align" or "mso-text-raise":
                Raise(value);
                break;
            case "position":
                relative = value == "relative";
                look = value is "relative" or "static" or "initial" or "inherit" or "unset" ? look : look.With(HtmlTraits.Moved);
                break;
            case "top" or "left" or "right" or "bottom" or "inset":
                offset |= value is not ("auto" or "0" or "0px" or "0pt" or "initial" or "unset");
                break;
            case "z-index":
                break;
            case "text-indent" or "margin" or "margin-top" or "margin-left" or "margin-right" or "margin-bottom"
                or "margin-block" or "margin-inline" or "margin-block-start" or "margin-block-end" or "margin-inline-start" or "margin-inline-end"
                or "padding" or "padding-top" or "padding-left" or "padding-right" or "padding-bottom"
                or "padding-block" or "padding-inline" or "padding-inline-start" or "padding-inline-end" or "border-spacing":
                Distances(property, value);
                break;
            case "width" or "height" or "max-width" or "max-height":
                Size(property, value);
                break;
            case "overflow" or "overflow-x" or "overflow-y":
                clips |= value.Contains("hidden", StringComparison.Ordinal) || value.Contains("clip", StringComparison.Ordinal);
                break;
            case "letter-spacing" or "word-spacing":
                Spacing(property, value);
                break;
            case "mso-font-width" or "mso-style-textfill-fill-alpha":
                Share(property, value);
                break;
            default:
                Other(property, value, written);
                break;
        }
    }

    private void Other(string property, string value, string written)
    {
        bool listed = Harmless.Contains(property) || Array.Exists(HarmlessFamilies, family => property.StartsWith(family, StringComparison.Ordinal));
        bool loads = value.Contains("url(", StringComparison.Ordinal) && !(property == "behavior" && value is "url(#default#vml)" or "url(\"#default#vml\")");
        if (loads || !(listed || (Defaults.Contains(value) && property != "all") || property == "behavior"))
        {
            Odd(property, written);
        }
    }

    private void Colour(string value)
    {
        int colour = value is "inherit" or "unset" or "currentcolor" ? parent.Ink : value == "initial" ? HtmlColour.Black : HtmlColour.Of(value);
        if (colour >= 0)
        {
            Inks.Add(colour);
            look = look with { Ink = colour };
        }
        else
        {
            look = look.With(colour == HtmlColour.Transparent ? HtmlTraits.Hidden : HtmlTraits.Unclear);
        }
    }

    private void Background(string property, string value, string written)
    {
        if (value.Contains("url(", StringComparison.Ordinal) || value.Contains("gradient(", StringComparison.Ordinal)
            || value.Contains("image", StringComparison.Ordinal) || value.Contains("var(", StringComparison.Ordinal))
        {
            Odd(property, value.Contains("url(cid:", StringComparison.Ordinal) || value.Contains("url(\"cid:", StringComparison.Ordinal) ? "cid" : written);
        }

        bool found = false;
        foreach (string part in HtmlDeclarations.Split(value, ' '))
        {
            int colour = HtmlColour.Of(part);
            if (colour >= 0)
            {
                Papers.Add(colour);
                look = look with { Paper = colour };
            }

            found |= colour != HtmlColour.Unclear;
        }

        if (property == "background-color" && !found && value is not ("inherit" or "initial" or "unset" or "none"))
        {
            look = look.With(HtmlTraits.Unclear);
        }
    }

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
            Hide(distance is < -Far or > Farther);
            if (distance is null && part is not ("auto" or "inherit" or "initial" or "unset" or "normal"))
            {
                Odd(property, value);
                return;
            }
        }
    }

    private const int DefaultPage = 600_000;

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
