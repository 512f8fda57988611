using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FlowsAndWebhooks : Migration
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

            migrationBuilder.CreateTable(
                name: "WebhookSubscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Workflow = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    OwnerId = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", maxLength: 33, nullable: false),
                    EndedAt = table.Column<string>(type: "TEXT", maxLength: 33, nullable: true),
                    FailuresInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    RestsUntil = table.Column<string>(type: "TEXT", maxLength: 33, nullable: true),
                    LastFault = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DeliveredAt = table.Column<string>(type: "TEXT", maxLength: 33, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookSubscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WebhookNotices",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HandoffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", maxLength: 33, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<string>(type: "TEXT", maxLength: 33, nullable: false),
                    HeldBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    HeldUntil = table.Column<string>(type: "TEXT", maxLength: 33, nullable: true),
                    LastFault = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    EndedAt = table.Column<string>(type: "TEXT", maxLength: 33, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookNotices_WebhookSubscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "WebhookSubscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Idempotency_TenantId_HandoffId",
                table: "Idempotency",
                columns: new[] { "TenantId", "HandoffId" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookNotices_HeldBy",
                table: "WebhookNotices",
                column: "HeldBy");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookNotices_State_EndedAt",
                table: "WebhookNotices",
                columns: new[] { "State", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookNotices_State_SubscriptionId_DueAt",
                table: "WebhookNotices",
                columns: new[] { "State", "SubscriptionId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookNotices_SubscriptionId_HandoffId_State_Sequence",
                table: "WebhookNotices",
                columns: new[] { "SubscriptionId", "HandoffId", "State", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookNotices_TenantId_State_EndedAt",
                table: "WebhookNotices",
                columns: new[] { "TenantId", "State", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookSubscriptions_EndedAt_RestsUntil",
                table: "WebhookSubscriptions",
                columns: new[] { "EndedAt", "RestsUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookSubscriptions_TenantId_EndedAt_Kind",
                table: "WebhookSubscriptions",
                columns: new[] { "TenantId", "EndedAt", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WebhookNotices");

            migrationBuilder.DropTable(
                name: "WebhookSubscriptions");

            // Written out: to drop a column EF makes the table anew from this migration's model.
            migrationBuilder.Sql("DROP INDEX \"IX_Idempotency_TenantId_HandoffId\";");
            migrationBuilder.Sql("ALTER TABLE \"Idempotency\" DROP COLUMN \"Remark\";");
            migrationBuilder.Sql("ALTER TABLE \"Idempotency\" DROP COLUMN \"HandoffId\";");
        }
    }
}
