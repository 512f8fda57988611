using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Carries verdicts out on the trees of a package.</summary>
internal static class Settlement
{
    /// <summary>Settles what was decided.</summary>
    /// <param name="package">Its trees are changed and marked so.</param>
    /// <param name="scan">The scan the verdicts were made from.</param>
    /// <param name="verdicts">What was decided.</param>
    /// <param name="reading">Whether only text is wanted: then what cannot be restored faithfully but is no text is dropped, not refused.</param>
    /// <exception cref="RevisionNotSupportedException">A verdict cannot be carried out; the trees are then in no usable state.</exception>
    public static void Apply(WordPackage package, RevisionScan scan, Verdicts verdicts, bool reading = false)
    {
        var work = verdicts.InOrder().ToList();
        if (work.Count == 0)
        {
            return;
        }

        RefuseUnsupported(work, reading);
        // Ids given to repeated ones are in any part: they must reach the file with the first decision (see Revision.Id).
        var parts = scan.Changes.Select(change => change.Part).Concat(package.Parts().Where(part => part.Kind == "comments")).DistinctBy(part => part.Name).ToList();
        var fields = Fields.In(parts);
        var controls = DraftedControls.Touched(work);
        var notes = NoteParts.Referenced(package);
        var headers = HeaderParts.Referenced(package);
        var comments = CommentParts.Referenced(package);
        var reasons = CommentParts.ReasonsOf(package, work.Where(item => item.Change.Kind == RevisionKind.Deletion && !item.Verdict.Accepted).Select(item => item.Change));

        var edits = new TreeEdits();
        foreach (var (change, verdict) in work)
        {
            SettleProperties(change, verdict, scan, edits);
        }

        var lines = new Dictionary<XElement, Separators>();
        foreach (var (change, verdict) in work)
        {
            SettleRuns(change, verdict, verdicts.Uniform ? null : lines, edits);
            TableChanges.Settle(change, verdict.Accepted, edits);
        }

        edits.Apply();
        ParagraphMarks.Settle(work);
        DraftedControls.Tidy(controls);
        NoteParts.RemoveLost(package, notes);
        HeaderParts.RemoveLost(package, headers);
        Ranges.Tidy(scan);
        CommentParts.RemoveLost(package, comments);
        if (reasons.Count > 0)
        {
            CommentParts.Remove(package, reasons);
        }

        if (fields.FindAll(part => !part.StayWhole()) is [var broken, ..] && !reading)
        {
            throw new RevisionNotSupportedException("field-would-break",
                "The decisions would leave a field without its beginning or end; decide the changes of the field together.", broken.Part.Uri);
        }

        parts.ForEach(package.Changed);
    }

    private static void RefuseUnsupported(List<(TrackedChange Change, Verdict Verdict)> work, bool reading)
    {
        foreach (var (change, verdict) in work)
        {
            if (verdict.Text is not null && change.Kind != RevisionKind.Insertion)
            {
                throw new RevisionNotSupportedException("not-an-insertion", "Only an insertion can be accepted with other words.", change.Place);
            }

            if (!reading && change.Kind == RevisionKind.Conflict)
            {
                throw new RevisionNotSupportedException("conflict", "A conflict of two people's edits has to be settled in Word.", change.Place);
            }

            if (!reading && change.Kind == RevisionKind.NumberingChange && !verdict.Accepted)
            {
                throw new RevisionNotSupportedException("numbering-change", "The earlier numbering is only known as text and cannot be restored.", change.Place);
            }
        }
    }

    private static void SettleProperties(TrackedChange change, Verdict verdict, RevisionScan scan, TreeEdits edits)
    {
        if (change.Element.Document is null)
        {
            // Properties that hold a kind of change twice are no longer what they were after the first.
            return;
        }

        switch (change.Kind)
        {
            case RevisionKind.RunPropertiesChange or RevisionKind.ParagraphPropertiesChange or RevisionKind.SectionPropertiesChange
                or RevisionKind.TablePropertiesChange or RevisionKind.TableExceptionPropertiesChange or RevisionKind.TableRowPropertiesChange
                or RevisionKind.TableCellPropertiesChange or RevisionKind.TableGridChange:
                PropertyChanges.Settle(change.Element, verdict.Accepted);
                break;
            case RevisionKind.NumberingInsertion when !verdict.Accepted:
                change.Element.Parent?.Remove();
                break;
            case RevisionKind.NumberingInsertion or RevisionKind.NumberingChange:
                change.Element.Remove();
                break;
            case RevisionKind.CustomXmlInsertion or RevisionKind.CustomXmlMoveTo:
                CustomXmlChanges.Settle(change.Element, scan.Ranges.EndOf(change.Element), edits: edits, keep: verdict.Accepted);
                break;
            case RevisionKind.CustomXmlDeletion or RevisionKind.CustomXmlMoveFrom:
                CustomXmlChanges.Settle(change.Element, scan.Ranges.EndOf(change.Element), edits: edits, keep: !verdict.Accepted);
                break;
            case RevisionKind.MathInsertion:
                FormulaChanges.Settle(change.Element, verdict.Accepted, edits);
                break;
            case RevisionKind.MathDeletion:
                FormulaChanges.Settle(change.Element, !verdict.Accepted, edits);
                break;
        }
    }

    private static void SettleRuns(TrackedChange change, Verdict verdict, Dictionary<XElement, Separators>? lines, TreeEdits edits)
    {
        if (change.Kind is not (RevisionKind.Insertion or RevisionKind.Deletion or RevisionKind.MoveFrom or RevisionKind.MoveTo)
            || change.Element.Document is null)
        {
            return;
        }

        var keep = verdict.Accepted == (change.Kind is RevisionKind.Insertion or RevisionKind.MoveTo);
        Action<List<XNode>>? before = change.Kind == RevisionKind.Insertion && (verdict.Text is not null || lines is not null)
            ? settled => RewriteAndSpace(change, verdict, keep, lines, settled)
            : null;
        if (keep)
        {
            edits.Dissolve(change.Element, before);
        }
        else
        {
            edits.Remove(change.Element, before);
        }
    }

    private static void RewriteAndSpace(TrackedChange change, Verdict verdict, bool keep, Dictionary<XElement, Separators>? lines, List<XNode> settled)
    {
        if (verdict.Text is { } text)
        {
            RunChanges.Rewrite(change, text);
        }

        if (lines is not null && change.Element.Parent is { } parent)
        {
            if (!lines.TryGetValue(parent, out var line))
            {
                lines[parent] = line = new Separators(parent);
            }

            line.BeforeSettling(change.Element, keep, settled);
        }
    }
}
