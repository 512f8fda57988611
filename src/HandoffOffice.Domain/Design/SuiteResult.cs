using System.Text.Json.Serialization;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Drafting;

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
    /// <summary>Whether it may leave as it is, but for its review.</summary>
    [JsonIgnore]
    public bool Passed => Failure is null && Missing.Count == 0 && Said.Count == 0 && Blocking.Count == 0;
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
}

/// <summary>What a suite has to reach before anybody works with a version (C15, C17).</summary>
/// <param name="Examples">The fewest examples with expected facts; 1 to 100.</param>
/// <param name="SharePassed">The least share of examples that pass, above 0 to 1.</param>
public sealed record LaunchBar(int Examples, decimal SharePassed);
