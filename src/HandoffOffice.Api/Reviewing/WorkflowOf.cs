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
}
