using HandoffOffice.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffOffice.Api.Hosting;

/// <summary>Ready means: the database answers, and no migration is missing.</summary>
internal sealed class DatabaseReady(HandoffOfficeDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            IEnumerable<string> missing = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            return missing.Any() ? HealthCheckResult.Unhealthy("The database lacks a migration.") : HealthCheckResult.Healthy();
        }
        catch (Exception e) when (DatabaseFailure.In(e) is not null)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
