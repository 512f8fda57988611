using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;
using static HandoffOffice.Domain.Releasing.Html.HtmlStyleNames;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>
/// What declarations make of the look of an element. The properties that can't hide, move or change text are listed; one that is not listed is an
/// oddity, which the form names.
/// </summary>
internal sealed partial class HtmlStyle
{
    private const int Far = 30_000;

    private readonly HtmlLook parent;
    private HtmlLook look;
    private bool clips, hasHeight, relative, offset, thin;
    private int indent, left;

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

        // A hanging indent takes back no more than the margin that it hangs in.
        Hide(indent < 0 && indent + left < -Far);
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
            case "background" or "background-color" or "background-image" or "mso-highlight":
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
                if (!Displays.Contains(value))
                {
                    Odd(property, value);
                }

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
            case "mso-ansi-font-size" or "mso-bidi-font-size" or "mso-themecolor" or "mso-style-textfill-type" or "mso-element" or "mso-special-character":
                Office(property, value);
                break;
            default:
                Other(property, value, written);
                break;
        }
    }

    // What Word reads instead of, or beside, the properties of CSS.
    private void Office(string property, string value)
    {
        bool harmless = property switch
        {
            "mso-ansi-font-size" or "mso-bidi-font-size" => HtmlLength.Parse(value)?.Pixels(look.Font, look.Font) is null or >= 4000,
            "mso-themecolor" => !value.StartsWith("background", StringComparison.Ordinal) && !value.StartsWith("light", StringComparison.Ordinal),
            "mso-style-textfill-type" => value == "solid",
            "mso-element" => value == "para-border-div",
            _ => value == "line-break",
        };
        if (!harmless)
        {
            Odd(property, value);
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

        foreach (string part in HtmlDeclarations.Split(value, ' '))
        {
            int colour = HtmlColour.Of(part);
            if (colour >= 0)
            {
                Papers.Add(colour);
                look = look with { Paper = colour };
            }

            if (colour == HtmlColour.Unclear && part.Length > 0 && !BackgroundWords.Contains(part) && HtmlLength.Parse(part) is null)
            {
                look = look.With(HtmlTraits.Unclear);
            }
        }
    }
}
