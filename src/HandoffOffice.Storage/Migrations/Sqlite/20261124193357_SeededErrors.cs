using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <summary>The errors that were planted on purpose.</summary>
    public partial class SeededErrors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Seeded",
                table: "Handoffs",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Both databases have the statement. EF would make SQLite's table anew and asks the migration before for its model, which has none.
            migrationBuilder.Sql("""ALTER TABLE "Handoffs" DROP COLUMN "Seeded";""");
        }
    }
}
