using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class WaitingInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_State_DueAt",
                table: "Handoffs",
                columns: new[] { "TenantId", "State", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Handoffs_TenantId_State_DueAt",
                table: "Handoffs");
        }
    }
}
