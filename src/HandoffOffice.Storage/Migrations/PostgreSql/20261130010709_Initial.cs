using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HandoffOffice.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Substitute = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => new { x.TenantId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Handoffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Terms = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Record = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reviewers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InputSeconds = table.Column<int>(type: "integer", nullable: true),
                    GivenLabel = table.Column<Guid>(type: "uuid", nullable: true),
                    Label = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    UpdatedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    DueAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    EscalatedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    Delegations = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Existing = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Own = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Drafts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Changes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Report = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DraftFindings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Attestations = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Viewings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Seeded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Signatures = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RevisionRequest = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LoopsUsed = table.Column<int>(type: "integer", nullable: false),
                    RefusedLoops = table.Column<int>(type: "integer", nullable: false),
                    LastFailure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DraftingSince = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    ReviewedSince = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    Seal = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Released = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Extent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Scored = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcomes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApprovedUntil = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    ScoredAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    WorkflowKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    WorkflowVersion = table.Column<int>(type: "integer", nullable: false),
                    WorstReception = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handoffs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Idempotency",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Operation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RequestDigest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Idempotency", x => new { x.TenantId, x.Operation, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Installations",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Host = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Platform = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Sighting = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Installations", x => new { x.TenantId, x.PersonId, x.Host, x.Platform });
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Workflow = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Entry = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Journeys",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Journey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journeys", x => new { x.TenantId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Ledger",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    HandoffId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    ActorId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Leaf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LeafHash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ledger", x => new { x.TenantId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "LedgerNodes",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerNodes", x => new { x.TenantId, x.Level, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "LedgerTrees",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Subtrees = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerTrees", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "MeasureBins",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WorkflowKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    WorkflowVersion = table.Column<int>(type: "integer", nullable: false),
                    Measure = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Bin = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureBins", x => new { x.TenantId, x.WorkflowKey, x.WorkflowVersion, x.Measure, x.Bin });
                });

            migrationBuilder.CreateTable(
                name: "MeasureForms",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Form = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureForms", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "MeasureWeeks",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WorkflowKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    WorkflowVersion = table.Column<int>(type: "integer", nullable: false),
                    Measure = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureWeeks", x => new { x.TenantId, x.WorkflowKey, x.WorkflowVersion, x.Measure, x.Week });
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Roles = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Practices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Workflow = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Basis = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PersonId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FinishedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Practice = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Practices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    ProtectedSeed = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    Handover = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Stops",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Target = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ById = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    LiftedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stops", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Suites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Workflow = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Results = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suites", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Trained",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Workflow = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Basis = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PersonId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Trained = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trained", x => new { x.TenantId, x.Workflow, x.Basis, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "Workflows",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AddedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Workflows", x => new { x.TenantId, x.Key, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HandoffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    MessageId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false, collation: "C"),
                    TriedAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    DoneAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    BusyUntil = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C"),
                    DraftId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RetryAt = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_Handoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "Handoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Files",
                columns: table => new
                {
                    HandoffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MediaType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    RevisionMap = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Files", x => new { x.HandoffId, x.Kind });
                    table.ForeignKey(
                        name: "FK_Files_Handoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "Handoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Participants",
                columns: table => new
                {
                    HandoffId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Part = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    TenantId = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participants", x => new { x.HandoffId, x.Part, x.PersonId });
                    table.ForeignKey(
                        name: "FK_Participants_Handoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "Handoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_HandoffId_Channel",
                table: "Deliveries",
                columns: new[] { "HandoffId", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_State_UpdatedAt",
                table: "Handoffs",
                columns: new[] { "TenantId", "State", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_UpdatedAt",
                table: "Handoffs",
                columns: new[] { "TenantId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_WorkflowKey_ScoredAt",
                table: "Handoffs",
                columns: new[] { "TenantId", "WorkflowKey", "ScoredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_TenantId_WorkflowKey_State_UpdatedAt",
                table: "Handoffs",
                columns: new[] { "TenantId", "WorkflowKey", "State", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Journal_TenantId_Workflow_Id",
                table: "Journal",
                columns: new[] { "TenantId", "Workflow", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_TenantId_HandoffId_Sequence",
                table: "Ledger",
                columns: new[] { "TenantId", "HandoffId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_TenantId_Kind_Sequence",
                table: "Ledger",
                columns: new[] { "TenantId", "Kind", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Participants_TenantId_PersonId_Part",
                table: "Participants",
                columns: new[] { "TenantId", "PersonId", "Part" });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_TenantId_Workflow_Basis_PersonId",
                table: "Practices",
                columns: new[] { "TenantId", "Workflow", "Basis", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_SealKeys_Number",
                table: "SealKeys",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stops_TenantId_LiftedAt",
                table: "Stops",
                columns: new[] { "TenantId", "LiftedAt" });

            // History takes no change, no deletion and no gap, and a complete subtree never changes again: not even for whoever has the server's password.
            migrationBuilder.Sql("""
                CREATE FUNCTION "Refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION '%', TG_ARGV[0];
                END $$;
                CREATE FUNCTION "Go_on_at_the_end"() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW."Sequence" <> (SELECT COALESCE(MAX("Sequence"), -1) + 1 FROM "Ledger" WHERE "TenantId" = NEW."TenantId") THEN
                        RAISE EXCEPTION 'The ledger is append-only.';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER "Ledger_goes_on_at_its_end" BEFORE INSERT ON "Ledger" FOR EACH ROW EXECUTE FUNCTION "Go_on_at_the_end"();
                CREATE TRIGGER "Ledger_is_not_updated" BEFORE UPDATE ON "Ledger" EXECUTE FUNCTION "Refuse"('The ledger is append-only.');
                CREATE TRIGGER "Ledger_is_not_deleted" BEFORE DELETE OR TRUNCATE ON "Ledger" EXECUTE FUNCTION "Refuse"('The ledger is append-only.');
                CREATE TRIGGER "LedgerNodes_are_not_updated" BEFORE UPDATE ON "LedgerNodes" EXECUTE FUNCTION "Refuse"('A complete subtree does not change.');
                CREATE TRIGGER "LedgerNodes_are_not_deleted" BEFORE DELETE OR TRUNCATE ON "LedgerNodes" EXECUTE FUNCTION "Refuse"('A complete subtree does not change.');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "Files");

            migrationBuilder.DropTable(
                name: "Idempotency");

            migrationBuilder.DropTable(
                name: "Installations");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "Journeys");

            migrationBuilder.DropTable(
                name: "Ledger");

            migrationBuilder.DropTable(
                name: "LedgerNodes");

            migrationBuilder.DropTable(
                name: "LedgerTrees");

            migrationBuilder.DropTable(
                name: "MeasureBins");

            migrationBuilder.DropTable(
                name: "MeasureForms");

            migrationBuilder.DropTable(
                name: "MeasureWeeks");

            migrationBuilder.DropTable(
                name: "Participants");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Practices");

            migrationBuilder.DropTable(
                name: "SealKeys");

            migrationBuilder.DropTable(
                name: "Stops");

            migrationBuilder.DropTable(
                name: "Suites");

            migrationBuilder.DropTable(
                name: "Trained");

            migrationBuilder.DropTable(
                name: "Workflows");

            migrationBuilder.DropTable(
                name: "Handoffs");

            migrationBuilder.Sql("""DROP FUNCTION "Refuse"; DROP FUNCTION "Go_on_at_the_end";""");
        }
    }
}
