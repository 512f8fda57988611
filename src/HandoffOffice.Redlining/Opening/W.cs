using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Names of WordprocessingML (ECMA-376 Part 1, clause 17) that several files use.</summary>
internal static class W
{
    public static readonly XNamespace Ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";

    public static readonly XName Document = Ns + "document";
    public static readonly XName Body = Ns + "body";
    public static readonly XName P = Ns + "p";
    public static readonly XName PPr = Ns + "pPr";
    public static readonly XName R = Ns + "r";
    public static readonly XName RPr = Ns + "rPr";
    public static readonly XName T = Ns + "t";
    public static readonly XName Ins = Ns + "ins";
    public static readonly XName Del = Ns + "del";
    public static readonly XName MoveFrom = Ns + "moveFrom";
    public static readonly XName MoveTo = Ns + "moveTo";
    public static readonly XName Tbl = Ns + "tbl";
    public static readonly XName Tr = Ns + "tr";
    public static readonly XName Tc = Ns + "tc";
    public static readonly XName Sdt = Ns + "sdt";
    public static readonly XName SdtPr = Ns + "sdtPr";
    public static readonly XName SdtContent = Ns + "sdtContent";
    public static readonly XName ShowingPlaceholder = Ns + "showingPlcHdr";
    public static readonly XName SectPr = Ns + "sectPr";
    public static readonly XName Id = Ns + "id";
    public static readonly XName Val = Ns + "val";
    public static readonly XName Author = Ns + "author";
    public static readonly XName Date = Ns + "date";
    public static readonly XName DelText = Ns + "delText";
    public static readonly XName MathText = Math + "t";
    public static readonly XName FieldCharacter = Ns + "fldChar";
    public static readonly XName FieldCharacterType = Ns + "fldCharType";
    public static readonly XName TextBoxContent = Ns + "txbxContent";
    public static readonly XName RPrChange = Ns + "rPrChange";
    public static readonly XName PPrChange = Ns + "pPrChange";
    public static readonly XName TrPr = Ns + "trPr";
    public static readonly XName TcPr = Ns + "tcPr";
    public static readonly XName TblPr = Ns + "tblPr";
    public static readonly XName Fallback = Compatibility + "Fallback";

    private static readonly HashSet<XName> Markers =
    [
        .. from name in new[] { "bookmark", "commentRange", "perm", "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
               "customXmlMoveFromRange", "customXmlMoveToRange" }
           from end in new[] { "Start", "End" }
           select Ns + (name + end),
        Ns + "proofErr",
    ];

    /// <summary>Whether the element marks a place and holds nothing (EG_RangeMarkupElements, proofErr).</summary>
    public static bool IsMarker(XElement element) => IsMarker(element.Name);

    /// <summary>Whether elements of this name mark a place and hold nothing.</summary>
    public static bool IsMarker(XName name) => Markers.Contains(name);

    /// <summary>A run-level container that says how the runs in it came about (17.13.5.14, .18, .22, .25).</summary>
    public static bool IsRunRevision(XElement element) =>
        (element.Name == Ins || element.Name == Del || element.Name == MoveFrom || element.Name == MoveTo)
        && element.Parent is { } parent && parent.Name != RPr && parent.Name != Ns + "trPr" && parent.Name != Ns + "numPr" && parent.Name != Math + "ctrlPr";

    public static XAttribute Preserve => new(XNamespace.Xml + "space", "preserve");

    public static string? Value(this XElement? element, string child) => (string?)element?.Element(Ns + child)?.Attribute(Val);
}
