using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C24")]
public sealed class SuitabilityTests
{
    private static readonly ProcessMap Map = WorkedExample.Map;
    private static readonly SuitabilityAnswers Answers = WorkedExample.Answers;

    [Fact]
    public void The_worked_example_is_suited_and_says_why_with_its_numbers()
    {
        SuitabilityVerdict verdict = Suitability.Judge(Map, Answers);
        Assert.Equal(Fitness.Suited, verdict.Fitness);
        Assert.Equal(
            [
                "It is done 8 times a month, and 9 of 10 past runs followed the steps of the map; good is 2 or more, with 80% as mapped.",
                "8 of 8 facts are always given, from a form or system; the form of the output is fixed, and 1 of 10 sentences are judgement.",
                "It takes 520 minutes a month, which is 2 hours a week; good is 2 or more, and below 0.5 the setting up costs more than it gives.",
                "A mistake would cost a correction, and any reviewer can see it before it leaves.",
            ],
            verdict.Traits.Select(trait => trait.Reason));
    }

    [Theory]
    [InlineData(8, 10, Rating.Good)]
    [InlineData(7, 10, Rating.Doubtful)]
    [InlineData(5, 10, Rating.Doubtful)]
    [InlineData(4, 10, Rating.Bad)]
    [InlineData(0, 1, Rating.Bad)]
    public void Work_is_repeatable_by_how_many_past_runs_were_as_mapped(int same, int of, Rating rating) =>
        Is(SuitabilityTrait.Repeatable, rating, Map, Answers with { RunsAsMapped = same, RunsLookedAt = of });

    [Theory]
    [InlineData(2, Rating.Good)]
    [InlineData(1, Rating.Doubtful)]
    [InlineData(0.25, Rating.Doubtful)]
    [InlineData(0.2, Rating.Bad)]
    public void One_off_work_is_not_repeatable(double times, Rating rating) =>
        Is(SuitabilityTrait.Repeatable, rating, Map with { TimesAMonth = (decimal)times, Subjects = 1 }, Answers);

    [Theory]
    [InlineData(9, Rating.Good)]
    [InlineData(8, Rating.Doubtful)]
    [InlineData(5, Rating.Doubtful)]
    [InlineData(4, Rating.Bad)]
    public void Work_is_structured_by_how_many_facts_are_always_given(int given, Rating rating) =>
        Is(SuitabilityTrait.Structured, rating, Map, Answers with { FieldsNeeded = 10, FieldsAlwaysGiven = given });

    [Theory]
    [InlineData(InputSource.Table, OutputForm.Fixed, 2, Rating.Good)]
    [InlineData(InputSource.Prose, OutputForm.Fixed, 2, Rating.Doubtful)]
    [InlineData(InputSource.Memory, OutputForm.Fixed, 0, Rating.Doubtful)]
    [InlineData(InputSource.Table, OutputForm.Usual, 0, Rating.Doubtful)]
    [InlineData(InputSource.Table, OutputForm.Free, 0, Rating.Bad)]
    [InlineData(InputSource.Table, OutputForm.Fixed, 3, Rating.Doubtful)]
    [InlineData(InputSource.Table, OutputForm.Fixed, 6, Rating.Bad)]
    public void Work_is_structured_by_its_source_its_form_and_its_judgement(InputSource source, OutputForm form, int judgement, Rating rating) =>
        Is(SuitabilityTrait.Structured, rating, Map, Answers with { Source = source, Form = form, JudgementOfTen = judgement });

    [Theory]
    [InlineData(4, Rating.Good)]
    [InlineData(3, Rating.Doubtful)]
    [InlineData(1, Rating.Doubtful)]
    public void Work_is_time_consuming_from_two_hours_a_week(int clients, Rating rating) => Is(SuitabilityTrait.TimeConsuming, rating, Map with { Subjects = clients }, Answers);

    [Fact]
    public void Work_of_minutes_a_week_is_not_worth_it() => Is(SuitabilityTrait.TimeConsuming, Rating.Bad, Map with { Subjects = 1, TimesAMonth = 1 }, Answers);

    [Theory]
    [InlineData(MistakeCost.Rework, MistakeSight.AnyReviewer, Rating.Good, Stakes.Low)]
    [InlineData(MistakeCost.Rework, MistakeSight.OnlyAfterwards, Rating.Doubtful, Stakes.Medium)]
    [InlineData(MistakeCost.Correction, MistakeSight.Expert, Rating.Doubtful, Stakes.Low)]
    [InlineData(MistakeCost.Trust, MistakeSight.AnyReviewer, Rating.Doubtful, Stakes.Medium)]
    [InlineData(MistakeCost.Trust, MistakeSight.OnlyAfterwards, Rating.Bad, Stakes.High)]
    [InlineData(MistakeCost.MoneyOrLaw, MistakeSight.AnyReviewer, Rating.Bad, Stakes.High)]
    public void Stakes_follow_from_what_a_mistake_costs_and_who_can_see_it(MistakeCost cost, MistakeSight sight, Rating rating, Stakes stakes)
    {
        SuitabilityAnswers answers = Answers with { Cost = cost, Sight = sight };
        Is(SuitabilityTrait.LowStakes, rating, Map, answers);
        Assert.Equal(stakes, Suitability.Judge(Map, answers).LeastStakes);
    }

    [Fact]
    public void Three_doubts_are_too_many()
    {
        SuitabilityAnswers two = Answers with { RunsAsMapped = 7, Form = OutputForm.Usual };
        Assert.Equal(Fitness.SuitedWithCare, Suitability.Judge(Map, two).Fitness);
        Assert.Equal(Fitness.NotYet, Suitability.Judge(Map, two with { Cost = MistakeCost.Trust }).Fitness);
    }

    [Theory]
    [InlineData("/runsLookedAt")]
    [InlineData("/runsAsMapped")]
    [InlineData("/fieldsNeeded")]
    [InlineData("/fieldsAlwaysGiven")]
    [InlineData("/judgementOfTen")]
    public void Answers_that_cannot_be_are_named(string place) => Assert.Contains(
        Suitability.Problems(place switch
        {
            "/runsLookedAt" => Answers with { RunsLookedAt = 0, RunsAsMapped = 0 },
            "/runsAsMapped" => Answers with { RunsAsMapped = 11 },
            "/fieldsNeeded" => Answers with { FieldsNeeded = 0, FieldsAlwaysGiven = 0 },
            "/fieldsAlwaysGiven" => Answers with { FieldsAlwaysGiven = 9 },
            _ => Answers with { JudgementOfTen = 11 },
        }), problem => problem.Pointer.ToString() == place);

    [Fact]
    public void Stakes_below_what_the_answers_say_are_a_contradiction_that_is_named()
    {
        Workflow workflow = Build.Workflow();
        Assert.Empty(Suitability.Contradictions(Answers, workflow));
        Problem problem = Assert.Single(Suitability.Contradictions(Answers with { Kind = WorkKind.Invoice }, workflow));
        Assert.Equal("/stakes stakes-understated", $"{problem.Pointer} {problem.Code}");
        Assert.Contains("An invoice is work of high stakes.", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Capability", "C25")]
    [InlineData("Client proposal", "a proposal")]
    [InlineData("Monthly invoicing", "an invoice")]
    [InlineData("Mietvertrag, Vertragsentwurf", "a contract or legal text")]
    [InlineData("Kündigung", "a decision about a person")]
    [InlineData("Letter to investors", "a text for an authority or investors")]
    [InlineData("Patient letter", "a text on which health or safety depends")]
    public void A_name_that_sounds_like_high_stakes_is_pointed_out(string name, string kind)
    {
        Assert.Contains(kind, Assert.Single(Suitability.Advice(Answers, name)).Detail, StringComparison.Ordinal);
        Assert.Empty(Suitability.Advice(Answers with { Kind = WorkKind.Proposal }, name));
        Assert.Empty(Suitability.Advice(Answers, "Client status report"));
    }

    [Fact]
    public void A_worse_answer_never_makes_work_fitter() =>
        Gen.Select(AnyWork, Gen.Int[0, 6]).Sample((one, which) =>
        {
            (SuitabilityAnswers answers, ProcessMap map) = one;
            (SuitabilityAnswers worse, ProcessMap rarer) = which switch
            {
                0 => (answers with { RunsAsMapped = answers.RunsAsMapped - 1 }, map),
                1 => (answers with { FieldsAlwaysGiven = answers.FieldsAlwaysGiven - 1 }, map),
                2 => (answers with { Form = answers.Form + 1 }, map),
                3 => (answers with { JudgementOfTen = answers.JudgementOfTen + 1 }, map),
                4 => (answers with { Cost = answers.Cost + 1 }, map),
                5 => (answers with { Sight = answers.Sight + 1 }, map),
                _ => (answers, map with { TimesAMonth = map.TimesAMonth / 2 }),
            };
            SuitabilityVerdict before = Suitability.Judge(map, answers);
            SuitabilityVerdict after = Suitability.Judge(rarer, worse);
            Assert.True(after.Fitness >= before.Fitness);
            Assert.True(after.LeastStakes >= before.LeastStakes);
            Assert.All(before.Traits.Zip(after.Traits), pair => Assert.True(pair.Second.Rating >= pair.First.Rating));
        });

    private static Gen<(SuitabilityAnswers, ProcessMap)> AnyWork =>
        from same in Gen.Int[1, 10]
        from given in Gen.Int[1, 10]
        from form in Gen.Int[0, 1]
        from judgement in Gen.Int[0, 9]
        from cost in Gen.Int[0, 2]
        from sight in Gen.Int[0, 1]
        from kind in Gen.Enum<WorkKind>()
        from times in Gen.Int[1, 30]
        select Given(same, given, form, judgement, cost, sight, kind, times);

    private static (SuitabilityAnswers, ProcessMap) Given(int same, int given, int form, int judgement, int cost, int sight, WorkKind kind, int times) => (Answers with
    {
        Kind = kind,
        RunsAsMapped = same,
        FieldsNeeded = 10,
        FieldsAlwaysGiven = given,
        Form = (OutputForm)form,
        JudgementOfTen = judgement,
        Cost = (MistakeCost)cost,
        Sight = (MistakeSight)sight,
    }, Map with { TimesAMonth = times / 4m });

    private static void Is(SuitabilityTrait trait, Rating rating, ProcessMap map, SuitabilityAnswers answers) =>
        Assert.Equal(rating, Suitability.Judge(map, answers).Traits.Single(verdict => verdict.Trait == trait).Rating);
}
