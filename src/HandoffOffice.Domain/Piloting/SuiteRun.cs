using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Piloting;

/// <summary>That the examples of a version were tried, in numbers (C11, C15). It holds for this version and the drafter it was made with, for nothing else.</summary>
/// <param name="Id">The run: where its details are found.</param>
/// <param name="Version">The version: template, contract, gate and brief.</param>
/// <param name="Origin">The model, or the rules, that drafted, with its version.</param>
/// <param name="Examples">Examples tried; at least 1.</param>
/// <param name="WithFacts">Those of them that say what a draft has to say, or which items are relevant.</param>
/// <param name="Passed">Those that passed.</param>
/// <param name="By">Who had it run.</param>
/// <param name="At">When it ended.</param>
public sealed record SuiteRun(Guid Id, int Version, string Origin, int Examples, int WithFacts, int Passed, Person By, DateTimeOffset At)
{
    /// <summary>Whether as many passed as have to. How many there have to be is asked before a pilot.</summary>
    public bool Passes(LaunchBar bar) => Examples > 0 && Passed >= bar.SharePassed * Examples;
}
