using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Cuts runs in two where something is to stand between their words.</summary>
internal static class RunSplit
{
    /// <summary>Leaves the first <paramref name="offset"/> units in the run and gives back a new run with the others; null when there is nothing to split.</summary>
    public static XElement? At(XElement run, int offset)
    {
        if (offset <= 0 || offset >= Length(run))
        {
            return null;
        }

        var second = new XElement(run.Name, run.Attributes(), run.Element(W.RPr) is { } properties ? new XElement(properties) : null);
        var at = 0;
        foreach (var child in run.Elements().Where(child => child.Name != W.RPr).ToList())
        {
            var length = RevisionText.OfRunChild(child).Length;
            if (at >= offset)
            {
                child.Remove();
                second.Add(child);
            }
            else if (at + length > offset)
            {
                second.Add(new XElement(child.Name, W.Preserve, child.Value[(offset - at)..]));
                child.ReplaceWith(new XElement(child.Name, W.Preserve, child.Value[..(offset - at)]));
            }

            at += length;
        }

        run.AddAfterSelf(second);
        return second;
    }

    /// <summary>The length of a run's text in UTF-16 units.</summary>
    public static int Length(XElement run) => run.Elements().Sum(child => RevisionText.OfRunChild(child).Length);
}
