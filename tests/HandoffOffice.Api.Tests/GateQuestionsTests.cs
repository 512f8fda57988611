using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>The four questions of the gate, each with what answers it in the review; and who answers for what.</summary>
public sealed class GateQuestionsTests(LocalProduct fixture)
{
    private const string Email = "client-email";
    private readonly Product product = fixture.Product;

    [Fact]
    [Trait("Capability", "C29")]
    public async Task Is_it_accurate_is_answered_by_each_date_with_the_field_it_agrees_with()
    {
        HandoffView view = await (await Run.InReview(product)).Look();
        Assert.NotEmpty(view.Evidence.Dates);
        Assert.All(view.Evidence.Dates, date => Assert.True(date.Verdict == DateVerdict.Match && date.Pointer is not null && date.RecordDate is not null));
        Assert.Contains(view.Checklist, item => item.Evidence == EvidenceKind.Dates);
    }

    [Fact]
    [Trait("Capability", "C30")]
    [Trait("Capability", "C57")]
    public async Task Is_the_tone_right_is_answered_by_a_second_reader_who_says_whether_an_ai_judged()
    {
        Run run = await Run.ReadyToSign(product, Email);
        HandoffView view = await run.Look();
        SecondReading reading = view.Evidence.SecondReading!;
        Assert.Equal((RulesReader.Name, false, null as string), (reading.Reader, reading.IsAi, reading.NotJudged));
        Assert.Equal(Enum.GetValues<ReadingDimension>(), reading.Items.Select(item => item.Dimension).Distinct().Order());
        Assert.Contains(view.Checklist, item => item.Evidence == EvidenceKind.Tone);
        (await run.Reviewer.Sign(run.Id)).Ok();
    }

    [Fact]
    [Trait("Capability", "C57")]
    public async Task What_a_second_reader_said_stays_when_a_sentence_is_edited()
    {
        Run run = await Run.InReview(product, Email);
        ChangeView change = (await run.Look()).Changes[^1];
        HandoffView edited = (await run.Reviewer.Decide(run.Id, change.Id, Decision.Edited, "Thank you.")).As<HandoffView>();
        Assert.NotNull(edited.Evidence.SecondReading);
        Assert.DoesNotContain(edited.Findings, finding => finding.Check == CheckKind.SecondReading && finding.Severity == Severity.Blocking);
    }

    [Fact]
    [Trait("Capability", "C31")]
    public async Task Is_anything_missed_or_invented_is_answered_by_each_fact_with_where_it_is_said()
    {
        Run run = await Run.InReview(product);
        HandoffView view = await run.Look();
        Assert.All(view.Evidence.Facts.Where(fact => fact.Required), fact => Assert.NotEmpty(fact.Mentions));
        ChangeView change = view.Changes[^1];
        HandoffView invented = (await run.Reviewer.Decide(run.Id, change.Id, Decision.Edited, change.Text + " We saved 41,237 hours.")).As<HandoffView>();
        Assert.Contains(invented.Findings, finding => finding.Check == CheckKind.Numbers && finding.Quote == "41,237");
    }

    [Fact]
    [Trait("Capability", "C32")]
    public async Task Are_edits_needed_is_answered_for_each_change_before_anybody_signs()
    {
        Run run = await Run.InReview(product);
        await run.Reviewer.ConfirmAll(run.Id);
        (await run.Reviewer.Sign(run.Id)).Refused(409, "changes-undecided");
        ChangeView change = (await run.Look()).Changes[0];
        HandoffView edited = (await run.Reviewer.Decide(run.Id, change.Id, Decision.Edited, change.Text + " Thank you.")).As<HandoffView>();
        Assert.Equal((Decision.Edited, change.Text + " Thank you."), (edited.Changes[0].Decision, edited.Changes[0].EditedText));
    }

    [Fact]
    [Trait("Capability", "C04")]
    public async Task Who_answers_for_input_draft_and_release_is_told_at_every_step()
    {
        Run run = await Run.Started(product);
        Told(await run.Look(), run);
        Told(await (await Run.InReview(product)).Look(), run);
        Told(await (await Run.Approved(product)).Look(), run);
    }

    private static void Told(HandoffView view, Run run)
    {
        Assert.Equal(3, view.Responsibilities.Select(responsibility => responsibility.Duty).Distinct().Count());
        Assert.All(view.Responsibilities, responsibility => Assert.True(responsibility.People.Count > 0 && responsibility.Title.Length > 0));
        Assert.Contains(view.Responsibilities, responsibility => responsibility.People.Any(person => person.Id == run.Author.PersonId));
    }
}
