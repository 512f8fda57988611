using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <summary>How drafts are reviewed, how outputs scored, and how what left was received.</summary>
    public partial class OutcomesAndTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Extent",
                table: "Handoffs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcomes",
                table: "Handoffs",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Scored",
                table: "Handoffs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScoredAt",
                table: "Handoffs",
                type: "TEXT",
                maxLength: 33,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WorstReception",
                table: "Handoffs",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_WorkflowKey_ScoredAt",
                table: "Handoffs",
                columns: new[] { "TenantId", "WorkflowKey", "ScoredAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Handoffs_TenantId_WorkflowKey_ScoredAt",
                table: "Handoffs");

            // EF would make SQLite's table anew and asks for the model of a migration before that is written by hand and has none.
            foreach (string column in new[] { "Extent", "Outcomes", "Scored", "ScoredAt", "WorstReception" })
            {
                migrationBuilder.Sql($"ALTER TABLE \"Handoffs\" DROP COLUMN \"{column}\";");
            }
        }
    }
}
