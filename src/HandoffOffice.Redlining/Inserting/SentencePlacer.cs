using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Puts elements at places of a paragraph's original text: the text without what is pending insertion and with what is pending deletion.</summary>
internal static class SentencePlacer
{
    /// <summary>The original text of a paragraph, or of what stands in one.</summary>
    public static string OriginalText(XElement line) => string.Concat(Runs(line).Select(Text));

    /// <summary>Where an inline element's text begins in that of its paragraph.</summary>
    public static int OffsetIn(XElement paragraph, XElement element) =>
        Runs(paragraph).TakeWhile(run => !run.Ancestors().Contains(element)).Sum(run => Text(run).Length);

    /// <summary>Puts an element behind the text that ends at a place, and behind whatever is inserted there already.</summary>
    public static void PutBehind(XElement line, int place, XElement element)
    {
        var at = 0;
        foreach (var run in Runs(line))
        {
            var length = Text(run).Length;
            if (at + length > place)
            {
                Outermost(RunSplit.At(run, place - at) ?? run, line, step => step.ElementsBeforeSelf().All(IsProperties)).AddBeforeSelf(element);
                return;
            }

            at += length;
        }

        line.Add(element);
    }

    /// <summary>Puts an element before the text that begins at a place, and before whatever is inserted there already.</summary>
    public static void PutBefore(XElement line, int place, XElement element)
    {
        var at = 0;
        foreach (var run in place == 0 ? [] : Runs(line))
        {
            var length = Text(run).Length;
            if (length > 0 && at + length >= place)
            {
                RunSplit.At(run, place - at);
                Outermost(run, line, step => !step.ElementsAfterSelf().Any()).AddAfterSelf(element);
                return;
            }

            at += length;
        }

        if (line.Element(W.PPr) is { } properties)
        {
            properties.AddAfterSelf(element);
        }
        else
        {
            line.AddFirst(element);
        }
    }

    /// <summary>The properties of the run whose text ends at a place or holds it, or of the nearest one. A link's look is not taken over.</summary>
    public static XElement? FormatAt(XElement line, int place)
    {
        var at = 0;
        XElement? nearest = null;
        foreach (var run in Runs(line).Where(run => Text(run).Length > 0))
        {
            var linked = run.Ancestors(W.Ns + "hyperlink").Any();
            if (at >= place && nearest is not null)
            {
                break;
            }

            nearest = linked ? nearest : run;
            at += Text(run).Length;
        }

        return nearest?.Element(W.RPr);
    }

    // As far up as the element is the first (or last) of what is around it: what is put beside it stands outside of a deletion or a link.
    private static XElement Outermost(XElement run, XElement line, Func<XElement, bool> isAtEdge)
    {
        var outer = run;
        while (outer.Parent is { } parent && parent != line && isAtEdge(outer))
        {
            outer = parent;
        }

        return outer.Parent is { } around && W.IsRunRevision(around)
            ? throw new EditNotLandedException("A sentence would stand in the middle of another change.")
            : outer;
    }

    private static bool IsProperties(XElement element) => element.Name == W.RPr || element.Name == W.SdtPr || element.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal);

    private static IEnumerable<XElement> Runs(XElement line) => line.Descendants()
        .Where(element => element.Name.LocalName == "r" && (element.Name.Namespace == W.Ns || element.Name.Namespace == W.Math)
            && !element.Ancestors().TakeWhile(ancestor => ancestor != line).Any(ancestor => RevisionText.IsAside(ancestor) || ancestor.Name == W.Ins || ancestor.Name == W.MoveTo));

    private static string Text(XElement run) => string.Concat(run.Elements().Select(RevisionText.OfRunChild));
}
