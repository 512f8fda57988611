using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>How elements look by their names, attributes and styles.</summary>
internal sealed class HtmlLooks(HtmlSheets sheets)
{
    private const int LinkBlue = 0x0000EE;
    private const int LongestNumber = 6;
    private static readonly string[] LinkColours = ["link", "vlink", "alink"];
    private static readonly int[] Sizes = [10_000, 13_000, 16_000, 18_000, 24_000, 32_000, 48_000];
    private readonly HashSet<HtmlOpen> shown = new(ReferenceEqualityComparer.Instance);
    private (HtmlLook Look, string Condition, HtmlLook Under)? last;

    /// <summary>Whether an element stands on lines of its own.</summary>
    public static bool IsBlock(string name, string display) =>
        display.Length == 0 || display is "inherit" or "initial" or "unset" or "contents" or "none"
            ? HtmlNames.Blocks.Contains(name)
            : !display.StartsWith("inline", StringComparison.Ordinal) && !display.StartsWith("ruby", StringComparison.Ordinal);

    /// <summary>A whole number of an attribute, or null.</summary>
    public static int? Number(string value)
    {
        string number = Fold(value);
        return number.Length is > 0 and <= LongestNumber && number.All(char.IsAsciiDigit) ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Keeps that an element stands on lines of its own by its style.</summary>
    public void Remember(HtmlOpen element, bool block)
    {
        if (block)
        {
            shown.Add(element);
        }
    }

    /// <summary>Whether an element stands on lines of its own by its style.</summary>
    public bool IsBlock(HtmlOpen element) => shown.Contains(element);

    /// <summary>The same look on a condition of Office.</summary>
    public HtmlLook Under(HtmlLook look, string condition)
    {
        if (last is not { } known || !ReferenceEquals(known.Look, look) || known.Condition != condition)
        {
            last = known = (look, condition, look.With($"if {condition}"));
        }

        return known.Under;
    }

    /// <summary>A list that begins.</summary>
    public static HtmlList List(string name, HtmlToken token)
    {
        string kind = token["type"];
        foreach ((string property, string value) in HtmlDeclarations.Of(token["style"]))
        {
            kind = property == "list-style-type" ? Lower(value) : kind;
        }

        return new HtmlList
        {
            Numbered = name == "ol",
            Kind = kind switch
            {
                "" or "1" or "decimal" => string.Empty,
                "lower-alpha" or "lower-latin" => "a",
                "upper-alpha" or "upper-latin" => "A",
                "lower-roman" => "i",
                "upper-roman" => "I",
                _ => kind,
            } + (token.Has("reversed") ? " reversed" : string.Empty),
            Next = Number(token["start"]) ?? 1,
        };
    }

    /// <summary>The look of an element, and its <c>display</c> or empty.</summary>
    public (HtmlLook Look, string Display) Of(HtmlLook parent, string name, HtmlToken token)
    {
        HtmlLook look = ByName(parent, name, token);
        if (token.Attributes.Count > 0)
        {
            look = ByAttributes(look, name, token);
        }

        string display = string.Empty;
        if (token["style"] is { Length: > 0 } css)
        {
            var style = HtmlStyle.Of(parent, look, HtmlDeclarations.Of(css));
            display = style.Display;
            look = sheets.CouldVanish(style) ? style.Look.With(HtmlTraits.Unclear) : style.Look;
        }

        return (look == parent ? parent : look, display);
    }

    private static HtmlLook ByName(HtmlLook look, string name, HtmlToken token) => name switch
    {
        "s" or "strike" or "del" => look.With(HtmlTraits.Struck),
        "sup" => look.With(HtmlTraits.Sup) with { Font = look.Font * 5 / 6 },
        "sub" => look.With(HtmlTraits.Sub) with { Font = look.Font * 5 / 6 },
        "small" => look with { Font = look.Font * 5 / 6 },
        "big" => look with { Font = Math.Min(HtmlLength.Most, look.Font * 6 / 5) },
        "mark" => look with { Ink = HtmlColour.Black, Paper = 0xFFFF00 },
        "pre" or "listing" or "xmp" or "plaintext" or "textarea" => look with { Preformatted = true },
        "svg" or "math" => look.With(HtmlTraits.Drawn),
        "template" or "datalist" or "rp" => look.With(HtmlTraits.Hidden),
        "select" => look.With(HtmlTraits.Unclear),
        "marquee" => look.With(HtmlTraits.Moved),
        "dialog" or "details" when !token.Has("open") => look.With(HtmlTraits.Hidden),
        "bdo" => look.With(HtmlTraits.Override),
        "table" when look.IsOtherInQuirks => look.With(HtmlTraits.Unclear),
        _ => HtmlNames.Fallback.Contains(name) ? look.With(HtmlTraits.Unclear) : look,
    };

    private static HtmlLook ByAttributes(HtmlLook look, string name, HtmlToken token)
    {
        if (token.Has("href") && name is not ("base" or "link" or "area"))
        {
            look = look with { Link = HtmlAddress.Of(token["href"]), Ink = name == "a" ? LinkBlue : look.Ink };
        }

        if (token.Has("hidden") || token.Has("popover"))
        {
            look = look.With(HtmlTraits.Hidden);
        }

        look = Lower(token["dir"]) switch
        {
            "rtl" => look with { Rtl = true },
            "ltr" => look with { Rtl = false },
            _ => look,
        };
        if (token["bgcolor"] is { Length: > 0 } paper)
        {
            look = HtmlColour.OfAttribute(paper) is >= 0 and var behind ? look with { Paper = behind } : look.With(HtmlTraits.Unclear);
        }

        foreach (string key in name == "body" ? LinkColours : [])
        {
            if (token[key] is { Length: > 0 } link && (HtmlColour.OfAttribute(link) < 0 || HtmlColour.Alike(HtmlColour.OfAttribute(link), look.Paper)))
            {
                look = look.With($"{key}:{Fold(link)}");
            }
        }

        if (token["background"] is { Length: > 0 } picture)
        {
            look = look.With($"background:{HtmlAddress.OfPicture(picture)}");
        }

        string ink = name == "font" ? token["color"] : name == "body" ? token["text"] : string.Empty;
        if (ink.Length > 0)
        {
            look = HtmlColour.OfAttribute(ink) is >= 0 and var colour ? look with { Ink = colour } : look.With(HtmlTraits.Unclear);
        }

        return name == "font" ? Font(look, token) : look;
    }

    private static HtmlLook Font(HtmlLook look, HtmlToken token)
    {
        if (Number(token["size"]) is >= 1 and <= 7 and var size)
        {
            look = look with { Font = Sizes[size - 1] };
        }

        return token["face"] is { Length: > 0 } face ? HtmlStyle.Of(look, look, [("font-family", face)]).Look : look;
    }
}
