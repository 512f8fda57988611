using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Which element, standing where, is which kind of revision.</summary>
internal static class RevisionNames
{
    private static readonly Dictionary<XName, RevisionKind> Simple = new()
    {
        [W.Ns + "rPrChange"] = RevisionKind.RunPropertiesChange,
        [W.Ns + "pPrChange"] = RevisionKind.ParagraphPropertiesChange,
        [W.Ns + "sectPrChange"] = RevisionKind.SectionPropertiesChange,
        [W.Ns + "tblPrChange"] = RevisionKind.TablePropertiesChange,
        [W.Ns + "tblPrExChange"] = RevisionKind.TableExceptionPropertiesChange,
        [W.Ns + "trPrChange"] = RevisionKind.TableRowPropertiesChange,
        [W.Ns + "tcPrChange"] = RevisionKind.TableCellPropertiesChange,
        [W.Ns + "tblGridChange"] = RevisionKind.TableGridChange,
        [W.Ns + "cellIns"] = RevisionKind.CellInsertion,
        [W.Ns + "cellDel"] = RevisionKind.CellDeletion,
        [W.Ns + "cellMerge"] = RevisionKind.CellMerge,
        [W.Ns + "numberingChange"] = RevisionKind.NumberingChange,
        [W.Ns + "moveFromRangeStart"] = RevisionKind.MoveFromRange,
        [W.Ns + "moveToRangeStart"] = RevisionKind.MoveToRange,
        [W.Ns + "customXmlInsRangeStart"] = RevisionKind.CustomXmlInsertion,
        [W.Ns + "customXmlDelRangeStart"] = RevisionKind.CustomXmlDeletion,
        [W.Ns + "customXmlMoveFromRangeStart"] = RevisionKind.CustomXmlMoveFrom,
        [W.Ns + "customXmlMoveToRangeStart"] = RevisionKind.CustomXmlMoveTo,
        [W.Word2010 + "conflictIns"] = RevisionKind.Conflict,
        [W.Word2010 + "conflictDel"] = RevisionKind.Conflict,
        [W.Word2010 + "customXmlConflictInsRangeStart"] = RevisionKind.Conflict,
        [W.Word2010 + "customXmlConflictDelRangeStart"] = RevisionKind.Conflict,
    };

    /// <summary>The kind, or null when the element is no revision.</summary>
    public static RevisionKind? KindOf(XElement element)
    {
        if (Simple.TryGetValue(element.Name, out var kind))
        {
            return kind;
        }

        var parent = element.Parent?.Name;
        var inMark = parent == W.RPr && element.Parent?.Parent?.Name == W.PPr;
        return element.Name switch
        {
            var name when name == W.Ins => parent == W.Ns + "trPr" ? RevisionKind.TableRowInsertion
                : parent == W.Ns + "numPr" ? RevisionKind.NumberingInsertion
                : parent == W.Math + "ctrlPr" ? RevisionKind.MathInsertion
                : inMark ? RevisionKind.ParagraphMarkInsertion : RevisionKind.Insertion,
            var name when name == W.Del => parent == W.Ns + "trPr" ? RevisionKind.TableRowDeletion
                : parent == W.Math + "ctrlPr" ? RevisionKind.MathDeletion
                : inMark ? RevisionKind.ParagraphMarkDeletion : RevisionKind.Deletion,
            var name when name == W.MoveFrom => inMark ? RevisionKind.ParagraphMarkMoveFrom : RevisionKind.MoveFrom,
            var name when name == W.MoveTo => inMark ? RevisionKind.ParagraphMarkMoveTo : RevisionKind.MoveTo,
            _ => null,
        };
    }

    /// <summary>Whether the element holds properties as they were: what is tracked in there is history, not pending (17.13.5.29 and the like).</summary>
    public static bool IsHistory(XElement element) =>
        element.Name.Namespace == W.Ns && element.Name.LocalName.EndsWith("Change", StringComparison.Ordinal) && Simple.ContainsKey(element.Name);

    /// <summary>The element that ends a range, for the one that starts it.</summary>
    public static XName EndOf(XElement start) => start.Name.Namespace + start.Name.LocalName.Replace("Start", "End", StringComparison.Ordinal);
}
