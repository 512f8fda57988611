using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Workflows;

namespace HandoffOffice.Api.Reviewing;

/// <summary>The workflow version of a handoff.</summary>
internal static class WorkflowOf
{
    /// <summary>The version that a handoff follows; it is never deleted while a handoff does.</summary>
    /// <exception cref="InvalidDataException">The stored version is gone, or is not the one the handoff started with.</exception>
    public static async Task<Workflow> Of(this WorkflowCatalog catalog, Handoff handoff, CancellationToken cancel) =>
        await catalog.Find(handoff.Terms.WorkflowKey, handoff.Terms.WorkflowVersion, cancel) is { } workflow
        && WorkflowFile.Digest(workflow) == handoff.Terms.WorkflowDigest
            ? workflow
            : throw new InvalidDataException($"The workflow of handoff {handoff.Id} is not the one it started with.");

    /// <summary>As <see cref="Of"/>, and the handoff's own copy of the gate and the stakes still says what the workflow says: a seal vouches for that copy.</summary>
    /// <exception cref="InvalidDataException">As there, or the copy was changed in the database.</exception>
    public static async Task<Workflow> ForSigning(this WorkflowCatalog catalog, Handoff handoff, CancellationToken cancel) =>
        await catalog.Of(handoff, cancel) is var workflow
        && WorkflowFile.Digest(workflow.Gate) == WorkflowFile.Digest(handoff.Terms.Gate)
        && workflow.Stakes == handoff.Terms.Stakes
        && JsonSerializer.Serialize(workflow.Filter, WorkflowFile.Options) == JsonSerializer.Serialize(handoff.Terms.Filter, WorkflowFile.Options)
            ? workflow
            : throw new InvalidDataException($"The gate of handoff {handoff.Id} is not its workflow's.");
}
