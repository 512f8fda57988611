using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Piloting;
using Xunit;

namespace HandoffOffice.Domain.Tests.Piloting;

[Trait("Capability", "C44")]
public sealed class PlaybookTests
{
    private static readonly Workflow Workflow = Way.Version(2);

    private static readonly PlaybookSources Nothing = new(Workflow, [], null, null, [], [], [], [], null);

    [Fact]
    public void It_tells_the_input_the_output_the_review_the_edits_and_the_shortcut() => Assert.Equal(
        ["purpose", "input", "output", "review", "edits", "shortcut", "measures"], Playbook.Of(Nothing).Sections.Select(section => section.Code));

    [Fact]
    public void Every_field_of_the_template_and_of_its_lists_is_a_row()
    {
        Workflow withList = Workflow with
        {
            Input = Workflow.Input with
            {
                Fields =
                [
                    .. Workflow.Input.Fields,
                    new TemplateField
                    {
                        Name = "steps", Label = "Steps", Kind = FieldKind.List,
                        Fields = [new TemplateField { Name = "due", Label = "Due", Kind = FieldKind.Date, Required = true, Help = "When.", Example = "2026-11-29" }],
                    },
                ],
            },
        };
        PlaybookTable fields = Section(Nothing with { Workflow = withList }, "input").Tables[0];
        Assert.Equal(["Client", "City", "Steps", "Steps: Due"], fields.Rows.Select(row => row[0]));
        Assert.Equal(["a date", "yes", "When. For example: 2026-11-29"], fields.Rows[3].Skip(1));
    }

    [Fact]
    public void The_typical_output_is_a_draft_that_was_written()
    {
        PlaybookSection output = Section(Nothing with { Typical = ["Dear Ada.", "It is done."], TypicalOf = "Harbour", Origin = "gpt-x" }, "output");
        Assert.Equal(["Dear Ada.", "It is done."], output.Quote);
        Assert.Contains("This is the draft of the example 'Harbour', as gpt-x wrote it:", output.Text);
    }

    [Fact]
    public void What_to_review_is_the_checklist_and_what_really_failed()
    {
        PlaybookSection review = Section(Nothing with { Failures = [new KnownFailure(FailureSource.Edited, 6, 20, DateTimeOffset.UnixEpoch, Section: "body")] }, "review");
        Assert.Equal(Workflow.Gate.Checklist.Select(item => item.Text), review.Tables[0].Rows.Select(row => row[0]));
        Assert.Equal(["Body", "6 of the last 20 drafts: reviewers wrote other words here."], Assert.Single(review.Tables[1].Rows));
    }

    [Fact]
    public void Common_edits_and_measures_are_those_of_the_runs()
    {
        PlaybookSources from = Nothing with
        {
            Edits = [new CommonEdit("utilise", "use", 4)],
            Answers = [new MeasuredAnswer(Question.SavesTime, Domain.Measuring.Verdict.Yes, "It saves 41 minutes a run.")],
        };
        Assert.Equal(["utilise", "use", "4"], Assert.Single(Section(from, "edits").Tables[0].Rows));
        Assert.Equal(["It saves 41 minutes a run."], Section(from, "measures").Text);
    }

    [Fact]
    public void The_shortcut_leads_to_the_form() => Assert.Contains(
        Section(Nothing with { Address = new Uri("https://handoff.example/") }, "shortcut").Text, text => text.Contains("https://handoff.example/#/start/weekly", StringComparison.Ordinal));

    private static PlaybookSection Section(PlaybookSources from, string code) => Assert.Single(Playbook.Of(from).Sections, section => section.Code == code);
}
