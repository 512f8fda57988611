using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Parallel;

/// <summary>One text that a person and the AI write at once, by section.</summary>
[Trait("Capability", "C10")]
public sealed class WritingTogetherTests
{
    private static readonly string[] Whole =
    [
        "I stood on the quay at six.", "The cranes were loud!", "Nobody spoke.", "Nordhafen Logistik hears from us in letter 1.", "We thank the whole team.",
        "This matters to Bremerhaven.", "The warehouse stands in Bremerhaven.",
    ];

    [Fact]
    public void What_the_person_wrote_first_stands_between_what_the_AI_wrote_then()
    {
        using Run run = Two.InReview();
        Assert.Equal(Whole, run.Handoff.CurrentText().Select(piece => piece.Text));
        Assert.Equal([0, 0, 1, 2, 2, 3, 4], run.Handoff.CurrentText().Select(piece => piece.Paragraph));
    }

    [Fact]
    public void A_draft_that_is_there_first_waits_and_is_merged_when_the_person_is_done()
    {
        using Run run = Two.Run();
        run.Must(HandoffAction.StartDraft);
        run.Write(Two.Text("I stood there.", ""));
        run.Must(HandoffAction.CompleteDraft);
        Assert.True(run.Handoff.WaitsForOwn);
        Assert.IsType<OwnSectionsEmpty>(run.Do(HandoffAction.CompleteChecks).Error);

        run.Write(Two.Text(handIn: true));
        Assert.False(run.Handoff.WaitsForOwn);
        run.Must(HandoffAction.CompleteChecks);
        Assert.Equal(Whole, run.Handoff.CurrentText().Select(piece => piece.Text));
    }

    [Fact]
    public void What_is_handed_in_while_the_AI_writes_is_merged_when_its_draft_comes()
    {
        using Run run = Two.Run();
        run.Must(HandoffAction.StartDraft);
        run.Write(Two.Text(handIn: true));
        run.Must(HandoffAction.CompleteDraft);
        run.Must(HandoffAction.CompleteChecks);
        Assert.Equal(Whole, run.Handoff.CurrentText().Select(piece => piece.Text));
    }

    [Fact]
    [Trait("Capability", "C19")]
    public void Only_what_the_AI_wrote_is_there_to_be_decided()
    {
        using Run run = Two.InReview();
        Assert.Equal(["s1", "s2", "s3"], run.Handoff.Changes.Select(change => change.Id));
        run.Decide(Given.First, [.. run.Handoff.Changes.Select(change => change with { Decision = Decision.Rejected })]);
        Assert.Equal(Whole.Take(3).Append(Two.View), run.Handoff.CurrentText().Select(piece => piece.Text));
    }

    [Fact]
    [Trait("Capability", "C19")]
    public void Whatever_either_side_writes_nobodys_sentence_is_changed_by_the_merge() =>
        (from opening in Gen.String[Gen.Char["ab c.\n!"], 1, 60].Where(text => text.Trim(' ', '\n').Length > 0)
         from sentences in Gen.Select(Gen.Bool, Gen.Int[0, 3])
             .Select(pair => new DraftSentence("", pair.Item1 ? "body" : "outlook", pair.Item2, "A sentence.", [])).Array[1, 8]
         select (opening, sentences)).Sample(given =>
        {
            ExistingText own = Two.Text(given.opening).Text;
            List<DraftSentence> draft = [.. given.sentences.OrderByDescending(one => one.Section == "body").ThenBy(one => one.Paragraph).Select((one, i) => one with { Id = $"s{i}" })];
            IReadOnlyList<Passage> passages = DraftOverlay.Join(own, draft);
            Assert.Equal(own.Sections.SelectMany(s => s.Paragraphs).SelectMany(p => p), passages.Where(p => p.Kind is null).Select(p => p.Drafted));
            Assert.Equal(draft.Select(s => s.Text), passages.Where(p => p.Kind is ChangeKind.Inserted).Select(p => p.Drafted));
            Assert.All(passages, p => Assert.Equal(p.Kind is null, p.Section is "opening" or "view"));
            Assert.True(passages.Zip(passages.Skip(1)).All(pair => pair.First.Paragraph <= pair.Second.Paragraph));
        }, seed: "0000KX9sQ2e4", iter: 500);

    [Fact]
    [Trait("Capability", "C19")]
    public void A_persons_text_in_a_section_of_the_AI_is_refused_and_changes_nothing()
    {
        using Run run = Two.Run();
        var theirs = new OwnText(ExistingText.Of([("opening", ["Mine."]), ("body", ["Mine too."])]), TimeSpan.Zero, HandsIn: false);
        Assert.Equal(new SectionNotYours("body"), run.Handoff.WriteOwn(theirs, Given.First, run.Now).Error);
        Assert.Null(run.Handoff.Own);
    }

    [Fact]
    public void Nobody_hands_in_an_empty_section()
    {
        using Run run = Two.Run();
        Assert.Equal(["view"], Assert.IsType<OwnSectionsEmpty>(run.Handoff.WriteOwn(Two.Text(view: " ", handIn: true), Given.First, run.Now).Error).Sections);
    }

    [Fact]
    [Trait("Capability", "C19")]
    public void Nobody_but_the_author_writes_the_authors_sections()
    {
        using Run run = Two.Run();
        Assert.IsType<NotYours>(run.Handoff.WriteOwn(Two.Text(), Given.Second, run.Now).Error);
        Assert.IsType<ApplicationsCannotReview>(run.Handoff.WriteOwn(Two.Text(), Given.First with { IsApplication = true }, run.Now).Error);
    }

    [Fact]
    public void A_flow_that_could_not_write_the_authors_sections_starts_none()
    {
        (Handoff? handoff, Outcome outcome) = Handoff.Start("tenant", Two.Workflow(), Given.Record(), "A depot", Given.Flow, [Given.First.Person], Given.Start);
        Assert.Null(handoff);
        Assert.Equal("application-cannot-write", outcome.Error!.Code);
    }

    [Fact]
    public void In_a_workflow_where_the_AI_writes_all_nobody_has_sections_of_their_own()
    {
        using var run = new Run();
        Assert.IsType<ActionNotPossible>(run.Handoff.WriteOwn(Two.Text(), Given.Author, run.Now).Error);
    }

    [Fact]
    public void The_ledger_hears_of_it_once_and_not_of_each_word_on_the_way()
    {
        using Run run = Two.Run();
        run.Write(Two.Text("I stood.", ""));
        run.Write(Two.Text(handIn: true));
        HandoffEvent done = Assert.Single(run.Events, one => one.Kind == "OwnSectionsDone");
        Assert.Equal($"{run.Handoff.Own!.Text.Digest()}", done.Facts["existingDigest"]);
        Assert.Equal("17", done.Facts["words"]);
    }

    [Fact]
    public void A_persons_sentence_that_has_to_change_is_a_tracked_change_that_can_be_taken_back()
    {
        using Run run = Two.InReview();
        run.Decide(Given.First, new Change("p2", Decision.Edited, "The cranes were very loud."));
        Assert.Equal(["p2", "s1", "s2", "s3"], run.Handoff.Changes.Select(change => change.Id));
        Assert.Contains(run.Handoff.CurrentText(), piece => piece.Text == "The cranes were very loud.");
        Assert.Equal(ChangeKind.Replaced, run.Handoff.CurrentDraft!.Passages().Single(passage => passage.Id == "p2").Kind);

        run.Decide(Given.First, new Change("p2", Decision.Rejected));
        Assert.Equal(Whole, run.Handoff.CurrentText().Select(piece => piece.Text));
    }

    [Fact]
    public void A_kept_sentence_can_be_put_in_other_words_and_nothing_else()
    {
        using Run run = Two.InReview();
        Assert.IsType<UnknownChange>(run.Decide(Given.First, new Change("p2", Decision.Rejected)).Error);
        Assert.IsType<UnusableText>(run.Decide(Given.First, new Change("p2", Decision.Edited, " ")).Error);
        Assert.IsType<UnknownChange>(run.Decide(Given.First, new Change("p9", Decision.Edited, "No.")).Error);
        Assert.Equal(3, run.Handoff.Changes.Count);
    }

    [Fact]
    [Trait("Capability", "C06")]
    public void A_revision_leaves_the_persons_sections_and_the_reviewers_words_in_them_as_they_are()
    {
        using Run run = Two.InReview();
        run.Decide(Given.First, new Change("p2", Decision.Edited, "The cranes were very loud."));
        run.Must(HandoffAction.Revise);
        run.To(HandoffState.InReview);

        Assert.Equal(["I stood on the quay at six.", "The cranes were very loud.", "Nobody spoke.", "Nordhafen Logistik hears from us in letter 2."],
            run.Handoff.CurrentText().Select(piece => piece.Text).Take(4));
        Assert.True(run.Handoff.Changes.Single(change => change.Id == "p2").CarriedOver);
        Assert.IsType<ActionNotPossible>(run.Handoff.WriteOwn(Two.Text(), Given.First, run.Now).Error);
    }

    [Fact]
    public void Who_writes_while_a_revision_is_written_is_told_where_their_sections_are()
    {
        using Run run = Two.InReview();
        run.Must(HandoffAction.Revise);
        run.Must(HandoffAction.StartDraft);
        Assert.IsType<OwnSectionsMerged>(run.Handoff.WriteOwn(Two.Text(), Given.First, run.Now).Error);
    }

    [Fact]
    public void The_contracts_length_is_that_of_the_AIs_part()
    {
        using Run run = Two.InReview();
        Assert.Equal((18, 2), (run.Handoff.Report!.Evidence.Words.Count, run.Handoff.Report.Evidence.Paragraphs.Count));
    }

    [Fact]
    public void A_number_that_the_record_lacks_is_a_fault_of_the_AIs_and_none_of_the_persons()
    {
        using Run run = Two.Run();
        run.Write(Two.Text(view: "Some 400 people work there.", handIn: true));
        run.To(HandoffState.InReview);
        Assert.Equal("s1", Assert.Single(run.Handoff.Report!.Findings, one => one.Check == CheckKind.Numbers).Span!.PieceId);
    }

    [Fact]
    public void Who_waits_for_nobody_any_more_finishes_by_hand()
    {
        using Run run = Two.Run();
        run.To(HandoffState.Checking);
        run.Must(HandoffAction.RevertToManual);
        Assert.Equal(HandoffState.RevertedToManual, run.Handoff.State);
    }

    [Fact]
    [Trait("Capability", "C39")]
    public void What_the_person_worked_on_their_sections_counts_as_work_on_the_run()
    {
        using Run run = Two.Run();
        run.Write(Two.Text(seconds: 100));
        run.Write(Two.Text(handIn: true, seconds: 20));
        Assert.Equal(120, RunFacts.Of(run.Handoff).Times.OwnSeconds);
    }
}
