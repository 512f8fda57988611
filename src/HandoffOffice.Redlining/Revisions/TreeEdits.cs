using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Elements to take out of trees, with or without their content, all in one walk. A tree finds what stands before a node by walking from
/// the first sibling, so that taking changes out of a crowded paragraph one by one would cost the square of their number.
/// </summary>
internal sealed class TreeEdits
{
    private readonly Dictionary<XElement, Fate> fates = [];
    private readonly HashSet<XElement> onTheWay = [];
    private readonly HashSet<XElement> roots = [];

    /// <summary>What became of an element in the walk.</summary>
    [Flags]
    private enum Outcome
    {
        Untouched = 0,

        /// <summary>Something in it was dissolved or removed: it may be hollow now.</summary>
        Changed = 1,

        /// <summary>It lost rows, cells or a table.</summary>
        LostBlocks = 2,
    }

    private enum FateKind
    {
        /// <summary>Goes alone: a mark.</summary>
        Drop,

        /// <summary>Goes, its content stays in its place.</summary>
        Dissolve,

        /// <summary>Goes with its content, except for marks whose other half is elsewhere.</summary>
        Remove,
    }

    private readonly record struct Fate(FateKind Kind, Action<List<XNode>>? Before = null);

    /// <summary>A mark goes; nothing else does for it.</summary>
    public void Drop(XElement mark) => Set(mark, new Fate(FateKind.Drop));

    /// <summary>The element goes, its content stays.</summary>
    /// <param name="element">In a document.</param>
    /// <param name="before">Called when the walk comes to it, with what stands before it in its parent by then.</param>
    public void Dissolve(XElement element, Action<List<XNode>>? before = null) => Set(element, new Fate(FateKind.Dissolve, before));

    /// <summary>The element goes with its content.</summary>
    /// <inheritdoc cref="Dissolve" path="/param"/>
    public void Remove(XElement element, Action<List<XNode>>? before = null) => Set(element, new Fate(FateKind.Remove, before));

    /// <summary>Carries everything out.</summary>
    public void Apply()
    {
        foreach (var root in roots)
        {
            Walk(root, inDeletion: false);
        }
    }

    private void Set(XElement element, Fate fate)
    {
        if (element.Parent is null || !fates.TryAdd(element, fate))
        {
            return;
        }

        for (var above = element.Parent; above is not null && onTheWay.Add(above); above = above.Parent)
        {
            if (above.Parent is null)
            {
                roots.Add(above);
            }
        }
    }

    private Outcome Walk(XElement container, bool inDeletion)
    {
        var outcome = Outcome.Untouched;
        var kept = new List<XNode>();
        var edited = false;
        for (var node = container.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is not XElement child)
            {
                kept.Add(node);
            }
            else if (fates.TryGetValue(child, out var fate))
            {
                edited = true;
                outcome |= fate.Kind == FateKind.Drop ? Outcome.Untouched : CarryOut(child, fate, kept, inDeletion);
            }
            else if (onTheWay.Contains(child))
            {
                var before = kept.Count;
                outcome |= WalkInto(child, kept, inDeletion);
                edited |= kept.Count != before + 1 || kept[before] != child;
            }
            else
            {
                kept.Add(child);
            }
        }

        if (edited)
        {
            container.RemoveNodes();
            container.Add(kept);
        }

        return outcome;
    }

    private Outcome CarryOut(XElement element, Fate fate, List<XNode> kept, bool inDeletion)
    {
        fate.Before?.Invoke(kept);
        if (fate.Kind == FateKind.Remove)
        {
            kept.AddRange(Hollow.TakeMarks(element));
            return element.Name == W.Tr || element.Name == W.Tc ? Outcome.LostBlocks : Outcome.Changed;
        }

        if (element.Name == W.Del && !inDeletion)
        {
            RestoreText(element);
        }

        var outcome = onTheWay.Contains(element) ? Walk(element, inDeletion) : Outcome.Untouched;
        var content = element.Nodes().ToList();
        element.RemoveNodes();
        kept.AddRange(content);
        return outcome | Outcome.Changed;
    }

    private Outcome WalkInto(XElement child, List<XNode> kept, bool inDeletion)
    {
        var outcome = Walk(child, inDeletion || child.Name == W.Del);
        if (outcome.HasFlag(Outcome.LostBlocks))
        {
            if (Hollow.IsTable(child))
            {
                kept.AddRange(Hollow.TakeMarks(child));
                return Outcome.LostBlocks;
            }

            if (Hollow.IsTableContent(child))
            {
                // The control around it is looked at next.
                kept.Add(child);
                return Outcome.LostBlocks;
            }

            TableChanges.EnsureParagraph(child);
        }

        if (outcome.HasFlag(Outcome.Changed) && Hollow.IsRunContainer(child))
        {
            kept.AddRange(Hollow.TakeOwnMarks(child));
            return Outcome.Changed;
        }

        kept.Add(child);
        return child.Name == W.SdtContent ? outcome & Outcome.Changed : Outcome.Untouched;
    }

    // Text is deleted text exactly as long as a deletion is around it.
    private void RestoreText(XElement element)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name == W.Ns + "delText" || child.Name == W.Ns + "delInstrText")
            {
                child.Name = W.Ns + (child.Name.LocalName == "delText" ? "t" : "instrText");
            }
            else if (child.Name != W.Del || fates.ContainsKey(child))
            {
                RestoreText(child);
            }
        }
    }
}
