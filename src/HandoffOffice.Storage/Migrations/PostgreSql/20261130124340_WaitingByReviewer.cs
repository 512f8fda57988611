using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class WaitingByReviewer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Handoffs_TenantId_State_DueAt",
                table: "Handoffs");

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_State_DueAt_Id",
                table: "Handoffs",
                columns: new[] { "TenantId", "State", "DueAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Handoffs_TenantId_State_DueAt_Id",
                table: "Handoffs");

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_State_DueAt",
                table: "Handoffs",
                columns: new[] { "TenantId", "State", "DueAt" });
        }
    }
}
