using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.PostgreSql
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
                type: "character varying(33)",
                maxLength: 33,
                nullable: false,
                defaultValue: "",
                collation: "C");

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
            migrationBuilder.DropIndex(
                name: "IX_Participants_TenantId_PersonId_Part_UpdatedAt",
                table: "Participants");

            migrationBuilder.DropIndex(
                name: "IX_MeasureBins_TenantId_Measure",
                table: "MeasureBins");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Participants");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_TenantId_PersonId_Part",
                table: "Participants",
                columns: new[] { "TenantId", "PersonId", "Part" });
        }
    }
}
