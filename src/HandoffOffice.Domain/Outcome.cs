namespace HandoffOffice.Domain;

/// <summary>Something that happened to a handoff, as the ledger keeps it: facts and digests, never texts.</summary>
/// <param name="Kind">What happened, such as <c>Drafted</c> or <c>Signed</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Facts">Counts, ids, codes and SHA-256 digests.</param>
public sealed record HandoffEvent(string Kind, Actor Actor, DateTimeOffset At, IReadOnlyDictionary<string, string> Facts);

/// <summary>What an action led to: the events it caused, or the named error for which nothing changed.</summary>
public sealed record Outcome
{
    private Outcome(IReadOnlyList<HandoffEvent> events, HandoffError? error)
    {
        Events = events;
        Error = error;
    }

    /// <summary>What happened; empty with an error.</summary>
    public IReadOnlyList<HandoffEvent> Events { get; }

    /// <summary>Why nothing happened, or null.</summary>
    public HandoffError? Error { get; }

    /// <summary>It was done.</summary>
    public static Outcome Done(params IReadOnlyList<HandoffEvent> events) => new(events, null);

    /// <summary>It was not.</summary>
    public static implicit operator Outcome(HandoffError error) => new([], error);
}
