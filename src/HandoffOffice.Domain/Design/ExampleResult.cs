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
}

/// <summary>What released outputs have to reach: the bar for what leaves (C17), apart from the one for what the AI hands over.</summary>
/// <param name="Outputs">The fewest released outputs with a known outcome; 1 to 1,000.</param>
/// <param name="ShareAccepted">The least share of them that was accepted without a correction, above 0 to 1.</param>
public sealed record ReceptionBar(int Outputs, decimal ShareAccepted)
{
    /// <summary>The bar where an organisation sets none: as many outcomes as a pilot can have.</summary>
    public static ReceptionBar Of(Stakes stakes) => stakes switch
    {
        Stakes.Low => new ReceptionBar(3, 0.66m),
        Stakes.Medium => new ReceptionBar(5, 0.8m),
        _ => new ReceptionBar(10, 0.9m),
    };

    /// <summary>Whether outputs reach the bar.</summary>
    /// <param name="accepted">How many were accepted without a correction.</param>
    /// <param name="known">Of how many with a known outcome.</param>
    public bool IsReached(int accepted, int known) => known >= Outputs && accepted >= ShareAccepted * known;

    /// <summary>How outputs stand to the bar, for a person.</summary>
    /// <inheritdoc cref="IsReached" />
    public string Told(int accepted, int known) => known < Outputs
        ? string.Create(CultureInfo.InvariantCulture, $"The outcome of {known} outputs is known; the bar asks for {Outputs}.")
        : string.Create(CultureInfo.InvariantCulture, $"{accepted} of {known} outputs were accepted without a correction; the bar is {Math.Round(ShareAccepted * 100)} %.");
}
