using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HandoffOffice.Storage.Tests;

public sealed class HandoffStoreTests : IAsyncLifetime
{
    private Database database = null!;

    public static TheoryData<HandoffState> States => [.. Enum.GetValues<HandoffState>()];

    public async ValueTask InitializeAsync() => database = await Database.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_handoff_reads_back_as_it_was_in_every_state(HandoffState state)
    {
        using Run run = Run.In(state);
        await database.Keep(run);
        Assert.Equal(Snapshot.Of(run.Handoff), Snapshot.Of(await database.Read(run.Handoff.Id)));
    }

    [Fact]
    public async Task Every_step_of_a_life_is_kept_and_the_seal_still_holds_for_what_was_read()
    {
        using var run = new Run();
        await database.Keep(run);
        HandoffAction[] life =
        [
            HandoffAction.UseDocument, HandoffAction.StartDraft, HandoffAction.FailDraft, HandoffAction.StartDraft, HandoffAction.CompleteDraft,
            HandoffAction.CompleteChecks, HandoffAction.Revise, HandoffAction.StartDraft, HandoffAction.CompleteDraft, HandoffAction.CompleteChecks,
            HandoffAction.Decide, HandoffAction.Attest, HandoffAction.Sign, HandoffAction.Release,
        ];
        foreach (HandoffAction action in life)
        {
            (_, HandoffError? error) = await database.Change(run.Handoff.Id, handoff =>
            {
                run.Handoff = handoff;
                return run.Do(action);
            });
            Assert.Null(error);
            Assert.Equal(Snapshot.Of(run.Handoff), Snapshot.Of(await database.Read(run.Handoff.Id)));
        }

        Assert.Equal(HandoffState.Released, run.Handoff.State);
    }

    [Fact]
    public async Task A_draft_over_an_existing_text_and_what_its_revision_took_over_read_back_as_they_were()
    {
        using var run = new Run { Existing = ExistingText.Of([("body", ["We thank the team. It rained."])]) };
        run.Must(HandoffAction.UseDocument);
        run.To(HandoffState.InReview);
        run.DecideAll(Given.First);
        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        Assert.Contains(run.Handoff.Changes, change => change is { CarriedOver: true, Previous: not null });

        await database.Keep(run);
        Assert.Equal(Snapshot.Of(run.Handoff), Snapshot.Of(await database.Read(run.Handoff.Id)));
    }

    [Fact]
    [Trait("Capability", "C51")]
    public async Task The_catch_rate_of_a_workflow_is_taken_from_its_planted_errors_alone()
    {
        foreach ((string key, Decision decision) in new[] { ("client-note", Decision.Rejected), ("client-note", Decision.Accepted), ("other-note", Decision.Accepted) })
        {
            using var run = new Run(Given.Workflow(key: key), Given.Record(), Given.Author, [Given.First.Person]) { Seeds = true };
            run.To(HandoffState.InReview);
            Assert.Null(run.Decide(Given.First, new Change("s3", decision)).Error);
            await database.Keep(run);
            Assert.Equal(Snapshot.Of(run.Handoff), Snapshot.Of(await database.Read(run.Handoff.Id)));
        }

        Task<CatchRate> Caught(string tenant) => database.In(tenant, scope => scope.GetRequiredService<MeasureBook>().Caught("client-note", default));
        Assert.Equal(new CatchRate(1, 1), await Caught(Given.Tenant));
        Assert.Equal(new CatchRate(0, 0), await Caught("another-tenant"));
    }

    /// <summary>As rows were before drafts revised text: without the columns and members that came with it.</summary>
    [Fact]
    public async Task A_handoff_from_before_drafts_revised_text_reads_as_all_insertions()
    {
        using Run run = Run.In(HandoffState.InReview);
        run.Decide(Given.First, new Change("s1", Decision.Accepted));
        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        run.Must(HandoffAction.CompleteDraft);
        await database.Keep(run);
        await database.Sql(
            """
            UPDATE Handoffs SET Existing = NULL,
                Drafts = REPLACE(Drafts, ',"overlay":null', ''),
                Changes = '[{{"id":"s1","decision":"Accepted","editedText":null,"by":null,"at":null}},{{"id":"s2","decision":"Undecided","editedText":null,"by":null,"at":null}}]',
                RevisionRequest = json_remove(REPLACE(RevisionRequest, ',"overlay":null', ''), '$.by')
            """);

        Handoff old = await database.Read(run.Handoff.Id);
        Assert.Null(old.Existing);
        Assert.Equal([Decision.Accepted, Decision.Undecided], old.Changes.Select(change => change.Decision));
        Assert.All(old.CurrentDraft!.Passages(), passage => Assert.Equal(ChangeKind.Inserted, passage.Kind));
        Assert.Equal(Given.Sentences(2).Select(sentence => sentence.Text), old.CurrentText().Select(piece => piece.Text));
        Assert.Null(old.RevisionRequest!.By);
    }

    [Fact]
    public async Task A_change_that_breaks_in_the_middle_leaves_nothing()
    {
        using var run = new Run();
        await database.Keep(run);

        await Assert.ThrowsAsync<IOException>(() => database.Store(store => store.Change(run.Handoff.Id, async (handoff, files) =>
        {
            handoff.StartDraft(Given.Author, run.Now);
            await files.Put(HandoffFileKind.Base, "text/plain", [1], null, TestContext.Current.CancellationToken);
            files.RememberKey("release", "key", "digest", run.Now);
            throw new IOException("The disk is gone.");
        }, TestContext.Current.CancellationToken)));

        await NothingHappened(run);
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_nothing()
    {
        using var run = new Run();
        await database.Keep(run);

        (_, HandoffError? error) = await database.Store(store => store.Change(run.Handoff.Id, async (_, files) =>
        {
            await files.Put(HandoffFileKind.Base, "text/plain", [1], null, TestContext.Current.CancellationToken);
            return new NothingLeft();
        }, TestContext.Current.CancellationToken));

        Assert.IsType<NothingLeft>(error);
        await NothingHappened(run);
    }

    [Fact]
    public async Task A_change_whose_ledger_entries_cannot_be_written_leaves_nothing()
    {
        using var run = new Run();
        await database.Keep(run);
        await database.Sql(TestServer.IsUsed
            ? "CREATE TRIGGER broken BEFORE INSERT ON Ledger EXECUTE FUNCTION \"Refuse\"('The disk is full.')"
            : "CREATE TRIGGER broken BEFORE INSERT ON Ledger BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END;");

        await Assert.ThrowsAsync<DbUpdateException>(() => database.Store(store => store.Change(run.Handoff.Id, async (handoff, files) =>
        {
            await files.Put(HandoffFileKind.Base, "text/plain", [1], null, TestContext.Current.CancellationToken);
            return handoff.StartDraft(Given.Author, run.Now);
        }, TestContext.Current.CancellationToken)));

        await NothingHappened(run);
    }

    [Fact]
    public async Task What_a_broken_change_left_behind_is_not_kept_by_the_next_one_of_the_same_request()
    {
        using Run run = Run.In(HandoffState.Drafting);
        await database.Keep(run);

        (Handoff? Handoff, HandoffError? Error) failed = await database.Store(async store =>
        {
            await Assert.ThrowsAsync<IOException>(() => store.Change(run.Handoff.Id, async (handoff, files) =>
            {
                await files.Put(HandoffFileKind.Drafted, "text/plain", [1], null, TestContext.Current.CancellationToken);
                handoff.CompleteDraft(Given.Origin, Given.Sentences(), Given.Author, run.Now);
                throw new IOException("The document can't be written.");
            }, TestContext.Current.CancellationToken));
            return await store.Change(run.Handoff.Id, handoff =>
            {
                run.Handoff = handoff;
                return run.Do(HandoffAction.FailDraft);
            }, TestContext.Current.CancellationToken);
        });

        Assert.Null(failed.Error);
        Handoff read = await database.Read(run.Handoff.Id);
        Assert.Equal((HandoffState.Failed, 0), (read.State, read.Drafts.Count));
        Assert.Null(await database.Store(store => store.WorkingFile(run.Handoff.Id, HandoffFileKind.Drafted, TestContext.Current.CancellationToken)));
        Assert.Equal(["Started", "DraftingFailed"], (await database.Ledger()).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_change_sees_what_another_request_has_done_since()
    {
        using var run = new Run();
        await database.Keep(run);
        int seen = await database.Store(async store =>
        {
            await store.Change(run.Handoff.Id, UseDocument(run), TestContext.Current.CancellationToken);
            await database.Change(run.Handoff.Id, UseDocument(run));
            return (await store.Change(run.Handoff.Id, UseDocument(run), TestContext.Current.CancellationToken)).Handoff!.Revision;
        });
        Assert.Equal(3, seen);
    }

    [Fact]
    public async Task A_change_its_file_and_its_ledger_entry_are_there_together()
    {
        using var run = new Run();
        await database.Keep(run);
        await database.Store(store => store.Change(run.Handoff.Id, async (handoff, files) =>
        {
            await files.Put(HandoffFileKind.Base, "text/plain", [1, 2], null, TestContext.Current.CancellationToken);
            await files.Put(HandoffFileKind.Drafted, "text/plain", [3], "{}", TestContext.Current.CancellationToken);
            return handoff.StartDraft(Given.Author, run.Now);
        }, TestContext.Current.CancellationToken));

        HandoffFile? file = await database.Store(store => store.WorkingFile(run.Handoff.Id, HandoffFileKind.Base, TestContext.Current.CancellationToken));
        Assert.Equal([1, 2], file!.Content);
        Assert.Equal(["Started", "DraftingStarted"], (await database.Store(store => store.History(run.Handoff.Id, TestContext.Current.CancellationToken))).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_file_takes_the_place_of_the_one_of_its_kind()
    {
        using var run = new Run();
        await database.Keep(run);
        foreach (byte content in new byte[] { 1, 2 })
        {
            await database.Store(store => store.Change(run.Handoff.Id, async (handoff, files) =>
            {
                await files.Put(HandoffFileKind.Base, "text/plain", [content], null, TestContext.Current.CancellationToken);
                return handoff.UseDocument(Sha256Digest.Of([content]), new ExistingText([]), Given.Author, run.Now);
            }, TestContext.Current.CancellationToken));
        }

        HandoffFile file = Assert.Single(await database.Db(db => db.Files.AsNoTracking().ToListAsync()));
        Assert.Equal(Sha256Digest.Of([2]), file.Digest());
    }

    [Fact]
    public async Task The_sealed_file_is_not_given_out_as_a_working_file() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => database.Store(store => store.WorkingFile(Guid.Empty, HandoffFileKind.Sealed, TestContext.Current.CancellationToken)));

    [Fact]
    public async Task Of_two_writers_who_read_the_same_revision_the_second_is_refused()
    {
        using var run = new Run();
        await database.Keep(run);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => database.Db(async db =>
        {
            Handoff stale = await db.Handoffs.SingleAsync();
            await database.Change(run.Handoff.Id, UseDocument(run));
            stale.UseDocument(Sha256Digest.Of("stale"), new ExistingText([]), Given.Author, run.Now);
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_no_update_and_leave_no_gap_in_the_ledger()
    {
        Run[] runs = [.. Enumerable.Range(0, 4).Select(_ => new Run())];
        await Task.WhenAll(runs.Select(database.Keep));

        await Task.WhenAll(Enumerable.Range(0, 48).Select(i => Task.Run(() => database.Change(runs[i % 4].Handoff.Id, UseDocument(runs[i % 4])))));

        Assert.All(await Task.WhenAll(runs.Select(run => database.Read(run.Handoff.Id))), handoff => Assert.Equal(12, handoff.Revision));
        Assert.Equal(Enumerable.Range(0, 4 + 48).Select(i => (long)i), (await database.Ledger()).Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task Of_many_who_start_a_draft_at_once_one_does()
    {
        using var run = new Run();
        await database.Keep(run);
        (Handoff?, HandoffError? Error)[] answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => database.Change(run.Handoff.Id, handoff => handoff.StartDraft(Given.Author, run.Now)))));
        Assert.Single(answers, answer => answer.Error is null);
        Assert.Equal(7, answers.Count(answer => answer.Error is ActionNotPossible));
    }

    [Fact]
    public async Task A_list_shows_a_person_their_part_newest_first()
    {
        Run older = await Kept(Given.Author, Given.First);
        Run newer = await Kept(Given.Second, Given.First);
        await database.Change(newer.Handoff.Id, handoff => handoff.StartDraft(Given.Second, Given.Start.AddHours(1)));

        Assert.Equal([newer.Handoff.Id, older.Handoff.Id], await Listed(Given.First, Part.Reviewer));
        Assert.Equal([older.Handoff.Id], await Listed(Given.Author, Part.Author));
        Assert.Empty(await Listed(Given.Author, Part.Reviewer));
        Assert.Equal([newer.Handoff.Id], await Listed(Given.First, Part.Reviewer, HandoffState.Drafting, HandoffState.InReview));
        Assert.Equal([newer.Handoff.Id, older.Handoff.Id], await Listed(Given.Stranger, null));
        Assert.Single(await database.Store(store => store.List("", null, [], 1, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_card_says_what_the_handoff_says_and_follows_its_changes()
    {
        Run run = await Kept(Given.Author, Given.First);
        Assert.Equal((null, 0), await Counted(run));
        using Run drafted = Run.In(HandoffState.InReview);
        await database.Keep(drafted);
        var card = HandoffCard.Of(drafted.Handoff);
        Assert.Equal((card.Words, card.Undecided), await Counted(drafted));
        await database.Change(run.Handoff.Id, handoff => handoff.Withdraw("Not needed.", Given.Author, Given.Start.AddHours(1)));
        ListedHandoff listed = await Card(run);
        Assert.Equal((HandoffState.Withdrawn, Given.Start.AddHours(1), Given.Author.Person), (listed.State, listed.UpdatedAt, listed.Card.Author));
    }

    /// <summary>As rows were before there was a column for it.</summary>
    [Fact]
    public async Task A_handoff_without_a_card_is_listed_all_the_same()
    {
        using Run drafted = Run.In(HandoffState.InReview);
        await database.Keep(drafted);
        (int?, int) counted = await Counted(drafted);
        await database.Sql("UPDATE Handoffs SET Card = NULL");
        Assert.Equal(counted, await Counted(drafted));
    }

    [Fact]
    public async Task The_last_duration_of_a_workflow_is_that_of_its_newest_release()
    {
        foreach ((string key, int hours) in new[] { ("one", 0), ("one", 5), ("two", 0) })
        {
            using var run = new Run(Given.Workflow(key: key), Given.Record(), Given.Author, [Given.First.Person]);
            run.Wait(TimeSpan.FromHours(hours));
            run.To(HandoffState.Released);
            await database.Keep(run);
        }

        using Run unfinished = Run.In(HandoffState.InReview);
        await database.Keep(unfinished);

        IReadOnlyDictionary<string, TimeSpan> durations = await database.Store(store => store.LastDurations(TestContext.Current.CancellationToken));
        Assert.Equal(2, durations.Count);
        Assert.InRange(durations["one"], TimeSpan.FromHours(5), TimeSpan.FromHours(5.5));
        Assert.InRange(durations["two"], TimeSpan.Zero, TimeSpan.FromHours(0.5));
    }

    [Fact]
    public async Task A_key_is_remembered_with_its_change_and_once()
    {
        using var run = new Run();
        await database.Keep(run);
        Task Remember(string operation, string digest) => database.Store(store => store.Change(run.Handoff.Id, (handoff, files) =>
        {
            files.RememberKey(operation, "key-1", digest, run.Now);
            return Task.FromResult(handoff.UseDocument(Sha256Digest.Of(digest), new ExistingText([]), Given.Author, run.Now));
        }, TestContext.Current.CancellationToken));

        await Remember("release", "first");
        await Remember("other", "first");
        await Assert.ThrowsAsync<DbUpdateException>(() => Remember("release", "second"));

        IdempotencyRow kept = await database.Db(db => db.Idempotency.AsNoTracking().SingleAsync(row => row.Operation == "release"));
        Assert.Equal(("key-1", "first", run.Now), (kept.Key, kept.RequestDigest, kept.At));
        Assert.Equal(2, (await database.Read(run.Handoff.Id)).Revision);
    }

    private static Func<Handoff, Outcome> UseDocument(Run run) => handoff => handoff.UseDocument(Sha256Digest.Of("document"), new ExistingText([]), Given.Author, run.Now);

    private async Task<Run> Kept(Actor author, Actor reviewer)
    {
        var run = new Run(Given.Workflow(), Given.Record(), author, [reviewer.Person]);
        await database.Keep(run);
        return run;
    }

    private async Task<IEnumerable<Guid>> Listed(Actor person, Part? part, params HandoffState[] states) =>
        (await database.Store(store => store.List(person.Person.Id, part, states, 50, TestContext.Current.CancellationToken))).Select(handoff => handoff.Id);

    private async Task<ListedHandoff> Card(Run run) => Assert.Single(
        await database.Store(store => store.Cards(run.Handoff.Author.Id, Part.Author, 50, TestContext.Current.CancellationToken)), card => card.Id == run.Handoff.Id);

    private async Task<(int? Words, int Undecided)> Counted(Run run) => await Card(run) is var listed ? (listed.Card.Words, listed.Card.Undecided) : default;

    private async Task NothingHappened(Run run)
    {
        Assert.Equal(Snapshot.Of(run.Handoff), Snapshot.Of(await database.Read(run.Handoff.Id)));
        Assert.Empty(await database.Db(db => db.Files.AsNoTracking().ToListAsync()));
        Assert.Empty(await database.Db(db => db.Idempotency.AsNoTracking().ToListAsync()));
        Assert.Single(await database.Ledger());
    }
}
