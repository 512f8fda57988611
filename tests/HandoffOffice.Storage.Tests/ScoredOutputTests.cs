using HandoffOffice.Domain;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Storage.Tests;

[Trait("Capability", "C53")]
public sealed class ScoredOutputTests : IAsyncLifetime
{
    private static readonly TrustLevel Earned = new(64, 0, 64, 0.0401, new SamplingPlan(54, 10, 0.02));
    private static readonly OutcomeReport Complaint = new(Reception.Complaint, "Wrong.", new Catcher(CatcherKind.Nothing));

    private Database database = null!;
    private int kept;

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_sequence_is_that_of_the_scores_and_an_error_that_escaped_comes_last()
    {
        using Run first = await Kept(HandoffState.Released, version: 1);
        using Run second = await Kept(HandoffState.Rejected, version: 2);
        using Run third = await Kept(HandoffState.Approved, version: 2);
        using Run open = await Kept(HandoffState.InReview, version: 2);
        Assert.Equal([(1, OutputScore.Clean), (2, OutputScore.Faulty), (2, OutputScore.Clean)], await Scored());
        await database.Change(first.Handoff.Id, handoff => handoff.RecordOutcome(Complaint, Given.Author, Given.Start.AddDays(9)));
        Assert.Equal([(2, OutputScore.Faulty), (2, OutputScore.Clean), (1, OutputScore.Faulty)], await Scored());
        Assert.Empty(await database.Store(store => store.Scored("client-note", default), "another-tenant"));
    }

    [Fact]
    [Trait("Capability", "C58")]
    public async Task Errors_that_escaped_are_found_by_the_worst_outcome()
    {
        using Run bad = await Kept(HandoffState.Released, version: 1);
        using Run good = await Kept(HandoffState.Released, version: 1);
        await database.Change(bad.Handoff.Id, handoff => handoff.RecordOutcome(Complaint, Given.Author, bad.Now));
        foreach (Run run in new[] { bad, good })
        {
            await database.Change(run.Handoff.Id, handoff => handoff.RecordOutcome(new OutcomeReport(Reception.Accepted), Given.Author, run.Now));
        }

        Assert.Equal([bad.Handoff.Id], (await database.Store(store => store.Escaped("client-note", 10, default))).Select(handoff => handoff.Id));
        Assert.Empty(await database.Store(store => store.Escaped("client-note", 10, default), "another-tenant"));
    }

    [Fact]
    public async Task A_reduced_review_reads_back_as_it_was()
    {
        using Run run = new Run { Trust = Earned }.To(HandoffState.InReview);
        run.Attest(Given.First, "facts");
        run.Sign(Given.First);
        await database.Keep(run);
        Handoff read = await database.Read(run.Handoff.Id);
        Assert.Equal(Snapshot.Of(run.Handoff), Snapshot.Of(read));
        Assert.True(read.IsReduced);
    }

    private async Task<Run> Kept(HandoffState state, int version)
    {
        var run = new Run(Given.Workflow(version: version), Given.Record(), Given.Author, [Given.First.Person]);
        run.Wait(TimeSpan.FromDays(kept++));
        run.To(state);
        await database.Keep(run);
        return run;
    }

    private async Task<IEnumerable<(int, OutputScore)>> Scored() =>
        (await database.Store(store => store.Scored("client-note", default))).Select(output => (output.WorkflowVersion, output.Score));
}
