using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>How what left was received, and what should have caught an error that escaped (C41, C58).</summary>
[Trait("Capability", "C41")]
[Trait("Capability", "C58")]
public sealed class OutcomeTests(LocalProduct fixture)
{
    private static readonly object Complaint = new { reception = "Complaint", reason = "The date is a year off.", shouldHaveCaught = new { kind = "Item", item = "dates" } };

    [Fact]
    public async Task Outcomes_are_recorded_one_after_the_other_and_shown_to_its_people()
    {
        Run run = await Released();
        Assert.True((await run.Look()).Actions.Single(action => action.Action == UserAction.RecordOutcome).Allowed);
        (await Record(run.Author, run, new { reception = "Accepted" })).Ok();
        HandoffView view = (await Record(run.Reviewer, run, Complaint)).As<HandoffView>();

        Assert.Equal([Reception.Accepted, Reception.Complaint], view.Outcomes.Select(outcome => outcome.Reception));
        OutcomeView complaint = view.Outcomes[1];
        Assert.Equal((LocalPeople.RitaOkafor.Id, "The date is a year off."), (complaint.By.Id, complaint.Reason));
        Assert.Equal(new Catcher(CatcherKind.Item, Item: "dates"), complaint.ShouldHaveCaught);
        Assert.Equal("Complaint", fixture.Product.Query("SELECT WorstReception FROM Handoffs WHERE Id = @id", ("@id", run.Id)).Single());
        Assert.Equal(2, (await run.Reviewer.History(run.Id)).Count(entry => entry.Kind == HandoffEventKind.OutcomeRecorded));
    }

    [Fact]
    public async Task What_is_not_of_this_handoff_is_answered_at_its_place_and_nothing_is_stored()
    {
        Run run = await Released();
        Assert.Equal(["/shouldHaveCaught"], (await Record(run.Author, run, new { reception = "Complaint", reason = "Wrong." })).Pointers("invalid-outcome"));
        Assert.Equal(
            ["/changeId", "/shouldHaveCaught/item"],
            (await Record(run.Author, run, new { reception = "Complaint", reason = "Wrong.", changeId = "s999", shouldHaveCaught = new { kind = "Item", item = "no-such" } }))
                .Pointers("invalid-outcome"));
        (await Record(run.Author, run, new { reception = "CorrectionNeeded", shouldHaveCaught = new { kind = "Nothing" } })).Refused(422, "reason-missing");
        Assert.Empty((await run.Look()).Outcomes);
    }

    [Fact]
    public async Task A_check_is_one_of_its_gate_which_it_shows()
    {
        Run run = await Released(Run.Email);
        Assert.Equal(["/shouldHaveCaught/check"], (await Record(run.Author, run, Caught(null))).Pointers("invalid-outcome"));
        CheckKind check = (await run.Look()).Checks[0];
        Assert.Equal(check, (await Record(run.Author, run, Caught(check))).As<HandoffView>().Outcomes.Single().ShouldHaveCaught?.Check);
    }

    [Fact]
    public async Task Nobody_else_and_nothing_before_the_release()
    {
        Run run = await Run.Approved(fixture.Product);
        (await Record(run.Author, run, new { reception = "Accepted" })).Refused(409, "action-not-possible");
        (await run.Author.Release(run.Id)).Ok();
        (await Record(await fixture.Product.As(LocalPeople.JonasLindqvist), run, new { reception = "Accepted" })).Refused(403, "not-your-handoff");
    }

    private async Task<Run> Released(string workflow = Run.StatusReport)
    {
        Run run = await Run.Approved(fixture.Product, workflow);
        (await run.Author.Release(run.Id)).Ok();
        return run;
    }

    private static object Caught(CheckKind? check) => new { reception = "CorrectionNeeded", reason = "Wrong.", shouldHaveCaught = new { kind = "Check", check } };

    private static Task<Answer> Record(Session session, Run run, object outcome) => session.Post($"handoffs/{run.Id}/outcomes", outcome);
}
