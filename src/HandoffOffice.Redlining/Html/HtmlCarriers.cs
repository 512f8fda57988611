namespace HandoffOffice.Redlining;

/// <summary>Rows, cells and list items: no mark may stand around them, so marks stand around the content of the cells and items.</summary>
internal static class HtmlCarriers
{
    /// <summary>The elements whose content is marked for a block; none when the block is no such element.</summary>
    public static List<HtmlElement> Of(HtmlElement block)
    {
        if (HtmlNames.Carriers.Contains(block.Name))
            return [block];
        return block.Name is "tr" or "tbody" or "thead" or "tfoot" ? [.. block.Children.SelectMany(Of)] : [];
    }
}
