using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HandoffOffice.Storage;

/// <summary>What <c>dotnet ef</c> makes the migrations of SQLite from.</summary>
internal sealed class DesignTimeSqliteDb : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, new NoTenant());
}

/// <summary>What <c>dotnet ef</c> makes the migrations of PostgreSQL from. It asks no server.</summary>
internal sealed class DesignTimePostgreSqlDb : IDesignTimeDbContextFactory<PostgreSqlDb>
{
    public PostgreSqlDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=localhost").Options, new NoTenant());
}

/// <summary>Nobody's: sees no row.</summary>
internal sealed class NoTenant : ITenantContext
{
    public string? TenantId => null;
}
