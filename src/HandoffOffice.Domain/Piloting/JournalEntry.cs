namespace HandoffOffice.Domain.Piloting;

/// <summary>What somebody noticed while they worked (C36).</summary>
public enum JournalKind
{
    /// <summary>It was hard to do.</summary>
    Hard,

    /// <summary>It took too long.</summary>
    Slow,

    /// <summary>The AI struggled.</summary>
    Struggled,

    /// <summary>It went faster than before.</summary>
    Faster,
}

/// <summary>Where in the pane it was noticed.</summary>
public enum JournalStep
{
    /// <summary>While the form was filled.</summary>
    Input,

    /// <summary>While the draft was written.</summary>
    Draft,

    /// <summary>While it was reviewed.</summary>
    Review,

    /// <summary>While it was signed.</summary>
    Sign,

    /// <summary>After it was released.</summary>
    Done,
}

/// <summary>One tap in the pilot's journal, at the moment it happened.</summary>
/// <param name="Id">Unique in the tenant.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Version">The version that was in use.</param>
/// <param name="Kind">What.</param>
/// <param name="Step">Where.</param>
/// <param name="HandoffId">In which run; null before one was started.</param>
/// <param name="Note">A few words, at most <see cref="MaxNote"/> characters; null for the tap alone.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record JournalEntry(
    Guid Id, string Workflow, int Version, JournalKind Kind, JournalStep Step, Guid? HandoffId, string? Note, Person By, DateTimeOffset At)
{
    /// <summary>Greatest length of a note, in characters.</summary>
    public const int MaxNote = 500;
}
