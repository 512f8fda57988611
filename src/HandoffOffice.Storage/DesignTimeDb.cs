using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HandoffOffice.Storage;

/// <summary>What <c>dotnet ef</c> makes the migrations of SQLite from.</summary>
internal sealed class DesignTimeSqliteDb : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, new NoTenant());
}

/// <summary>Nobody's: sees no row.</summary>
internal sealed class NoTenant : ITenantContext
{
    public string? TenantId => null;
}
