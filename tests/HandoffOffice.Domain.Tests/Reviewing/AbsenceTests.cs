using CsCheck;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Domain.Tests.Reviewing;

[Trait("Capability", "C97")]
public sealed class AbsenceTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Both_ends_belong_to_an_absence()
    {
        Absence absence = Away("ada", 1, 3, "bob");
        Assert.Equal([false, true, true, true, false], Enumerable.Range(0, 5).Select(day => absence.Covers(Today.AddDays(day))));
    }

    [Fact]
    public void A_sound_absence_has_no_problem() => Assert.Empty(Problems(Away("ada", 0, 0, "bob")));

    [Theory]
    [InlineData(3, 2, "/until before-its-start")]
    [InlineData(-3, -1, "/until over")]
    [InlineData(-3, 0, "")]
    [InlineData(733, 734, "/from too-far-ahead")]
    [InlineData(0, 731, "")]
    [InlineData(0, 732, "/until too-long")]
    public void Each_wrong_date_has_its_problem(int from, int until, string expected) =>
        Assert.Equal(expected, string.Join(' ', Problems(Away("ada", from, until, "bob")).Select(problem => $"{problem.Pointer} {problem.Code}")));

    [Fact]
    public void Nobody_stands_in_for_themselves() => Assert.Equal("own-substitute", Assert.Single(Problems(Away("ada", 0, 1, "ADA"))).Code);

    [Theory]
    [InlineData(5, 9, true)]
    [InlineData(6, 9, false)]
    public void Two_people_do_not_stand_in_for_each_other_on_any_one_day(int from, int until, bool circle) =>
        Assert.Equal(circle ? ["circle"] : [], Problems(Away("ada", 0, 5, "bob"), Away("bob", from, until, "ada")).Select(problem => problem.Code));

    [Fact]
    public void Substitutes_never_go_in_a_circle_over_any_number_of_hops()
    {
        Absence[] chain = [.. Enumerable.Range(1, 50).Select(n => Away($"p{n}", 0, 9, $"p{n + 1}"))];
        Assert.Empty(Problems(Away("p51", 0, 9, "p52"), chain));
        Assert.Contains("p51, p1, p2", Assert.Single(Problems(Away("p51", 0, 9, "p1"), chain)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_absence_takes_the_place_of_the_persons_own() => Assert.Empty(Problems(Away("ada", 0, 5, "bob"), Away("ada", 0, 5, "cid")));

    [Fact]
    public void Where_the_substitute_is_away_as_well_theirs_stands_in()
    {
        var away = new AwayOn([Away("ada", 0, 5, "bob"), Away("bob", 0, 2, "cid"), Away("cid", 3, 4, "dan")], Today);
        Assert.Equal("cid", away.StandInFor(away.Of(Named("ada"))!)?.Id);
        Assert.Null(away.Of(Named("cid")));
    }

    /// <summary>Whatever absences are set one after another: on no day does anybody who is away lack somebody who is here.</summary>
    [Fact]
    public void What_the_rules_let_through_always_leads_to_somebody_who_is_here() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 8], Gen.Int[0, 5], Gen.Int[0, 5], (who, from, days, substitute) => Away($"p{who}", from, from + days, $"p{substitute}")).Array[1, 12]
            .Sample(wanted =>
            {
                List<Absence> set = [];
                foreach (Absence absence in wanted.Where(absence => !AbsenceRules.Problems(absence, Others(set, absence), Today).Any()))
                {
                    set.RemoveAll(other => other.Person.Is(absence.Person));
                    set.Add(absence);
                }

                for (int day = 0; day < 15; day++)
                {
                    var away = new AwayOn(set, Today.AddDays(day));
                    Assert.All(away.All, absence => Assert.Null(away.Of(away.StandInFor(absence) ?? throw new InvalidOperationException("Nobody is here."))));
                }
            }, seed: "0000AbSence1", iter: 2000, threads: 1);

    private static Absence Away(string who, int from, int until, string substitute) => new(Named(who), Today.AddDays(from), Today.AddDays(until), Named(substitute));

    private static Person Named(string name) => new(name, name);

    private static IReadOnlyList<Absence> Others(IEnumerable<Absence> set, Absence wanted) => [.. set.Where(other => !other.Person.Is(wanted.Person))];

    private static List<Problem> Problems(Absence wanted, params Absence[] others) => [.. AbsenceRules.Problems(wanted, others, Today)];
}
