using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HandoffOffice.Storage.Migrations.Sqlite;

/// <summary>
/// The ledger takes the next position and no other. SQLite's REPLACE takes a row away without its delete trigger being asked, so the
/// triggers against UPDATE and DELETE were not enough. The model is unchanged.
/// </summary>
[DbContext(typeof(SqliteDb))]
[Migration("20261122211000_LedgerGoesOnAtItsEnd")]
public sealed class LedgerGoesOnAtItsEnd : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TRIGGER Ledger_goes_on_at_its_end BEFORE INSERT ON Ledger
        WHEN NEW.Sequence <> (SELECT COALESCE(MAX(Sequence), -1) + 1 FROM Ledger WHERE TenantId = NEW.TenantId)
        BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TRIGGER IF EXISTS Ledger_goes_on_at_its_end;");
}
