using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>What the automatic checks say of the text as it stands, without its words.</summary>
internal static class GetFlowFindings
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/findings", Handle)
        .WithName("FlowGetFindings").WithSummary("Get the findings of a draft")
        .WithDescription("Gets what the automatic checks say of a draft as it stands now.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<FlowFindings>, ProblemHttpResult>> Handle(Guid id, HandoffStore handoffs, CancellationToken cancel) =>
        await handoffs.Find(id, cancel) is { } handoff
            ? TypedResults.Ok(new FlowFindings(id, handoff.State, [.. (handoff.Report?.Findings ?? []).Select(FlowFinding.Of)]))
            : Problems.UnknownHandoff();
}

/// <summary>The findings of a draft.</summary>
/// <param name="HandoffId">The ID of the handoff.</param>
/// <param name="State">Where the handoff is; before InReview nothing is checked.</param>
/// <param name="Items">The findings, in the order of the text.</param>
public sealed record FlowFindings(Guid HandoffId, HandoffState State, IReadOnlyList<FlowFinding> Items);

/// <summary>Something that a check says of a draft.</summary>
/// <param name="FindingId">The ID of the finding within the draft.</param>
/// <param name="Check">The check that found it.</param>
/// <param name="Severity">Blocking where nobody can sign over it, else Warning or Note.</param>
/// <param name="Message">What the check says, for a person.</param>
/// <param name="RecordField">The field of the record that it is about, as a JSON pointer.</param>
/// <param name="Expected">What the record says there, where the check compares with it.</param>
public sealed record FlowFinding(string FindingId, CheckKind Check, Severity Severity, string Message, string? RecordField, string? Expected)
{
    internal static FlowFinding Of(Finding finding) =>
        new(finding.Id, finding.Check, finding.Severity, finding.Message, finding.Pointer?.ToString(), finding.Expected);
}
