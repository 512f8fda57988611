using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// The blocks of a body, cell or text box while some of them are taken out: what is next to what is known at once, and the tree is changed
/// one time, at the end. Finding a block's neighbours in the tree itself costs a walk along all the others.
/// </summary>
internal sealed class BlockList
{
    private readonly XElement container;
    private readonly XNode[] nodes;
    private readonly Dictionary<XElement, int> places = [];
    private readonly Dictionary<int, List<XElement>?> gone = [];

    // Where the next block is, marks and white space passed over. A place that is gone points further, so that runs of them are passed over at once.
    private readonly int[] forward;
    private readonly int[] backward;
    private int blocks;

    public BlockList(XElement container)
    {
        this.container = container;
        nodes = [.. container.Nodes()];
        forward = new int[nodes.Length];
        backward = new int[nodes.Length];
        var before = -1;
        for (var place = 0; place < nodes.Length; place++)
        {
            (forward[place], backward[place]) = (nodes.Length, before);
            if (nodes[place] is not XElement element || W.IsMarker(element))
            {
                continue;
            }

            if (before >= 0)
            {
                forward[before] = place;
            }

            before = place;
            places[element] = place;
            blocks += IsBlock(element) ? 1 : 0;
        }
    }

    /// <summary>The block after one of these, marks passed over.</summary>
    public XElement? Next(XElement block) => Find(places[block], forward, _ => true);

    /// <summary>Takes a block out, which must not be needed where it stands.</summary>
    public void Remove(XElement block) => Remove(block, null);

    /// <summary>Takes an empty paragraph out where the container stays valid without it, and leaves the range marks in it.</summary>
    public void TryRemove(XElement paragraph)
    {
        var place = places[paragraph];
        if (blocks < 2 || (container.Name == W.Tc && Find(place, forward, IsParagraph) is null && Find(place, backward, IsBlock)?.Name != W.P))
        {
            return;
        }

        var marks = paragraph.Elements().Where(e => W.IsMarker(e) && e.Name != W.Ns + "proofErr").ToList();
        paragraph.RemoveNodes();
        Remove(paragraph, marks);
    }

    /// <summary>Changes the tree.</summary>
    public void Apply()
    {
        if (gone.Count == 0)
        {
            return;
        }

        container.RemoveNodes();
        for (var place = 0; place < nodes.Length; place++)
        {
            if (!gone.TryGetValue(place, out var marks))
            {
                container.Add(nodes[place]);
            }
            else if (marks is not null)
            {
                container.Add(marks);
            }
        }
    }

    private void Remove(XElement block, List<XElement>? marks)
    {
        gone[places[block]] = marks;
        blocks -= IsBlock(block) ? 1 : 0;
    }

    private XElement? Find(int from, int[] step, Func<XElement, bool> wanted)
    {
        var at = step[from];
        while (at >= 0 && at < nodes.Length && gone.ContainsKey(at))
        {
            at = step[at];
        }

        // What was passed over is gone for good.
        for (int passed = step[from], next; passed != at; passed = next)
        {
            next = step[passed];
            step[passed] = at;
        }

        step[from] = at;
        for (; at >= 0 && at < nodes.Length; at = step[at])
        {
            if (!gone.ContainsKey(at) && nodes[at] is XElement element && wanted(element))
            {
                return element;
            }
        }

        return null;
    }

    private static bool IsParagraph(XElement element) => element.Name == W.P;

    private static bool IsBlock(XElement element) => element.Name == W.P || element.Name == W.Tbl || element.Name == W.Sdt;
}
