namespace HandoffOffice.Redlining;

/// <summary>A part with text, line by line.</summary>
internal sealed class EditStory
{
    private readonly List<XmlElement> paragraphs = [];
    private readonly List<EditLine> byNumber = [];
    private readonly HashSet<int> instructions = [];
    private ILookup<string, XmlElement>? controls;

    public EditStory(SidePart part, bool isBody)
    {
        (Part, IsBody) = (part, isBody);
        Flows = ViewText.Flows(part.Map.Root, _ => true);
        ReadLines();
        ReadInstructions();
        var visible = Flows.SelectMany(flow => flow).ToDictionary(line => line.Paragraph, line => line.Text);
        foreach (var line in byNumber.Distinct())
        {
            line.IsVisible = visible.ContainsKey(line.Last.Index);
            if (line.IsVisible)
            {
                Lines.Add(line);
            }
        }

        Views = visible;
    }

    public SidePart Part { get; }

    public string Uri => "/" + Part.Name;

    /// <summary>Whether it is the main part: elsewhere Word shows no comments.</summary>
    public bool IsBody { get; }

    public TokenKeys Keys { get; } = new();

    /// <summary>The lines that are seen, in document order.</summary>
    public List<EditLine> Lines { get; } = [];

    /// <summary>What a reader that shares nothing with this one sees.</summary>
    public List<List<ViewLine>> Flows { get; }

    /// <summary>The same by the paragraph that ends each line.</summary>
    public IReadOnlyDictionary<int, string> Views { get; }

    /// <summary>How many paragraphs the part has, with all that nobody sees.</summary>
    public int Count => byNumber.Count;

    /// <summary>The line of a paragraph, by its number.</summary>
    public EditLine Line(int number) => byNumber[number];

    /// <summary>The line of a paragraph.</summary>
    public EditLine LineOf(XmlElement paragraph) => byNumber[NumberOf(paragraph)];

    /// <summary>The content controls of a tag, without the copies for old readers.</summary>
    public List<XmlElement> Controls(string tag)
    {
        controls ??= Part.Map.Root.Descendants(W.Sdt).Where(control => !IsCopy(control))
            .ToLookup(control => control.Child(W.SdtPr)?.ChildValue(W.Ns + "tag") ?? "");
        return [.. controls[tag]];
    }

    /// <summary>A paragraph, by its number.</summary>
    public XmlElement Paragraph(int number) => paragraphs[number];

    /// <summary>The number of a paragraph in the part.</summary>
    public int NumberOf(XmlElement paragraph)
    {
        var (low, high) = (0, paragraphs.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = paragraphs[middle].Index < paragraph.Index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether text belongs to the code of a field, not to what it shows.</summary>
    public bool IsInstruction(int element) => instructions.Contains(element);

    /// <summary>The next block beside one in its container, marks passed over; null when there is none.</summary>
    public static XmlElement? Next(XmlElement block)
    {
        var map = block.Map;
        var end = block.Parent is { } parent ? parent.Span.After : 0;
        for (var at = block.Span.After; at < end; at = map.Span(at).After)
        {
            if (IsBlock(new XmlElement(map, at)))
            {
                return new XmlElement(map, at);
            }
        }

        return null;
    }

    public static bool IsBlock(XmlElement element) => element.Name == W.P || element.Name == W.Tbl || element.Name == W.Sdt || element.Name == W.Ns + "customXml";

    private static bool IsCopy(XmlElement element)
    {
        for (var around = element.Parent; around is { } outer; around = outer.Parent)
        {
            if (outer.Name == W.Fallback)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMarkDeleted(XmlElement paragraph) =>
        paragraph.Child(W.PPr)?.Child(W.RPr) is { } mark && (mark.Child(W.Del) ?? mark.Child(W.MoveFrom)) is not null;

    // Paragraphs in document order. One that runs on takes along those that it runs on into, as far as they are its neighbours.
    private void ReadLines()
    {
        var map = Part.Map;
        var known = new Dictionary<int, EditLine>();
        foreach (var paragraph in map.Root.Descendants(W.P))
        {
            if (!known.TryGetValue(paragraph.Index, out var line))
            {
                var elements = new List<XmlElement> { paragraph };
                var end = paragraph.Parent is { } parent ? parent.Span.After : 0;
                for (var at = paragraph.Span.After; IsMarkDeleted(elements[^1]) && at < end;)
                {
                    var next = new XmlElement(map, at);
                    if (next.Name != W.P)
                    {
                        break;
                    }

                    elements.Add(next);
                    at = next.Span.After;
                }

                line = new EditLine(this, elements);
                elements.ForEach(element => known[element.Index] = line);
            }

            paragraphs.Add(paragraph);
            byNumber.Add(line);
        }
    }

    private void ReadInstructions()
    {
        var open = new Stack<bool>();
        var codes = 0;
        foreach (var element in Part.Map.Root.Descendants())
        {
            if (element.Name == W.FieldCharacter)
            {
                var type = element.Attribute(W.FieldCharacterType);
                if (type == "begin")
                {
                    open.Push(true);
                    codes++;
                }
                else if (open.TryPop(out var inCode))
                {
                    codes -= inCode ? 1 : 0;
                    if (type == "separate")
                    {
                        open.Push(false);
                    }
                }
            }
            else if (element.Name == W.T && codes > 0)
            {
                instructions.Add(element.Index);
            }
        }
    }
}
