using System.Globalization;

namespace HandoffOffice.Redlining;

/// <summary>An <c>ins</c> or <c>del</c> element of ours. A change has several with one id where tags stand within it.</summary>
/// <param name="Element">The element.</param>
/// <param name="Id">Names the change.</param>
/// <param name="Target">What is inserted or deleted: the element itself, or one around it (a row, a list item) that no mark can stand around.</param>
internal sealed record HtmlMark(HtmlElement Element, string Id, HtmlElement Target)
{
    public const string IdAttribute = "data-revision-id";
    public const string AuthorAttribute = "data-revision-author";

    /// <summary>How many elements around the mark belong to the change, from the innermost.</summary>
    public const string LevelsAttribute = "data-revision-levels";

    public const string DateAttribute = "datetime";

    public bool IsInsertion => Element.Name == "ins";

    /// <exception cref="HtmlRefusedException">A mark names elements that are not there.</exception>
    public static List<HtmlMark> All(string html, HtmlTree tree)
    {
        List<HtmlMark> marks = [];
        for (var i = 0; i < tree.Tokens.Count; i++)
        {
            if (tree.Tokens[i] is { Kind: HtmlTokenKind.StartTag, Name: "ins" or "del" } tag && tree.Holders[i] is { } element
                && HtmlAttributes.Value(html, tag, IdAttribute) is { } id)
                marks.Add(new HtmlMark(element, id, TargetOf(element, HtmlAttributes.Value(html, tag, LevelsAttribute))));
        }

        return marks;
    }

    // Only what such a mark can be written for: a hostile one is not to take the whole mail away.
    private static HtmlElement TargetOf(HtmlElement element, string? levels)
    {
        if (levels is null)
            return element;

        var target = int.TryParse(levels, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 3
            ? element.Ancestors.Take(count).ToList() : [];
        if (target.Count == 0 || target.Count != count || !target.TrueForAll(one => HtmlNames.Bound.Contains(one.Name) && one.Name is not ("html" or "head" or "body")))
            throw new HtmlRefusedException(HtmlRefusals.BadMark, "A mark of a revision does not fit what it stands in.", element.Start);
        return target[^1];
    }
}
