using System.Globalization;

namespace HandoffOffice.Domain.Design;

/// <summary>What one run is with an option, and the options side by side (C27).</summary>
public static class OpportunityPlan
{
    private const int FewestCrossings = 2;
    private const int ManyCrossings = 6;

    /// <summary>Minutes of people in one run with an option.</summary>
    public static decimal MinutesARun(ProcessMap map, Opportunity option) =>
        map.Steps.Sum(step => option.Changes.FirstOrDefault(change => change.StepId == step.Id)?.Minutes ?? step.Minutes) + option.Added.Sum(added => added.Minutes);

    /// <summary>Minutes of people in one run in steps that an option leaves as they are.</summary>
    public static decimal UntouchedMinutes(ProcessMap map, Opportunity option) =>
        map.Steps.Where(step => option.Changes.All(change => change.StepId != step.Id)).Sum(step => step.Minutes);

    /// <summary>How often the work passes between a person and the AI in one run: it starts and ends with a person.</summary>
    public static int Crossings(ProcessMap map, Opportunity option)
    {
        IEnumerable<Worker> After(string? step) => option.Added.Where(added => added.After == step).Select(added => added.By);
        Worker[] workers =
        [
            Worker.Person, .. After(null),
            .. map.Steps.SelectMany(step => After(step.Id).Prepend(option.Changes.FirstOrDefault(change => change.StepId == step.Id)?.By ?? Worker.Person)),
            Worker.Person,
        ];
        return workers.Zip(workers.Skip(1)).Count(pair => pair.First != pair.Second);
    }

    /// <summary>What an option comes to.</summary>
    /// <param name="map">How it is done today; sound.</param>
    /// <param name="option">The option; sound.</param>
    /// <param name="stakes">What an error of the work costs.</param>
    /// <param name="register">The models that there are.</param>
    public static OpportunityFigures Figures(ProcessMap map, Opportunity option, Stakes stakes, ModelRegister register)
    {
        decimal minutes = MinutesARun(map, option);
        int crossings = Crossings(map, option);
        var month = MinutesPerMonth.Of(minutes, map.RunsAMonth);
        return new OpportunityFigures(
            option.Id, option.Name, minutes, map.MinutesARun - minutes, month, map.MinutesAMonth - month, crossings,
            Smoothness(option, crossings, register), Risk(option, stakes));
    }

    /// <summary>The options side by side, with the one that the figures speak for: the smoothest, and among those equally smooth the one that saves most.</summary>
    /// <param name="map">How it is done today; sound.</param>
    /// <param name="options">The options; those with a problem by <see cref="OpportunityRules"/> are left out.</param>
    /// <param name="stakes">What an error of the work costs.</param>
    /// <param name="register">The models that there are.</param>
    public static OpportunityComparison Compare(ProcessMap map, IReadOnlyList<Opportunity> options, Stakes stakes, ModelRegister register)
    {
        IReadOnlyList<OpportunityFigures> figures =
        [
            .. options.Where(option => OpportunityRules.Problems(map, option, JsonPointer.Root).Count == 0).Select(option => Figures(map, option, stakes, register)),
        ];
        OpportunityFigures? best = figures.OrderBy(option => option.Smooth).ThenByDescending(option => option.SavedARun).ThenBy(option => option.Safe).FirstOrDefault();
        return new OpportunityComparison(figures, best is null ? "No option saves time: look for another step that the AI could do." : Reason(best, figures), best?.OptionId);
    }

    private static IReadOnlyList<RatedReason> Smoothness(Opportunity option, int crossings, ModelRegister register) =>
    [
        new(crossings <= FewestCrossings ? Rating.Good : crossings < ManyCrossings ? Rating.Doubtful : Rating.Bad,
            $"The work passes between a person and the AI {crossings} times a run{(crossings <= FewestCrossings ? "." : ": each time loses context and time.")}"),
        option.InputIsStructured
            ? new(Rating.Good, "The AI is given fields.")
            : new(Rating.Bad, "The AI is given prose: what comes back will differ from run to run."),
        new(option.Gates == 1 ? Rating.Good : option.Gates == 2 ? Rating.Doubtful : Rating.Bad,
            option.Gates == 1 ? "One gate stands before it leaves." : $"{option.Gates} gates stand before it leaves; one is enough."),
        register.Misfit(option.Task) is { } misfit ? new(Rating.Bad, misfit.Detail) : new(Rating.Good, $"'{register.For(option.Task)!.Name}' is for {option.Task}."),
    ];

    private static IReadOnlyList<RatedReason> Risk(Opportunity option, Stakes stakes) =>
    [
        stakes switch
        {
            Stakes.Low => new(Rating.Good, "An error is annoying."),
            Stakes.Medium => new(Rating.Doubtful, "An error costs trust or rework."),
            _ => new(Rating.Bad, "An error costs money, a client or a legal position."),
        },
        option.Touches switch
        {
            TouchedData.Public => new(Rating.Good, "The AI reads what anybody may know."),
            TouchedData.Internal => new(Rating.Good, "The AI reads what stays in the organisation."),
            TouchedData.Client => new(Rating.Doubtful, "The AI reads what a client entrusted."),
            _ => new(Rating.Bad, "The AI reads what is about a person."),
        },
        option.Evidence switch
        {
            EvidenceExtent.All => new(Rating.Good, "Every statement can be held against a source."),
            EvidenceExtent.Some => new(Rating.Doubtful, "Only some statements can be held against a source."),
            _ => new(Rating.Bad, "No statement can be held against a source."),
        },
    ];

    private static string Reason(OpportunityFigures best, IReadOnlyList<OpportunityFigures> all)
    {
        var others = all.Where(option => option != best).ToList();
        OpportunityFigures? rival = others.Where(option => option.Smooth == best.Smooth).MaxBy(option => option.SavedARun);
        OpportunityFigures? rougher = others.Where(option => option.SavedARun > best.SavedARun).MaxBy(option => option.SavedARun);
        IEnumerable<string> sentences =
        [
            others.Count == 0 ? Words($"“{best.Name}” saves {best.SavedARun:0.##} minutes a run; there is no other option.")
                : rival is null ? $"“{best.Name}” is the smoothest."
                : rival.SavedARun == best.SavedARun ? Words($"“{best.Name}” and “{rival.Name}” are equally smooth and save {best.SavedARun:0.##} minutes a run each.")
                : Words(
                    $"“{best.Name}” and “{rival.Name}” are equally smooth, and the first saves {best.SavedARun:0.##} minutes a run where the second saves {rival.SavedARun:0.##}."),
            .. rougher is null ? Array.Empty<string>() : [
                Words($"It saves {rougher.SavedARun - best.SavedARun:0.##} minutes a run less than “{rougher.Name}”, which is not as smooth: {Worst(rougher.Smoothness)}"),
            ],
            .. best.Smooth == Rating.Good ? Array.Empty<string>() : [$"It is not smooth yet: {Worst(best.Smoothness)}"],
            .. others.Any(option => option.Safe < best.Safe) ? [$"It is riskier than another: {Worst(best.Risk)}"] : Array.Empty<string>(),
        ];
        return string.Join(' ', sentences);
    }

    private static string Worst(IReadOnlyList<RatedReason> reasons) => reasons.MaxBy(reason => reason.Rating)!.Text;

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
