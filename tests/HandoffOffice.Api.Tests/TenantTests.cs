using System.Text.Json.Nodes;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Tenants never see each other (DESIGN rule 10), and a flow is never a reviewer (rule 3).</summary>
public sealed class TenantTests(TwoTenants fixture) : IClassFixture<TwoTenants>
{
    private const string Ours = LoopbackAuthority.TenantId;
    private const string Theirs = LoopbackAuthority.SecondTenantId;

    [Fact]
    [Trait("Capability", "C77")]
    public async Task Another_tenants_handoff_is_unknown_at_every_route()
    {
        Run run = await fixture.InReview(Theirs);
        HandoffView handoff = await run.Look();
        JsonObject workflow = await Run.Definition(run.Author);
        Session stranger = await fixture.Person(Ours, "eve");
        ApiRoute[] calls = [.. ApiRoute.All(fixture.Product).Where(call => call.NamesAHandoff)];
        Assert.True(calls.Length >= 14, $"{calls.Length} routes name a handoff.");
        foreach (ApiRoute call in calls)
        {
            (await call.By(stranger, handoff, workflow)).Refused(404, "unknown-handoff");
        }

        Assert.Equal(handoff.Etag, (await run.Look()).Etag);
    }

    [Fact]
    public async Task Another_tenants_lists_are_empty()
    {
        Run run = await fixture.InReview(Theirs);
        JsonObject workflow = await Run.Definition(run.Author);
        workflow["key"] = "a-workflow-of-theirs";
        await run.Author.Launch(workflow, run.Author);

        Session stranger = await fixture.Person(Ours, "eve");
        Assert.Empty((await stranger.Get("handoffs?view=All")).As<HandoffPage>().Items);
        (await stranger.Get("workflows/a-workflow-of-theirs")).Refused(404, "unknown-workflow");
        Assert.DoesNotContain((await stranger.Get("workflows")).Json.EnumerateArray(), item => item.GetProperty("key").GetString() == "a-workflow-of-theirs");
        Assert.DoesNotContain((await stranger.Get("people")).As<Person[]>(), person => person.Id == run.Reviewer.PersonId);
        (await stranger.Start(Run.StatusReport, await Run.Record(stranger), run.Reviewer.PersonId)).Refused(422, "invalid-record");
    }

    [Fact]
    [Trait("Capability", "C80")]
    public async Task Each_tenant_has_a_ledger_of_its_own_without_a_gap()
    {
        await fixture.InReview(Ours);
        await fixture.InReview(Theirs);
        await fixture.InReview(Ours);
        foreach (string tenant in new[] { Ours, Theirs })
        {
            long[] sequences = [.. fixture.Product.Query("SELECT Sequence FROM Ledger WHERE TenantId = @tenant ORDER BY Sequence", ("@tenant", tenant)).Cast<long>()];
            Assert.Equal(Enumerable.Range(0, sequences.Length).Select(n => (long)n), sequences);
            Assert.True(sequences.Length >= 4);
        }
    }

    [Fact]
    public async Task One_idempotency_key_in_two_tenants_is_two_keys()
    {
        foreach (string tenant in new[] { Ours, Theirs })
        {
            Run run = await fixture.InReview(tenant);
            (await run.Reviewer.DecideRest(run.Id)).Ok();
            await run.Reviewer.ConfirmAll(run.Id);
            (await run.Reviewer.Sign(run.Id)).Ok();
            (await run.Author.Release(run.Id, "the-same-key")).Ok();
        }
    }

    [Fact]
    [Trait("Capability", "C74")]
    public async Task A_flow_decides_attests_signs_ends_and_releases_nothing()
    {
        Run run = await fixture.InReview(Ours);
        HandoffView handoff = await run.Look();
        JsonObject workflow = await Run.Definition(run.Author);
        Session flow = fixture.Flow();
        var open = new List<string>();
        foreach (ApiRoute route in ApiRoute.All(fixture.Product).Where(route => !route.IsAnonymous))
        {
            Answer answer = await route.By(flow, handoff, workflow);
            // A flow may take back what it started; this one is somebody else's.
            if ((int)answer.Status == 403 && route.Name != "FlowCancelHandoff")
            {
                answer.Refused(403, "forbidden");
            }
            else
            {
                open.Add(route.Name);
            }
        }

        // All that is open to a flow. Whoever adds a route for it adds it here, and thinks about rule 3.
        Assert.Equal(
            [
                "FlowCancelHandoff", "FlowCreateDraft", "FlowEndSubscription", "FlowGetApprovedDocument", "FlowGetApprovedText", "FlowGetDraft", "FlowGetFindings", "FlowGetHandoff", "FlowGetRecordSchema",
                "FlowListHandoffs", "FlowListReviewers", "FlowListWorkflows", "FlowRecordOutcome", "FlowWhenApproved", "FlowWhenErrorFound", "FlowWhenExpired",
                "FlowWhenReadyForReview", "FlowWhenRejected", "GetFindings", "GetHandoff", "GetHistory", "GetMe", "GetWorkflow",
                "GetWorkflowSchema", "ImportTable", "ListHandoffs", "ListLabels", "ListPeople", "ListStops", "ListWorkflows", "RecordOutcome", "StartHandoff", "UseOwnDocument", "ValidateRecord", "WriteDraft",
            ],
            open.Order(StringComparer.Ordinal));
        Assert.Equal(handoff.Etag, (await run.Look()).Etag);
    }

    [Fact]
    [Trait("Capability", "C74")]
    public async Task A_handoff_that_a_flow_started_is_reviewed_and_released_by_people()
    {
        Session reviewer = await fixture.Person(Ours, "bob");
        Session flow = fixture.Flow();
        Run run = await (await Run.Started(fixture.Product, flow, reviewer)).Drafted();
        (await reviewer.DecideRest(run.Id)).Ok();
        await reviewer.ConfirmAll(run.Id);
        (await reviewer.Sign(run.Id)).Ok();
        (await flow.Release(run.Id)).Refused(403, "forbidden");
        (await reviewer.Release(run.Id)).Ok();
    }

    [Fact]
    public async Task The_first_calls_of_a_tenant_may_come_all_at_once()
    {
        await using Product product = Product.Start(fixture.Settings);
        string token = fixture.Token(Theirs, "zoe").Build();
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => new Session(product.CreateClient(), "zoe", token).Get(n % 2 == 0 ? "workflows" : "me")));
        Assert.All(answers, answer => answer.Ok());
    }

    [Fact]
    public async Task Nobody_sees_anything_without_a_token()
    {
        Run run = await fixture.InReview(Ours);
        HandoffView handoff = await run.Look();
        JsonObject workflow = await Run.Definition(run.Author);
        foreach (ApiRoute call in ApiRoute.All(fixture.Product).Where(call => !call.IsAnonymous))
        {
            (await call.By(fixture.Product.AsNobody(), handoff, workflow)).Refused(401, "unauthenticated");
        }

        Assert.Equal(["GetConfiguration"], ApiRoute.All(fixture.Product).Where(call => call.IsAnonymous).Select(call => call.Name));
    }
}
