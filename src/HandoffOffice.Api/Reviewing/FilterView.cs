using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Measuring;

namespace HandoffOffice.Api.Reviewing;

/// <summary>What a handoff filters, and how the triage goes.</summary>
/// <param name="Items">The list that candidates come from.</param>
/// <param name="Total">How many items it has.</param>
/// <param name="Threshold">The score from which an item is handed over.</param>
/// <param name="MostCandidates">The most that are handed over.</param>
/// <param name="Angles">The angles to choose from.</param>
/// <param name="Depths">The depths to choose from.</param>
/// <param name="Demands">What nobody signs without, for each kept candidate.</param>
/// <param name="Triage">How fast candidates are decided.</param>
public sealed record FilterView(
    JsonPointer Items, int Total, decimal Threshold, int MostCandidates, IReadOnlyList<string> Angles, IReadOnlyList<PickDepth> Depths, IReadOnlyList<PickPart> Demands,
    TriageView Triage)
{
    internal static FilterView? Of(Handoff handoff) => handoff.Terms.Filter is not { } filter ? null : new FilterView(
        filter.Items, handoff.Record.Find(filter.Items) is { ValueKind: JsonValueKind.Array } items ? items.GetArrayLength() : 0,
        filter.Handover.Threshold, filter.MostCandidates, filter.Angles, filter.Depths, filter.Demands, TriageView.Of(TriagePace.Of(handoff.Changes)));
}

/// <summary>How fast candidates are decided (C16).</summary>
/// <param name="Decided">Candidates that a person has decided about.</param>
/// <param name="MedianSeconds">The median of the seconds from one decision to the next; null before the second.</param>
/// <param name="TargetSeconds">What is asked of the screen.</param>
public sealed record TriageView(int Decided, double? MedianSeconds, double TargetSeconds)
{
    internal static TriageView Of(TriagePace pace) =>
        new(pace.Decided, pace.MedianSeconds is { } seconds ? Math.Round(seconds, 2) : null, TriagePace.TargetSeconds);
}

/// <summary>What is said of a kept candidate.</summary>
/// <param name="Angle">From which side it is told.</param>
/// <param name="Depth">How deep.</param>
/// <param name="Assignee">Who does it.</param>
/// <param name="Due">Until when.</param>
/// <param name="Words">All of it as it stands in the text.</param>
/// <param name="Missing">What the workflow demands and is not said.</param>
public sealed record PickView(string? Angle, PickDepth? Depth, Person? Assignee, DateOnly? Due, string? Words, IReadOnlyList<PickPart> Missing)
{
    internal static PickView Of(Pick? pick, FilterContract filter) =>
        new(pick?.Angle, pick?.Depth, pick?.Assignee, pick?.Due, pick?.Words, Pick.Missing(filter.Demands, pick));
}
