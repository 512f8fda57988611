namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>
/// Reads what stands in a conditional comment: Outlook for Windows shows it, others don't. It opens and closes no elements of the mail; a tag in it that
/// changes how text looks is a mark.
/// </summary>
internal sealed class HtmlConditional(List<HtmlToken> tokens, HtmlForm form, HtmlSheets sheets, string condition)
{
    private readonly HtmlLooks looks = new(sheets);
    private int noIslandEnds = -1;

    /// <summary>Reads from the begin of the condition at this index; the index of its end.</summary>
    public int Read(int start)
    {
        HtmlLook look = looks.Under(HtmlLook.Plain, condition);
        int at = start + 1;
        for (; at < tokens.Count && !(tokens[at].Kind == HtmlTokenKind.EndIf && tokens[at].Closed); at++)
        {
            HtmlToken token = tokens[at];
            if (token.Kind == HtmlTokenKind.Text)
            {
                form.Text(token.Text, look);
            }
            else if (token.Kind is HtmlTokenKind.Start or HtmlTokenKind.End && HtmlNames.Blocks.Contains(token.Text))
            {
                form.Line();
            }

            if (token.Kind == HtmlTokenKind.Start)
            {
                at = Start(token, at, look);
            }
        }

        return at;
    }

    private int Start(HtmlToken token, int at, HtmlLook look)
    {
        // Settings of Office, which show nothing.
        if (token.Text == "xml")
        {
            return IslandEnd(at);
        }

        (HtmlLook own, _) = looks.Of(HtmlLook.Plain, token.Text, token);
        if (own.Mark.Length > 0)
        {
            form.Thing(token.Text, own.Mark, look);
        }

        if (own.Link is not null)
        {
            form.Thing("href", own.Link, look);
        }

        foreach ((string name, string value) in HtmlThings.Of(token.Text, token))
        {
            // The drawing of a picture that is in the mail; the picture itself is beside it.
            if (!(name == "img" && value is "cid" or "") && !token.Text.StartsWith("o:", StringComparison.Ordinal))
            {
                form.Thing(name, value, look);
            }
        }

        return at;
    }

    private int IslandEnd(int at)
    {
        for (int end = at + 1; noIslandEnds < 0 && end < tokens.Count && !(tokens[end].Kind == HtmlTokenKind.EndIf && tokens[end].Closed); end++)
        {
            if (tokens[end].Kind == HtmlTokenKind.End && tokens[end].Text == "xml")
            {
                return end;
            }
        }

        noIslandEnds = at;
        return at;
    }
}
