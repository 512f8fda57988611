using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <summary>What reviewers had in view, seals of the new form, and entries of the ledger that are about no handoff.</summary>
    /// <remarks>The ledger's table is made anew for the last of these and loses its triggers: the next migration makes them again.</remarks>
    public partial class SealsAndViewings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Viewings",
                table: "Handoffs",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            // Seals vouch for more than before, and a signature says more. What was approved under the old form is signed again; what left keeps its record.
            migrationBuilder.Sql("UPDATE Handoffs SET State = 'InReview' WHERE State = 'Approved';");
            migrationBuilder.Sql("UPDATE Handoffs SET Seal = NULL, Signatures = '[]';");

            // By hand: EF's own way to make a table anew can't run within the migration's transaction.
            migrationBuilder.Sql("""
                CREATE TABLE "LedgerAnew" (
                    "TenantId" TEXT NOT NULL,
                    "Sequence" INTEGER NOT NULL,
                    "ActorId" TEXT NOT NULL,
                    "At" TEXT NOT NULL,
                    "HandoffId" TEXT NULL,
                    "Kind" TEXT NOT NULL,
                    "Leaf" TEXT NOT NULL,
                    "LeafHash" TEXT NOT NULL,
                    CONSTRAINT "PK_Ledger" PRIMARY KEY ("TenantId", "Sequence")
                );
                INSERT INTO "LedgerAnew" ("TenantId", "Sequence", "ActorId", "At", "HandoffId", "Kind", "Leaf", "LeafHash")
                SELECT "TenantId", "Sequence", "ActorId", "At", "HandoffId", "Kind", "Leaf", "LeafHash" FROM "Ledger";
                DROP TABLE "Ledger";
                ALTER TABLE "LedgerAnew" RENAME TO "Ledger";
                CREATE INDEX "IX_Ledger_TenantId_HandoffId_Sequence" ON "Ledger" ("TenantId", "HandoffId", "Sequence");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Viewings",
                table: "Handoffs");

            migrationBuilder.AlterColumn<Guid>(
                name: "HandoffId",
                table: "Ledger",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
