using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Reviewing;

/// <summary>How strict a review is, by what an error would cost (C54). A gate can ask for more, never for less.</summary>
public sealed record Rigor
{
    private static readonly IReadOnlyList<CheckKind> FactChecks = [CheckKind.Dates, CheckKind.Numbers, CheckKind.ListItems, CheckKind.MustMention];

    private static readonly Dictionary<Stakes, Rigor> All = new()
    {
        [Stakes.Low] = new Rigor
        {
            Reviewers = 1,
            AuthorMayReview = true,
            WaiversPossible = true,
            ApprovalHours = 720,
            BlockingChecks = [],
            NeededChecks = [],
            ViewingRequired = false,
            StepUp = null,
            ErrorBound = 0.10,
        },
        [Stakes.Medium] = new Rigor
        {
            Reviewers = 1,
            AuthorMayReview = false,
            WaiversPossible = true,
            ApprovalHours = 168,
            BlockingChecks = FactChecks,
            NeededChecks = [],
            ViewingRequired = false,
            StepUp = null,
            ErrorBound = 0.05,
        },
        [Stakes.High] = new Rigor
        {
            Reviewers = 2,
            AuthorMayReview = false,
            WaiversPossible = false,
            ApprovalHours = 72,
            BlockingChecks = [.. FactChecks, CheckKind.ForbiddenPhrases],
            NeededChecks = [CheckKind.Dates, CheckKind.Numbers],
            ViewingRequired = true,
            StepUp = TimeSpan.FromMinutes(5),
            ErrorBound = null,
        },
    };

    private Rigor()
    {
    }

    /// <summary>The fewest people who sign.</summary>
    public required int Reviewers { get; init; }

    /// <summary>Whether the author may be one of them.</summary>
    public required bool AuthorMayReview { get; init; }

    /// <summary>Whether an item of the checklist that is not non-negotiable may be waived.</summary>
    public required bool WaiversPossible { get; init; }

    /// <summary>The longest that an approval may hold, in hours.</summary>
    public required int ApprovalHours { get; init; }

    /// <summary>The checks that block wherever a gate has them.</summary>
    public required IReadOnlyList<CheckKind> BlockingChecks { get; init; }

    /// <summary>The checks that a gate must have.</summary>
    public required IReadOnlyList<CheckKind> NeededChecks { get; init; }

    /// <summary>Whether nobody signs who had the text in view for less time than reading it takes, or not all of it. Otherwise that is recorded and shown.</summary>
    public required bool ViewingRequired { get; init; }

    /// <summary>How old a signer's sign-in may be (C96); null where any will do.</summary>
    public required TimeSpan? StepUp { get; init; }

    /// <summary>The error rate that a workflow must be shown to stay under before its review may be reduced (C53); null where it never is.</summary>
    public required double? ErrorBound { get; init; }

    /// <summary>The rigor that these stakes ask for.</summary>
    public static Rigor Of(Stakes stakes) => All[stakes];
}
