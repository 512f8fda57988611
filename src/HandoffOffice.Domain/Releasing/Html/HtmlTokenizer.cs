using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>
/// Cuts a body into tags and text as WHATWG HTML 13.2.5 does, in one pass: each search goes on from where the last one ended.
/// Comments are left out, but not what Office reads in them.
/// </summary>
internal sealed class HtmlTokenizer(string html, int maxAttributes, bool conditional = false)
{
    private static readonly HashSet<string> Raw = ["script", "style", "xmp", "iframe", "noembed", "noframes"];
    private static readonly HashSet<string> RawWithReferences = ["title", "textarea"];
    private readonly List<HtmlToken> tokens = [];
    private int at;
    private int foreign;

    /// <summary>Whether a tag had more attributes than allowed. The tokens are not to be used then.</summary>
    public bool TooManyAttributes { get; private set; }

    /// <summary>The pieces in order.</summary>
    public List<HtmlToken> Read()
    {
        while (at < html.Length && !TooManyAttributes)
        {
            int open = IndexOf('<', at);
            if (open > at)
            {
                Text(HtmlReferences.Decode(html[at..open], attribute: false));
                at = open;
            }
            else
            {
                Markup();
            }
        }

        return tokens;
    }

    private char Peek(int ahead) => at + ahead < html.Length ? html[at + ahead] : '\0';

    private int IndexOf(char c, int from)
    {
        int found = from >= html.Length ? -1 : html.IndexOf(c, from);
        return found < 0 ? html.Length : found;
    }

    private void Text(string text) => tokens.Add(new HtmlToken(HtmlTokenKind.Text, text));

    private void Markup()
    {
        char next = Peek(1);
        if (next == '!')
        {
            Declaration();
        }
        else if (next == '?')
        {
            Bogus(at + 1, office: false);
        }
        else if (next == '/' && at + 2 < html.Length)
        {
            if (char.IsAsciiLetter(Peek(2)))
            {
                Tag(at + 2, HtmlTokenKind.End);
            }
            else
            {
                Bogus(at + 2, office: false);
            }
        }
        else if (char.IsAsciiLetter(next))
        {
            Tag(at + 1, HtmlTokenKind.Start);
        }
        else
        {
            Text("<");
            at++;
        }
    }

    private void Declaration()
    {
        if (Peek(2) == '-' && Peek(3) == '-')
        {
            Comment(at + 4);
        }
        else if (foreign > 0 && string.CompareOrdinal(html, at, "<![CDATA[", 0, 9) == 0)
        {
            int end = html.IndexOf("]]>", at, StringComparison.Ordinal);
            Text(html[(at + 9)..(end < 0 ? html.Length : Math.Max(end, at + 9))]);
            at = end < 0 ? html.Length : end + 3;
        }
        else
        {
            Bogus(at + 2, office: true);
        }
    }

    private void Bogus(int start, bool office)
    {
        int end = IndexOf('>', start);
        string data = html[start..end];
        at = Math.Min(end + 1, html.Length);
        string condition = office ? Fold(Lower(data)) : string.Empty;
        if (condition.StartsWith("[if", StringComparison.Ordinal))
        {
            tokens.Add(new HtmlToken(HtmlTokenKind.If, Condition(condition)));
        }
        else if (condition.StartsWith("[endif", StringComparison.Ordinal))
        {
            tokens.Add(new HtmlToken(HtmlTokenKind.EndIf, string.Empty));
        }
    }

    // 13.2.5.43-13.2.5.52. A comment ends at "-->" or "--!>", and where it is nothing but ">" or "->".
    private void Comment(int start)
    {
        int end = start, next = start;
        if (start < html.Length && html[start] == '>')
        {
            next = start + 1;
        }
        else if (start + 1 < html.Length && html[start] == '-' && html[start + 1] == '>')
        {
            next = start + 2;
        }
        else
        {
            (end, next) = CommentEnd(start);
        }

        string data = html[Math.Min(start, html.Length)..Math.Max(Math.Min(start, html.Length), end)];
        at = Math.Min(next, html.Length);
        if (conditional)
        {
            Text(data);
        }
        else
        {
            Conditional(data);
        }
    }

    private (int End, int Next) CommentEnd(int start)
    {
        for (int dash = start; dash < html.Length; dash++)
        {
            dash = IndexOf('-', dash);
            if (dash + 2 < html.Length && html[dash + 1] == '-' && html[dash + 2] == '>')
            {
                return (dash, dash + 3);
            }

            if (dash + 3 < html.Length && html[dash + 1] == '-' && html[dash + 2] == '!' && html[dash + 3] == '>')
            {
                return (dash, dash + 4);
            }
        }

        return (html.Length, html.Length);
    }

    // "<!--[if mso]>...<![endif]-->" is read by Office alone, "<!--[if !mso]><!-->...<!--<![endif]-->" by all others.
    private void Conditional(string data)
    {
        string trimmed = data.TrimStart(' ', '\t', '\n', '\f');
        if (Lower(trimmed).StartsWith("<![endif", StringComparison.Ordinal))
        {
            tokens.Add(new HtmlToken(HtmlTokenKind.EndIf, string.Empty));
            return;
        }

        int close = trimmed.IndexOf("]>", StringComparison.Ordinal);
        if (close < 0 || !Lower(trimmed).StartsWith("[if", StringComparison.Ordinal))
        {
            return;
        }

        string condition = Condition(Fold(Lower(trimmed[..(close + 1)])));
        string content = trimmed[(close + 2)..];
        bool revealed = Fold(content) is "" or "<!" or "-->";
        tokens.Add(new HtmlToken(HtmlTokenKind.If, condition, closed: !revealed));
        if (!revealed)
        {
            var inner = new HtmlTokenizer(content, maxAttributes, conditional: true);
            tokens.AddRange(inner.Read().Where(token => token.Kind is not (HtmlTokenKind.If or HtmlTokenKind.EndIf)));
            TooManyAttributes |= inner.TooManyAttributes;
            tokens.Add(new HtmlToken(HtmlTokenKind.EndIf, string.Empty, closed: true));
        }
    }

    private static string Condition(string text)
    {
        int close = text.IndexOf(']', StringComparison.Ordinal);
        return Fold(text[3..(close < 0 ? text.Length : close)]);
    }

    // 13.2.5.8, 13.2.5.32-13.2.5.40. A tag that the body ends in is no tag and no text.
    private void Tag(int start, HtmlTokenKind kind)
    {
        int place = start;
        while (place < html.Length && !IsMarkupSpace(html[place]) && html[place] is not ('/' or '>'))
        {
            place++;
        }

        string name = Lower(html[start..place]);
        var attributes = new Dictionary<string, string>();
        bool closed = Attributes(ref place, attributes);
        at = Math.Min(place + 1, html.Length);
        if (place >= html.Length)
        {
            return;
        }

        TooManyAttributes |= attributes.Count > maxAttributes;
        tokens.Add(kind == HtmlTokenKind.End ? new HtmlToken(kind, name) : new HtmlToken(kind, name, attributes, closed));
        if (name is "svg" or "math")
        {
            foreign = kind == HtmlTokenKind.End ? Math.Max(0, foreign - 1) : closed ? foreign : foreign + 1;
        }
        else if (kind == HtmlTokenKind.Start && foreign == 0)
        {
            RawContent(name);
        }
    }

    private bool Attributes(ref int place, Dictionary<string, string> attributes)
    {
        bool slash = false;
        while (place < html.Length && html[place] != '>' && attributes.Count <= maxAttributes)
        {
            slash = html[place] == '/';
            if (slash || IsMarkupSpace(html[place]))
            {
                place++;
                continue;
            }

            int start = place++;
            while (place < html.Length && !IsMarkupSpace(html[place]) && html[place] is not ('/' or '>' or '='))
            {
                place++;
            }

            string name = Lower(html[start..place]);
            Skip(ref place);
            string value = string.Empty;
            if (place < html.Length && html[place] == '=')
            {
                place++;
                Skip(ref place);
                value = Value(ref place);
            }

            attributes.TryAdd(name, HtmlReferences.Decode(value, attribute: true));
        }

        return slash;
    }

    private void Skip(ref int place)
    {
        while (place < html.Length && IsMarkupSpace(html[place]))
        {
            place++;
        }
    }

    private string Value(ref int place)
    {
        int start = place;
        if (place < html.Length && html[place] is '"' or '\'')
        {
            int end = IndexOf(html[place], place + 1);
            place = Math.Min(end + 1, html.Length);
            return html[(start + 1)..end];
        }

        while (place < html.Length && !IsMarkupSpace(html[place]) && html[place] != '>')
        {
            place++;
        }

        return html[start..place];
    }

    private void RawContent(string name)
    {
        bool references = RawWithReferences.Contains(name);
        if (name == "plaintext")
        {
            tokens.Add(new HtmlToken(HtmlTokenKind.Raw, html[at..]));
            at = html.Length;
        }
        else if (references || Raw.Contains(name))
        {
            int end = RawEnd(name);
            string content = html[at..end];
            tokens.Add(new HtmlToken(HtmlTokenKind.Raw, references ? HtmlReferences.Decode(content, attribute: false) : content));
            at = end;
        }
    }

    private int RawEnd(string name)
    {
        for (int open = IndexOf('<', at); open < html.Length; open = IndexOf('<', open + 1))
        {
            int after = open + 2 + name.Length;
            if (after < html.Length && html[open + 1] == '/' && Lower(html[(open + 2)..after]) == name
                && (IsMarkupSpace(html[after]) || html[after] is '/' or '>'))
            {
                return open;
            }
        }

        return html.Length;
    }
}
