using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Content controls and custom XML elements whose tags were inserted or deleted (17.13.5.4-.11). One range crosses the start tag, another
/// the end tag; either says which element is meant.
/// </summary>
internal static class CustomXmlChanges
{
    /// <summary>The elements that one end of a range stands in and the other does not: those whose tags are meant.</summary>
    /// <param name="start">The range's start.</param>
    /// <param name="end">Its end; null where it has none.</param>
    public static List<XElement> Crossed(XElement start, XElement? end) =>
        end is null ? [] : [.. start.Ancestors().Except(end.Ancestors()), .. end.Ancestors().Except(start.Ancestors())];

    public static void Settle(XElement start, XElement? end, bool keep, TreeEdits edits)
    {
        if (start.Document is null)
        {
            return;
        }

        var crossed = Crossed(start, end);
        edits.Drop(start);
        if (end is not null)
        {
            edits.Drop(end);
        }

        foreach (var element in crossed.Where(_ => !keep))
        {
            if (element.Name == W.Sdt)
            {
                element.Elements().Where(e => e.Name != W.SdtContent).Remove();
                if (element.Element(W.SdtContent) is { } content)
                {
                    edits.Dissolve(content);
                }

                edits.Dissolve(element);
            }
            else if (element.Name == W.Ns + "customXml")
            {
                element.Elements(W.Ns + "customXmlPr").Remove();
                edits.Dissolve(element);
            }
        }
    }
}
