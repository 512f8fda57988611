namespace HandoffOffice.Storage.Webhooks;

/// <summary>How far a notice has come.</summary>
public enum NoticeState
{
    /// <summary>It is to be delivered.</summary>
    Waiting,

    /// <summary>The receiver has answered with a 2xx.</summary>
    Delivered,

    /// <summary>No attempt is left; an administrator can have it sent again.</summary>
    Dead,

    /// <summary>The subscription ended before it was delivered.</summary>
    Dropped,
}

/// <summary>One event for one subscription, written in the transaction of what it tells of: it is there exactly when that is.</summary>
public sealed class NoticeRow
{
    /// <summary>The event's id for the receiver (<c>webhook-id</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The subscription.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>The handoff it is about: those of one handoff are delivered in order.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The ledger's entry that it tells of.</summary>
    public required long Sequence { get; init; }

    /// <summary>What is sent.</summary>
    public required string Body { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public NoticeState State { get; set; }

    /// <summary>The attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Who carries it now: a word that one node makes for each round.</summary>
    public string? HeldBy { get; set; }

    /// <summary>Until when it is theirs alone. A node that dies leaves it to the others then.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>The code of the last failure, such as <c>status-503</c>.</summary>
    public string? LastFault { get; set; }

    /// <summary>When it was delivered or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
