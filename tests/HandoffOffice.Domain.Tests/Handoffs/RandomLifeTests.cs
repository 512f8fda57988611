using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Reviewing.Seeding;
using Xunit;

namespace HandoffOffice.Domain.Tests.Handoffs;

/// <summary>Whatever anybody does in whatever order, some things never happen. A failing sequence is printed with its seed.</summary>
public sealed class RandomLifeTests
{
    private const string Seed = "0002bXpCwFq1";
    private const int Lives = 700;

    private static readonly Actor[] Everybody = [Given.Author, Given.First, Given.Second, Given.Stranger, Given.FlowAsReviewer];

    /// <summary>One step of somebody: mostly by the rules, sometimes with content, a key or a time that is not the right one.</summary>
    // In this workflow the AI writes all sections.
    private static readonly HandoffAction[] Actions = [.. Enum.GetValues<HandoffAction>().Where(action => action != HandoffAction.WriteOwn)];

    private sealed record Step(HandoffAction Action, int Who, int Change, Decision Decision, string Words, int Trick, int Hours);

    private static readonly Gen<string> Word = Gen.Char['k', 'z'].Array[8].Select(letters => new string(letters));

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, Actions.Length - 1].Select(i => Actions[i]), Gen.Int[0, 4], Gen.Int[1, 3], Gen.Enum<Decision>(), Word, Gen.Int[0, 9], Gen.Frequency((9, Gen.Const(0)), (1, Gen.Int[1, 60])),
        (action, who, change, decision, words, trick, hours) => new Step(action, who, change, decision, words, trick, hours));

    // Few random walks find the way out: so each begins at some point of it.
    private static readonly Gen<(HandoffState Start, Stakes Stakes, int Reviewers, int Budget, string Client, string City, Step[] Steps)> Life = Gen.Select(
        Gen.Frequency((1, Gen.Const(HandoffState.Intake)), (2, Gen.Const(HandoffState.InReview)), (1, Gen.Const(HandoffState.Approved))),
        Gen.Enum<Stakes>(), Gen.Int[0, 2], Word, Word, Steps.Array[1, 40],
        (start, stakes, budget, client, city, steps) => (start, stakes, stakes == Stakes.High && start != HandoffState.Approved ? 2 : 1, budget, client, city, steps));

    [Fact]
    public void Nothing_is_released_without_a_valid_seal_over_its_content_nor_by_one_reviewer_too_few()
    {
        int released = 0;
        Life.Sample(life =>
        {
            using Run run = Lived(life, out ReleasableContent? left);
            if (run.Handoff.State == HandoffState.Released)
            {
                Interlocked.Increment(ref released);
                SealPayload payload = run.Handoff.Seal!.Payload;
                Assert.True(SealKey.Verifies(run.Handoff.Seal, run.Key.PublicKey));
                Assert.Equal(left, run.Content(), (a, b) => a!.ContentDigest == b!.ContentDigest && a.FileDigest == b.FileDigest);
                Assert.Equal(run.Handoff.TextDigest(), payload.Content.ContentDigest);
                Assert.True(run.Handoff.Released!.At < payload.ExpiresAt);
                Assert.Equal(run.Handoff.ValidSignatures().Select(s => s.By.Id), payload.People());
                if (payload.Ground == ApprovalGround.BreakGlass)
                {
                    Assert.Single(payload.Approvals);
                    Assert.True(payload.ExpiresAt - payload.IssuedAt <= TimeSpan.FromMinutes(Handoff.MaxGlassMinutes));
                }
                else
                {
                    Assert.True(payload.People().Distinct().Count() >= run.Workflow.Gate.Reviewers);
                    Assert.DoesNotContain(payload.People(), id => run.Handoff.Reviewers.All(reviewer => reviewer.Id != id));
                }

                Assert.DoesNotContain(run.Handoff.Changes, change => change.Decision == Decision.Undecided);
            }
        }, seed: Seed, iter: Lives, threads: 1);
        Assert.True(released > 20, $"Only {released} lives came to a release: the property says too little.");
    }

    [Fact]
    [Trait("Capability", "C51")]
    public void A_planted_error_is_in_no_text_but_the_one_under_review_and_never_in_one_that_was_signed()
    {
        var settled = new Dictionary<SeedState, int>();
        Life.Sample(life =>
        {
            using Run run = Lived(life, out ReleasableContent? left, handoff =>
            {
                Assert.Equal(handoff.Planted is not null, Says(handoff));
                Assert.True(handoff.Planted is null || (handoff.State == HandoffState.InReview && handoff.Signatures.Count == 0));
                Assert.All(handoff.Drafts.SkipLast(1).Append(handoff.RevisionRequest?.Previous).OfType<Draft>(), draft => Assert.False(Says(draft)));
                Assert.All(handoff.Report?.Evidence.Facts.SelectMany(fact => fact.Mentions) ?? [], span => Assert.True(
                    span.Start + span.Length <= handoff.CurrentText().Single(piece => piece.Id == span.PieceId).Text.Length));
            });
            Assert.True(left is null || left.ContentDigest == run.Handoff.TextDigest());
            Assert.Equal(run.Handoff.Seeded.Count, run.Events.Count(e => e.Kind == "ErrorSeeded"));
            Assert.Equal(run.Handoff.Seeded.Count(seed => seed.State != SeedState.Planted), run.Events.Count(e => e.Kind is "SeedFound" or "SeedMissed" or "SeedWithdrawn"));
            foreach (SeededError seed in run.Handoff.Seeded)
            {
                settled[seed.State] = settled.GetValueOrDefault(seed.State) + 1;
            }
        }, seed: Seed, iter: Lives, threads: 1);
        Assert.All(Enum.GetValues<SeedState>(), state => Assert.True(settled.GetValueOrDefault(state) > 5, $"Only {settled.GetValueOrDefault(state)} were {state}."));
    }

    [Fact]
    public void The_loop_budget_is_never_exceeded() => Life.Sample(life =>
    {
        using Run run = Lived(life, out _);
        Assert.InRange(run.Handoff.LoopsUsed, 0, run.Workflow.Gate.LoopBudget);
        Assert.Equal(run.Handoff.LoopsUsed, run.Events.Count(e => e.Kind == "RevisionRequested"));
    }, seed: Seed, iter: Lives / 4, threads: 1);

    [Fact]
    [Trait("Capability", "C82")]
    public void No_event_carries_a_word_of_the_record_of_the_draft_of_an_edit_or_of_a_reason() => Life.Sample(life =>
    {
        using Run run = Lived(life, out _);
        string facts = string.Join(' ', run.Events.SelectMany(e => e.Facts.Values));
        IEnumerable<string> words = life.Steps.Select(step => step.Words).Concat([life.Client, life.City, "warehouse", "thank", Run.Planted, "Shorter", "client", "hand"]);
        Assert.All(words.Where(word => word != "client"), word => Assert.DoesNotContain(word, facts, StringComparison.OrdinalIgnoreCase));
        Assert.All(Everybody, who => Assert.DoesNotContain(who.Person.Name, facts, StringComparison.OrdinalIgnoreCase));
    }, seed: Seed, iter: Lives / 4, threads: 1);

    private static bool Says(Handoff handoff) => handoff.CurrentText().Any(piece => piece.Text.Contains(Run.Planted, StringComparison.Ordinal));

    private static bool Says(Draft draft) => draft.Standing([]).Any(piece => piece.Text.Contains(Run.Planted, StringComparison.Ordinal));

    private static Run Lived(
        (HandoffState Start, Stakes Stakes, int Reviewers, int Budget, string Client, string City, Step[] Steps) life, out ReleasableContent? left,
        Action<Handoff>? look = null)
    {
        var record = InputRecord.Parse($$"""{"client":"{{life.Client}}","city":"{{life.City}}"}""");
        var run = new Run(life.Stakes, life.Reviewers, life.Budget, record);
        // The way to an approval takes one decision on all; from there on there is no error to plant before a revision.
        run.Seeds = life.Start != HandoffState.Approved;
        run.To(life.Start);
        run.Seeds = true;
        left = null;
        foreach (Step step in life.Steps)
        {
            Outcome outcome = Take(run, step, out ReleasableContent? content);
            left = outcome.Events.Any(e => e.Kind == "Released") ? content : left;
            look?.Invoke(run.Handoff);
        }

        return run;
    }

    private static Outcome Take(Run run, Step step, out ReleasableContent? content)
    {
        Actor who = Everybody[step.Who];
        run.Wait(TimeSpan.FromHours(step.Hours));
        ReleasableContent shown = content = run.Content() is var right && step.Trick == 0 ? right with { ContentDigest = Sha256Digest.Of(step.Words) } : right;
        using SealKey other = SealKey.FromSeed(new byte[32]);
        return step switch
        {
            { Action: HandoffAction.Decide, Trick: > 4 } => run.Decide(who, new Change($"s{step.Change}", step.Decision, step.Words)),
            { Action: HandoffAction.Attest, Trick: > 7 } => run.Attest(who, "tone", waiver: step.Words),
            { Action: HandoffAction.Sign, Trick: 1 } => Kept(run, run.Handoff.Sign(run.Signing() with { Shown = Sha256Digest.Of(step.Words) }, () => shown, run.Key, who, run.Now)),
            { Action: HandoffAction.RecordOutcome, Trick: > 4 } => run.Received(
                new OutcomeReport(Reception.Complaint, step.Words, new Catcher(CatcherKind.Item, Item: "facts")), who),
            { Action: HandoffAction.Revise } => Kept(run, run.Handoff.Revise(step.Words, who, run.Now)),
            { Action: HandoffAction.Reject, Trick: > 0 } => new ReasonMissing(),
            { Action: HandoffAction.RevertToManual, Trick: > 0 } => new ReasonMissing(),
            { Action: HandoffAction.Withdraw, Trick: > 0 } => new ReasonMissing(),
            { Action: HandoffAction.Release, Trick: < 2 } => Kept(run, run.Handoff.Leave(
                shown, Run.Left, step.Trick == 1 ? other.PublicKey : run.Key.PublicKey, $"{step.Words}.docx", who, run.Now)),
            _ => run.Do(step.Action, who),
        };
    }

    private static Outcome Kept(Run run, Outcome outcome)
    {
        run.Events.AddRange(outcome.Events);
        return outcome;
    }
}
