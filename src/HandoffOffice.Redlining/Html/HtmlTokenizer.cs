namespace HandoffOffice.Redlining;

/// <summary>
/// Cuts HTML into tokens that keep their places and leave no gap, as browsers do (WHATWG HTML, 13.2.5). The text of elements that hold raw text
/// (scripts, styles, titles...) is hidden: it is no text of a mail.
/// </summary>
internal sealed class HtmlTokenizer
{
    private readonly string html;
    private readonly List<HtmlToken> tokens = [];
    private int at;


    private HtmlTokenizer(string html)
    {
        this.html = html;
    }

    public static List<HtmlToken> Tokens(string html)
    {
        var tokenizer = new HtmlTokenizer(html);
        while (tokenizer.at < html.Length)
            tokenizer.Next();
        return tokenizer.tokens;
    }

    private void Next()
    {
        var less = at;
        while ((less = html.IndexOf('<', less)) >= 0 && !OpensMarkup(less))
            less++;
        if (less < 0)
            less = html.Length;
        if (less > at)
            Add(HtmlTokenKind.Text, less);
        else
            Markup();
    }

    // 13.2.5.6: a letter, "/", "!" or "?" makes markup of it; "</" only with something behind it.
    private bool OpensMarkup(int less)
    {
        var next = Peek(less + 1);
        return char.IsAsciiLetter(next) || next is '!' or '?' || (next == '/' && less + 2 < html.Length);
    }

    private void Markup()
    {
        switch (Peek(at + 1))
        {
            case '!' when Follows("<!--"):
                Add(HtmlTokenKind.Hidden, CommentEnd());
                break;
            case '/' when char.IsAsciiLetter(Peek(at + 2)):
                Tag(HtmlTokenKind.EndTag, at + 2);
                break;
            case '!' or '?' or '/':
                Add(HtmlTokenKind.Hidden, Behind('>'));
                break;
            default:
                Tag(HtmlTokenKind.StartTag, at + 1);
                break;
        }
    }

    private void Tag(HtmlTokenKind kind, int nameStart)
    {
        var nameEnd = nameStart;
        while (nameEnd < html.Length && !HtmlAttributes.IsSpace(html[nameEnd]) && html[nameEnd] is not ('/' or '>'))
            nameEnd++;
        var end = HtmlAttributes.TagEnd(html, nameEnd);
        if (end < 0)
        {
            Add(HtmlTokenKind.Hidden, html.Length);
            return;
        }

        var name = html[nameStart..nameEnd].ToLowerInvariant();
        Add(kind, end, name);
        if (kind == HtmlTokenKind.StartTag && HtmlNames.RawText.Contains(name))
            RawText(name);
    }

    // 13.2.5.12-14: everything up to the element's own end tag.
    private void RawText(string name)
    {
        var end = at;
        while (name != "plaintext" && (end = html.IndexOf("</", end, StringComparison.Ordinal)) >= 0 && !IsEndOf(name, end))
            end += 2;
        if (end < 0 || name == "plaintext")
            end = html.Length;
        if (end > at)
            Add(HtmlTokenKind.Hidden, end);
    }

    private bool IsEndOf(string name, int less) =>
        string.Compare(html, less + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && Peek(less + 2 + name.Length) is var next && (HtmlAttributes.IsSpace(next) || next is '/' or '>');

    // 13.2.5.43-51: "<!-->" and "<!--->" are whole comments, "--!>" ends one as well.
    private int CommentEnd()
    {
        if (Peek(at + 4) == '>')
            return at + 5;
        if (Peek(at + 4) == '-' && Peek(at + 5) == '>')
            return at + 6;
        for (var end = at + 4; (end = html.IndexOf("--", end, StringComparison.Ordinal)) >= 0; end++)
        {
            if (Peek(end + 2) == '>')
                return end + 3;
            if (Peek(end + 2) == '!' && Peek(end + 3) == '>')
                return end + 4;
        }

        return html.Length;
    }

    private int Behind(char mark) => html.IndexOf(mark, at) is >= 0 and var found ? found + 1 : html.Length;

    private bool Follows(string text) => string.CompareOrdinal(html, at, text, 0, text.Length) == 0;

    private char Peek(int index) => index < html.Length ? html[index] : '\0';

    private void Add(HtmlTokenKind kind, int end, string name = "")
    {
        tokens.Add(new HtmlToken(kind, at, end, name));
        at = end;
    }
}
