using HandoffOffice.Domain;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Measuring;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Handoffs;

/// <summary>How a handoff lies in its table: what lists ask for in columns of its own, the rest of the aggregate as JSON.</summary>
internal static class HandoffMapping
{
    /// <summary>The workflow's key in a column of its own, for lists and measures.</summary>
    public const string WorkflowKey = nameof(WorkflowKey);

    /// <summary>The workflow's version in a column of its own.</summary>
    public const string WorkflowVersion = nameof(WorkflowVersion);

    /// <summary>Until when the approval holds, in a column of its own: what expires is found without reading seals.</summary>
    public const string ApprovedUntil = nameof(ApprovedUntil);

    /// <summary>When the output got its score, in a column of its own: the sequence that earned trust is computed from is one query.</summary>
    public const string ScoredAt = nameof(ScoredAt);

    /// <summary>The worst outcome after release, in a column of its own: escaped errors are found without reading all handoffs.</summary>
    public const string WorstReception = nameof(WorstReception);

    /// <summary>What lists show, in a column of its own: see <see cref="HandoffCard"/>.</summary>
    public const string Card = nameof(Card);

    public static void Apply(ModelBuilder model) => model.Entity<Handoff>(handoff =>
    {
        handoff.HasKey(h => h.Id);
        handoff.Property(h => h.Id).ValueGeneratedNever();
        handoff.Property(h => h.TenantId);
        handoff.Property(h => h.State).HasConversion<string>().HasMaxLength(32);
        handoff.Property(h => h.Revision).IsConcurrencyToken();
        handoff.Property(h => h.Subject);
        handoff.Property(h => h.CreatedAt);
        handoff.Property(h => h.UpdatedAt);
        handoff.Property(h => h.DueAt);
        handoff.Property(h => h.DraftingSince);
        handoff.Property(h => h.ReviewedSince);
        handoff.Property(h => h.InputSeconds);
        handoff.Property(h => h.GivenLabel);
        handoff.Property(h => h.Label);
        handoff.Property(h => h.LoopsUsed);
        handoff.Property(h => h.Record).HasConversion(record => record.Canonical, json => InputRecord.Parse(json));
        handoff.Property(h => h.Terms).AsJson();
        handoff.Property(h => h.Author).AsJson();
        handoff.Property(h => h.Reviewers).AsJson();
        handoff.Property(h => h.Existing).AsJson();
        handoff.Property(h => h.Own).AsJson();
        handoff.Property(h => h.Drafts).AsJson();
        handoff.Property(h => h.Changes).AsJson();
        handoff.Property(h => h.Report).AsJson();
        handoff.Property(h => h.DraftFindings).AsJson();
        handoff.Property(h => h.Attestations).AsJson();
        handoff.Property(h => h.Viewings).AsJson();
        handoff.Property(h => h.Seeded).AsJson();
        handoff.Property(h => h.Signatures).AsJson();
        handoff.Property(h => h.RevisionRequest).AsJson();
        handoff.Property(h => h.LastFailure).AsJson();
        handoff.Property(h => h.Seal).AsJson();
        handoff.Property(h => h.Released).AsJson();
        handoff.Property(h => h.Delegations).AsJson();
        handoff.Property(h => h.EscalatedAt);
        handoff.Property(h => h.RefusedLoops);
        handoff.Property(h => h.Extent).AsJson();
        handoff.Property(h => h.Scored).AsJson();
        handoff.Property(h => h.Outcomes).AsJson();
        handoff.Property<Reception?>(WorstReception).HasConversion<string>().HasMaxLength(32);
        handoff.Property<DateTimeOffset?>(ScoredAt);
        handoff.Property<DateTimeOffset?>(ApprovedUntil);
        handoff.Property<string>(WorkflowKey).HasMaxLength(64);
        handoff.Property<int>(WorkflowVersion);
        handoff.Property<HandoffCard?>(Card).AsJson();
        handoff.HasMany(h => h.Deliveries).WithOne().HasForeignKey(delivery => delivery.HandoffId);
        // The aggregate is read whole: a release without its act would look like one that is done.
        handoff.Navigation(h => h.Deliveries).AutoInclude();
        handoff.Ignore(h => h.CurrentDraft);
        handoff.Ignore(h => h.WaitsForOwn);
        handoff.Ignore(h => h.Planted);
        handoff.Ignore(h => h.Confirmation);
        handoff.Ignore(h => h.Rigor);
        handoff.Ignore(h => h.IsReduced);
        handoff.Ignore(h => h.WorstOutcome);
        handoff.Ignore(h => h.SignaturesNeeded);
        handoff.HasIndex(h => new { h.TenantId, h.State, h.UpdatedAt });
        handoff.HasIndex(h => new { h.TenantId, h.UpdatedAt });
        // What waits, in the order in which it is due. Whose it is can be asked by the id, without the rows of what is others'.
        handoff.HasIndex(h => new { h.TenantId, h.State, h.DueAt, h.Id });
        handoff.HasIndex(nameof(Handoff.TenantId), WorkflowKey, ScoredAt);
        handoff.HasIndex(nameof(Handoff.TenantId), WorkflowKey, nameof(Handoff.State), nameof(Handoff.UpdatedAt));
    });
}
