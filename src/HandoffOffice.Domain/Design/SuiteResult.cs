using System.Globalization;
using System.Text.Json.Serialization;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Design;

/// <summary>How the draft of one example did.</summary>
/// <param name="Example">The example's name.</param>
/// <param name="Expected">How many facts it had to say.</param>
/// <param name="Missing">Those that it does not say.</param>
/// <param name="Said">Words that it must not say and does.</param>
/// <param name="Blocking">The findings of the gate that would stop its signing.</param>
/// <param name="Failure">Why there is no draft; null where there is one.</param>
public sealed record ExampleResult(
    string Example, int Expected, IReadOnlyList<ExpectedFact> Missing, IReadOnlyList<string> Said, IReadOnlyList<Finding> Blocking, DraftFailure? Failure = null)
{
    /// <summary>Whether the draft may go to its reviewer: it says what it has to, nothing that it must not, and no finding blocks.</summary>
    [JsonIgnore]
    public bool Passed => Failure is null && Missing.Count == 0 && Said.Count == 0 && Blocking.Count == 0;

    /// <summary>How a draft did.</summary>
    /// <param name="workflow">The version.</param>
    /// <param name="example">Its example, valid by the template.</param>
    /// <param name="text">The draft in order.</param>
    /// <param name="report">What the gate's checks say of it.</param>
    public static ExampleResult Of(Workflow workflow, ExampleRecord example, IReadOnlyList<TextPiece> text, CheckReport report)
    {
        IReadOnlyList<ExpectedFact> facts = example.Expected?.Facts ?? [];
        var finder = new FactFinder(new Reading(workflow, InputRecord.Freeze(example.Record), text));
        return new ExampleResult(
            example.Name, facts.Count, [.. facts.Where(fact => !finder.IsSaid(fact))],
            [.. (example.Expected?.MustNotSay ?? []).Where(words => text.Any(piece => PhraseFinder.Find(piece.Text, words).Any()))],
            [.. report.Findings.Where(finding => finding.Severity == Severity.Blocking)]);
    }

    /// <summary>No draft came.</summary>
    /// <param name="example">The example.</param>
    /// <param name="failure">Why.</param>
    public static ExampleResult NoDraft(ExampleRecord example, DraftFailure failure) =>
        new(example.Name, example.Expected?.Facts.Count ?? 0, example.Expected?.Facts ?? [], [], [], failure);
}

/// <summary>How the examples of a workflow version did with a model (C11, C15).</summary>
/// <param name="Workflow">The version's digest: another version needs another run.</param>
/// <param name="Origin">Who drafted: another model needs another run.</param>
/// <param name="Examples">The results in the order of the examples.</param>
/// <param name="At">When the last draft was written.</param>
public sealed record SuiteResult(Sha256Digest Workflow, DraftOrigin Origin, IReadOnlyList<ExampleResult> Examples, DateTimeOffset At)
{
    /// <summary>The share of the examples that passed, 0 to 1; 0 without examples.</summary>
    [JsonIgnore]
    public decimal SharePassed => Examples.Count == 0 ? 0 : (decimal)Examples.Count(example => example.Passed) / Examples.Count;

    /// <summary>Whether it still speaks of this version with this model.</summary>
    public bool IsOf(Workflow workflow, DraftOrigin origin) => Workflow == WorkflowFile.Digest(workflow) && Origin == origin;
}

/// <summary>What a suite has to reach before anybody works with a version (C15): the bar for what the AI hands over (C17).</summary>
/// <param name="Examples">The fewest examples with expected facts; 1 to 100.</param>
/// <param name="SharePassed">The least share of all examples that pass, above 0 to 1.</param>
public sealed record LaunchBar(int Examples, decimal SharePassed)
{
    /// <summary>The bar where an organisation sets none: three examples of which two pass, all of them with medium stakes, five with high ones.</summary>
    public static LaunchBar Of(Stakes stakes) => stakes switch
    {
        Stakes.Low => new LaunchBar(3, 0.66m),
        Stakes.Medium => new LaunchBar(3, 1),
        _ => new LaunchBar(5, 1),
    };

    /// <summary>Everything that is wrong with the bar; none when it is sound.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. Examples is < 1 or > 100 ? [new Problem(JsonPointer.Parse("/examples"), "range", $"{Examples} examples are out of range.", "1 to 100")] : Array.Empty<Problem>(),
        .. SharePassed is <= 0 or > 1
            ? [new Problem(JsonPointer.Parse("/sharePassed"), "range", string.Create(CultureInfo.InvariantCulture, $"A share of {SharePassed} is out of range."), "above 0, at most 1")]
            : Array.Empty<Problem>(),
    ];

    /// <summary>Why a version can't be launched on a suite, or null.</summary>
    /// <param name="suite">The suite; null where none has run.</param>
    /// <param name="workflow">The version.</param>
    /// <param name="origin">Who would draft.</param>
    public HandoffError? Stops(SuiteResult? suite, Workflow workflow, DraftOrigin origin) =>
        suite is null ? new SuiteMissing("The examples have not been run yet.")
        : !suite.IsOf(workflow, origin) ? new SuiteMissing("The examples were run with another version or another model.")
        : suite.Examples.Count(example => example.Expected > 0) is var told && told < Examples ? new BelowLaunchBar($"{told} examples with expected facts were run; the bar is {Examples}.")
        : suite.SharePassed < SharePassed ? new BelowLaunchBar(string.Create(CultureInfo.InvariantCulture,
            $"{suite.Examples.Count(example => example.Passed)} of {suite.Examples.Count} examples passed; the bar is {Math.Round(SharePassed * 100)} %."))
        : null;
}

/// <summary>What released outputs have to reach: the bar for what leaves (C17), apart from the one for what the AI hands over.</summary>
/// <param name="Outputs">The fewest released outputs with a known outcome; 1 to 1,000.</param>
/// <param name="ShareAccepted">The least share of them that was accepted without a correction, above 0 to 1.</param>
public sealed record FinalBar(int Outputs, decimal ShareAccepted)
{
    /// <summary>Why outputs do not reach the bar, or null.</summary>
    /// <param name="accepted">How many were accepted without a correction.</param>
    /// <param name="known">Of how many with a known outcome.</param>
    public HandoffError? Stops(int accepted, int known) =>
        known < Outputs ? new BelowFinalBar($"The outcome of {known} outputs is known; the bar asks for {Outputs}.")
        : accepted < ShareAccepted * known ? new BelowFinalBar(string.Create(CultureInfo.InvariantCulture,
            $"{accepted} of {known} outputs were accepted without a correction; the bar is {Math.Round(ShareAccepted * 100)} %."))
        : null;
}

/// <summary>There is no suite that speaks of this version with this model.</summary>
/// <param name="Why">What there is in its place.</param>
public sealed record SuiteMissing(string Why) : HandoffError("suite-missing", $"{Why} Run them before anybody works with this version.");

/// <summary>The examples do not do well enough.</summary>
/// <param name="Why">With the numbers.</param>
public sealed record BelowLaunchBar(string Why) : HandoffError("below-launch-bar", $"{Why} Look at what is missing, change the workflow or the model, and run them again.");

/// <summary>What leaves is not good enough.</summary>
/// <param name="Why">With the numbers.</param>
public sealed record BelowFinalBar(string Why) : HandoffError("below-final-bar", Why);
