using System.Data.Common;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Absences;
using HandoffOffice.Storage.Fleet;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using HandoffOffice.Storage.Keys;
using HandoffOffice.Storage.Ledger;
using HandoffOffice.Storage.Measuring;
using HandoffOffice.Storage.Stops;
using HandoffOffice.Storage.Training;
using HandoffOffice.Storage.Webhooks;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffOffice.Storage;

/// <summary>Whose data the current unit of work may see.</summary>
public interface ITenantContext
{
    /// <summary>The tenant (<c>tid</c> of the caller's token); null sees nothing.</summary>
    string? TenantId { get; }
}

/// <summary>
/// The database. Every row of a tenant carries its id, and every query sees one tenant only (DESIGN rule 10). What it lies in, SQLite or PostgreSQL, is
/// said by the class that derives from it: each has migrations of its own.
/// </summary>
public abstract class HandoffOfficeDb : DbContext, IDataProtectionKeyContext
{
    private readonly ITenantContext tenant;
    private readonly HashSet<WriteLock> held = [];
    private Guid heldBy;

    /// <summary>The database as one tenant sees it.</summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="tenant">Whose rows are seen.</param>
    private protected HandoffOfficeDb(DbContextOptions options, ITenantContext tenant)
        : base(options)
    {
        this.tenant = tenant;
        // A transaction here is whole or not at all: nobody goes on in one after a part of it has failed.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>The handoffs.</summary>
    public DbSet<Handoff> Handoffs => Set<Handoff>();

    /// <summary>Files that belong to handoffs.</summary>
    public DbSet<HandoffFile> Files => Set<HandoffFile>();

    /// <summary>The acts that carry releases out.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>Workflow versions.</summary>
    public DbSet<WorkflowRow> Workflows => Set<WorkflowRow>();

    /// <summary>The ways of workflows from the map to their retirement.</summary>
    public DbSet<JourneyRow> Journeys => Set<JourneyRow>();

    /// <summary>The journals of pilots.</summary>
    public DbSet<JournalRow> Journal => Set<JournalRow>();

    /// <summary>The details of tests.</summary>
    public DbSet<SuiteRow> Suites => Set<SuiteRow>();

    /// <summary>The practices of people on workflows.</summary>
    public DbSet<PracticeRow> Practices => Set<PracticeRow>();

    /// <summary>Who has completed their training.</summary>
    public DbSet<TrainedRow> Trained => Set<TrainedRow>();

    /// <summary>The ledger.</summary>
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    /// <summary>The trees over the tenants' ledgers.</summary>
    public DbSet<LedgerTreeRow> LedgerTrees => Set<LedgerTreeRow>();

    /// <summary>Complete subtrees of those trees.</summary>
    public DbSet<LedgerNodeRow> LedgerNodes => Set<LedgerNodeRow>();

    /// <summary>People who have signed in.</summary>
    public DbSet<PersonRow> People => Set<PersonRow>();

    /// <summary>Who has which part in which handoff.</summary>
    public DbSet<ParticipantRow> Participants => Set<ParticipantRow>();

    /// <summary>Who is away, and who stands in.</summary>
    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    /// <summary>Who works with which add-in.</summary>
    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    /// <summary>Answers given under an idempotency key.</summary>
    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();

    /// <summary>Keys that seals are signed with; shared by all tenants, private halves encrypted.</summary>
    public DbSet<SealKeyRow> SealKeys => Set<SealKeyRow>();

    /// <summary>What administrators have stopped.</summary>
    public DbSet<StopRow> Stops => Set<StopRow>();

    /// <summary>The runs of each workflow version, counted by size.</summary>
    public DbSet<MeasureBinRow> MeasureBins => Set<MeasureBinRow>();

    /// <summary>The runs of each workflow version, counted by week.</summary>
    public DbSet<MeasureWeekRow> MeasureWeeks => Set<MeasureWeekRow>();

    /// <summary>By which rules they were counted.</summary>
    public DbSet<MeasureFormRow> MeasureForms => Set<MeasureFormRow>();

    /// <summary>Who wants to be told of what.</summary>
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    /// <summary>What subscribers are told, delivered or not.</summary>
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    /// <summary>The keys of ASP.NET Core data protection, shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The tenant that the query filters read.</summary>
    internal string? TenantId => tenant.TenantId;

    /// <summary>Waits until nobody else holds this, and holds it to the end of the transaction.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction, or it holds one already that comes later in their order.</exception>
    internal async Task Hold(WriteLock needed, CancellationToken cancel)
    {
        Guid transaction = Database.CurrentTransaction?.TransactionId ?? throw new InvalidOperationException($"{needed.Kind} is held for a transaction, and there is none.");
        if (heldBy != transaction)
        {
            held.Clear();
            heldBy = transaction;
        }

        if (held.Contains(needed))
        {
            return;
        }

        if (held.Any(one => one.Kind >= needed.Kind))
        {
            throw new InvalidOperationException($"{needed.Kind} is asked for after {held.Max(one => one.Kind)}: two writers could wait for each other.");
        }

        await Wait(needed, cancel);
        held.Add(needed);
    }

    /// <summary>Begins a transaction that sees the database as it is now to its end, and that nobody who writes waits for. It is for reading.</summary>
    internal async Task<IDbContextTransaction> BeginSnapshot(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        return await Database.UseTransactionAsync(await Snapshot(cancel), cancel) ?? throw new InvalidOperationException("The transaction was not taken.");
    }

    /// <summary>Begins it on the open connection.</summary>
    private protected abstract Task<DbTransaction> Snapshot(CancellationToken cancel);

    /// <summary>Waits until nobody else holds this.</summary>
    private protected abstract Task Wait(WriteLock needed, CancellationToken cancel);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>().HaveMaxLength(33);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        HandoffMapping.Apply(modelBuilder);
        modelBuilder.Entity<Handoff>().HasQueryFilter(row => row.TenantId == TenantId);

        modelBuilder.Entity<HandoffFile>(file =>
        {
            file.HasKey(row => new { row.HandoffId, row.Kind });
            file.HasOne<Handoff>().WithMany().HasForeignKey(row => row.HandoffId);
            file.Property(row => row.Kind).HasConversion<string>().HasMaxLength(32);
            file.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<Delivery>(delivery =>
        {
            delivery.HasKey(row => row.Id);
            delivery.Property(row => row.Id).ValueGeneratedNever();
            delivery.Property(row => row.Channel).HasConversion<string>().HasMaxLength(32);
            delivery.Property(row => row.State).HasConversion<string>().HasMaxLength(32);
            delivery.Ignore(row => row.IsUntouched);
            delivery.HasIndex(row => new { row.HandoffId, row.Channel }).IsUnique();
            delivery.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<WorkflowRow>(workflow =>
        {
            workflow.HasKey(row => new { row.TenantId, row.Key, row.Version });
            workflow.Property(row => row.Key).HasMaxLength(64);
            workflow.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<JourneyRow>(journey =>
        {
            journey.HasKey(row => new { row.TenantId, row.Key });
            journey.Property(row => row.Key).HasMaxLength(64);
            journey.Property(row => row.Revision).IsConcurrencyToken();
            journey.Property(row => row.Journey).AsJson();
            journey.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<JournalRow>(entry =>
        {
            entry.HasKey(row => row.Id);
            entry.Property(row => row.Id).ValueGeneratedNever();
            entry.Property(row => row.Workflow).HasMaxLength(64);
            entry.Property(row => row.Entry).AsJson();
            entry.HasIndex(row => new { row.TenantId, row.Workflow, row.Id });
            entry.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<SuiteRow>(suite =>
        {
            suite.HasKey(row => row.Id);
            suite.Property(row => row.Id).ValueGeneratedNever();
            suite.Property(row => row.Workflow).HasMaxLength(64);
            suite.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<PracticeRow>(practice =>
        {
            practice.HasKey(row => row.Id);
            practice.Property(row => row.Id).ValueGeneratedNever();
            practice.Property(row => row.Workflow).HasMaxLength(64);
            practice.Property(row => row.Basis).HasMaxLength(64);
            practice.Property(row => row.Revision).IsConcurrencyToken();
            practice.Property(row => row.Practice).AsJson();
            practice.HasIndex(row => new { row.TenantId, row.Workflow, row.Basis, row.PersonId });
            practice.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<TrainedRow>(trained =>
        {
            trained.HasKey(row => new { row.TenantId, row.Workflow, row.Basis, row.PersonId });
            trained.Property(row => row.Workflow).HasMaxLength(64);
            trained.Property(row => row.Basis).HasMaxLength(64);
            trained.Property(row => row.Trained).AsJson();
            trained.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable("Ledger");
            entry.HasKey(row => new { row.TenantId, row.Sequence });
            entry.HasIndex(row => new { row.TenantId, row.HandoffId, row.Sequence });
            entry.HasIndex(row => new { row.TenantId, row.Kind, row.Sequence });
            entry.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<LedgerTreeRow>(tree =>
        {
            tree.HasKey(row => row.TenantId);
            tree.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<LedgerNodeRow>(node =>
        {
            node.HasKey(row => new { row.TenantId, row.Level, row.Position });
            node.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<PersonRow>(person =>
        {
            person.HasKey(row => new { row.TenantId, row.Id });
            person.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<ParticipantRow>(participant =>
        {
            participant.HasKey(row => new { row.HandoffId, row.Part, row.PersonId });
            participant.HasOne<Handoff>().WithMany().HasForeignKey(row => row.HandoffId);
            participant.Property(row => row.Part).HasConversion<string>().HasMaxLength(16);
            participant.HasIndex(row => new { row.TenantId, row.PersonId, row.Part, row.UpdatedAt });
            participant.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<AbsenceRow>(absence =>
        {
            absence.HasKey(row => new { row.TenantId, row.PersonId });
            absence.Property(row => row.Person).AsJson();
            absence.Property(row => row.Substitute).AsJson();
            absence.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<InstallationRow>(installation =>
        {
            installation.HasKey(row => new { row.TenantId, row.PersonId, row.Host, row.Platform });
            installation.Property(row => row.Host).HasConversion<string>().HasMaxLength(16);
            installation.Property(row => row.Platform).HasConversion<string>().HasMaxLength(16);
            installation.Property(row => row.Sighting).AsJson();
            installation.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<IdempotencyRow>(row =>
        {
            row.HasKey(r => new { r.TenantId, r.Operation, r.Key });
            row.HasIndex(r => new { r.TenantId, r.HandoffId });
            row.HasQueryFilter(r => r.TenantId == TenantId);
        });
        modelBuilder.Entity<StopRow>(stop =>
        {
            stop.HasKey(row => new { row.TenantId, row.Id });
            stop.Property(row => row.Scope).HasConversion<string>().HasMaxLength(16);
            stop.HasIndex(row => new { row.TenantId, row.LiftedAt });
            stop.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<MeasureBinRow>(cell =>
        {
            cell.HasKey(row => new { row.TenantId, row.WorkflowKey, row.WorkflowVersion, row.Measure, row.Bin });
            cell.Property(row => row.WorkflowKey).HasMaxLength(64);
            cell.Property(row => row.Measure).HasConversion<string>().HasMaxLength(32);
            // One measure of all workflows, without the hundreds of cells that each of them has of others.
            cell.HasIndex(row => new { row.TenantId, row.Measure });
            cell.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<MeasureWeekRow>(cell =>
        {
            cell.HasKey(row => new { row.TenantId, row.WorkflowKey, row.WorkflowVersion, row.Measure, row.Week });
            cell.Property(row => row.WorkflowKey).HasMaxLength(64);
            cell.Property(row => row.Measure).HasConversion<string>().HasMaxLength(32);
            cell.HasQueryFilter(row => row.TenantId == TenantId);
        });
        modelBuilder.Entity<MeasureFormRow>(form =>
        {
            form.HasKey(row => row.TenantId);
            form.HasQueryFilter(row => row.TenantId == TenantId);
        });
        WebhookMapping.Apply(modelBuilder);
        modelBuilder.Entity<SubscriptionRow>().HasQueryFilter(row => row.TenantId == TenantId);
        modelBuilder.Entity<NoticeRow>().HasQueryFilter(row => row.TenantId == TenantId);
        modelBuilder.Entity<SealKeyRow>(key =>
        {
            key.HasKey(row => row.Id);
            key.HasIndex(row => row.Number).IsUnique();
        });
    }
}
