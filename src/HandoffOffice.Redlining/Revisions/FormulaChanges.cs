using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Objects of a formula (a fraction, a root) that were inserted around, or deleted from around, what they hold (17.13.5.13, .16).</summary>
internal static class FormulaChanges
{
    private static readonly HashSet<string> Arguments = ["e", "num", "den", "sub", "sup", "deg", "lim", "fName"];

    public static void Settle(XElement mark, bool keep, TreeEdits edits)
    {
        var control = mark.Parent;
        mark.ReplaceWith(Detached(mark));
        if (keep || control?.Parent is not { } owner)
        {
            return;
        }

        if (!owner.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal) || owner.Parent is not { } formula)
        {
            control.Remove();
            return;
        }

        var held = formula.Elements().SelectMany(e => e.Name == W.Math + "mr" ? e.Elements() : [e])
            .Where(e => e.Name.Namespace == W.Math && Arguments.Contains(e.Name.LocalName))
            .SelectMany(e => e.Elements()).Where(e => e.Name.LocalName is not ("ctrlPr" or "argPr")).ToList();
        held.ForEach(e => e.Remove());
        formula.RemoveNodes();
        formula.Add(held);
        edits.Dissolve(formula);
    }

    // A node that has a parent would be copied.
    private static List<XNode> Detached(XElement element)
    {
        var content = element.Nodes().ToList();
        element.RemoveNodes();
        return content;
    }
}
