namespace HandoffOffice.Domain.Reviewing;

/// <summary>That somebody is away, and who reviews in their place (C97). Dates are in UTC; both ends belong to it.</summary>
/// <param name="Person">Who is away.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Substitute">Who stands in.</param>
public sealed record Absence(Person Person, DateOnly From, DateOnly Until, Person Substitute)
{
    /// <summary>Whether that day belongs to it.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}

/// <summary>Whether an absence can be set.</summary>
public static class AbsenceRules
{
    /// <summary>The farthest that an absence may begin ahead, and the longest that it may take, in days.</summary>
    public const int MaxDays = 732;

    /// <summary>What is wrong with an absence, each fault at its place.</summary>
    /// <param name="wanted">The absence.</param>
    /// <param name="others">The absences that are set; one of the same person gives way to this.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<Problem> Problems(Absence wanted, IReadOnlyList<Absence> others, DateOnly today)
    {
        if (wanted.Until < wanted.From)
        {
            yield return new Problem(JsonPointer.Parse("/until"), "before-its-start", "The last day is before the first.", $"{wanted.From:yyyy-MM-dd} or later");
        }
        else if (wanted.Until < today)
        {
            yield return new Problem(JsonPointer.Parse("/until"), "over", "The last day is over.", $"{today:yyyy-MM-dd} or later");
        }

        if (wanted.From > today.AddDays(MaxDays))
        {
            yield return new Problem(JsonPointer.Parse("/from"), "too-far-ahead", "The first day is too far ahead.", $"{today.AddDays(MaxDays):yyyy-MM-dd} or earlier");
        }

        if (wanted.Until.DayNumber - wanted.From.DayNumber >= MaxDays)
        {
            yield return new Problem(JsonPointer.Parse("/until"), "too-long", "The absence is too long.", $"at most {MaxDays} days");
        }

        if (wanted.Substitute.Is(wanted.Person))
        {
            yield return new Problem(JsonPointer.Parse("/substitute"), "own-substitute", "Nobody stands in for themselves.", "somebody else");
        }
        else if (Circle(wanted, others) is { } circle)
        {
            yield return new Problem(JsonPointer.Parse("/substitute"), "circle",
                $"In those days the substitutes go in a circle: {string.Join(", ", circle.Select(person => person.Name))}.", "somebody who is here");
        }
    }

    // The days in which all of a chain are away only become fewer along it, so a circle is one where a day is left when it closes.
    private static List<Person>? Circle(Absence wanted, IReadOnlyList<Absence> others)
    {
        List<Person> chain = [wanted.Person, wanted.Substitute];
        (DateOnly from, DateOnly until) = (wanted.From, wanted.Until);
        while (chain.Count <= others.Count + 2
            && others.FirstOrDefault(other => other.Person.Is(chain[^1]) && other.From <= until && from <= other.Until) is { } next)
        {
            (from, until) = (from > next.From ? from : next.From, until < next.Until ? until : next.Until);
            chain.Add(next.Substitute);
            if (next.Substitute.Is(wanted.Person))
            {
                return chain;
            }
        }

        return null;
    }
}

/// <summary>The people who are away on one day.</summary>
/// <param name="absences">The absences that are set.</param>
/// <param name="day">The day.</param>
public sealed class AwayOn(IReadOnlyList<Absence> absences, DateOnly day)
{
    /// <summary>The absences of that day.</summary>
    public IReadOnlyList<Absence> All { get; } = [.. absences.Where(absence => absence.Covers(day))];

    /// <summary>The absence of this person, or null.</summary>
    public Absence? Of(Person person) => All.FirstOrDefault(absence => absence.Person.Is(person));

    /// <summary>Who stands in for somebody who is away: the substitute, or where they are away as well theirs. Null where there is nobody.</summary>
    public Person? StandInFor(Absence absence)
    {
        Person person = absence.Substitute;
        for (int hops = 0; hops <= All.Count; hops++)
        {
            if (Of(person) is not { } next)
            {
                return person;
            }

            person = next.Substitute;
        }

        return null;
    }
}
