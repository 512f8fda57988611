using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Checking;

/// <summary>Runs the automatic checks of a gate. The same text and record always give the same report, on any machine.</summary>
public static class GateChecks
{
    private static readonly IReadOnlyList<Check> All =
    [
        new WordCountCheck(), new ParagraphCountCheck(), new ListItemsCheck(), new MustMentionCheck(), new DatesCheck(), new NumbersCheck(),
        new ForbiddenPhrasesCheck(), new SeamsCheck(), new StyleCheck(),
    ];

    /// <summary>Checks a text against its record and its contract, as far as the workflow's gate asks for it, and gathers the evidence.</summary>
    /// <param name="workflow">The version that the run follows; sound by <see cref="WorkflowRules"/>.</param>
    /// <param name="record">The record that the text was written from; valid by the workflow's template.</param>
    /// <param name="text">The text in order, each piece with an id of its own.</param>
    public static CheckReport Run(Workflow workflow, InputRecord record, IReadOnlyList<TextPiece> text)
    {
        var reading = new Reading(workflow, record, text);
        HashSet<string> own = [.. text.Where(piece => workflow.Output.IsOwn(piece.Section)).Select(piece => piece.Id)];
        IEnumerable<Finding> findings =
            from check in workflow.Gate.Checks
            join rule in All on check.Kind equals rule.Kind
            from fault in rule.Find(reading)
            where !IsTheirs(check, fault, own)
            select fault.Weighed(check);
        Dictionary<string, int> order = text.Select((piece, index) => (piece.Id, index)).DistinctBy(piece => piece.Id).ToDictionary(p => p.Id, p => p.index);
        return new CheckReport(
            [.. findings.OrderBy(finding => finding.Span is { } span ? order[span.PieceId] : int.MaxValue).ThenBy(finding => finding.Span?.Start)],
            reading.Evidence());
    }

    // A person may know more than the record says: a value of theirs that is not in it is no fault. One that it has otherwise is.
    private static bool IsTheirs(GateCheck check, Fault fault, HashSet<string> own) =>
        check.Kind is CheckKind.Dates or CheckKind.Numbers && fault is { Pointer: null, Span: { } span } && own.Contains(span.PieceId);
}
