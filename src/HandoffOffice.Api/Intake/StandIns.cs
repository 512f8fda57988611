using System.Globalization;
using HandoffOffice.Api.Identity;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Storage.Absences;

namespace HandoffOffice.Api.Intake;

/// <summary>Who is to review a handoff that starts now.</summary>
/// <param name="Reviewers">The reviewers, stand-ins in the place of people who are away.</param>
/// <param name="StandIns">Who stands in for whom.</param>
/// <param name="Problems">Who is away with nobody to stand in.</param>
internal sealed record Staffing(IReadOnlyList<Person> Reviewers, IReadOnlyList<Delegation> StandIns, IReadOnlyList<Problem> Problems);

/// <summary>Who stands in for people who are away (C97).</summary>
internal sealed class StandIns(People people, AbsenceBook absences)
{
    /// <summary>What the record of a handoff says as the reason.</summary>
    public const string Reason = "absence";

    /// <summary>Puts stand-ins in the place of reviewers who are away, where they may review.</summary>
    /// <param name="reviewers">The named reviewers.</param>
    /// <param name="ids">Their ids as they were sent, for the place of a problem.</param>
    /// <param name="author">The author, for whose text nobody makes the author stand in.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Staffing> For(IReadOnlyList<Person> reviewers, IReadOnlyList<string> ids, Person author, DateTimeOffset now, CancellationToken cancel)
    {
        AwayOn away = await Away(now, cancel);
        if (!reviewers.Any(reviewer => away.Of(reviewer) is not null))
        {
            return new Staffing(reviewers, [], []);
        }

        IReadOnlyList<Person> mayReview = await people.With(Role.Reviewer, cancel);
        List<Person> staff = [.. reviewers];
        List<Delegation> standIns = [];
        List<Problem> problems = [];
        foreach (Person reviewer in reviewers)
        {
            if (away.Of(reviewer) is not { } absence)
            {
                continue;
            }

            Person? standIn = away.StandInFor(absence);
            if (Obstacle(standIn, author, staff, mayReview) is { } why)
            {
                problems.Add(new Problem(JsonPointer.Parse("/reviewers").Append(Place(reviewer, ids)), "reviewer-away", $"{AwayUntil(absence)} {why}", "somebody else who can review"));
                continue;
            }

            staff[staff.IndexOf(reviewer)] = standIn!;
            standIns.Add(new Delegation(reviewer, standIn!, Actor.Software.Person, now, Reason));
        }

        return new Staffing(staff, standIns, problems);
    }

    /// <summary>Who is away at this time.</summary>
    public async Task<AwayOn> Away(DateTimeOffset now, CancellationToken cancel) => new(await absences.All(cancel), DateOnly.FromDateTime(now.UtcDateTime));

    /// <summary>The reviewer with this id who is here, or why a review can't go to them.</summary>
    public async Task<(Person? Person, HandoffError? Error)> Here(string id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await people.Find(id, Role.Reviewer, cancel) is not { } person)
        {
            return (null, new CannotPassOn("unknown-reviewer", "Nobody with this id can review here. Choose one of the people of GET /api/v1/people?role=Reviewer."));
        }

        return (await Away(now, cancel)).Of(person) is { } absence
            ? (null, new CannotPassOn("reviewer-away", $"{AwayUntil(absence)} Choose somebody who is here."))
            : (person, null);
    }

    private static string? Obstacle(Person? standIn, Person author, List<Person> staff, IReadOnlyList<Person> mayReview) =>
        standIn is null ? "Nobody stands in."
        : standIn.Is(author) ? $"{standIn.Name}, who stands in, is the author."
        : staff.Any(standIn.Is) ? $"{standIn.Name}, who stands in, is a reviewer of this already."
        : !mayReview.Any(standIn.Is) ? $"{standIn.Name}, who stands in, can't review here."
        : null;

    private static string AwayUntil(Absence absence) =>
        $"{absence.Person.Name} is away until {absence.Until.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}.";

    private static int Place(Person reviewer, IReadOnlyList<string> ids) =>
        ids.Index().First(id => string.Equals(id.Item, reviewer.Id, StringComparison.OrdinalIgnoreCase)).Index;
}
