using CsCheck;

namespace HandoffOffice.Redlining.Tests.Html;

/// <summary>Mail bodies at random: well-formed ones, edited ones, and soup.</summary>
internal static class Mails
{
    private static readonly Gen<string> Word = Gen.OneOf("Dear", "Ann", "cost", "5", "1,250.50", "EUR", "caf&eacute;", "x&nbsp;y", "&lt;", "日本", "<b>bold</b>", "<i>it", "</i>", "im<b>por</b>tant",
        "<a href=\"https://x.example\">link</a>", "<img src=\"cid:1\">", "<br>", "<span style='color:red'>red</span>", "<ins>theirs</ins>", "&amp;");

    private static readonly Gen<string> Words = Word.Array[0, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Cell = Words.Select(words => $"<td>{words}</td>");

    private static readonly Gen<string> Row = Cell.Array[1, 3].Select(cells => $"<tr>{string.Concat(cells)}</tr>\n");

    private static readonly Gen<string> Item = Gen.Frequency((3, Words.Select(words => $"<li>{words}</li>")), (1, Words.Select(words => $"<li>{words}")), (1, Words.Select(words => $"<li><p>{words}</p></li>")));

    private static readonly Gen<string> Block = Gen.Frequency(
        (6, Words.Select(words => $"<p class=MsoNormal>{words}</p>\n")),
        (1, Words.Select(words => $"<p>{words}")),
        (2, Words.Select(words => $"<div>{words}</div>")),
        (1, Words),
        (1, Words.Select(words => $"<h2>{words}</h2>")),
        (1, Words.Select(words => $"<pre>{words}\n  {words}</pre>")),
        (1, Gen.Const("<p class=MsoNormal><o:p>&nbsp;</o:p></p>")),
        (1, Gen.Const("<!--[if mso]><p>x</p><![endif]--><style>p { }</style><hr>")),
        (2, Item.Array[0, 3].Select(items => $"<ul>{string.Concat(items)}</ul>")),
        (2, Row.Array[1, 3].Select(rows => $"<table><tbody>{string.Concat(rows)}</tbody></table>")));

    private static readonly Gen<string[]> Blocks = Gen.Frequency(
        (4, Block),
        (1, Block.Array[0, 3].Select(blocks => $"<div class=quote>{string.Concat(blocks)}</div>")),
        (1, Block.Array[0, 3].Select(blocks => $"<font><blockquote>{string.Concat(blocks)}</blockquote></font>"))).Array[0, 6];

    public static readonly Gen<string> Bodies = Gen.Select(Blocks, Gen.Bool).Select((blocks, whole) => Body(blocks, whole));

    public static readonly Gen<(string, string)> Edited = Gen.Select(Blocks, Blocks, Gen.Int, Gen.Bool).Select((blocks, others, seed, whole) =>
    {
        var random = new Random(seed);
        var edited = blocks.SelectMany(block => random.Next(4) switch
        {
            0 => others.Take(random.Next(2)),
            1 => [block, .. others.Skip(1).Take(1)],
            2 => [block.Replace("cost", "price", StringComparison.Ordinal).Replace("5 ", "", StringComparison.Ordinal).Replace("<td>Ann", "<td>x</td><td>Ann", StringComparison.Ordinal)],
            _ => [block],
        });
        return (Body(blocks, whole), Body(edited, whole));
    });

    public static readonly Gen<string> Soup = Gen.OneOf(
        "<", ">", "</", "&", "&l", "lt;", "am", "p;", "a", "b", " ", "script>", "<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>",
        "<!--", "-->", "<br/>", "<pre>", "\n", "<a href='x", "'>", "</a>", "<textarea>", "<ins>", "</ins>", "<svg>", "</svg>", "<h1>", "<style>", "</style>", "<body>", "</body>", "<select>", "\"", "=", "<dl><dt>", "<dd>", "\u0301", "<hr>")
        .Array[0, 14].Select(string.Concat);

    private static string Body(IEnumerable<string> blocks, bool whole) => whole
        ? $"<html><head><title>t</title><style>p {{ }}</style></head><body lang=EN-GB>\r\n{string.Concat(blocks)}\r\n</body></html>"
        : string.Concat(blocks);
}
