using System.Globalization;
using HandoffOffice.Domain.Checking.Language;

namespace HandoffOffice.Domain.Design;

/// <summary>What a process map must be, and what would make it a better one (C26).</summary>
public static class ProcessMapRules
{
    /// <summary>The fewest minutes of a step.</summary>
    public const decimal LeastMinutes = 0.5m;

    /// <summary>The most minutes of a step: a week of work.</summary>
    public const decimal MostMinutes = 2400m;

    /// <summary>The most steps: more than that is several pieces of work.</summary>
    public const int MostSteps = 50;

    /// <summary>The longest text of a step in characters.</summary>
    public const int LongestText = 300;

    /// <summary>The least that a run may be done a month: once in twenty months.</summary>
    public const decimal LeastTimes = 0.05m;

    /// <summary>The most that a run may be done a month for one subject.</summary>
    public const decimal MostTimes = 1000m;

    /// <summary>The most subjects.</summary>
    public const int MostSubjects = 100_000;

    private static readonly IReadOnlyList<Func<ProcessMap, IEnumerable<Problem>>> All = [HasSteps, StepsAreNamed, MinutesAreInRange, OftenIsInRange];

    /// <summary>Everything that is wrong with a map, by pointers into it; none when it is sound.</summary>
    public static IReadOnlyList<Problem> Problems(ProcessMap map) => [.. All.SelectMany(rule => rule(map))];

    /// <summary>What is worth a second look in a sound map.</summary>
    public static IReadOnlyList<DesignAdvice> Advice(ProcessMap map) => [.. map.Steps.SkipLast(1)
        .Select((step, index) => (step, index))
        .Where(pair => !IsTaken(pair.step, map.Steps.Skip(pair.index + 1)))
        .Select(pair => new DesignAdvice(
            JsonPointer.Parse($"/steps/{pair.index}/output"), "output-unused",
            $"No later step takes what “{pair.step.What}” gives: {pair.step.Output}.",
            "Name the step that needs it by the same words, or leave the step out of the work."))];

    /// <summary>Where a workflow and the map of the work that it is for do not fit each other.</summary>
    /// <param name="map">A sound map.</param>
    /// <param name="workflow">The workflow; the pointers are into it.</param>
    public static IReadOnlyList<DesignAdvice> Advice(ProcessMap map, Workflow workflow) => Math.Abs(map.MinutesARun - workflow.BaselineMinutes) < 1 ? [] :
    [
        new DesignAdvice(
            JsonPointer.Parse("/baselineMinutes"), "baseline-differs",
            string.Create(CultureInfo.InvariantCulture, $"The workflow's baseline is {workflow.BaselineMinutes} minutes a run; the steps of the map add up to {map.MinutesARun:0.##}."),
            string.Create(CultureInfo.InvariantCulture,
                $"Set it to {Math.Max(1, Math.Round(map.MinutesARun, MidpointRounding.AwayFromZero)):0}, so that what is saved is measured against the map.")),
    ];

    private static IEnumerable<Problem> HasSteps(ProcessMap map) => map.Steps.Count switch
    {
        0 => [Problem.At("/steps", "no-steps", "The map has no step.", "each step as it is done today, at least one")],
        > MostSteps => [Problem.At("/steps", "too-many-steps", $"The map has {map.Steps.Count} steps.", $"at most {MostSteps}; small ones that follow each other can be one")],
        _ => [],
    };

    private static IEnumerable<Problem> StepsAreNamed(ProcessMap map)
    {
        for (int i = 0; i < map.Steps.Count; i++)
        {
            ProcessStep step = map.Steps[i];
            if (step.Id.Length > 64 || !WorkflowRules.Slug().IsMatch(step.Id) || map.Steps.Take(i).Any(other => other.Id == step.Id))
            {
                yield return Problem.At($"/steps/{i}/id", "key", "The step's id is not lower-case words joined by hyphens or is used twice.", "such as write, once");
            }

            (string Name, string Text, string Expected)[] texts =
            [
                ("what", step.What, "what is done, such as: Write the status update"), ("who", step.Who, "the title of the role that does it"),
                ("input", step.Input, "what the step starts from"), ("output", step.Output, "what the step ends with"),
            ];
            foreach ((string name, string text, string expected) in texts)
            {
                if (string.IsNullOrWhiteSpace(text))
                {
                    yield return Problem.At($"/steps/{i}/{name}", "empty", "This text is empty.", expected);
                }
                else if (text.Length > LongestText)
                {
                    yield return Problem.At($"/steps/{i}/{name}", "too-long", $"This text has {text.Length} characters.", $"at most {LongestText}");
                }
            }
        }
    }

    private static IEnumerable<Problem> MinutesAreInRange(ProcessMap map) => map.Steps
        .Select((step, index) => (step, index))
        .Where(pair => pair.step.Minutes is < LeastMinutes or > MostMinutes)
        .Select(pair => Problem.At($"/steps/{pair.index}/minutes", "range",
            string.Create(CultureInfo.InvariantCulture, $"{pair.step.Minutes} minutes are out of range."), "0.5 to 2,400 minutes of a person"));

    private static IEnumerable<Problem> OftenIsInRange(ProcessMap map)
    {
        bool often = map.TimesAMonth is >= LeastTimes and <= MostTimes;
        bool many = map.Subjects is >= 1 and <= MostSubjects;
        if (!often)
        {
            yield return Problem.At("/timesAMonth", "range",
                string.Create(CultureInfo.InvariantCulture, $"{map.TimesAMonth} times a month are out of range."), "0.05 to 1,000; once a quarter is 0.33");
        }

        if (!many)
        {
            yield return Problem.At("/subjects", "range", $"{map.Subjects} subjects are out of range.", "1 to 100,000; 1 where it is done once for all");
        }

        if (map.Subject is not null && string.IsNullOrWhiteSpace(map.Subject))
        {
            yield return Problem.At("/subject", "empty", "The subject has no name.", "such as client, or none at all");
        }

        if (often && many && !MinutesAreInRange(map).Any() && map.Steps.Count <= MostSteps && map.MinutesARun * map.RunsAMonth > MinutesPerMonth.Most)
        {
            yield return Problem.At("/subjects", "range", "The work comes to more minutes a month than an organisation has.", "fewer runs, or fewer minutes a step");
        }
    }

    private static bool IsTaken(ProcessStep step, IEnumerable<ProcessStep> later)
    {
        HashSet<string> given = [.. Stems(step.Output)];
        return given.Count == 0 || later.Any(other => Stems(other.Input).Concat(Stems(other.What)).Any(given.Contains));
    }

    private static IEnumerable<string> Stems(string text) => Tokenizer.Split(text).Where(token => token.IsContent).Select(token => token.Stem);
}
