using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeyNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "SealKeys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Keys that are there are numbered as they were made.
            migrationBuilder.Sql("""
                UPDATE "SealKeys" SET "Number" = (
                    SELECT COUNT(*) FROM "SealKeys" AS k
                    WHERE k."CreatedAt" < "SealKeys"."CreatedAt" OR (k."CreatedAt" = "SealKeys"."CreatedAt" AND k."Id" <= "SealKeys"."Id"))
                """);

            migrationBuilder.CreateIndex(
                name: "IX_SealKeys_Number",
                table: "SealKeys",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SealKeys_Number",
                table: "SealKeys");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "SealKeys");
        }
    }
}
