using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Runs that stay or go.</summary>
internal static class RunChanges
{
    // Containers that mean nothing once they are empty.
    private static readonly HashSet<string> Hollow =
        ["ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir", "bdo", "r", "oMath", "oMathPara"];

    /// <summary>Takes the container away and leaves its content, as the same nodes: changes inside it are still found.</summary>
    public static void Keep(XElement container)
    {
        if (container.Name == W.Del && !container.Ancestors(W.Del).Any())
        {
            foreach (var text in container.Descendants().Where(e => e.Name.LocalName is "delText" or "delInstrText" && e.Name.Namespace == W.Ns))
            {
                text.Name = W.Ns + (text.Name.LocalName == "delText" ? "t" : "instrText");
            }
        }

        Dissolve(container);
    }

    /// <summary>Takes the container away with its content, except for marks whose other half is elsewhere.</summary>
    public static void Remove(XElement container)
    {
        var marks = container.Descendants().Where(W.IsMarker).Where(mark => mark.Name != W.Ns + "proofErr").ToList();
        foreach (var mark in marks.Where(mark => !marks.Any(other => IsOtherHalf(mark, other))))
        {
            mark.Remove();
            container.AddBeforeSelf(mark);
        }

        var parent = container.Parent;
        container.Remove();
        RemoveHollow(parent);
    }

    /// <summary>Puts an element's content in its place.</summary>
    public static void Dissolve(XElement container)
    {
        var content = container.Nodes().ToList();
        foreach (var node in content)
        {
            // A node that has a parent would be copied.
            node.Remove();
        }

        var parent = container.Parent;
        container.ReplaceWith(content);
        RemoveHollow(parent);
    }

    /// <summary>Gives an insertion other words in the formatting of its first run. Comments on it stay, around all of the new words.</summary>
    public static void Rewrite(TrackedChange change, string text)
    {
        var insertion = change.Element;
        var runs = insertion.Elements(W.R).ToList();
        var first = runs.Find(run => run.Elements(W.T).Any());
        if (first is null || insertion.Elements().Any(e => e.Name != W.R && !W.IsMarker(e)) || !runs.TrueForAll(RevisionText.IsPlainRun))
        {
            throw new RevisionNotSupportedException("not-plain-text", "Only an insertion of plain text can be accepted with other words.", change.Place);
        }

        var before = RevisionText.Of(insertion);
        var lead = before[..^before.TrimStart().Length];
        var trail = string.IsNullOrWhiteSpace(before) ? "" : before[before.TrimEnd().Length..];
        foreach (var run in runs)
        {
            run.Elements().Where(e => e.Name != W.RPr && e.Name != W.Ns + "commentReference").Remove();
            if (run != first && !run.Elements(W.Ns + "commentReference").Any())
            {
                run.Remove();
            }
        }

        first.Add(RunText.Content(lead + text + trail));
        foreach (var start in insertion.Elements(W.Ns + "commentRangeStart").ToList())
        {
            start.Remove();
            first.AddBeforeSelf(start);
        }

        foreach (var end in insertion.Elements(W.Ns + "commentRangeEnd").ToList())
        {
            if (first.ElementsBeforeSelf().Contains(end))
            {
                end.Remove();
                first.AddAfterSelf(end);
            }
        }
    }

    private static void RemoveHollow(XElement? element)
    {
        while (element is { Parent: { } parent } && Hollow.Contains(element.Name.LocalName)
            && !element.Elements().Any(e => !W.IsMarker(e) && e.Name.LocalName is not ("rPr" or "oMathParaPr")))
        {
            var marks = element.Elements().Where(W.IsMarker).ToList();
            foreach (var mark in marks)
            {
                mark.Remove();
                element.AddBeforeSelf(mark);
            }

            element.Remove();
            element = parent;
        }
    }

    private static bool IsOtherHalf(XElement mark, XElement other) =>
        mark != other && (string?)mark.Attribute(W.Id) == (string?)other.Attribute(W.Id)
        && Stem(mark.Name.LocalName) == Stem(other.Name.LocalName) && mark.Name != other.Name;

    private static string Stem(string name) =>
        name.EndsWith("Start", StringComparison.Ordinal) ? name[..^5] : name.EndsWith("End", StringComparison.Ordinal) ? name[..^3] : name;
}
