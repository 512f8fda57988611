using System.Globalization;

namespace HandoffOffice.Domain.Design;

/// <summary>What an option must be before it can be held beside others (C27).</summary>
public static class OpportunityRules
{
    /// <summary>The most gates.</summary>
    public const int MostGates = 10;

    /// <summary>Everything that is wrong with the options, by pointers such as <c>/options/0/changes/1/minutes</c>; none when they are sound.</summary>
    /// <param name="map">How it is done today; sound.</param>
    /// <param name="options">The options.</param>
    public static IReadOnlyList<Problem> Problems(ProcessMap map, IReadOnlyList<Opportunity> options) => options.Count == 0
        ? [new Problem(JsonPointer.Parse("/options"), "no-options", "There is no option.", "at least one; two or more can be compared")]
        : [.. options.SelectMany((option, index) => Problems(map, option, JsonPointer.Root.Append("options").Append(index))
            .Concat(options.Take(index).Any(other => other.Id == option.Id)
                ? [new Problem(JsonPointer.Root.Append("options").Append(index).Append("id"), "key", "Another option has this id.", "an id of its own")]
                : []))];

    /// <summary>Everything that is wrong with one option.</summary>
    /// <param name="map">How it is done today; sound.</param>
    /// <param name="option">The option.</param>
    /// <param name="at">Where it stands.</param>
    public static IReadOnlyList<Problem> Problems(ProcessMap map, Opportunity option, JsonPointer at)
    {
        IReadOnlyList<Problem> problems =
        [
            .. Named(option, at), .. option.Changes.SelectMany((change, i) => Change(map, option, i, change, at.Append("changes").Append(i))),
            .. option.Added.SelectMany((added, i) => Added(map, added, at.Append("added").Append(i))), .. Whole(option, at),
        ];
        return problems.Count > 0 ? problems : Saves(map, option, at);
    }

    private static IEnumerable<Problem> Named(Opportunity option, JsonPointer at)
    {
        if (option.Id.Length > 64 || !WorkflowRules.Slug().IsMatch(option.Id))
        {
            yield return new Problem(at.Append("id"), "key", "The option's id is not lower-case words joined by hyphens.", "such as draft-update");
        }

        if (string.IsNullOrWhiteSpace(option.Name))
        {
            yield return new Problem(at.Append("name"), "empty", "This text is empty.", "what the AI would do, in a few words");
        }
    }

    private static IEnumerable<Problem> Change(ProcessMap map, Opportunity option, int index, StepChange change, JsonPointer at)
    {
        ProcessStep? step = map.Steps.FirstOrDefault(step => step.Id == change.StepId);
        if (step is null)
        {
            yield return new Problem(at.Append("stepId"), "unknown-step", $"The map has no step '{change.StepId}'.",
                $"one of: {string.Join(", ", map.Steps.Select(known => known.Id))}");
            yield break;
        }

        if (option.Changes.Take(index).Any(other => other.StepId == change.StepId))
        {
            yield return new Problem(at.Append("stepId"), "step-twice", $"The step '{change.StepId}' changes twice.", "each step once");
        }

        if (change.Minutes < 0 || change.Minutes > step.Minutes)
        {
            yield return new Problem(at.Append("minutes"), "more-minutes",
                string.Create(CultureInfo.InvariantCulture, $"“{step.What}” would take {change.Minutes:0.##} minutes; today it takes {step.Minutes:0.##}."),
                "0 to what it takes today; what comes on top, such as a review, is a step of its own");
        }
        else if (change.By == Worker.Person && change.Minutes == step.Minutes)
        {
            yield return new Problem(at, "no-change", $"“{step.What}” stays as it is.", "fewer minutes, or the AI in place of the person, or no entry");
        }
    }

    private static IEnumerable<Problem> Added(ProcessMap map, AddedStep added, JsonPointer at)
    {
        (string Name, string Text)[] texts = [("what", added.What), ("who", added.Who)];
        foreach ((string name, _) in texts.Where(text => string.IsNullOrWhiteSpace(text.Text)))
        {
            yield return new Problem(at.Append(name), "empty", "This text is empty.", "a few words");
        }

        if (added.Minutes is < 0 or > ProcessMapRules.MostMinutes)
        {
            yield return new Problem(at.Append("minutes"), "range",
                string.Create(CultureInfo.InvariantCulture, $"{added.Minutes} minutes are out of range."), "0 to 2,400 minutes of a person");
        }

        if (added.After is { } after && map.Steps.All(step => step.Id != after))
        {
            yield return new Problem(at.Append("after"), "unknown-step", $"The map has no step '{after}'.", "a step of the map, or none for the first of all");
        }
    }

    private static IEnumerable<Problem> Whole(Opportunity option, JsonPointer at)
    {
        if (option.Changes.All(change => change.By != Worker.AI) && option.Added.All(added => added.By != Worker.AI))
        {
            yield return new Problem(at.Append("changes"), "no-ai", "The AI does no step.", "at least one step that the AI does");
        }

        if (option.Gates is < 1 or > MostGates)
        {
            yield return new Problem(at.Append("gates"), "range",
                option.Gates < 1 ? "Nobody would look at it before it leaves." : $"{option.Gates} approvals are out of range.", "1 to 10; best is 1");
        }

        if (ModelRules.NoText(option.Task) is { } why)
        {
            yield return new Problem(at.Append("task"), "task", why, ModelRules.Tasks);
        }
    }

    private static IReadOnlyList<Problem> Saves(ProcessMap map, Opportunity option, JsonPointer at)
    {
        decimal saved = map.MinutesARun - OpportunityPlan.MinutesARun(map, option);
        return saved > 0 ? [] :
        [
            new Problem(at.Append("changes"), "nothing-saved", saved == 0
                ? "This option saves nothing: one run takes as long as today."
                : string.Create(CultureInfo.InvariantCulture, $"This option saves nothing: one run takes {-saved:0.##} minutes longer than today."), "fewer minutes by hand than today"),
        ];
    }
}
