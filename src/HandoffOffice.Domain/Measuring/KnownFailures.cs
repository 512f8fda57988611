using System.Globalization;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;

namespace HandoffOffice.Domain.Measuring;

/// <summary>Where it was seen that a workflow's AI gets something wrong.</summary>
public enum FailureSource
{
    /// <summary>An automatic check found it in the draft.</summary>
    Finding,

    /// <summary>A reviewer put other words in its place.</summary>
    Edited,

    /// <summary>A reviewer rejected it.</summary>
    Rejected,

    /// <summary>A planted error of this kind was not noticed: one of the AI's own would not be either.</summary>
    Overlooked,

    /// <summary>It came to light after the release.</summary>
    Escaped,
}

/// <summary>Something that a workflow's AI tends to miss or invent, or its reviewers to overlook (C13). It names kinds and places, never what a run was about.</summary>
/// <param name="Source">Where it was seen.</param>
/// <param name="Runs">In how many runs.</param>
/// <param name="Of">Of how many.</param>
/// <param name="LastAt">When it was seen last.</param>
/// <param name="Section">The key of the contract's section that it concerns; null where it concerns none.</param>
/// <param name="Check">The check, with <see cref="FailureSource.Finding"/>, and for what a check should have caught.</param>
/// <param name="Item">The checklist's item that should have caught it.</param>
/// <param name="Error">The kind of the planted error.</param>
public sealed record KnownFailure(
    FailureSource Source, int Runs, int Of, DateTimeOffset LastAt, string? Section = null, CheckKind? Check = null, string? Item = null, SeededErrorKind? Error = null)
{
    /// <summary>The same for a person, such as "6 of the last 20 drafts: reviewers wrote other words in this section."</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture, $"{Runs} of the last {Of} {(Of == 1 ? "draft" : "drafts")}: {What}");

    private string What => Source switch
    {
        FailureSource.Finding => $"the check {Check} found something.",
        FailureSource.Edited => "reviewers wrote other words here.",
        FailureSource.Rejected => "reviewers rejected something here.",
        FailureSource.Overlooked => $"a practice error was overlooked ({Error}).",
        _ => Check is { } check ? $"an error came to light afterwards that the check {check} should have caught."
            : Item is { } item ? $"an error came to light afterwards that the item '{item}' should have caught."
            : "an error came to light afterwards that nothing here covers.",
    };
}

/// <summary>The register of known failures: what the last runs of a workflow say.</summary>
public static class KnownFailures
{
    /// <summary>How many of the last drafts it is made from: what was mended long ago is not held against a workflow.</summary>
    public const int Window = 50;

    /// <summary>The failures, what was seen in most runs first.</summary>
    /// <param name="runs">The last runs whose draft was reviewed, of one workflow.</param>
    public static IReadOnlyList<KnownFailure> Of(IReadOnlyCollection<Handoff> runs) =>
    [
        .. runs.SelectMany(run => Seen(run).Select(seen => (Seen: seen, run.UpdatedAt)))
            .GroupBy(pair => pair.Seen)
            .Select(group => group.Key with { Runs = group.Count(), Of = runs.Count, LastAt = group.Max(pair => pair.UpdatedAt) })
            .OrderByDescending(failure => failure.Runs).ThenBy(failure => failure.Source).ThenBy(failure => failure.Section, StringComparer.Ordinal).ThenBy(failure => failure.Check),
    ];

    // Each at most once a run: ten edits of one section are one thing that goes wrong there.
    private static IEnumerable<KnownFailure> Seen(Handoff run)
    {
        Dictionary<string, string> sections = (run.CurrentDraft?.Sentences ?? []).ToDictionary(sentence => sentence.Id, sentence => sentence.Section);
        HashSet<string> planted = [.. run.Seeded.Where(seed => seed.Draft == run.Drafts.Count).Select(seed => seed.ChangeId)];
        return
        [
            .. run.DraftFindings.Select(check => One(FailureSource.Finding) with { Check = check }),
            // Whoever changes a sentence that had a practice error mends that, not the AI.
            .. run.Changes.Where(change => change.Decision is Decision.Edited or Decision.Rejected && !planted.Contains(change.Id))
                .Select(change => One(change.Decision == Decision.Edited ? FailureSource.Edited : FailureSource.Rejected) with { Section = sections.GetValueOrDefault(change.Id) })
                .Distinct(),
            .. run.Seeded.Where(seed => seed.State == SeedState.Missed).Select(seed => One(FailureSource.Overlooked) with { Error = seed.Kind }).Distinct(),
            .. run.Outcomes.Where(outcome => outcome.Report.IsError)
                .Select(outcome => One(FailureSource.Escaped) with { Check = outcome.Report.ShouldHaveCaught?.Check, Item = outcome.Report.ShouldHaveCaught?.Item })
                .Distinct(),
        ];
    }

    private static KnownFailure One(FailureSource source) => new(source, 1, 1, DateTimeOffset.MinValue);
}
