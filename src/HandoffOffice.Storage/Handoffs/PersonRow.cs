namespace HandoffOffice.Storage.Handoffs;

/// <summary>A person of a tenant who has signed in, so that others can name them as reviewer.</summary>
public sealed class PersonRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The object id.</summary>
    public required string Id { get; init; }

    /// <summary>The name when they last signed in.</summary>
    public required string Name { get; set; }

    /// <summary>The address when they last signed in.</summary>
    public string? Email { get; set; }

    /// <summary>Their roles when they last signed in, joined by spaces.</summary>
    public required string Roles { get; set; }
}

/// <summary>What a person is to a handoff.</summary>
public enum Part
{
    /// <summary>Its author.</summary>
    Author,

    /// <summary>One of its reviewers.</summary>
    Reviewer,
}

/// <summary>That a person has a part in a handoff: what "mine" and "waiting for me" are found by.</summary>
public sealed class ParticipantRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person's object id.</summary>
    public required string PersonId { get; init; }

    /// <summary>What they are to it.</summary>
    public required Part Part { get; init; }

    /// <summary>When something last happened to the handoff, as the handoff says it: what a person has a part in comes from one index, newest first.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>The answer that was given under an idempotency key (draft-ietf-httpapi-idempotency-key-header).</summary>
public sealed class IdempotencyRow
{
    /// <summary>The tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>What was done, such as <c>release</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The caller's key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 over who asked for what: another request under the same key is refused.</summary>
    public required string RequestDigest { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The handoff that it brought about; null where the request names one.</summary>
    public Guid? HandoffId { get; init; }

    /// <summary>What the answer says beside the handoff, as JSON; null for nothing.</summary>
    public string? Remark { get; init; }
}
