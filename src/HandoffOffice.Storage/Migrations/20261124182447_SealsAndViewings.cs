using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations
{
    /// <summary>What reviewers had in view, seals of the new form, and entries of the ledger that are about no handoff.</summary>
    /// <remarks>SQLite makes the ledger's table anew for the last of these and loses its triggers: the next migration makes them again.</remarks>
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

            migrationBuilder.AlterColumn<Guid>(
                name: "HandoffId",
                table: "Ledger",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");
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
