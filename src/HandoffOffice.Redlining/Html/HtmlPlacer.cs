namespace HandoffOffice.Redlining;

/// <summary>
/// Finds places in the original for blocks that only the revised body has: behind or in front of what stands beside them there, as far out as it
/// stands there. Where a block may not stand its lines go in as what may; where no block may stand, as further lines of the neighbour.
/// </summary>
internal sealed class HtmlPlacer(HtmlSide original, HtmlSide revised, int[] origins, HtmlMarkWriter writer)
{
    private readonly int[] following = Following(origins);
    private int previous = -1;

    // What is inserted stands in the order of the revised body: nothing more goes in front of this place.
    private int floor;
    private string? floorParent;
    private bool hasPut;
    private int wordsEnd;

    /// <summary>Goes past a line that both bodies have.</summary>
    /// <param name="line">The line of the revised body.</param>
    /// <param name="end">Where its words end in the original, inserted ones too.</param>
    public void Pass(int line, int end)
    {
        (previous, wordsEnd) = (line, end);
        (floor, floorParent, hasPut) = (end, "p", false);
    }

    /// <summary>Inserts a line that stands in a block with others.</summary>
    public void InsertLine(int line) =>
        Place(line, revised.Lines[line].Block, "div", [revised.Lines[line]], (id, parent) => Converted([revised.Lines[line]], id, parent));

    /// <summary>Inserts a block.</summary>
    public void InsertBlock(int line, HtmlElement block)
    {
        List<HtmlLine> lines = [.. revised.Lines.Skip(line).TakeWhile(one => one.Start < block.End)];
        Place(line, block.Parent?.Blocks.FirstOrDefault(), block.Name, lines, (id, _) => Copied(block, id));
    }

    private void Place(int line, HtmlElement? parent, string name, List<HtmlLine> lines, Func<int, string?, string?> markup)
    {
        var id = writer.Next();
        var spots = Spots(line, parent).Where(spot => spot.At >= floor && spot.At <= Ceiling(line)).ToList();
        foreach (var spot in spots.Where(spot => HtmlNames.Fits(name, spot.Parent) && (HtmlNames.Bound.Contains(name) || !original.Tree.ImpliedEnds.Contains(spot.At))))
        {
            if (markup(id, spot.Parent) is { } written)
            {
                Put(spot, written);
                return;
            }
        }

        foreach (var spot in spots.Append(new Spot(floor, floorParent)).Where(spot => !HtmlNames.Fits("div", spot.Parent) || !original.Tree.ImpliedEnds.Contains(spot.At)))
        {
            if (Converted(lines, id, spot.Parent) is { } written)
            {
                Put(spot, written);
                return;
            }
        }

        PlaceBesideWords(line, lines, id);
    }

    private void Put(Spot spot, string written)
    {
        writer.Insert(spot.At, written);
        (floor, floorParent, hasPut) = (spot.At, spot.Parent, true);
    }

    private int Ceiling(int line) => following[line] >= 0 ? original.Lines[origins[following[line]]].Start : original.Html.Length;

    // From the likeliest on: as far out from the neighbour's line as in the revised body, then further out.
    private IEnumerable<Spot> Spots(int line, HtmlElement? parent)
    {
        var (fromPrevious, fromNext) = (Level(previous, parent), Level(following[line], parent));
        if (previous < 0 && following[line] < 0)
            return [HtmlEnd.Of(original)];

        var behind = previous >= 0 ? Behind(original.Lines[origins[previous]]) : [];
        var before = following[line] >= 0 ? Before(original.Lines[origins[following[line]]]) : [];
        return fromPrevious < 0 && fromNext >= 0
            ? before.Skip(fromNext).Concat(behind).Concat(before)
            : behind.Skip(Math.Max(0, fromPrevious)).Concat(before.Skip(Math.Max(0, fromNext))).Concat(behind).Concat(before);
    }

    // How many blocks are between a line and a block around it; -1 when it is not around it.
    private int Level(int line, HtmlElement? parent)
    {
        if (line < 0)
            return -1;

        var blocks = revised.Lines[line].Block?.Blocks.Select(block => (HtmlElement?)block) ?? [];
        var level = 0;
        foreach (var block in blocks.Append(null))
        {
            if (block == parent || (parent is null && block?.Name is "body" or "html"))
                return level;
            level++;
        }

        return -1;
    }

    private static IEnumerable<Spot> Behind(HtmlLine line)
    {
        yield return new Spot(line.End, line.Block?.Name);
        foreach (var block in Around(line))
            yield return new Spot(block.End, block.Parent?.Name);
    }

    private static IEnumerable<Spot> Before(HtmlLine line)
    {
        yield return new Spot(line.Start, line.Block?.Name);
        foreach (var block in Around(line))
            yield return new Spot(block.Start, block.Parent?.Name);
    }

    private static IEnumerable<HtmlElement> Around(HtmlLine line) => line.Block?.Blocks.TakeWhile(block => block.Name is not ("html" or "head" or "body")) ?? [];

    private string? Copied(HtmlElement block, int id)
    {
        if (!HtmlNames.Bound.Contains(block.Name))
            return writer.Tag("ins", id) + HtmlCopier.Block(revised, block, [], _ => "") + "</ins>";

        var carriers = HtmlCarriers.Of(block);
        return carriers.Count == 0
            ? null
            : HtmlCopier.Block(revised, block, [.. carriers], carrier => writer.Tag("ins", id, carrier == carriers[0] ? carrier.Depth - block.Depth + 1 : 0));
    }

    // Lines in the form that a parent can hold; null when it can hold none.
    private string? Converted(List<HtmlLine> lines, int id, string? parent)
    {
        if (HtmlNames.Fits("div", parent))
            return writer.Tag("ins", id) + string.Concat(lines.Select(line => $"<div>{Written(line)}</div>")) + "</ins>";

        var (start, end, levels) = parent switch
        {
            "ul" or "ol" or "menu" or "dir" => ("<li>", "</li>", 1),
            "dl" => ("<dd>", "</dd>", 1),
            "tr" => ("<td>", "</td>", 1),
            "table" or "tbody" or "thead" or "tfoot" => ("<tr><td>", "</td></tr>", 2),
            _ => ("", "", 0),
        };
        return levels == 0 ? null : string.Concat(lines.Select(line => start + writer.Tag("ins", id, levels) + Written(line) + "</ins>" + end));
    }

    private string Written(HtmlLine line) => HtmlCopier.Words(revised.Html, line.Words, null);

    private void PlaceBesideWords(int line, List<HtmlLine> lines, int id)
    {
        var written = string.Join("<br>", lines.Where(one => one.Words.Count > 0).Select(Written));
        if (written.Length == 0)
            return;

        if (previous >= 0 && wordsEnd >= floor)
        {
            var lineBreak = revised.Lines[previous].Words.Count > 0 || hasPut ? "<br>" : "";
            Put(new Spot(wordsEnd, "p"), writer.Tag("ins", id) + lineBreak + written + "</ins>");
            return;
        }

        // Without a neighbour there is the end of the body, which is a place for blocks.
        var next = original.Lines[origins[following[line]]];
        var at = next.Words.Count > 0 ? next.Words[0].Start : next.Start;
        Put(new Spot(at, "p"), writer.Tag("ins", id) + written + (revised.Lines[following[line]].Words.Count > 0 ? "<br>" : "") + "</ins>");
    }

    private static int[] Following(int[] origins)
    {
        var (following, next) = (new int[origins.Length], -1);
        for (var j = origins.Length - 1; j >= 0; j--)
        {
            following[j] = next;
            next = origins[j] >= 0 ? j : next;
        }

        return following;
    }
}

/// <summary>A place in the original, and the element that it is right in.</summary>
internal readonly record struct Spot(int At, string? Parent);
