using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>The life of a handoff as the design draws it, written down a second time and tried square by square.</summary>
public sealed class TransitionTests
{
    // Down: what is done. Across: where the handoff is. In the square: where it then is; a dot where it can't be done.
    private const string Picture = """
        .               Intake    Drafting  Checking  InReview  Revising  Approved  Released  Rejected  Failed    RevertedToManual  Withdrawn
        UseDocument     Intake    .         .         .         .         .         .         .         .         .                 .
        WriteOwn        .         .         .         .         .         .         .         .         .         .                 .
        StartDraft      Drafting  .         .         .         Drafting  .         .         .         Drafting  .                 .
        CompleteDraft   .         Checking  .         .         .         .         .         .         .         .                 .
        FailDraft       .         Failed    .         .         .         .         .         .         .         .                 .
        CompleteChecks  .         .         InReview  .         .         .         .         .         .         .                 .
        View            .         .         .         InReview  .         .         .         .         .         .                 .
        Decide          .         .         .         InReview  .         InReview  .         .         .         .                 .
        Attest          .         .         .         InReview  .         .         .         .         .         .                 .
        Sign            .         .         .         Approved  .         .         .         .         .         .                 .
        BreakGlass      .         .         .         Approved  .         .         .         .         .         .                 .
        Revise          .         .         .         Revising  .         .         .         .         .         .                 .
        Reject          .         .         .         Rejected  .         .         .         .         .         .                 .
        RevertToManual  .         .         .         Reverted  Reverted  .         .         .         Reverted  .                 .
        Withdraw        Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn .         .         .         Withdrawn .                 .
        Delegate        .         .         .         InReview  .         .         .         .         .         .                 .
        Reassign        .         .         .         InReview  .         .         .         .         .         .                 .
        Escalate        .         .         .         InReview  .         .         .         .         .         .                 .
        VoidApproval    .         .         .         .         .         InReview  .         .         .         .                 .
        Release         .         .         .         .         .         Released  .         .         .         .                 .
        RecordOutcome   .         .         .         .         .         .         Released  .         .         .                 .
        """;

    private static readonly Dictionary<(HandoffState From, HandoffAction Action), HandoffState?> Expected = Read(Picture);

    public static TheoryData<HandoffState, HandoffAction> Squares => [.. Expected.Keys.Select(square => (square.From, square.Action))];

    public static TheoryData<HandoffState, HandoffAction> PossibleSquares =>
        [.. Expected.Where(square => square.Value is not null && square.Key.Action != HandoffAction.View).Select(square => (square.Key.From, square.Key.Action))];

    [Fact]
    public void The_picture_has_every_state_and_every_action() =>
        Assert.Equal(Enum.GetValues<HandoffState>().Length * Enum.GetValues<HandoffAction>().Length, Expected.Count);

    [Theory]
    [MemberData(nameof(Squares))]
    public void Each_action_leads_where_the_picture_says_or_changes_nothing(HandoffState from, HandoffAction action)
    {
        using Run run = Ready(from);
        IReadOnlyDictionary<string, string> before = Snapshot.Of(run.Handoff);

        if (Expected[(from, action)] is { } to)
        {
            run.Must(action);
            Assert.Equal(to, run.Handoff.State);
            return;
        }

        Outcome refused = run.Do(action);
        var error = Assert.IsType<ActionNotPossible>(refused.Error);
        Assert.Equal((action, from), (error.Action, error.State));
        Assert.Equal(Enum.GetValues<HandoffAction>().Where(other => Expected[(from, other)] is not null), error.Possible);
        Assert.Empty(refused.Events);
        Assert.Equal(before, Snapshot.Of(run.Handoff));
    }

    [Theory]
    [MemberData(nameof(PossibleSquares))]
    public void Each_action_that_is_done_says_who_and_when_and_counts_one_revision(HandoffState from, HandoffAction action)
    {
        using Run run = Ready(from);
        int before = run.Handoff.Revision;
        int happened = run.Events.Count;

        run.Must(action);

        // The run attests the whole checklist: one action each.
        int actions = action == HandoffAction.Attest ? run.Workflow.Gate.Checklist.Count : 1;
        IReadOnlyList<HandoffEvent> events = [.. run.Events.Skip(happened)];
        Assert.Equal(before + actions, run.Handoff.Revision);
        Assert.Equal(run.Now, run.Handoff.UpdatedAt);
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Equal(run.Now, e.At));
        Assert.All(events, e => Assert.Contains(e.Actor, new[] { Given.Author, Given.First, Given.Administrator, Actor.Software }));
    }

    [Theory]
    [MemberData(nameof(Squares))]
    public void The_list_of_possible_actions_is_the_column_of_the_picture(HandoffState from, HandoffAction action)
    {
        using Run run = Ready(from);
        Assert.Equal(Expected[(from, action)] is not null, run.Handoff.Possible().Contains(action));
    }

    // In review everything is decided and confirmed, so that signing is possible there.
    private static Run Ready(HandoffState state) => state == HandoffState.InReview ? Run.ReadyToSign() : Run.In(state);

    private static Dictionary<(HandoffState, HandoffAction), HandoffState?> Read(string picture)
    {
        string[][] rows = [.. picture.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        return (from row in rows.Skip(1)
                from column in Enumerable.Range(1, row.Length - 1)
                select (From: Enum.Parse<HandoffState>(rows[0][column]), Action: Enum.Parse<HandoffAction>(row[0]), To: State(row[column])))
            .ToDictionary(square => (square.From, square.Action), square => square.To);
    }

    private static HandoffState? State(string cell) =>
        cell == "." ? null : Enum.GetValues<HandoffState>().Single(state => state.ToString().StartsWith(cell, StringComparison.Ordinal));
}
