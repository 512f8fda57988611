using HandoffOffice.Domain.Webhooks;

namespace HandoffOffice.Storage.Webhooks;

/// <summary>Somebody's wish to be told of one kind of event. Its address and secret are encrypted by data protection: a flow's address has a signature in it that starts the flow.</summary>
public sealed class SubscriptionRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>What to tell of.</summary>
    public required WebhookEventKind Kind { get; init; }

    /// <summary>Of this workflow only, by its key; null for all.</summary>
    public required string? Workflow { get; init; }

    /// <summary>Object id of the person or application who subscribed.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Their name then, for display.</summary>
    public required string OwnerName { get; init; }

    /// <summary>The host of the address, for display.</summary>
    public required string Host { get; init; }

    /// <summary>The address to call, encrypted.</summary>
    public required string Address { get; init; }

    /// <summary>The secret that events are signed with, encrypted.</summary>
    public required string Secret { get; init; }

    /// <summary>Where links to handoffs start: the server's address as the subscriber knows it.</summary>
    public required string Origin { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when; null while it is in force.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Attempts that failed since the last that did not.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>Before this nothing is tried; null where nothing stands against it.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    /// <summary>The code of the last failure; null where the last attempt did not fail.</summary>
    public string? LastFault { get; set; }

    /// <summary>When something was last delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
}
