using System.Globalization;

namespace HandoffOffice.Domain.Design;

/// <summary>
/// Judges work by four traits: repeatable, structured, time-consuming, low-stakes (C24). The bounds are the software's own, written down here and shown in each
/// reason, so that an organisation can argue with a number and not with a feeling.
/// </summary>
public static class Suitability
{
    /// <summary>Hours a week from which work is worth a handoff.</summary>
    public const decimal HoursWorthIt = 2m;

    /// <summary>Hours a week below which setting one up costs more than it gives.</summary>
    public const decimal HoursTooFew = 0.5m;

    private const decimal SameWay = 0.8m;
    private const decimal HardlySame = 0.5m;
    private const decimal OftenEnough = 2m;
    private const decimal OneOff = 0.25m;
    private const decimal SteadyFields = 0.9m;
    private const decimal LooseFields = 0.5m;
    private const int LittleJudgement = 2;
    private const int MuchJudgement = 6;

    // "80%", and not the invariant "80 %".
    private static readonly CultureInfo Reading = English();

    /// <summary>The kinds of work in which an error costs money, rights or health, whoever reviews it.</summary>
    public static IReadOnlySet<WorkKind> HighStakes { get; } = new HashSet<WorkKind>
    {
        WorkKind.Proposal, WorkKind.Invoice, WorkKind.Legal, WorkKind.HumanResources, WorkKind.Regulatory, WorkKind.HealthOrSafety,
    };

    /// <summary>Everything that is wrong with the answers, by pointers into them; none when they are sound.</summary>
    public static IReadOnlyList<Problem> Problems(SuitabilityAnswers answers)
    {
        (string Place, int Value, int Min, int Max, string What)[] limits =
        [
            ("/runsLookedAt", answers.RunsLookedAt, 1, 100, "past runs, at least the last one"),
            ("/runsAsMapped", answers.RunsAsMapped, 0, Math.Max(0, answers.RunsLookedAt), "of the runs looked at"),
            ("/fieldsNeeded", answers.FieldsNeeded, 1, 200, "facts that the work needs"),
            ("/fieldsAlwaysGiven", answers.FieldsAlwaysGiven, 0, Math.Max(0, answers.FieldsNeeded), "of the facts that the work needs"),
            ("/judgementOfTen", answers.JudgementOfTen, 0, 10, "of ten sentences"),
        ];
        return [.. limits.Where(limit => limit.Value < limit.Min || limit.Value > limit.Max)
            .Select(limit => new Problem(JsonPointer.Parse(limit.Place), "range", $"{limit.Value} is out of range.", $"{limit.Min} to {limit.Max} {limit.What}"))];
    }

    /// <summary>How work stands in each trait, and the stakes that it has.</summary>
    /// <param name="map">How it is done today; sound by <see cref="ProcessMapRules"/>.</param>
    /// <param name="answers">What was found out; sound by <see cref="Problems"/>.</param>
    public static SuitabilityVerdict Judge(ProcessMap map, SuitabilityAnswers answers)
    {
        (Stakes stakes, string why) = StakesOf(answers);
        return new SuitabilityVerdict([Repeatable(map, answers), Structured(answers), TimeConsuming(map), LowStakes(answers)], stakes, why);
    }

    /// <summary>Where a workflow takes an error more lightly than the answers do.</summary>
    /// <param name="answers">What was found out.</param>
    /// <param name="workflow">The workflow; the pointers are into it.</param>
    public static IReadOnlyList<Problem> Contradictions(SuitabilityAnswers answers, Workflow workflow)
    {
        (Stakes least, string why) = StakesOf(answers);
        return workflow.Stakes >= least ? [] :
        [
            new Problem(JsonPointer.Parse("/stakes"), "stakes-understated",
                $"The workflow has {workflow.Stakes} stakes, but its answers ask for {least}: {why}", $"{least}, or other answers"),
        ];
    }

    /// <summary>What a name says of the stakes though the answers do not: a workflow called "Client proposal" that is answered for as a status report.</summary>
    /// <param name="answers">What was found out; the pointer is into them.</param>
    /// <param name="name">What the work or the workflow is called.</param>
    public static IReadOnlyList<DesignAdvice> Advice(SuitabilityAnswers answers, string name) => HighStakes.Contains(answers.Kind) || KindWords.In(name) is not { } kind ? [] :
    [
        new DesignAdvice(
            JsonPointer.Parse("/kind"), "kind-understated",
            $"“{name}” sounds like work of high stakes: {char.ToLowerInvariant(NameOf(kind)[0])}{NameOf(kind)[1..]}. It is answered for as another kind.",
            "Look at the kind once more; an error in it would cost money, rights or health."),
    ];

    private static TraitVerdict Repeatable(ProcessMap map, SuitabilityAnswers answers)
    {
        decimal same = Share(answers.RunsAsMapped, answers.RunsLookedAt);
        Rating rating = map.RunsAMonth < OneOff || same < HardlySame ? Rating.Bad
            : map.RunsAMonth >= OftenEnough && same >= SameWay ? Rating.Good
            : Rating.Doubtful;
        string often = map.RunsAMonth == 1 ? "once" : Words($"{map.RunsAMonth:0.##} times");
        return new TraitVerdict(SuitabilityTrait.Repeatable, rating, Words(
            $"It is done {often} a month, and {answers.RunsAsMapped} of {answers.RunsLookedAt} past runs followed the steps of the map; good is {OftenEnough:0} or more, with {SameWay:0%} as mapped."));
    }

    private static TraitVerdict Structured(SuitabilityAnswers answers)
    {
        decimal given = Share(answers.FieldsAlwaysGiven, answers.FieldsNeeded);
        Rating rating = new[]
        {
            given >= SteadyFields ? Rating.Good : given < LooseFields ? Rating.Bad : Rating.Doubtful,
            answers.Source is InputSource.FormOrSystem or InputSource.Table ? Rating.Good : Rating.Doubtful,
            answers.Form switch { OutputForm.Fixed => Rating.Good, OutputForm.Usual => Rating.Doubtful, _ => Rating.Bad },
            answers.JudgementOfTen <= LittleJudgement ? Rating.Good : answers.JudgementOfTen >= MuchJudgement ? Rating.Bad : Rating.Doubtful,
        }.Max();
        string source = answers.Source switch
        {
            InputSource.FormOrSystem => "a form or system",
            InputSource.Table => "a table",
            InputSource.Prose => "prose",
            _ => "memory",
        };
        string form = answers.Form switch { OutputForm.Fixed => "fixed", OutputForm.Usual => "mostly the same", _ => "new each time" };
        return new TraitVerdict(SuitabilityTrait.Structured, rating, Words(
            $"{answers.FieldsAlwaysGiven} of {answers.FieldsNeeded} facts are always given, from {source}; the form of the output is {form}, and {answers.JudgementOfTen} of 10 sentences are judgement."));
    }

    private static TraitVerdict TimeConsuming(ProcessMap map)
    {
        decimal hours = map.MinutesAMonth.HoursAWeek;
        Rating rating = hours >= HoursWorthIt ? Rating.Good : hours < HoursTooFew ? Rating.Bad : Rating.Doubtful;
        return new TraitVerdict(SuitabilityTrait.TimeConsuming, rating, Words(
            $"It takes {map.MinutesAMonth}, which is {hours:0.#} hours a week; good is {HoursWorthIt:0} or more, and below {HoursTooFew:0.#} the setting up costs more than it gives."));
    }

    private static TraitVerdict LowStakes(SuitabilityAnswers answers)
    {
        Rating rating = HighStakes.Contains(answers.Kind) || answers.Cost == MistakeCost.MoneyOrLaw
            || (answers.Cost == MistakeCost.Trust && answers.Sight == MistakeSight.OnlyAfterwards) ? Rating.Bad
            : answers.Cost == MistakeCost.Trust || answers.Sight != MistakeSight.AnyReviewer ? Rating.Doubtful
            : Rating.Good;
        string kind = HighStakes.Contains(answers.Kind) ? $"{NameOf(answers.Kind)} is work of high stakes; a" : "A";
        return new TraitVerdict(SuitabilityTrait.LowStakes, rating, $"{kind} mistake would cost {CostOf(answers.Cost)}, and {SightOf(answers.Sight)}.");
    }

    // Where a mistake is seen only afterwards, the review is worth one step less than it looks.
    private static (Stakes Stakes, string Why) StakesOf(SuitabilityAnswers answers)
    {
        if (HighStakes.Contains(answers.Kind))
        {
            return (Stakes.High, $"{NameOf(answers.Kind)} is work of high stakes.");
        }

        Stakes byCost = answers.Cost switch
        {
            MistakeCost.MoneyOrLaw => Stakes.High,
            MistakeCost.Trust => Stakes.Medium,
            _ => Stakes.Low,
        };
        bool unseen = answers.Sight == MistakeSight.OnlyAfterwards && answers.Cost != MistakeCost.Correction && byCost != Stakes.High;
        return (unseen ? byCost + 1 : byCost, $"A mistake would cost {CostOf(answers.Cost)}, and {SightOf(answers.Sight)}.");
    }

    /// <summary>A kind of work in words, with an article and a capital.</summary>
    internal static string NameOf(WorkKind kind) => kind switch
    {
        WorkKind.Proposal => "A proposal",
        WorkKind.Invoice => "An invoice",
        WorkKind.Legal => "A contract or legal text",
        WorkKind.HumanResources => "A decision about a person",
        WorkKind.Regulatory => "A text for an authority or investors",
        WorkKind.HealthOrSafety => "A text on which health or safety depends",
        _ => "This work",
    };

    private static string CostOf(MistakeCost cost) => cost switch
    {
        MistakeCost.Correction => "a correction",
        MistakeCost.Rework => "hours of rework",
        MistakeCost.Trust => "trust",
        _ => "money, a client or a legal position",
    };

    private static string SightOf(MistakeSight sight) => sight switch
    {
        MistakeSight.AnyReviewer => "any reviewer can see it before it leaves",
        MistakeSight.Expert => "only somebody who knows the matter can see it before it leaves",
        _ => "it shows only afterwards",
    };

    private static decimal Share(int part, int whole) => whole < 1 ? 0 : (decimal)part / whole;

    private static string Words(FormattableString text) => text.ToString(Reading);

    private static CultureInfo English()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.PercentPositivePattern = 1;
        return CultureInfo.ReadOnly(culture);
    }
}
