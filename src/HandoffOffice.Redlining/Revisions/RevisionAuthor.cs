namespace HandoffOffice.Redlining;

/// <summary>Who a tracked change is by, and when it was made (ECMA-376 Part 1, 17.13.5: <c>w:author</c>, <c>w:date</c>).</summary>
/// <param name="Name">Shown beside the change; not blank.</param>
/// <param name="Date">Written in UTC to the second.</param>
public sealed record RevisionAuthor(string Name, DateTimeOffset Date);
