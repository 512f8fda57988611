using System.Net;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Reads the running text of HTML, line by line, as a reader sees it: white space is one space, and none at the ends of a line.</summary>
internal sealed class HtmlLines
{
    // The longest name of a character reference, with '&' and ';', and some room for numbers.
    private const int LongestReference = 40;

    private readonly string html;
    private readonly HtmlTree tree;
    private readonly List<HtmlLine> lines = [];
    private readonly List<Letter> letters = [];
    private readonly List<(int Start, int Length)> breaks = [];
    private HtmlElement? opened;
    private int lineStart;
    private int count;

    private HtmlLines(string html, HtmlTree tree)
    {
        (this.html, this.tree) = (html, tree);
    }

    public static List<HtmlLine> Of(string html, HtmlTree tree)
    {
        var reader = new HtmlLines(html, tree);
        reader.Read();
        return reader.lines;
    }

    /// <summary>What a reader sees: each line that says something, one a line.</summary>
    public static string Text(string html) => string.Join('\n', Of(html, HtmlTree.Of(html)).Where(line => line.Words.Count > 0).Select(line => line.Text));

    /// <summary>The text of a token with its character references resolved.</summary>
    public static string Resolve(string html, HtmlToken token)
    {
        var text = new StringBuilder(token.End - token.Start);
        for (var at = token.Start; at < token.End;)
        {
            var (resolved, end) = Resolved(html, at, token.End);
            text.Append(resolved);
            at = end;
        }

        return text.ToString();
    }

    private void Read()
    {
        var opaqueEnd = 0;
        for (var i = 0; i < tree.Tokens.Count; i++)
        {
            var (token, holder) = (tree.Tokens[i], tree.Holders[i]);
            if (token.Start < opaqueEnd)
                continue;

            if (token.Kind == HtmlTokenKind.Text)
                Take(token, holder);
            else if (token.Kind == HtmlTokenKind.StartTag && holder is not null && HtmlNames.Opaque.Contains(token.Name))
                opaqueEnd = holder.End;
            else if (HtmlNames.Block.Contains(token.Name))
                EndLine(token, holder);
            else if (token is { Kind: HtmlTokenKind.StartTag, Name: "br" or "img" })
                letters.Add(new Letter(token.Name == "br" ? '\n' : WordBreaker.Object, token.Start, token.End, holder?.Parent, token));
        }

        EndLine(new HtmlToken(HtmlTokenKind.EndTag, html.Length, html.Length, ""), null);
    }

    private void Take(HtmlToken token, HtmlElement? holder)
    {
        if (holder is not null && HtmlNames.NoText.Contains(holder.Name))
            return;

        var keepsLines = holder?.Ancestors.Prepend(holder).Any(element => element.Name is "pre" or "listing") ?? false;
        for (var at = token.Start; at < token.End;)
        {
            var (text, end) = Resolved(html, at, token.End);
            foreach (var letter in text)
                letters.Add(new Letter(letter is '\t' or '\f' or '\r' || (letter == '\n' && !keepsLines) ? ' ' : letter, at, end, holder, null));
            at = end;
        }
    }

    private static (string Text, int End) Resolved(string html, int at, int end)
    {
        if (html[at] == '&' && html.IndexOf(';', at, Math.Min(LongestReference, end - at)) is > 0 and var semicolon)
        {
            var reference = html[at..(semicolon + 1)];
            if (reference.IndexOf('&', 1) < 0 && WebUtility.HtmlDecode(reference) is var resolved && resolved != reference)
                return (resolved, semicolon + 1);
        }

        var length = char.IsHighSurrogate(html[at]) && at + 1 < end && char.IsLowSurrogate(html[at + 1]) ? 2 : 1;
        return (html.Substring(at, length), at + length);
    }

    private void EndLine(HtmlToken border, HtmlElement? element)
    {
        var words = Words();
        count += words.Count + 1;
        if (count > HtmlComparison.MaxWords)
            throw new HtmlRefusedException(HtmlRefusals.TooLarge, $"The HTML has more than {HtmlComparison.MaxWords} words, marks and lines.", border.Start);
        if (words.Count > 0)
            lines.Add(new HtmlLine(words, words[0].Holder?.Blocks.FirstOrDefault(), lineStart, border.Start));
        else if (opened is { } block && block.InnerEnd <= border.Start && HoldsText(block))
            lines.Add(new HtmlLine([], block, block.InnerStart, block.InnerEnd));

        letters.Clear();
        opened = border.Kind == HtmlTokenKind.StartTag ? element : null;
        lineStart = border.End;
    }

    private static bool HoldsText(HtmlElement block) => !HtmlNames.Void.Contains(block.Name) && !block.HoldsBlocks
        && block.Name is not ("ul" or "ol" or "menu" or "dir" or "dl" or "body") && !HtmlNames.NoText.Contains(block.Name);

    private List<HtmlWord> Words()
    {
        var shown = Collapsed();
        var text = string.Concat(shown.Select(letter => letter.Value));
        breaks.Clear();
        WordBreaker.Split(text, breaks);
        var words = new List<HtmlWord>(breaks.Count);
        foreach (var (start, length) in breaks)
        {
            var pieces = new List<(int Start, int End)>();
            for (var i = start; i < start + length; i++)
            {
                foreach (var piece in shown[i].Pieces)
                {
                    if (pieces.Count > 0 && pieces[^1].End >= piece.Start)
                        pieces[^1] = (pieces[^1].Start, Math.Max(pieces[^1].End, piece.End));
                    else
                        pieces.Add(piece);
                }
            }

            words.Add(new HtmlWord(text.Substring(start, length), shown[start].Tag, shown[start].Holder, pieces));
        }

        return words;
    }

    // White space beside white space, beside a line break and at the ends is not seen. It goes with its neighbour, if there is one.
    private List<Shown> Collapsed()
    {
        var shown = new List<Shown>(letters.Count);
        foreach (var letter in letters)
        {
            var last = shown.Count > 0 ? shown[^1] : null;
            if (letter.Value == ' ' && last is null)
                continue;
            if (letter.Value == ' ' && last is { Value: ' ' or '\n' })
            {
                last.Pieces.Add((letter.Start, letter.End));
                continue;
            }

            var next = new Shown(letter.Value, letter.Tag, letter.Holder, [(letter.Start, letter.End)]);
            if (letter.Value == '\n' && last is { Value: ' ' })
            {
                next.Pieces.InsertRange(0, last.Pieces);
                shown.RemoveAt(shown.Count - 1);
            }

            shown.Add(next);
        }

        if (shown.Count > 0 && shown[^1].Value == ' ')
            shown.RemoveAt(shown.Count - 1);
        return shown;
    }

    private readonly record struct Letter(char Value, int Start, int End, HtmlElement? Holder, HtmlToken? Tag);

    private sealed record Shown(char Value, HtmlToken? Tag, HtmlElement? Holder, List<(int Start, int End)> Pieces);
}
