using HandoffOffice.Api.Identity;
using HandoffOffice.Storage;

namespace HandoffOffice.Api.Hosting;

/// <summary>The tenant of the caller's token. A call without a caller sees no tenant's data; start-up names its tenant itself.</summary>
internal sealed class CallersTenant(IHttpContextAccessor accessor) : ITenantContext
{
    private string? named;

    public string? TenantId => named
        ?? (accessor.HttpContext is { } context && Caller.TryFrom(context.User, out Caller? caller, out _) ? caller.TenantId : null);

    /// <summary>For work that no call asked for.</summary>
    public void Name(string tenantId) => named = tenantId;
}
