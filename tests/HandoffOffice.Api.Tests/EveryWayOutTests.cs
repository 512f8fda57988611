using System.Reflection;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Auditing;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Reviewing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Every way out is gated (DESIGN rule 2): all routes there are, called by everybody, in every state before the approval.</summary>
[Trait("Capability", "C03")]
public sealed class EveryWayOutTests(DrafterProduct fixture) : IClassFixture<DrafterProduct>
{
    private readonly TestDrafter drafter = fixture.Drafter;
    private readonly Product product = fixture.Product;

    public static TheoryData<string, HandoffState, string> Unapproved { get; } = States();

    [Fact]
    public void Every_route_says_what_it_can_let_out_and_ten_let_out_what_was_sealed()
    {
        IReadOnlyList<ApiRoute> calls = ApiRoute.All(product);
        Assert.DoesNotContain(calls, call => call.WayOut is null);
        Assert.Equal(
            ["AnswerSending", "ComposeMail", "ContinueSending", "FlowGetApprovedDocument", "FlowGetApprovedText", "GetCleanCopy", "GetPickList", "ReleaseHandoff", "SealOpenDocument", "SendMail"],
            calls.Where(call => call.WayOut == WayOut.Release).Select(call => call.Name).Order(StringComparer.Ordinal));
        Assert.Equal("GetReviewDocument", Assert.Single(calls, call => call.WayOut == WayOut.ReviewCopy).Name);
    }

    [Fact]
    public void Every_background_job_says_what_it_can_let_out_and_none_releases()
    {
        Type[] registered = [.. product.Services.GetServices<IHostedService>().Select(job => job.GetType()).Where(IsOurs)];
        Type[] written = [.. AppDomain.CurrentDomain.GetAssemblies().Where(IsShipped).SelectMany(assembly => assembly.GetTypes()).Where(IsAJob)];
        Assert.Contains(typeof(HeadKeeper), registered);
        foreach (Type job in registered.Union(written))
        {
            LetsOutAttribute? says = job.GetCustomAttribute<LetsOutAttribute>();
            Assert.True(says is not null, $"The background job {job.Name} does not say what it can let out: give it [LetsOut(...)].");
            Assert.NotEqual(WayOut.Release, says.WayOut);
        }
    }

    [Theory]
    [MemberData(nameof(Unapproved))]
    public async Task Every_way_out_is_gated(string workflow, HandoffState state, string how)
    {
        Run run = await Reached(how, workflow);
        HandoffView handoff = await run.Look();
        Assert.Equal(state, handoff.State);
        JsonObject definition = await Run.Definition(run.Author, workflow);
        var kept = new KeptHandoff(product, run.Id);
        foreach (Session caller in await Everybody())
        {
            foreach (ApiRoute call in ApiRoute.All(product))
            {
                Answer answer = await call.By(caller, handoff, definition);
                Assert.True(Finished.In(answer) is null, $"{call} let out {Finished.In(answer)} in the state {state} ({how}).");
                kept.PutBack();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Run.Samples), MemberType = typeof(Run))]
    public async Task What_is_looked_for_is_what_the_desk_hands_out(string workflow)
    {
        Run run = await Run.Approved(product, workflow);
        Assert.NotNull(Finished.In((await run.Author.Release(run.Id)).Ok()));
    }

    private static bool IsOurs(Type type) => IsShipped(type.Assembly);

    private static bool IsShipped(Assembly assembly) =>
        assembly.GetName().Name is { } name && name.StartsWith("HandoffOffice.", StringComparison.Ordinal) && !name.EndsWith(".Tests", StringComparison.Ordinal);

    // A job of a scheduler's is one as well, whatever its library.
    private static bool IsAJob(Type type) => type is { IsClass: true, IsAbstract: false }
        && (type.IsAssignableTo(typeof(IHostedService)) || type.GetInterfaces().Any(one => one.Name == "IJob"));

    private static TheoryData<string, HandoffState, string> States()
    {
        var states = new TheoryData<string, HandoffState, string>();
        foreach (string workflow in new[] { Run.StatusReport, Run.Email })
        {
            states.Add(workflow, HandoffState.Intake, "started");
            states.Add(workflow, HandoffState.Failed, "the drafter broke");
            states.Add(workflow, HandoffState.InReview, "nothing is decided");
            states.Add(workflow, HandoffState.InReview, "all is decided");
            states.Add(workflow, HandoffState.InReview, "the approval was voided");
            states.Add(workflow, HandoffState.Revising, "a revision was asked for");
            states.Add(workflow, HandoffState.Rejected, "it was rejected");
            states.Add(workflow, HandoffState.RevertedToManual, "it was finished by hand");
        }

        return states;
    }

    private async Task<Run> Reached(string how, string workflow)
    {
        drafter.Breaks = how == "the drafter broke" ? new IOException("Broken on purpose.") : null;
        Run run = how switch
        {
            "started" => await Run.Started(product, workflow),
            "all is decided" => await Run.Decided(product, workflow),
            "the approval was voided" => await Run.Approved(product, workflow),
            _ => await Run.InReview(product, workflow),
        };
        drafter.Breaks = null;
        Answer? last = how switch
        {
            "the approval was voided" => await run.Reviewer.Decide(run.Id, "s1", Decision.Accepted),
            "a revision was asked for" => await run.Reviewer.Post($"handoffs/{run.Id}/revision", new { reason = "Because." }),
            "it was rejected" => await run.Reviewer.Post($"handoffs/{run.Id}/rejection", new { reason = "Because." }),
            "it was finished by hand" => await run.Reviewer.Post($"handoffs/{run.Id}/manual", new { reason = "Because." }),
            _ => null,
        };
        last?.Ok();
        return run;
    }

    private async Task<IReadOnlyList<Session>> Everybody() =>
    [
        await product.As(LocalPeople.AmaraOsei), await product.As(LocalPeople.RitaOkafor), await product.As(LocalPeople.MeiTanaka),
        await product.As(LocalPeople.TeodorIvanov), product.AsNobody(),
    ];

    /// <summary>Puts a handoff back after each call, so that the next one meets the same state.</summary>
    private sealed class KeptHandoff
    {
        private readonly Product product;
        private readonly Guid id;

        public KeptHandoff(Product product, Guid id)
        {
            (this.product, this.id) = (product, id);
            product.Sql(
                """
                DROP TABLE IF EXISTS KeptHandoff;
                DROP TABLE IF EXISTS KeptFiles;
                DROP TABLE IF EXISTS KeptParticipants;
                CREATE TABLE KeptHandoff AS SELECT * FROM Handoffs WHERE Id = @id;
                CREATE TABLE KeptFiles AS SELECT * FROM Files WHERE HandoffId = @id;
                CREATE TABLE KeptParticipants AS SELECT * FROM Participants WHERE HandoffId = @id;
                """, ("@id", id));
        }

        public void PutBack()
        {
            product.Database.PutBack("Handoffs", "KeptHandoff");
            product.Sql(
                """
                DELETE FROM Files WHERE HandoffId = @id;
                INSERT INTO Files SELECT * FROM KeptFiles;
                DELETE FROM Participants WHERE HandoffId = @id;
                INSERT INTO Participants SELECT * FROM KeptParticipants;
                DELETE FROM Idempotency;
                """, ("@id", id));
        }
    }
}
