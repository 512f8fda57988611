namespace HandoffOffice.Redlining;

/// <summary>Marks what two bodies say differently: words within lines that both have, whole blocks else.</summary>
/// <param name="original">The original.</param>
/// <param name="revised">The revised body.</param>
/// <param name="writer">Takes the marks.</param>
/// <param name="blocks">Whether blocks are inserted and deleted as such, or their words only.</param>
internal sealed class HtmlComparer(HtmlSide original, HtmlSide revised, HtmlMarkWriter writer, bool blocks)
{
    private readonly TokenTable table = new();
    private readonly HashSet<HtmlElement> kept = [];
    private readonly HashSet<HtmlElement> settled = [];

    public void Compare()
    {
        var partners = HtmlPairing.Partners(original, revised, table);
        var origins = new int[revised.Lines.Count];
        Array.Fill(origins, -1);
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] < 0)
                continue;

            origins[partners[i]] = i;
            Keep(original.Lines[i].Block);
            Keep(revised.Lines[partners[i]].Block);
        }

        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] < 0)
                Delete(i);
        }

        Insert(origins);
    }

    private void Keep(HtmlElement? block)
    {
        foreach (var one in block?.Blocks ?? [])
        {
            if (!kept.Add(one))
                return;
        }
    }

    // The largest block with nothing but lines that have no partner.
    private HtmlElement? Whole(HtmlLine line) => !blocks ? null : line.Block?.Blocks.TakeWhile(block => !kept.Contains(block) && block.Name is not ("html" or "head" or "body")).LastOrDefault();

    private void Delete(int line)
    {
        var block = Whole(original.Lines[line]);
        if (block is null)
            DeleteWords(original.Lines[line].Words, writer.Next);
        else if (settled.Add(block))
            DeleteBlock(block, line);
    }

    private void DeleteBlock(HtmlElement block, int at)
    {
        var carriers = HtmlCarriers.Of(block);
        if (!HtmlNames.Bound.Contains(block.Name))
        {
            if (block.IsWhole && HtmlNames.Fits(block.Name, block.Parent?.Name) && !original.Tree.ImpliedEnds.Contains(block.Start))
            {
                writer.Delete(writer.Next(), block.Start, block.End);
                return;
            }
        }
        else if (carriers.Count > 0 && carriers.TrueForAll(carrier => carrier.IsContentMarkable))
        {
            var number = writer.Next();
            foreach (var carrier in carriers)
                DeleteContent(number, carrier, carrier == carriers[0] ? carrier.Depth - block.Depth + 1 : 0);
            return;
        }

        // No mark can stand around it: its words go, and it stays, empty.
        int? id = null;
        for (var i = at; i < original.Lines.Count && original.Lines[i].Start < block.End; i++)
            DeleteWords(original.Lines[i].Words, () => id ??= writer.Next());
    }

    private void DeleteContent(int id, HtmlElement carrier, int levels)
    {
        if (levels > 0 || carrier.InnerEnd > carrier.InnerStart)
            writer.Delete(id, carrier.InnerStart, carrier.InnerEnd, levels);
    }

    private void DeleteWords(IEnumerable<HtmlWord> words, Func<int> next)
    {
        var (id, start, end) = (0, -1, -1);
        foreach (var piece in words.SelectMany(word => word.Pieces))
        {
            id = id == 0 ? next() : id;
            if (piece.Start != end)
            {
                if (end >= 0)
                    writer.Delete(id, start, end);
                start = piece.Start;
            }

            end = piece.End;
        }

        if (end >= 0)
            writer.Delete(id, start, end);
    }

    private void Insert(int[] origins)
    {
        var placer = new HtmlPlacer(original, revised, origins, writer);
        for (var j = 0; j < origins.Length; j++)
        {
            var line = revised.Lines[j];
            if (origins[j] >= 0)
            {
                placer.Pass(j, CompareWords(original.Lines[origins[j]], line));
            }
            else if (Whole(line) is not { } block)
            {
                placer.InsertLine(j);
            }
            else if (settled.Add(block))
            {
                placer.InsertBlock(j, block);
            }
        }
    }

    // Gives the place in the original that what comes after the line's words stands behind.
    private int CompareWords(HtmlLine before, HtmlLine after)
    {
        var last = before.Words.Count > 0 ? before.Words[^1].End : before.Start;
        var a = before.Words.Select(word => HtmlPairing.Number(original.Html, word, table)).ToArray();
        var b = after.Words.Select(word => HtmlPairing.Number(revised.Html, word, table)).ToArray();
        var (endA, endB) = (0, 0);
        foreach (var run in MatchTidying.Tidy(SequenceDiff.Matches(a, b), a, b, table.Kind).Append(new Match(a.Length, b.Length, 0)))
        {
            if (run.A > endA)
                DeleteWords(before.Words[endA..run.A], writer.Next);
            if (run.B > endB)
                last = Math.Max(last, InsertWords(before, run.A, after.Words[endB..run.B]));
            (endA, endB) = (run.A + run.Length, run.B + run.Length);
        }

        return last;
    }

    // Behind the word in front; where the words are formatted like a place further on, up to the next word, there.
    private int InsertWords(HtmlLine line, int next, List<HtmlWord> words)
    {
        var formatting = Names(words[0].Holder);
        var places = Places(line, next).ToList();
        var like = places.FindIndex(place => Names(place.Holder).SequenceEqual(formatting));
        var (at, holder) = places[Math.Max(0, like)];
        writer.Insert(at, writer.Tag("ins", writer.Next()) + HtmlCopier.Words(revised.Html, words, holder) + "</ins>");
        return at;
    }

    private static IEnumerable<(int At, HtmlElement? Holder)> Places(HtmlLine line, int next)
    {
        var end = next < line.Words.Count ? line.Words[next].Start : line.End;
        if (next > 0)
        {
            yield return (line.Words[next - 1].End, line.Words[next - 1].Holder);
            for (var element = line.Words[next - 1].Holder; element is { IsBlock: false, HasEnd: true } && element.End <= end; element = element.Parent)
                yield return (element.End, element.Parent);
        }

        if (next < line.Words.Count)
            yield return (end, line.Words[next].Holder);
        if (line.Words.Count == 0)
            yield return (line.Start, line.Block);
    }

    private static IEnumerable<string> Names(HtmlElement? holder) => holder?.Formatting.Select(element => element.Name) ?? [];
}
