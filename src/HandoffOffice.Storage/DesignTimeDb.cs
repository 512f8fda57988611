using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HandoffOffice.Storage;

/// <summary>What <c>dotnet ef</c> makes migrations from.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<HandoffOfficeDb>
{
    public HandoffOfficeDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HandoffOfficeDb>().UseSqlite("Data Source=:memory:").Options, new NoTenant());

    private sealed class NoTenant : ITenantContext
    {
        public string? TenantId => null;
    }
}
