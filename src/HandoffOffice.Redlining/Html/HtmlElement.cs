namespace HandoffOffice.Redlining;

/// <summary>An element, and where it stands in the HTML.</summary>
internal sealed class HtmlElement(HtmlToken tag, HtmlElement? parent)
{
    public HtmlToken Tag { get; } = tag;

    public string Name { get; } = tag.Name;

    public HtmlElement? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public int Start => Tag.Start;

    public int InnerStart => Tag.End;

    /// <summary>Where its content ends.</summary>
    public int InnerEnd { get; set; }

    /// <summary>Behind its end tag, or where its content ends when the tag is left out.</summary>
    public int End { get; set; }

    public bool IsBlock => HtmlNames.Block.Contains(Name);

    /// <summary>Its end tag is written, or it has none by nature.</summary>
    public bool HasEnd { get; set; }

    /// <summary>Every element in it has its end in it, and no end of another element is in it: a mark may stand around its content.</summary>
    public bool ContentIsWhole { get; set; } = true;

    /// <summary>Blocks are in it, at whatever depth.</summary>
    public bool HoldsBlocks { get; set; }

    public List<HtmlElement> Children { get; } = [];

    /// <summary>A mark may stand around it.</summary>
    public bool IsWhole => HasEnd && ContentIsWhole;

    /// <summary>A mark may stand around its content: the mark's end would not be taken for a part of something left open.</summary>
    public bool IsContentMarkable => ContentIsWhole && Children.TrueForAll(child => child.HasEnd);

    /// <summary>The block elements around it, from the innermost; itself first if it is one.</summary>
    public IEnumerable<HtmlElement> Blocks => Ancestors.Prepend(this).Where(element => element.IsBlock);

    /// <summary>The formatting around text in it, from the outermost: everything up to the nearest block.</summary>
    public List<HtmlElement> Formatting
    {
        get
        {
            var formatting = Ancestors.Prepend(this).TakeWhile(element => !element.IsBlock).ToList();
            formatting.Reverse();
            return formatting;
        }
    }

    /// <summary>The elements around it, from the innermost.</summary>
    public IEnumerable<HtmlElement> Ancestors
    {
        get
        {
            for (var element = Parent; element is not null; element = element.Parent)
                yield return element;
        }
    }
}
