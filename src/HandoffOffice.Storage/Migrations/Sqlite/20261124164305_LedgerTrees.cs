using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LedgerTrees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Handover",
                table: "SealKeys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LedgerNodes",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerNodes", x => new { x.TenantId, x.Level, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "LedgerTrees",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Subtrees = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerTrees", x => x.TenantId);
                });

            // A complete subtree never changes again.
            migrationBuilder.Sql("CREATE TRIGGER LedgerNodes_are_not_updated BEFORE UPDATE ON LedgerNodes BEGIN SELECT RAISE(ABORT, 'A complete subtree does not change.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER LedgerNodes_are_not_deleted BEFORE DELETE ON LedgerNodes BEGIN SELECT RAISE(ABORT, 'A complete subtree does not change.'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LedgerNodes");

            migrationBuilder.DropTable(
                name: "LedgerTrees");

            migrationBuilder.DropColumn(
                name: "Handover",
                table: "SealKeys");
        }
    }
}
