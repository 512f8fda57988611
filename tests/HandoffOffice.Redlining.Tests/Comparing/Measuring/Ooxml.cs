using System.Xml.Linq;

namespace HandoffOffice.Redlining.Tests.Comparing;

/// <summary>The names that the measures look for (ECMA-376 Part 1, clause 17): their own list, so that they share no mistake with what they measure.</summary>
internal static class Ooxml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace M = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    public static readonly XNamespace VmlOffice = "urn:schemas-microsoft-com:office:office";
    public static readonly XName P = W + "p";
    public static readonly XName Id = W + "id";
    public static readonly XName Author = W + "author";
    public static readonly XName Date = W + "date";
    public static readonly XName Fallback = (XNamespace)"http://schemas.openxmlformats.org/markup-compatibility/2006" + "Fallback";
    public static readonly XName TextBox = W + "txbxContent";

    private static readonly HashSet<string> RevisionNames =
    [
        "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
        "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange",
        "customXmlInsRangeStart", "customXmlDelRangeStart", "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
    ];

    /// <summary>Whether the element is a tracked change that is pending: not one inside properties as they were, not one in a fallback.</summary>
    public static bool IsRevision(XElement element) =>
        element.Name.Namespace == W && RevisionNames.Contains(element.Name.LocalName)
        && !element.Ancestors().Any(a => a.Name == Fallback || (a.Name.Namespace == W && a.Name.LocalName.EndsWith("Change", StringComparison.Ordinal)));

    public static IEnumerable<XElement> RevisionsOf(XElement root) => root.Descendants().Where(IsRevision);

    public static bool InFallback(XElement element) => element.Ancestors(Fallback).Any();
}
