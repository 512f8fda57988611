using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListsInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Participants_TenantId_PersonId_Part",
                table: "Participants");

            migrationBuilder.AddColumn<string>(
                name: "UpdatedAt",
                table: "Participants",
                type: "TEXT",
                maxLength: 33,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""
                UPDATE "Participants" SET "UpdatedAt" = (SELECT "Handoffs"."UpdatedAt" FROM "Handoffs" WHERE "Handoffs"."Id" = "Participants"."HandoffId");
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Participants_TenantId_PersonId_Part_UpdatedAt",
                table: "Participants",
                columns: new[] { "TenantId", "PersonId", "Part", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureBins_TenantId_Measure",
                table: "MeasureBins",
                columns: new[] { "TenantId", "Measure" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Written out: to drop a column EF makes the table anew from this migration's model.
            migrationBuilder.Sql("DROP INDEX \"IX_Participants_TenantId_PersonId_Part_UpdatedAt\";");
            migrationBuilder.Sql("DROP INDEX \"IX_MeasureBins_TenantId_Measure\";");
            migrationBuilder.Sql("ALTER TABLE \"Participants\" DROP COLUMN \"UpdatedAt\";");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_TenantId_PersonId_Part",
                table: "Participants",
                columns: new[] { "TenantId", "PersonId", "Part" });
        }
    }
}
