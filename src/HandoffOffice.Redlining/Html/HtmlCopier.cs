using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Writes words and blocks of the revised body so that they can stand in the original: whole elements, harmless attributes.</summary>
internal static class HtmlCopier
{
    /// <summary>Words with what formatting they have beyond that of the place where they go.</summary>
    /// <param name="html">The revised body.</param>
    /// <param name="words">Words of one line of it.</param>
    /// <param name="place">The innermost element where they go; null at the root.</param>
    public static string Words(string html, IEnumerable<HtmlWord> words, HtmlElement? place)
    {
        var (text, open) = (new StringBuilder(), new List<HtmlElement>());
        var around = place?.Formatting ?? [];
        var keepsLines = place?.Ancestors.Prepend(place).Any(element => element.Name is "pre" or "listing") ?? false;
        foreach (var word in words)
        {
            Reopen(html, text, open, Own(word, around));
            text.Append(word.Tag switch
            {
                { Name: "img" } tag => HtmlMarkup.StartTag(html, tag),
                { } => "<br>",
                null when word.Text == "\n" => keepsLines ? "\n" : "<br>",
                null => HtmlMarkup.Text(word.Text),
            });
        }

        Reopen(html, text, open, []);
        return text.ToString();
    }

    /// <summary>A block with all that is in it.</summary>
    /// <param name="revised">The revised body.</param>
    /// <param name="block">A block of it.</param>
    /// <param name="carriers">The elements whose content is to be marked.</param>
    /// <param name="mark">The start tag of the mark for a carrier.</param>
    public static string Block(HtmlSide revised, HtmlElement block, HashSet<HtmlElement> carriers, Func<HtmlElement, string> mark)
    {
        var (text, open, opaqueEnd) = (new StringBuilder(), new Stack<HtmlElement>(), 0);
        var tokens = revised.Tree.Tokens;
        for (var i = First(tokens, block.Start); i < tokens.Count && tokens[i].Start < block.End; i++)
        {
            var (token, holder) = (tokens[i], revised.Tree.Holders[i]);
            if (token.Start < opaqueEnd)
                continue;

            while (open.Count > 0 && open.Peek().InnerEnd <= token.Start)
                Close(text, open.Pop(), carriers);
            if (token.Kind == HtmlTokenKind.Text && !(holder is not null && HtmlNames.NoText.Contains(holder.Name)))
                text.Append(HtmlMarkup.Text(HtmlLines.Resolve(revised.Html, token)));
            if (token.Kind != HtmlTokenKind.StartTag || holder is null)
                continue;

            if (HtmlNames.Opaque.Contains(token.Name))
                opaqueEnd = holder.End;
            else if (HtmlNames.Void.Contains(token.Name))
                text.Append(HtmlMarkup.IsTaken(token.Name) ? HtmlMarkup.StartTag(revised.Html, token) : "");
            else
                Open(text, open, holder, revised.Html, carriers, mark);
        }

        while (open.Count > 0)
            Close(text, open.Pop(), carriers);
        return text.ToString();
    }

    private static void Open(StringBuilder text, Stack<HtmlElement> open, HtmlElement element, string html, HashSet<HtmlElement> carriers, Func<HtmlElement, string> mark)
    {
        open.Push(element);
        text.Append(HtmlMarkup.IsTaken(element.Name) ? HtmlMarkup.StartTag(html, element.Tag) : element.IsBlock ? "<div>" : "");
        if (carriers.Contains(element))
            text.Append(mark(element));
    }

    private static void Close(StringBuilder text, HtmlElement element, HashSet<HtmlElement> carriers)
    {
        if (carriers.Contains(element))
            text.Append("</ins>");
        text.Append(HtmlMarkup.IsTaken(element.Name) ? $"</{element.Name}>" : element.IsBlock ? "</div>" : "");
    }

    // Formatting that the place has as well is not written again; nor a link in a link.
    private static List<HtmlElement> Own(HtmlWord word, List<HtmlElement> around)
    {
        var formatting = word.Holder?.Formatting ?? [];
        var common = 0;
        while (common < formatting.Count && common < around.Count && formatting[common].Name == around[common].Name)
            common++;
        var inLink = around.Exists(element => element.Name == "a");
        return [.. formatting.Skip(common).Where(element => HtmlMarkup.IsTaken(element.Name) && !(inLink && element.Name == "a"))];
    }

    private static void Reopen(string html, StringBuilder text, List<HtmlElement> open, List<HtmlElement> wanted)
    {
        var common = 0;
        while (common < open.Count && common < wanted.Count && open[common] == wanted[common])
            common++;
        for (var i = open.Count - 1; i >= common; i--)
            text.Append("</").Append(open[i].Name).Append('>');
        open.RemoveRange(common, open.Count - common);
        foreach (var element in wanted.Skip(common))
        {
            text.Append(HtmlMarkup.StartTag(html, element.Tag));
            open.Add(element);
        }
    }

    private static int First(List<HtmlToken> tokens, int start)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
