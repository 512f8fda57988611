namespace HandoffOffice.Redlining;

/// <summary>Running text between two borders of blocks: a paragraph, a cell, a list item's own words.</summary>
/// <param name="Words">What it says; none when a block is empty.</param>
/// <param name="Block">The nearest block around it, if any.</param>
/// <param name="Start">Where it begins, in UTF-16 units of the HTML.</param>
/// <param name="End">Behind its last character: the tag of the next block, or the end.</param>
internal sealed record HtmlLine(List<HtmlWord> Words, HtmlElement? Block, int Start, int End)
{
    public string Text => string.Concat(Words.Select(word => word.Text));
}

/// <summary>A token of running text.</summary>
/// <param name="Text">With character references resolved and white space as one space; a picture is U+FFFC, a line break a line feed.</param>
/// <param name="Tag">The start tag, if it is a picture or a line break.</param>
/// <param name="Holder">The innermost element around its first character.</param>
/// <param name="Pieces">Where it stands in the HTML: several places when tags stand within it.</param>
internal sealed record HtmlWord(string Text, HtmlToken? Tag, HtmlElement? Holder, List<(int Start, int End)> Pieces)
{
    public int Start => Pieces[0].Start;

    public int End => Pieces[^1].End;
}
