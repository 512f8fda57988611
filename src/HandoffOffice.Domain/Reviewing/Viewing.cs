namespace HandoffOffice.Domain.Reviewing;

/// <summary>How long, and how much of it, a reviewer had a draft in view (C39, C51).</summary>
/// <param name="By">The reviewer.</param>
/// <param name="Draft">The draft, by <see cref="Drafting.Draft.Revision"/>.</param>
/// <param name="Active">Time with the pane in focus and visible and the reviewer not idle.</param>
/// <param name="Seen">The changes that were on screen, by id.</param>
/// <param name="ReportedAt">When the pane last told.</param>
public sealed record Viewing(Person By, int Draft, TimeSpan Active, IReadOnlyList<string> Seen, DateTimeOffset ReportedAt)
{
    /// <summary>Nothing was seen yet.</summary>
    public static Viewing None(Person reviewer, int draft, DateTimeOffset since) => new(reviewer, draft, TimeSpan.Zero, [], since);

    /// <summary>This and what the pane tells next. Nobody was active for longer than time has passed since the report before.</summary>
    public Viewing And(TimeSpan active, IEnumerable<string> seen, DateTimeOffset now)
    {
        TimeSpan passed = now > ReportedAt ? now - ReportedAt : TimeSpan.Zero;
        TimeSpan more = active < TimeSpan.Zero ? TimeSpan.Zero : active > passed ? passed : active;
        return this with { Active = Active + more, Seen = [.. Seen.Union(seen, StringComparer.Ordinal)], ReportedAt = now > ReportedAt ? now : ReportedAt };
    }
}

/// <summary>A review's time against the length of what was to be read.</summary>
/// <param name="Words">The words under review.</param>
/// <param name="Active">The time they were in view.</param>
/// <param name="SeenShare">The share of the changes that were on screen, 0 to 1.</param>
public sealed record ReviewPace(int Words, TimeSpan Active, double SeenShare)
{
    /// <summary>Silent reading of non-fiction in English by adults, in words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).</summary>
    public const int WordsPerMinute = 238;

    /// <summary>How long reading the words takes.</summary>
    public TimeSpan Needed => TimeSpan.FromMinutes((double)Words / WordsPerMinute);

    /// <summary>Whether nobody reads that fast.</summary>
    public bool IsTooFast => Active < Needed;

    /// <summary>Whether something of it was never on screen.</summary>
    public bool IsPartial => SeenShare < 1;
}
