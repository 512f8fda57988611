using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <summary>The sensitivity label of what a handoff starts from, and of its text.</summary>
    public partial class SensitivityLabels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "GivenLabel",
                table: "Handoffs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Label",
                table: "Handoffs",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Written out: to drop a column EF makes the table anew from this migration's model.
            migrationBuilder.Sql("ALTER TABLE \"Handoffs\" DROP COLUMN \"Label\";");
            migrationBuilder.Sql("ALTER TABLE \"Handoffs\" DROP COLUMN \"GivenLabel\";");
        }
    }
}
