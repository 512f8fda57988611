using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Tests.Handoffs;
using Xunit;

namespace HandoffOffice.Domain.Tests.Parallel;

/// <summary>What a person writes sets the tone, and where the AI's part does not keep to it, it is said at the seam.</summary>
[Trait("Capability", "C22")]
public sealed class SeamsTests
{
    private const string Short = "I stood on the quay. It was cold. I could see the cranes. They moved fast. I liked it. Nobody spoke to me. I waited. Then it rained.";

    private const string Long =
        "The reorganisation of the administration of the municipal transportation infrastructure necessitated the introduction of a considerable number of additional regulations and requirements.";

    [Fact]
    public void A_section_that_reads_otherwise_is_told_where_it_begins_after_the_authors()
    {
        Finding finding = Assert.Single(Findings(Long, Long, Long, Long));
        Assert.Equal(("s1", Severity.Warning), (finding.Span!.PieceId, finding.Severity));
        Assert.StartsWith("This reads differently from the author's sections. Sentences are longer here: ", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("3.5 words a sentence, reading ease ", finding.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_reads_alike_is_not() => Assert.Empty(Findings(
        [Short, "I saw a boat. It was old. I could hear its crew. They sang. I laughed a lot. Then I went home. I was wet. The dog was glad."],
        Short, "I read the mail. It was long. I did not mind. Someone called. I said no. We talked on. I made tea. It helped me sleep."));

    [Fact]
    public void Where_the_author_has_written_too_little_nothing_is_claimed() => Assert.Empty(Findings(["I saw it."], Long, Long, Long, Long));

    [Fact]
    public void Where_nobody_writes_beside_the_AI_there_is_no_seam()
    {
        Workflow draft = Given.Workflow(Stakes.Low);
        Workflow asks = draft with { Gate = draft.Gate with { Checks = [new GateCheck(CheckKind.Seams, Severity.Warning)] } };
        Assert.Empty(GateChecks.Run(asks, Given.Record(), [.. Enumerable.Range(1, 5).Select(i => new TextPiece($"s{i}", "body", 0, Long))]).Findings);
    }

    [Fact]
    [Trait("Capability", "C21")]
    public void What_the_person_wrote_first_is_measured_and_given_to_the_AI_to_keep_to()
    {
        using Run run = Two.Run();
        run.Write(Two.Text(string.Join(' ', Enumerable.Repeat(Short, 2)), Short, handIn: true));
        string told = BriefText.User(Brief.Of(run.Handoff, run.Workflow));
        Assert.Contains("Keep to the person's style rather than to the contract's tone. Measured in their sections: 3.5 words a sentence, reading ease ", told, StringComparison.Ordinal);
        Assert.Contains("“I” in 63 % of the sentences", told, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Capability", "C21")]
    public void A_few_words_set_no_tone()
    {
        using Run run = Two.Run();
        run.Write(Two.Text("I stood there.", ""));
        Assert.DoesNotContain("Keep to the person's style", BriefText.User(Brief.Of(run.Handoff, run.Workflow)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Findings(params string[] drafted) => Findings([Short, Short, Short], drafted);

    private static IReadOnlyList<Finding> Findings(string[] own, params string[] drafted) => [.. GateChecks.Run(
        Two.Workflow(), Given.Record(),
        [
            .. own.Select((text, i) => new TextPiece($"p{i}", "opening", 0, text)),
            .. drafted.Select((text, i) => new TextPiece($"s{i + 1}", "body", 1, text)),
        ]).Findings.Where(finding => finding.Check == CheckKind.Seams)];
}
