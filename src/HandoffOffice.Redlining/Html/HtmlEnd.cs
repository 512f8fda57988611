namespace HandoffOffice.Redlining;

/// <summary>Where something can be put at the end of HTML so that it is seen.</summary>
internal static class HtmlEnd
{
    public static Spot Of(HtmlSide side)
    {
        var (tokens, holders) = (side.Tree.Tokens, side.Tree.Holders);
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i] is { Kind: HtmlTokenKind.EndTag, Name: "body" or "html" } && holders[i] is { HasEnd: true } ended)
                return new Spot(ended.InnerEnd, "body");
        }

        // A comment, script or list of options that is cut off would swallow what comes behind it.
        var at = side.Html.Length;
        if (tokens.Count > 0 && tokens[^1].Kind == HtmlTokenKind.Hidden)
            at = tokens[^1].Start;
        if (holders.Length > 0 && holders[^1] is { } holder && holder.Ancestors.Prepend(holder).LastOrDefault(element => HtmlNames.Opaque.Contains(element.Name) && element.End == side.Html.Length) is { } opaque)
            at = opaque.Start;
        return new Spot(at, null);
    }
}
