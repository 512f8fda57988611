using HandoffOffice.Domain.Design;
using Microsoft.Extensions.Caching.Memory;

namespace HandoffOffice.Storage.Workflows;

/// <summary>
/// The workflow versions that this process has read lately. A version never changes once it is stored, so that what is known of it stays true on every node; which
/// versions there are, and which one is the newest, is asked of the database each time.
/// </summary>
public sealed class KnownVersions : IDisposable
{
    /// <summary>How many are kept; those that were not asked for the longest go first.</summary>
    public const int Most = 500;

    private readonly MemoryCache versions = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>A version of a tenant's workflow; null where it was not read lately.</summary>
    public Workflow? Find(string tenantId, string key, int version) => versions.Get<Workflow>((tenantId, key, version));

    /// <summary>Keeps a version that is in the database for good: not one that its transaction could still take back.</summary>
    public void Keep(string tenantId, Workflow workflow) =>
        versions.Set((tenantId, workflow.Key, workflow.Version), workflow, new MemoryCacheEntryOptions { Size = 1 });

    /// <inheritdoc />
    public void Dispose() => versions.Dispose();
}
