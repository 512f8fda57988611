using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>What elements show or lead to beside their text.</summary>
internal static class HtmlThings
{
    /// <summary>The marks of an element, each with its value.</summary>
    public static IEnumerable<(string Name, string Value)> Of(string name, HtmlToken token)
    {
        switch (name)
        {
            case "img" or "v:imagedata" or "v:fill":
                return Picture(token);
            case "input":
                return Given(("input", Lower(token["type"])), ("value", Fold(token["value"])), ("checked", token.Has("checked") ? "yes" : string.Empty)).Prepend(("field", string.Empty));
            case "meter" or "progress":
                return Given((name, Fold(token["value"])));
            case "area" or "base":
                return token.Has("href") ? [(name, HtmlAddress.Of(token["href"])), .. Given(("alt", Fold(token["alt"])))] : [];
            case "form":
                return Given((name, HtmlAddress.Of(token["action"])));
            case "link":
                return Lower(token["rel"]).Contains("stylesheet", StringComparison.Ordinal) ? [("sheet", HtmlAddress.Of(token["href"]))] : [];
            case "meta":
                return Lower(token["http-equiv"]) == "refresh" ? [("refresh", Fold(token["content"]))]
                    : Lower(token["name"]).EndsWith("color-scheme", StringComparison.Ordinal) || Lower(token["name"]).EndsWith("color-schemes", StringComparison.Ordinal)
                        ? [("scheme", Fold(token["content"]))] : [];
            case "object":
                return Given((name, HtmlAddress.Of(token["data"])));
            case "bgsound" or "embed" or "frame" or "iframe" or "video" or "audio" or "source" or "track":
                return Given((name, HtmlAddress.Of(token["src"])), ("poster", HtmlAddress.Of(token["poster"])), ("srcset", Fold(token["srcset"])), ("srcdoc", Fold(token["srcdoc"])));
            default:
                return [];
        }
    }

    private static IEnumerable<(string Name, string Value)> Picture(HtmlToken token) =>
        Given(("alt", Fold(token["alt"])), ("srcset", Fold(token["srcset"]))).Prepend(("img", HtmlAddress.OfPicture(token["src"])));

    private static IEnumerable<(string Name, string Value)> Given(params (string Name, string Value)[] marks) => marks.Where(mark => mark.Value.Length > 0);
}
