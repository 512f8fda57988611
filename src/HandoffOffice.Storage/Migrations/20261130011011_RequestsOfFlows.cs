using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations
{
    /// <summary>Which handoff a request of a flow brought about, and what its answer said.</summary>
    public partial class RequestsOfFlows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "HandoffId",
                table: "Idempotency",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Remark",
                table: "Idempotency",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Idempotency_TenantId_HandoffId",
                table: "Idempotency",
                columns: new[] { "TenantId", "HandoffId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Written out: to drop a column EF makes the table anew from this migration's model.
            migrationBuilder.Sql("DROP INDEX \"IX_Idempotency_TenantId_HandoffId\";");
            migrationBuilder.Sql("ALTER TABLE \"Idempotency\" DROP COLUMN \"Remark\";");
            migrationBuilder.Sql("ALTER TABLE \"Idempotency\" DROP COLUMN \"HandoffId\";");
        }
    }
}
