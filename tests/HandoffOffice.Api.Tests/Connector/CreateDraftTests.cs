using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Tests.Identity;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using Xunit;

namespace HandoffOffice.Api.Tests.Connector;

/// <summary>A flow has a draft written (C71): at once or in its own time, once for each request, and from records as flows send them.</summary>
[Trait("Capability", "C71")]
public sealed class CreateDraftTests(TwoTenants fixture) : IClassFixture<TwoTenants>
{
    private const string Ours = LoopbackAuthority.TenantId;

    [Fact]
    public async Task A_draft_is_on_its_way_at_once_and_in_review_in_the_end()
    {
        (Session flow, Session reviewer) = await People();
        Answer first = await flow.Create(Run.StatusReport, await flow.Record(), [reviewer.PersonId]);
        Assert.Equal(202, (int)first.Status);
        FlowHandoff handoff = (await flow.Followed(first)).As<FlowHandoff>();
        Assert.Equal(HandoffState.InReview, handoff.State);
        Assert.Equal([reviewer.PersonId], handoff.Reviewers.Select(person => person.PersonId));
        Assert.EndsWith($"/#/handoffs/{handoff.HandoffId}", handoff.Link, StringComparison.Ordinal);
        Assert.True(handoff.Words > 50);
    }

    [Fact]
    public async Task A_reviewer_can_be_named_by_address()
    {
        (Session flow, Session reviewer) = await People();
        FlowHandoff handoff = (await flow.Followed(await flow.Create(Run.StatusReport, Changed(await flow.Record()), [$"BOB@{Ours}.example"]))).As<FlowHandoff>();
        Assert.Equal([reviewer.PersonId], handoff.Reviewers.Select(person => person.PersonId));
    }

    [Fact]
    public async Task Nobody_by_a_name_or_address_is_said_at_its_place()
    {
        (Session flow, _) = await People();
        Assert.Equal(["/reviewers/0"], (await flow.Create(Run.StatusReport, await flow.Record(), ["nobody@example.com"])).Pointers("invalid-record"));
    }

    [Fact]
    public async Task The_same_request_without_a_key_is_the_same_handoff()
    {
        (Session flow, Session reviewer) = await People();
        JsonNode record = Changed(await flow.Record());
        FlowHandoff first = await flow.Created(Run.StatusReport, record, reviewer.PersonId);
        FlowHandoff again = await flow.Created(Run.StatusReport, record, reviewer.PersonId);
        FlowHandoff other = await flow.Created(Run.StatusReport, Changed(await flow.Record()), reviewer.PersonId);
        Assert.Equal(first.HandoffId, again.HandoffId);
        Assert.NotEqual(first.HandoffId, other.HandoffId);
    }

    [Fact]
    public async Task The_same_request_without_a_key_is_another_one_when_ten_minutes_are_over_or_the_first_is()
    {
        await using Product product = Product.Start(fixture.Settings);
        Session flow = FlowOf(product);
        Session reviewer = await product.As(fixture.Token(Ours, "bob"));
        JsonNode record = await flow.Record();
        FlowHandoff first = await flow.Created(Run.StatusReport, record, reviewer.PersonId);
        product.Clock.Advance(TimeSpan.FromMinutes(11));
        FlowHandoff later = await flow.Created(Run.StatusReport, record, reviewer.PersonId);
        (await flow.Post($"flow/handoffs/{later.HandoffId}/cancellation", new { reason = "Asked for twice." })).Ok();
        FlowHandoff anew = await flow.Created(Run.StatusReport, record, reviewer.PersonId);
        Assert.Equal(3, new HashSet<Guid> { first.HandoffId, later.HandoffId, anew.HandoffId }.Count);
        product.ExpectNoFault();
    }

    [Fact]
    public async Task A_key_decides_which_request_it_is()
    {
        (Session flow, Session reviewer) = await People();
        JsonNode record = Changed(await flow.Record());
        string key = $"{Guid.NewGuid()}";
        FlowHandoff first = await flow.Created(Run.StatusReport, record, reviewer.PersonId, key);
        Assert.Equal(first.HandoffId, (await flow.Created(Run.StatusReport, record, reviewer.PersonId, key)).HandoffId);
        Assert.NotEqual(first.HandoffId, (await flow.Created(Run.StatusReport, record, reviewer.PersonId, $"{Guid.NewGuid()}")).HandoffId);
        (await flow.Create(Run.StatusReport, Changed(record), [reviewer.PersonId], key)).Refused(422, "idempotency-key-reused");
        (await flow.Create(Run.StatusReport, record, [reviewer.PersonId], new string('k', 300))).Refused(400, "idempotency-key-missing");
    }

    [Fact]
    public async Task Retries_that_come_all_at_once_start_one_handoff()
    {
        (Session flow, Session reviewer) = await People();
        JsonNode record = Changed(await flow.Record());
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FlowOf(fixture.Product).Create(Run.StatusReport, record, [reviewer.PersonId], "at once")));
        var started = new HashSet<Guid>();
        foreach (Answer answer in answers)
        {
            started.Add((await flow.Followed(answer)).As<FlowHandoff>().HandoffId);
        }

        Assert.Single(started);
    }

    [Fact]
    public async Task Numbers_yes_or_no_and_days_that_came_as_text_are_taken_and_said()
    {
        (Session flow, Session reviewer) = await People();
        string key = await Typed(await fixture.Person(Ours, "ann"));
        FlowHandoff handoff = await flow.Created(key, new JsonObject
        {
            ["title"] = 2026,
            ["hours"] = "12.5",
            ["done"] = "True",
            ["day"] = "2026-03-02T00:00:00Z",
            ["cost"] = new JsonObject { ["amount"] = "120", ["currency"] = "EUR" },
            ["note"] = "",
            ["spare"] = "",
        }, reviewer.PersonId);
        Assert.Equal(
            [("/record/title", "\"2026\""), ("/record/hours", "12.5"), ("/record/done", "true"), ("/record/day", "\"2026-03-02\""), ("/record/cost/amount", "120"), ("/record/spare", "null")],
            handoff.Converted.Select(one => (one.Field, one.Taken)));
        Assert.Equal("\"12.5\"", handoff.Converted[1].Given);
        Assert.Equal(12.5, (await reviewer.Look(handoff.HandoffId)).Record.GetProperty("hours").GetDouble());
    }

    [Theory]
    [InlineData("hours", "1,5")]
    [InlineData("hours", "1.500")]
    [InlineData("hours", "007")]
    [InlineData("hours", "1e3")]
    [InlineData("hours", "12 hours")]
    [InlineData("done", "1")]
    [InlineData("day", "02.03.2026")]
    [InlineData("day", "2026-03-02T23:00:00Z")]
    public async Task What_can_be_meant_in_two_ways_is_refused_at_its_place(string field, string value)
    {
        (Session flow, Session reviewer) = await People();
        string key = await Typed(await fixture.Person(Ours, "ann"));
        var record = new JsonObject { ["title"] = "A", ["hours"] = 1, ["done"] = true, ["day"] = "2026-03-02", ["cost"] = new JsonObject { ["amount"] = 1, ["currency"] = "EUR" } };
        record[field] = value;
        Assert.Equal([$"/record/{field}"], (await flow.Create(key, record, [reviewer.PersonId])).Pointers("invalid-record"));
    }

    [Fact]
    public async Task Unknown_fields_are_refused_by_name_and_nothing_is_started()
    {
        (Session flow, Session reviewer) = await People();
        JsonObject record = await flow.Record();
        record["colour"] = "red";
        int before = await flow.Started();
        Answer refused = await flow.Create(Run.StatusReport, record, [reviewer.PersonId]);
        Assert.Equal(["/record/colour"], refused.Pointers("invalid-record"));
        Assert.Contains("'colour'", refused.Text, StringComparison.Ordinal);
        Assert.Contains("'colour'", (await flow.Post($"flow/workflows/{Run.StatusReport}/handoffs", new { record = new { }, reviewers = Array.Empty<string>(), colour = "red" }))
            .Refused(400, "malformed-json").Says("detail"), StringComparison.Ordinal);
        Assert.Equal(before, await flow.Started());
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_refused_at_its_place()
    {
        (Session flow, Session reviewer) = await People();
        JsonObject record = await flow.Record();
        KeyValuePair<string, JsonNode?> list = record.First(member => member.Value is JsonArray { Count: > 0 });
        record[list.Key] = new JsonArray([.. Enumerable.Range(0, 201).Select(_ => list.Value![0]!.DeepClone())]);
        Assert.Contains($"/record/{list.Key}", (await flow.Create(Run.StatusReport, record, [reviewer.PersonId])).Pointers("invalid-record"));
    }

    [Fact]
    public async Task A_flow_made_with_other_fields_hears_that_they_have_changed()
    {
        (Session flow, Session reviewer) = await People();
        Session designer = await fixture.Person(Ours, "ann");
        JsonObject workflow = await Renamed(designer);
        string key = workflow["key"]!.GetValue<string>();
        JsonObject record = workflow["examples"]![0]!["record"]!.DeepClone().AsObject();
        int shown = (await flow.Get($"flow/workflows/{key}/schema")).Ok().Json.GetProperty("workflowVersion").GetInt32();
        record["_version"] = shown;
        await flow.Created(key, record, reviewer.PersonId, $"{Guid.NewGuid()}");

        // The same fields in a newer version: the flow goes on.
        await Upgrade(designer, workflow, next =>
        {
            next["name"] = "Another name";
            next["input"]!["fields"]![0]!["label"] = "Another label";
        });
        FlowHandoff newer = await flow.Created(key, record, reviewer.PersonId, $"{Guid.NewGuid()}");
        Assert.Equal(shown + 1, newer.WorkflowVersion);

        // One field more: it has to be made anew.
        await Upgrade(designer, workflow, next => next["input"]!["fields"]!.AsArray().Add(new JsonObject { ["name"] = "added", ["label"] = "Added", ["kind"] = "Text" }));
        JsonElement problem = (await flow.Create(key, record, [reviewer.PersonId], $"{Guid.NewGuid()}")).Refused(409, "workflow-changed");
        Assert.Equal($"{shown + 2}", problem.Says("versionInForce"));
        Assert.Equal("[\"added\"]", problem.GetProperty("fieldsAdded").GetRawText());
        record["_version"] = 99;
        (await flow.Create(key, record, [reviewer.PersonId], $"{Guid.NewGuid()}")).Refused(409, "workflow-changed");
    }

    [Fact]
    public async Task An_unknown_workflow_is_said()
    {
        (Session flow, Session reviewer) = await People();
        (await flow.Create("no-such-thing", new JsonObject(), [reviewer.PersonId])).Refused(404, "unknown-workflow");
        (await flow.Get("flow/workflows/no-such-thing/schema")).Refused(404, "unknown-workflow");
    }

    [Fact]
    public async Task What_a_person_writes_beside_the_AI_is_no_workflow_for_flows()
    {
        Session author = await fixture.Person(Ours, "ann");
        using var reader = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("HandoffOffice.Api.Design.Library.article.json")!);
        JsonObject article = JsonNode.Parse(await reader.ReadToEndAsync(TestContext.Current.CancellationToken))!.AsObject();
        article["key"] = "article-for-people";
        await author.Launch(article, author);
        (Session flow, Session reviewer) = await People();
        Assert.DoesNotContain((await flow.Get("flow/workflows")).As<FlowWorkflows>().Items, workflow => workflow.Workflow == "article-for-people");
        (await flow.Create("article-for-people", article["examples"]![0]!["record"]!.DeepClone(), [reviewer.PersonId])).Refused(403, "application-cannot-write");
    }

    [Fact]
    public async Task A_person_creates_drafts_by_a_connection_of_their_own()
    {
        Session person = await fixture.Person(Ours, "ann");
        (_, Session reviewer) = await People();
        FlowHandoff handoff = await person.Created(Run.StatusReport, Changed(await person.Record()), reviewer.PersonId);
        Assert.Equal("ann", handoff.AuthorName);
    }

    private async Task<(Session Flow, Session Reviewer)> People() => (fixture.Flow(), await fixture.Person(Ours, "bob"));

    private Session FlowOf(Product product) => new(product.CreateClient(), "bbbbbbbb-0000-4000-8000-00000000000b", fixture.Authority.Application("Application").Build());

    // One word of it is another, so that no other test has asked for the same.
    private static JsonObject Changed(JsonNode record)
    {
        JsonObject changed = record.DeepClone().AsObject();
        KeyValuePair<string, JsonNode?> text = changed.First(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String && member.Key == "client");
        changed[text.Key] = $"Client {Guid.NewGuid():N}"[..20];
        return changed;
    }

    private static async Task<JsonObject> Renamed(Session designer)
    {
        JsonObject workflow = await Run.Definition(designer);
        workflow["key"] = $"flow-{Guid.NewGuid():N}"[..30];
        await designer.Launch(workflow, designer);
        return workflow;
    }

    private static async Task Upgrade(Session designer, JsonObject workflow, Action<JsonObject> change)
    {
        change(workflow);
        workflow["version"] = workflow["version"]!.GetValue<int>() + 1;
        string key = workflow["key"]!.GetValue<string>();
        (await designer.Post($"journeys/{key}/versions", new { workflow })).Ok();
        string version = $"journeys/{key}/versions/{workflow["version"]}";
        (await designer.Post($"{version}/tests")).Ok();
        (await designer.Post($"{version}/live/override", new { reason = "It is for a test." })).Ok();
    }

    /// <summary>A workflow with a field of each kind that flows send as text.</summary>
    private static async Task<string> Typed(Session designer)
    {
        JsonObject workflow = await Run.Definition(designer);
        string key = $"typed-{Guid.NewGuid():N}"[..30];
        workflow["key"] = key;
        workflow["version"] = 1;
        workflow["input"] = JsonNode.Parse("""
            {
              "groups": [],
              "fields": [
                { "name": "title", "label": "Title", "kind": "Text", "required": true },
                { "name": "hours", "label": "Hours", "kind": "Number", "required": true, "min": 0, "max": 2000 },
                { "name": "done", "label": "Done", "kind": "YesNo", "required": true },
                { "name": "day", "label": "Day", "kind": "Date", "required": true },
                { "name": "cost", "label": "Cost", "kind": "Money", "required": true },
                { "name": "note", "label": "Note", "kind": "LongText" },
                { "name": "spare", "label": "Spare", "kind": "Number" }
              ]
            }
            """);
        JsonObject output = workflow["output"]!.AsObject();
        output["sections"] = JsonNode.Parse("""[{ "key": "all", "purpose": "Say what was done.", "fields": ["/title", "/hours", "/done", "/day", "/cost"] }]""");
        output["mustMention"] = new JsonArray("/title");
        output["words"] = JsonNode.Parse("""{ "min": 10, "max": 50 }""");
        output["paragraphs"] = JsonNode.Parse("""{ "min": 1, "max": 5 }""");
        output["subject"] = "{title}";
        workflow["examples"] = JsonNode.Parse("""
            [{ "name": "One", "about": "Made up.", "record": { "title": "Move", "hours": 4, "done": true, "day": "2026-03-02", "cost": { "amount": 20, "currency": "EUR" } } }]
            """);
        await designer.Launch(workflow, designer);
        return key;
    }
}
