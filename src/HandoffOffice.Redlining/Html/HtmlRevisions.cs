using System.Globalization;
using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>One tracked change of an HTML body.</summary>
/// <param name="Id">Names the change, also after others were decided.</param>
/// <param name="IsInsertion">Inserted, else deleted.</param>
/// <param name="Author">Who made it; empty if the mark does not say.</param>
/// <param name="Date">When, if the mark says.</param>
/// <param name="Text">The words concerned, one line for each line of text.</param>
public sealed record HtmlRevision(string Id, bool IsInsertion, string Author, DateTimeOffset? Date, string Text);

/// <summary>
/// The tracked changes of an HTML body: <c>ins</c> and <c>del</c> elements with the attributes of <see cref="HtmlComparison"/>. Others are
/// markup like any other and stay.
/// </summary>
public static class HtmlRevisions
{
    // "&" or "<" and what could follow them in a name: together with what comes next it could turn into markup.
    private const int LongestOpening = 40;

    /// <summary>The undecided changes, in the order of the text.</summary>
    /// <param name="html">HTML, whole or a fragment.</param>
    /// <exception cref="HtmlRefusedException">The HTML was not taken in.</exception>
    public static IReadOnlyList<HtmlRevision> List(string html)
    {
        var tree = HtmlTree.Of(html);
        return
        [
            .. HtmlMark.All(html, tree).GroupBy(mark => mark.Id).Select(marks => new HtmlRevision(
                marks.Key,
                marks.First().IsInsertion,
                HtmlAttributes.Value(html, marks.First().Element.Tag, HtmlMark.AuthorAttribute) ?? "",
                DateTimeOffset.TryParse(HtmlAttributes.Value(html, marks.First().Element.Tag, HtmlMark.DateAttribute), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
                HtmlLines.Text(string.Concat(marks.Select(mark => html[mark.Element.InnerStart..mark.Element.InnerEnd]))))),
        ];
    }

    /// <summary>How many changes are undecided.</summary>
    /// <param name="html">HTML, whole or a fragment.</param>
    /// <exception cref="HtmlRefusedException">The HTML was not taken in.</exception>
    public static int Pending(string html) => HtmlMark.All(html, HtmlTree.Of(html)).DistinctBy(mark => mark.Id).Count();

    /// <summary>Accepts changes.</summary>
    /// <param name="html">HTML, whole or a fragment.</param>
    /// <param name="ids">As in <see cref="HtmlRevision.Id"/>.</param>
    /// <exception cref="HtmlRefusedException">The HTML was not taken in.</exception>
    /// <exception cref="UnknownRevisionException">No pending change has the id. Nothing was decided.</exception>
    public static string Accept(string html, IEnumerable<string> ids) => Settle(html, ids, accept: true);

    /// <summary>Rejects changes.</summary>
    /// <inheritdoc cref="Accept" path="/exception"/>
    /// <param name="html">HTML, whole or a fragment.</param>
    /// <param name="ids">As in <see cref="HtmlRevision.Id"/>.</param>
    public static string Reject(string html, IEnumerable<string> ids) => Settle(html, ids, accept: false);

    /// <summary>Accepts every change.</summary>
    /// <param name="html">HTML, whole or a fragment.</param>
    /// <exception cref="HtmlRefusedException">The HTML was not taken in.</exception>
    public static string AcceptAll(string html) => Settle(html, null, accept: true);

    /// <summary>Rejects every change: the HTML is as it was before, character for character.</summary>
    /// <param name="html">HTML, whole or a fragment.</param>
    /// <exception cref="HtmlRefusedException">The HTML was not taken in.</exception>
    public static string RejectAll(string html) => Settle(html, null, accept: false);

    private static string Settle(string html, IEnumerable<string>? ids, bool accept)
    {
        var tree = HtmlTree.Of(html);
        var marks = HtmlMark.All(html, tree);
        var decided = ids?.ToHashSet() ?? [.. marks.Select(mark => mark.Id)];
        foreach (var unknown in decided.Except(marks.Select(mark => mark.Id)).Order(StringComparer.Ordinal))
            throw new UnknownRevisionException(unknown);

        List<(int Start, int End)> removed = [];
        foreach (var mark in marks.Where(mark => decided.Contains(mark.Id)))
        {
            if (mark.IsInsertion != accept)
            {
                removed.Add((mark.Target.Start, mark.Target.End));
                continue;
            }

            removed.Add((mark.Element.Start, mark.Element.InnerStart));
            removed.Add((mark.Element.InnerEnd, mark.Element.End));
        }

        removed.Sort();
        return Without(html, tree, removed, accept);
    }

    private static string Without(string html, HtmlTree tree, List<(int Start, int End)> removed, bool accept)
    {
        var (text, end, token) = (new StringBuilder(html.Length), 0, 0);
        foreach (var (start, stop) in removed)
        {
            if (start > end)
            {
                text.Append(html, end, start - end);
                while (token < tree.Tokens.Count && tree.Tokens[token].End < start)
                    token++;
                if (accept && tree.Tokens[token].Kind == HtmlTokenKind.Text)
                    CloseOpening(text, start - Math.Max(end, tree.Tokens[token].Start));
            }

            end = Math.Max(end, stop);
        }

        return text.Append(html, end, html.Length - end).ToString();
    }

    // A "<" or "&" that is text stays text, whatever comes to stand behind it now.
    private static void CloseOpening(StringBuilder text, int length)
    {
        for (var i = text.Length - 1; i >= text.Length - Math.Min(length, LongestOpening); i--)
        {
            if (text[i] is '<' or '&')
            {
                text.Insert(i + 1, text[i] == '<' ? "lt;" : "amp;");
                text[i] = '&';
                return;
            }

            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('#' or '/' or '!' or '?'))
                return;
        }
    }
}
