using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <summary>Runs counted up, how long the author had the form in use, and the ledger by kind.</summary>
    public partial class Measures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "InputSeconds",
                table: "Handoffs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MeasureBins",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    WorkflowKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WorkflowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Bin = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    Sum = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureBins", x => new { x.TenantId, x.WorkflowKey, x.WorkflowVersion, x.Measure, x.Bin });
                });

            migrationBuilder.CreateTable(
                name: "MeasureForms",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureForms", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "MeasureWeeks",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    WorkflowKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WorkflowVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    Sum = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureWeeks", x => new { x.TenantId, x.WorkflowKey, x.WorkflowVersion, x.Measure, x.Week });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_TenantId_Kind_Sequence",
                table: "Ledger",
                columns: new[] { "TenantId", "Kind", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeasureBins");

            migrationBuilder.DropTable(
                name: "MeasureForms");

            migrationBuilder.DropTable(
                name: "MeasureWeeks");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_TenantId_Kind_Sequence",
                table: "Ledger");

            // EF would make SQLite's table anew and asks for the model of a migration before that is written by hand and has none.
            migrationBuilder.Sql("ALTER TABLE \"Handoffs\" DROP COLUMN \"InputSeconds\";");
        }
    }
}
