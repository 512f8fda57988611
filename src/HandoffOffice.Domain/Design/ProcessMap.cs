using System.Text.Json.Serialization;

namespace HandoffOffice.Domain.Design;

/// <summary>How a piece of work is done today, step by step, and how often (C26).</summary>
public sealed record ProcessMap
{
    /// <summary>The steps of one run in order. At least one.</summary>
    public required IReadOnlyList<ProcessStep> Steps { get; init; }

    /// <summary>How often a month one run is done for one subject; 0.05 (once in twenty months) to 1,000.</summary>
    public required decimal TimesAMonth { get; init; }

    /// <summary>For how many subjects it is done each time; 1 to 100,000.</summary>
    public int Subjects { get; init; } = 1;

    /// <summary>What one of the subjects is called, such as "client"; null where there is only the work itself.</summary>
    public string? Subject { get; init; }

    /// <summary>Minutes of people in one run.</summary>
    [JsonIgnore]
    public decimal MinutesARun => Steps.Sum(step => step.Minutes);

    /// <summary>Runs in a month, for all subjects.</summary>
    [JsonIgnore]
    public decimal RunsAMonth => TimesAMonth * Subjects;

    /// <summary>Minutes a month for one subject. Only for a sound map: see <see cref="ProcessMapRules"/>.</summary>
    [JsonIgnore]
    public MinutesPerMonth MinutesASubject => MinutesPerMonth.Of(MinutesARun, TimesAMonth);

    /// <summary>Minutes a month for all subjects. Only for a sound map: see <see cref="ProcessMapRules"/>.</summary>
    [JsonIgnore]
    public MinutesPerMonth MinutesAMonth => MinutesPerMonth.Of(MinutesARun, RunsAMonth);
}

/// <summary>One step of how it is done today.</summary>
/// <param name="Id">Lower-case words joined by hyphens, unique in the map: what an opportunity names the step by.</param>
/// <param name="What">What is done, such as "Write the status update".</param>
/// <param name="Who">The title of the role that does it.</param>
/// <param name="Input">What it starts from.</param>
/// <param name="Output">What it ends with.</param>
/// <param name="Minutes">Minutes of that person; 0.5 to 2,400.</param>
public sealed record ProcessStep(string Id, string What, string Who, string Input, string Output, decimal Minutes);
