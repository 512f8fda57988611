using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Storage.Webhooks;

/// <summary>How subscriptions and notices lie in their tables.</summary>
internal static class WebhookMapping
{
    private const int CodeLength = 64;

    public static void Apply(ModelBuilder model)
    {
        model.Entity<SubscriptionRow>(subscription =>
        {
            subscription.ToTable("WebhookSubscriptions");
            subscription.HasKey(row => row.Id);
            subscription.Property(row => row.Id).ValueGeneratedNever();
            subscription.Property(row => row.Kind).HasConversion<string>().HasMaxLength(32);
            subscription.Property(row => row.Workflow).HasMaxLength(64);
            subscription.Property(row => row.LastFault).HasMaxLength(CodeLength);
            subscription.HasIndex(row => new { row.TenantId, row.EndedAt, row.Kind });
            // Those of all tenants that are in force.
            subscription.HasIndex(row => new { row.EndedAt, row.RestsUntil });
        });
        model.Entity<NoticeRow>(notice =>
        {
            notice.ToTable("WebhookNotices");
            notice.HasKey(row => row.Id);
            notice.Property(row => row.Id).HasMaxLength(CodeLength);
            notice.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
            notice.Property(row => row.HeldBy).HasMaxLength(CodeLength);
            notice.Property(row => row.LastFault).HasMaxLength(CodeLength);
            notice.HasOne<SubscriptionRow>().WithMany().HasForeignKey(row => row.SubscriptionId);
            // What is due, subscription by subscription; what stands before it; what is dead; what is old.
            notice.HasIndex(row => new { row.State, row.SubscriptionId, row.DueAt });
            notice.HasIndex(row => new { row.SubscriptionId, row.HandoffId, row.State, row.Sequence });
            notice.HasIndex(row => new { row.TenantId, row.State, row.EndedAt });
            notice.HasIndex(row => new { row.State, row.EndedAt });
            notice.HasIndex(row => row.HeldBy);
        });
    }
}
