using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HandoffOffice.Storage.Migrations.Sqlite;

/// <summary>The triggers of the ledger, which its table lost when it was made anew. The model is unchanged.</summary>
[DbContext(typeof(SqliteDb))]
[Migration("20261124182500_LedgerStaysAppendOnly")]
public sealed class LedgerStaysAppendOnly : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TRIGGER Ledger_is_not_updated BEFORE UPDATE ON Ledger BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;
        CREATE TRIGGER Ledger_is_not_deleted BEFORE DELETE ON Ledger BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;
        CREATE TRIGGER Ledger_goes_on_at_its_end BEFORE INSERT ON Ledger
        WHEN NEW.Sequence <> (SELECT COALESCE(MAX(Sequence), -1) + 1 FROM Ledger WHERE TenantId = NEW.TenantId)
        BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER Ledger_is_not_updated;
        DROP TRIGGER Ledger_is_not_deleted;
        DROP TRIGGER Ledger_goes_on_at_its_end;
        """);
}
