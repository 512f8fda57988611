using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffOffice.Storage.Migrations.PostgreSql
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Remark",
                table: "Idempotency",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "WebhookSubscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Workflow = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    OwnerId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OwnerName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Host = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Secret = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    EndedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    FailuresInARow = table.Column<int>(type: "integer", nullable: false),
                    RestsUntil = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    LastFault = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    DeliveredAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookSubscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WebhookNotices",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                    HandoffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    HeldBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    HeldUntil = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    LastFault = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    EndedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C")
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

            migrationBuilder.DropIndex(
                name: "IX_Idempotency_TenantId_HandoffId",
                table: "Idempotency");

            migrationBuilder.DropColumn(
                name: "HandoffId",
                table: "Idempotency");

            migrationBuilder.DropColumn(
                name: "Remark",
                table: "Idempotency");
        }
    }
}
