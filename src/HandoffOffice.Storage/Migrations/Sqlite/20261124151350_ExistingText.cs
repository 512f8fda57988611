using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExistingText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Existing",
                table: "Handoffs",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The migration before this one has no model of its own, from which the table could be built anew.
            migrationBuilder.Sql("ALTER TABLE \"Handoffs\" DROP COLUMN \"Existing\"");
        }
    }
}
