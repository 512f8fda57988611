using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Workflows;

namespace HandoffOffice.Api.Design;

/// <summary>The workflows that a tenant starts with: files in the product's own format, held to the same rules as anybody's.</summary>
internal sealed class SampleWorkflows(WorkflowCatalog catalog, JourneyBook journeys)
{
    /// <summary>The samples, read and checked.</summary>
    /// <exception cref="InvalidDataException">A sample breaks the format or its rules.</exception>
    public static IReadOnlyList<Workflow> All { get; } = [.. ShippedWorkflows.In("Samples")];

    /// <summary>Adds the samples that the tenant does not have, and the journeys that its workflows do not have.</summary>
    public async Task AddTo(string tenantId, CancellationToken cancel)
    {
        foreach (Workflow sample in All)
        {
            await catalog.Add(tenantId, sample, cancel);
        }

        await journeys.Adopt(tenantId, await catalog.Newest(cancel), cancel);
    }
}
