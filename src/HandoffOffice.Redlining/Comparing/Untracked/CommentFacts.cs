namespace HandoffOffice.Redlining;

/// <summary>What comments are beside their words (17.13.4.2), in the order in which they are referred to.</summary>
/// <param name="Part">The part with the comments; null where there is none.</param>
/// <param name="Comments">The comments: their ids, words, who made them when, and whether they are resolved or answers.</param>
internal sealed record CommentFacts(string? Part, IReadOnlyList<(string Id, string Words, string By, string State)> Comments)
{
    /// <summary>Reads them.</summary>
    public static CommentFacts Of(Side side)
    {
        if (side.Related(side.Main, "comments") is not { } part)
        {
            return new CommentFacts(null, []);
        }

        var states = States(side);
        var byId = new Dictionary<string, (string, string, string, string)>();
        foreach (var comment in side.Map(part).Root.Children)
        {
            if (comment.Attribute(W.Id) is { } id)
            {
                var words = string.Concat(comment.Descendants(W.T).Select(text => text.Text));
                var by = $"{comment.Attribute(W.Ns + "author")}|{comment.Attribute(W.Ns + "date")}|{comment.Attribute(W.Ns + "initials")}";
                var last = comment.Descendants(W.P).LastOrDefault();
                byId[id] = (id, words, by, states.GetValueOrDefault(last.Map is null ? "" : last.Attribute(W.Word2010 + "paraId") ?? "", ""));
            }
        }

        return new CommentFacts(part,
        [
            .. side.Map(side.Main).Root.Descendants(W.Ns + "commentReference").Where(reference => !IsDeleted(reference))
                .Select(reference => reference.Attribute(W.Id) ?? "").Where(byId.ContainsKey).Select(id => byId[id]),
        ]);
    }

    // By the paragraph id of a comment's last paragraph ([MS-DOCX] 2.5.1.2); answers by whether they are one, for ids are given anew.
    private static Dictionary<string, string> States(Side side)
    {
        var states = new Dictionary<string, string>();
        foreach (var entry in side.Related(side.Main, "commentsExtended") is { } part ? side.Map(part).Root.Children.ToList() : [])
        {
            string? Of(string name) => Value(entry, name);
            states[Of("paraId") ?? ""] = $"{Of("done") is "1" or "true"} {Of("paraIdParent") is not null}";
        }

        return states;
    }

    private static string? Value(XmlElement element, string name)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.EndsWith(name, StringComparison.Ordinal) && attribute.Name[..^name.Length] is "" or [.., ':'])
            {
                return attribute.Value.ToString();
            }
        }

        return null;
    }

    private static bool IsDeleted(XmlElement element)
    {
        for (var above = element.Parent; above is { } holder; above = holder.Parent)
        {
            if (holder.Name == W.Del || holder.Name == W.MoveFrom)
            {
                return true;
            }
        }

        return false;
    }
}
