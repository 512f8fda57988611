using CsCheck;
using HandoffOffice.Domain.Releasing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Releasing;

/// <summary>Laws over mails that are made up, and over what clients and attackers do to them.</summary>
[Trait("Capability", "C87")]
public sealed class CanonicalHtmlPropertyTests
{
    private const string Seed = "0004ZmmQyQs2";

    private static readonly Gen<string> Word = OneOf("gateway", "live", "the", "fee", "of", "1,250.00", "EUR", "März", "café", "Ann", "3", "(late)", "50%", "Größe", "“q”", "日本");

    private static readonly Gen<string> Inline = Gen.Select(Word, Gen.Int[0, 9], (word, kind) => kind switch
    {
        0 => $"<b>{word}</b>",
        1 => $"<a href=\"https://contoso.com/{word.Length}\">{word}</a>",
        2 => $"<span style=\"font-size:11pt\">{word}</span>",
        3 => $"{word}&nbsp;&amp;",
        _ => word,
    });

    private static readonly Gen<string> Block = Gen.Select(Inline.Array[1, 8], Gen.Int[0, 6], (words, kind) => kind switch
    {
        0 => $"<ul><li>{string.Join(' ', words)}</li></ul>",
        1 => $"<table><tr><td>{string.Join(' ', words)}</td><td>x</td></tr></table>",
        2 => $"<h2>{string.Join(' ', words)}</h2>",
        3 => $"<ol><li>{string.Join(' ', words)}</li><li>y</li></ol>",
        _ => $"<p>{string.Join(' ', words)}</p>",
    });

    private static readonly Gen<string> Mail = Block.Array[1, 6].Select(string.Concat);

    private static readonly (string Name, Func<string, string> Rewrite)[] Harmless =
    [
        ("line ends", html => html.Replace("><", ">\r\n<", StringComparison.Ordinal)),
        ("class", html => html.Replace("<p>", "<p class=MsoNormal>", StringComparison.Ordinal)),
        ("o:p", html => html.Replace("</p>", "<o:p></o:p></p>", StringComparison.Ordinal)),
        ("div", html => $"<div dir=\"ltr\">{html}</div>"),
        ("p as div", html => html.Replace("<p>", "<div>", StringComparison.Ordinal).Replace("</p>", "</div>", StringComparison.Ordinal)),
        ("upper case", html => html.Replace("<b>", "<B>", StringComparison.Ordinal).Replace("<td>", "<TD>", StringComparison.Ordinal)),
        ("empty lines", html => $"<p>&nbsp;</p>{html}<div><br></div>"),
        ("head", html => $"<html><head><title>t</title><style>p.MsoNormal{{margin:0in}}</style></head><body lang=EN-US>{html}</body></html>"),
        ("comment", html => html.Replace("<b>", "<!-- x --><b>", StringComparison.Ordinal)),
        ("numbers for letters", html => html.Replace("é", "&#233;", StringComparison.Ordinal).Replace("ö", "o\u0308", StringComparison.Ordinal)),
        ("safe links", html => html.Replace("https://contoso.com/", "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.com%2F", StringComparison.Ordinal)),
        ("tbody", html => html.Replace("<tr>", "<tbody><tr>", StringComparison.Ordinal).Replace("</tr>", "</tr></tbody>", StringComparison.Ordinal)),
        ("spaces", html => html.Replace(" the ", "\n  the&nbsp;", StringComparison.Ordinal)),
        ("span", html => html.Replace("fee", "<span lang=EN-GB style='color:black;mso-bookmark:x'>f</span>ee", StringComparison.Ordinal)),
    ];

    private static readonly string[] Hiding =
        ["display:none", "font-size:0", "color:#fff", "visibility:hidden", "opacity:0", "mso-hide:all", "position:absolute", "text-indent:-999em", "zoom:.01", "max-height:0;overflow:hidden"];

    [Fact]
    public void What_clients_do_keeps_the_form() =>
        Gen.Select(Mail, OneOf(Harmless).Array[1, 5]).Sample((mail, rewrites) =>
        {
            string rewritten = rewrites.DistinctBy(rewrite => rewrite.Name).Aggregate(mail, (html, rewrite) => rewrite.Rewrite(html));
            Assert.Equal(CanonicalHtml.Of(mail).Text, CanonicalHtml.Of(rewritten).Text);
        }, seed: Seed, iter: 2000);

    [Fact]
    public void Another_word_is_another_form() => EachWord((mail, at, length) => mail.Remove(at, length).Insert(at, "other"));

    [Fact]
    public void One_more_word_is_another_form() => EachWord((mail, at, _) => mail.Insert(at, "not "));

    [Fact]
    public void One_word_less_is_another_form() => EachWord((mail, at, length) => mail.Remove(at, length));

    [Fact]
    public void A_hidden_word_is_another_form() => Assert.All(Hiding, style =>
        EachWord((mail, at, length) => mail.Insert(at + length, "</span>").Insert(at, $"<span style=\"{style}\">"), mails: 30));

    [Fact]
    public void A_hidden_addition_is_another_form() => Assert.All(Hiding, style =>
        EachWord((mail, at, _) => mail.Insert(at, $"<i style=\"{style}\">x</i>"), mails: 30));

    [Fact]
    public void A_word_with_another_target_is_another_form() =>
        EachWord((mail, at, length) => mail.Insert(at + length, "</a>").Insert(at, "<a href=\"https://evil.example/\">"));

    [Fact]
    public void A_mark_of_direction_is_another_form() => EachWord((mail, at, _) => mail.Insert(at + 1, "\u202e"));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // A word of a mail: letters between a tag or space and the next.
    private static void EachWord(Func<string, int, int, string> change, int mails = 150) => Mail.Sample(mail =>
    {
        string form = CanonicalHtml.Of(mail).Text;
        foreach ((int at, int length) in Words(mail))
        {
            string changed = change(mail, at, length);
            Assert.True(form != CanonicalHtml.Of(changed).Text, $"{mail}\n{changed}");
        }
    }, seed: Seed, iter: mails);

    private static IEnumerable<(int At, int Length)> Words(string mail)
    {
        for (int at = 0, end; at < mail.Length; at = end + 1)
        {
            end = at;
            if (mail[at] == '<')
            {
                end = mail.IndexOf('>', at);
                continue;
            }

            while (end < mail.Length && mail[end] is not (' ' or '<' or '&'))
            {
                end++;
            }

            if (end > at && !mail[at..end].EndsWith(';'))
            {
                yield return (at, end - at);
            }

            end = end < mail.Length && mail[end] == '<' ? end - 1 : end;
        }
    }
}
