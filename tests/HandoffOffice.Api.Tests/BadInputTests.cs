using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>A wrong input gets a clear answer and loses nothing (DESIGN rule 9).</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const int MaxDocumentBytes = 20 * 1024 * 1024;

    private readonly Product product = Product.Start();
    private Session? amara;
    private Session? rita;

    private Session Author => amara ?? throw new InvalidOperationException("Not started.");

    private Session Reviewer => rita ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        amara = await product.As(LocalPeople.AmaraOsei);
        rita = await product.As(LocalPeople.RitaOkafor);
        (await amara.Get("me")).Ok();
    }

    public ValueTask DisposeAsync() => product.DisposeAsync();

    [Fact]
    [Trait("Capability", "C01")]
    public async Task A_record_that_breaks_its_template_is_answered_field_by_field() => await StoresNothing(async () =>
    {
        JsonObject record = await Run.Record(Author);
        record.Remove("client");
        record["periodStart"] = "19/07/2024";
        record["tone"] = "sarcastic";
        record["unknownField"] = 1;
        record["milestonesCompleted"]![1]!["date"] = "2024-02-30";
        record["nextSteps"]![0]!.AsObject().Remove("name");

        string[] wrong = ["/client", "/milestonesCompleted/1/date", "/nextSteps/0/name", "/periodStart", "/tone", "/unknownField"];
        Answer started = await Author.Start(Run.StatusReport, record, Reviewer.PersonId);
        Assert.Equal(wrong.Select(pointer => $"/record{pointer}"), started.Pointers("invalid-record"));
        RecordValidation validation = (await Author.Post($"workflows/{Run.StatusReport}/validation", new { record })).As<RecordValidation>();
        Assert.Equal(wrong, validation.Problems.Select(problem => problem.Pointer.ToString()).Order(StringComparer.Ordinal));
    });

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"a text\"")]
    public async Task A_record_that_is_no_object_is_refused(string record) => await StoresNothing(async () =>
        Assert.Equal(["/record"], (await Author.Start(Run.StatusReport, JsonNode.Parse(record), Reviewer.PersonId)).Pointers("invalid-record")));

    [Fact]
    public async Task A_mail_whose_recipient_has_no_address_is_refused() => await StoresNothing(async () =>
    {
        JsonObject record = await Run.Record(Author, Run.Email);
        record["recipient"]!.AsObject().Remove("email");
        Assert.Equal(["/record/recipient/email"], (await Author.Start(Run.Email, record, Reviewer.PersonId)).Pointers("invalid-record"));
    });

    [Fact]
    public async Task What_is_not_there_is_named() => await StoresNothing(async () =>
    {
        JsonObject record = await Run.Record(Author);
        (await Author.Start("no-such-workflow", record, Reviewer.PersonId)).Refused(404, "unknown-workflow");
        (await Author.Post("handoffs", new { workflow = Run.StatusReport, version = 7, record, reviewers = new[] { Reviewer.PersonId } })).Refused(404, "unknown-workflow");
        (await Author.Get($"handoffs/{Guid.NewGuid()}")).Refused(404, "unknown-handoff");
        (await Author.Get("workflows/no-such-workflow/schema")).Refused(404, "unknown-workflow");
        Assert.Equal(["/reviewers/0"], (await Author.Start(Run.StatusReport, record, LocalPeople.MeiTanaka.Id)).Pointers("invalid-record"));
        Assert.Equal(["/reviewers/1"], (await Author.Start(Run.StatusReport, record, Reviewer.PersonId, "nobody")).Pointers("invalid-record"));
        (await Author.Start(Run.StatusReport, record)).Refused(422, "too-few-reviewers");
        (await Author.Start(Run.StatusReport, record, Reviewer.PersonId, Author.PersonId)).Refused(403, "author-cannot-review");
    });

    [Theory]
    [InlineData("no-such-path")]
    [InlineData("handoffs/not-a-guid")]
    public async Task An_unknown_path_is_a_problem_too(string path) => (await Author.Get(path)).Refused(404, "unknown-route");

    [Fact]
    public async Task What_the_state_forbids_says_what_is_possible()
    {
        Run run = await Run.Started(product);
        await StoresNothing(async () =>
        {
            foreach (Answer answer in new[] { await run.Reviewer.DecideRest(run.Id), await run.Reviewer.Confirm(run.Id, "dates"), await run.Reviewer.Sign(run.Id), await run.Author.Release(run.Id) })
            {
                JsonElement problem = answer.Refused(409, "action-not-possible");
                Assert.Equal("Intake", problem.GetProperty("state").GetString());
                Assert.Equal(["UseDocument", "StartDraft", "Withdraw"], problem.GetProperty("possible").EnumerateArray().Select(action => action.GetString()));
            }

            (await run.Reviewer.Document(run.Id)).Refused(409, "no-draft");
        });
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused() => await StoresNothing(async () =>
        (await Author.Post("handoffs", new { workflow = new string('x', 1024 * 1024) })).Refused(413, "body-too-large"));

    [Fact]
    public async Task A_document_over_the_limit_is_refused()
    {
        Run run = await Run.Started(product);
        await StoresNothing(async () => (await run.Author.UseDocument(run.Id, new byte[MaxDocumentBytes + 1])).Refused(413, "body-too-large"));
    }

    [Theory]
    [InlineData("{\"workflow\":", "malformed-json")]
    [InlineData("{\"workflow\":\"client-email\",\"workflow\":\"client-email\"}", "malformed-json")]
    [InlineData("{\"workflow\":\"client-email\"}", "malformed-json")]
    [InlineData("{\"workflow\":null,\"record\":{},\"reviewers\":[]}", "malformed-json")]
    [InlineData("[]", "malformed-json")]
    [InlineData("", "bad-request")]
    public async Task A_body_that_is_not_the_JSON_of_the_call_is_refused(string body, string code) => await StoresNothing(async () =>
        (await Author.Send(HttpMethod.Post, "handoffs", Session.Text(body))).Refused(400, code));

    [Fact]
    public async Task Another_kind_of_body_is_refused()
    {
        Run run = await Run.Started(product);
        await StoresNothing(async () =>
        {
            (await Author.Send(HttpMethod.Post, "handoffs", Session.Text("client-email", "text/plain"))).Refused(415, "unsupported-media-type");
            (await Author.UseDocument(run.Id, [1, 2, 3], "application/pdf")).Refused(415, "unsupported-media-type");
        });
    }

    [Fact]
    public async Task A_parameter_that_is_none_is_refused() => (await Author.Get("handoffs?view=Everything")).Refused(400, "bad-request");

    [Theory]
    [InlineData("none", "document-not-a-zip")]
    [InlineData("bomb", "document-too-large")]
    [InlineData("dtd", "document-dtd-not-allowed")]
    [InlineData("changes", "document-has-changes")]
    public async Task A_document_that_could_do_harm_is_refused(string kind, string code)
    {
        Run run = await Run.Started(product);
        byte[] document = kind switch
        {
            "bomb" => Docx.ThatInflates(),
            "dtd" => Docx.WithADtd(),
            "changes" => Docx.WithATrackedChange(),
            _ => "Not a document."u8.ToArray(),
        };
        await StoresNothing(async () => (await run.Author.UseDocument(run.Id, document)).Refused(422, code));
    }

    [Fact]
    public async Task Only_the_author_chooses_the_document_and_only_before_the_draft()
    {
        Run run = await Run.Started(product);
        Session other = await product.As(LocalPeople.AmaraOsei);
        (await Reviewer.UseDocument(run.Id, Docx.Saying("Mine."))).Refused(403, "forbidden");
        (await other.UseDocument(run.Id, Docx.Saying("Mine."))).Ok();
        await run.Drafted();
        await StoresNothing(async () => (await run.Author.UseDocument(run.Id, Docx.Saying("Too late."))).Refused(409, "action-not-possible"));
    }

    [Fact]
    public async Task An_edit_that_can_not_stand_is_refused()
    {
        Run run = await Run.InReview(product);
        string change = (await run.Look()).Changes[0].Id;
        await StoresNothing(async () =>
        {
            (await Reviewer.Decide(run.Id, "s999", Decision.Accepted)).Refused(404, "unknown-change");
            foreach (string? text in new[] { null, " ", "two\nlines", "a bell \u0007", new string('x', 4001) })
            {
                (await Reviewer.Decide(run.Id, change, Decision.Edited, text)).Refused(422, "unusable-text");
            }

            (await Reviewer.Put($"handoffs/{run.Id}/changes/{change}", new { decision = "Approved" })).Refused(400, "malformed-json");
        });
    }

    [Fact]
    [Trait("Capability", "C12")]
    public async Task A_non_negotiable_item_can_not_be_waived_and_another_wants_a_reason()
    {
        Run run = await Run.InReview(product);
        await StoresNothing(async () =>
        {
            (await Reviewer.Confirm(run.Id, "dates", waiverReason: "No time.")).Refused(422, "non-negotiable");
            (await Reviewer.Confirm(run.Id, "tone", waiverReason: " ")).Refused(422, "reason-missing");
            (await Reviewer.Confirm(run.Id, "no-such-item")).Refused(404, "unknown-checklist-item");
        });
        ChecklistItemView tone = (await Reviewer.Confirm(run.Id, "tone", waiverReason: "The client likes it dry.")).As<HandoffView>().Checklist.Single(item => item.Id == "tone");
        Assert.Equal("The client likes it dry.", Assert.Single(tone.Confirmations).WaiverReason);
    }

    [Fact]
    [Trait("Capability", "C52")]
    public async Task A_signature_is_for_the_text_and_the_sentence_that_were_on_screen()
    {
        Run run = await Run.ReadyToSign(product);
        HandoffView shown = await run.Look();
        await StoresNothing(async () =>
        {
            (await Reviewer.Sign(shown with { TextDigest = Domain.Sha256Digest.Of("another text") })).Refused(409, "text-has-changed");
            (await Reviewer.Sign(shown with { Confirmation = "Looks good to me." })).Refused(422, "confirmation-differs");
            (await Reviewer.Post($"handoffs/{run.Id}/signature", new { shown.Confirmation, textDigest = "no digest" })).Refused(400, "malformed-json");
        });
    }

    [Fact]
    public async Task What_is_not_done_yet_stops_the_signature()
    {
        Run run = await Run.InReview(product);
        (await Reviewer.Sign(run.Id)).Refused(409, "changes-undecided");
        (await Reviewer.DecideRest(run.Id, accept: false)).Ok();
        (await Reviewer.Sign(run.Id)).Refused(409, "nothing-left");
        foreach (ChangeView change in (await run.Look()).Changes)
        {
            (await Reviewer.Decide(run.Id, change.Id, Decision.Accepted)).Ok();
        }

        (await Reviewer.Sign(run.Id)).Refused(409, "checklist-open");
    }

    [Fact]
    public async Task A_release_wants_an_idempotency_key_of_its_own()
    {
        Run first = await Run.Approved(product);
        Run second = await Run.Approved(product);
        (await Author.Post($"handoffs/{first.Id}/release")).Refused(400, "idempotency-key-missing");
        (await Author.Release(first.Id, new string('k', 256))).Refused(400, "idempotency-key-missing");
        (await Author.Release(first.Id, "one-key")).Ok();
        await StoresNothing(async () =>
        {
            (await Author.Release(second.Id, "one-key")).Refused(422, "idempotency-key-reused");
            (await Reviewer.Release(first.Id, "one-key")).Refused(422, "idempotency-key-reused");
        });
    }

    [Fact]
    [Trait("Capability", "C33")]
    public async Task A_workflow_that_is_not_sound_is_answered_place_by_place()
    {
        Session designer = await product.As(LocalPeople.MeiTanaka);
        (await designer.Get("me")).Ok();
        await StoresNothing(async () =>
        {
            JsonObject workflow = await Run.Definition(designer);
            workflow["key"] = "Not A Slug";
            workflow["output"]!["words"]!["min"] = 500;
            workflow["gate"]!["reviewers"] = 0;
            Assert.Equal(["/gate/reviewers", "/key", "/output/words"], (await designer.Post("workflows", workflow)).Pointers("invalid-workflow"));

            workflow["gate"]!["kindness"] = true;
            Assert.StartsWith("/gate", Assert.Single((await designer.Post("workflows", workflow)).Pointers("invalid-workflow")), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_workflow_version_never_changes()
    {
        Session designer = await product.As(LocalPeople.MeiTanaka);
        (await designer.Get("me")).Ok();
        JsonObject workflow = await Run.Definition(designer, Run.Email);
        await StoresNothing(async () =>
        {
            (await designer.Post("workflows", workflow)).Refused(409, "workflow-version");
            workflow["version"] = 3;
            (await designer.Post("workflows", workflow)).Refused(409, "workflow-version");
        });
        workflow["version"] = 2;
        (await designer.Post("workflows", workflow)).Ok();
        Assert.Equal(1, (int?)(await Run.Definition(designer, Run.Email))["version"]);
        Assert.Equal(2, (int?)(await designer.Get($"workflows/{Run.Email}?version=2")).Json.GetProperty("version").GetInt32());
    }

    private async Task StoresNothing(Func<Task> calls)
    {
        string before = product.Stored();
        await calls();
        Assert.Equal(before, product.Stored());
        product.ExpectNoFault();
    }
}
