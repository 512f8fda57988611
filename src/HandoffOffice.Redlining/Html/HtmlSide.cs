namespace HandoffOffice.Redlining;

/// <summary>One of two bodies that are compared.</summary>
internal sealed record HtmlSide(string Html, HtmlTree Tree, List<HtmlLine> Lines)
{
    public string Text => string.Join('\n', Lines.Where(line => line.Words.Count > 0).Select(line => line.Text));

    /// <exception cref="HtmlRefusedException">It cannot be read, or has revisions that are not decided.</exception>
    public static HtmlSide Of(string html)
    {
        var tree = HtmlTree.Of(html);
        if (HtmlMark.All(html, tree).FirstOrDefault() is { } mark)
            throw new HtmlRefusedException(HtmlRefusals.PendingRevisions, "The HTML has revisions that are not decided yet. Accept or reject them first.", mark.Element.Start);

        return new HtmlSide(html, tree, HtmlLines.Of(html, tree));
    }
}
