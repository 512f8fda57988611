using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Piloting;

/// <summary>What an adjustment answers.</summary>
public enum CauseKind
{
    /// <summary>Entries of the journal of one kind.</summary>
    Journal,

    /// <summary>Findings of one automatic check.</summary>
    Findings,

    /// <summary>Words that reviewers changed.</summary>
    Edits,

    /// <summary>Revisions that reviewers asked for.</summary>
    Loops,

    /// <summary>Errors that came to light after the release.</summary>
    EscapedErrors,
}

/// <summary>One cause that a change of a workflow answers (C37).</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Entries">The journal's entries, with <see cref="CauseKind.Journal"/> only; at least one.</param>
/// <param name="Check">The check, with <see cref="CauseKind.Findings"/> only.</param>
public sealed record Cause(CauseKind Kind, IReadOnlyList<Guid>? Entries = null, CheckKind? Check = null);

/// <summary>A change from one version to the next, and what it is to mend.</summary>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="Causes">What it answers; at least one.</param>
/// <param name="Expectation">What is to be better, in a sentence.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
public sealed record Adjustment(int From, int To, IReadOnlyList<Cause> Causes, string Expectation, Person By, DateTimeOffset At);

/// <summary>What a designer says of a change.</summary>
/// <param name="Causes">What it answers.</param>
/// <param name="Expectation">What is to be better, 1 to 500 characters.</param>
public sealed record AdjustmentReport(IReadOnlyList<Cause> Causes, string Expectation)
{
    /// <summary>Greatest length of an expectation, in characters.</summary>
    public const int MaxExpectation = 500;

    /// <summary>What is wrong with it.</summary>
    /// <param name="known">The journal's entries that there are.</param>
    /// <param name="gate">The gate of the version before: its checks are what findings can be of.</param>
    public IReadOnlyList<Problem> Problems(IReadOnlyCollection<Guid> known, Gate gate) =>
    [
        .. string.IsNullOrWhiteSpace(Expectation) || Expectation.Length > MaxExpectation
            ? [Problem.At("/expectation", "required", "It is not said what is to be better.", $"1 to {MaxExpectation} characters")] : Array.Empty<Problem>(),
        .. Causes.Count == 0 ? [Problem.At("/causes", "no-causes", "The change names no cause.", "entries of the journal, a check, edits, loops or escaped errors")] : Array.Empty<Problem>(),
        .. Causes.SelectMany((cause, i) => CauseProblems(cause, $"/causes/{i}", known, gate)),
    ];

    private static IEnumerable<Problem> CauseProblems(Cause cause, string at, IReadOnlyCollection<Guid> known, Gate gate)
    {
        bool isJournal = cause.Kind == CauseKind.Journal;
        if (isJournal && cause.Entries is not { Count: > 0 })
        {
            yield return Problem.At($"{at}/entries", "required", "No entry of the journal is named.", "at least one entry's id");
        }

        if (!isJournal && cause.Entries is not null)
        {
            yield return Problem.At($"{at}/entries", "not-expected", "Entries are named beside something else.", "nothing here");
        }

        foreach (Guid unknown in (cause.Entries ?? []).Where(entry => !known.Contains(entry)))
        {
            yield return Problem.At($"{at}/entries", "unknown-entry", $"The journal has no entry '{unknown}'.", "an entry of this workflow's journal");
        }

        if (cause.Kind == CauseKind.Findings ? gate.Checks.All(check => check.Kind != cause.Check) : cause.Check is not null)
        {
            yield return cause.Kind == CauseKind.Findings
                ? Problem.At($"{at}/check", "unknown-check", $"The gate has no check '{cause.Check}'.", string.Join(", ", gate.Checks.Select(check => check.Kind)))
                : Problem.At($"{at}/check", "not-expected", "A check is named beside something else.", "nothing here");
        }
    }
}
