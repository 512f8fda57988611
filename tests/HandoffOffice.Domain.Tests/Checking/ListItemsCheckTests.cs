using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking;

[Trait("Capability", "C55")]
public sealed class ListItemsCheckTests
{
    private static readonly Workflow Workflow = Build.With(
        CheckKind.ListItems,
        Build.List("steps", Build.Field("name", FieldKind.Text), Build.Field("date", FieldKind.Date), Build.Field("owner", FieldKind.Text)));

    [Fact]
    public void Every_item_that_is_named_is_found_whatever_case_quotes_and_accents() =>
        Assert.Empty(Missing("""{"steps":[{"name":"Café “Launch” party"},{"name":"Docs freeze"}]}""", "The cafe 'launch' PARTY follows the Docs-Freeze."));

    [Fact]
    public void An_omitted_item_is_named_at_its_place_in_the_record()
    {
        Finding finding = Assert.Single(Missing("""{"steps":[{"name":"Code Freeze"},{"name":"Docs Freeze"}]}""", "Only Code Freeze is done."));
        Assert.Equal((null, "/steps/1", "Docs Freeze"), (finding.Span, finding.Pointer.ToString(), finding.Expected));
    }

    [Theory]
    [InlineData("1.31.0-alpha.31 released", "1.31.0-alpha.3 released")]
    [InlineData("1.31.0-alpha.3 released", "1.31.0-alpha.31 released")]
    [InlineData("Kubernetes v1.31.0", "Kubernetes v1.31.0-rc.0")]
    [InlineData("Lot 1", "Lot 12")]
    [InlineData("Freeze", "Code Freeze")]
    public void A_name_within_another_is_not_taken_for_it(string missing, string present)
    {
        string record = $$"""{"steps":[{"name":"{{missing}}"},{"name":"{{present}}"}]}""";
        Assert.Equal(missing, Assert.Single(Missing(record, $"We have {present} now.")).Expected);
    }

    [Fact]
    public void Names_that_share_words_are_told_apart_by_the_words_that_they_do_not_share() =>
        Assert.Equal("Feature blog freeze", Assert.Single(Missing(
            """{"steps":[{"name":"Enhancements Freeze"},{"name":"Feature blog freeze"},{"name":"Deprecations blog published"}]}""",
            "Enhancements Freeze was reached, and the Deprecations blog is published.")).Expected);

    [Fact]
    public void A_release_counts_where_the_text_inflects_it() =>
        Assert.Empty(Missing("""{"steps":[{"name":"1.31.0-rc.0 released"}]}""", "The release of v1.31.0-rc.0 comes next."));

    [Fact]
    public void A_paraphrase_of_a_long_text_counts_and_its_omission_does_not()
    {
        const string Record = """{"steps":[{"name":"Test accounts for the insurer interface are missing, so the integration cannot be tested end to end"}]}""";
        Assert.Empty(Missing(Record, "We still lack accounts to test the insurer interface.", "Without them the integration cannot be tested."));
        Assert.Single(Missing(Record, "The interface is nice.", "Everything else is on track."));
    }

    [Fact]
    public void Namesakes_need_a_mention_each_or_their_own_dates()
    {
        const string Record = """{"steps":[{"name":"Review","date":"2026-05-04"},{"name":"Review","date":"2026-06-08"}]}""";
        Assert.Empty(Missing(Record, "A review is on 4 May.", "The other review is on 8 June."));
        Assert.Empty(Missing(Record, "The reviews are on 4 May and 8 June."));
        Assert.Equal("/steps/1", Assert.Single(Missing(Record, "The review is on 4 May.")).Pointer.ToString());
    }

    [Fact]
    public void A_word_of_the_name_beside_the_items_own_date_counts() =>
        Assert.Empty(Missing("""{"steps":[{"name":"Parts arrive","date":"2026-03-23"}]}""", "We get the parts on 23 March."));

    [Fact]
    public void A_list_that_no_section_names_need_not_be_told()
    {
        Workflow silent = Workflow with { Output = Workflow.Output with { Sections = [new ContractSection { Key = "body", Purpose = "Tell it.", Fields = [] }] } };
        Assert.Empty(GateChecks.Run(silent, Build.Record("""{"steps":[{"name":"Code Freeze"}]}"""), Build.Text("Nothing.")).Findings);
    }

    [Fact]
    public void A_name_within_the_text_of_another_lists_item_does_not_count_for_a_section_of_its_own()
    {
        Workflow report = Build.Workflow();
        TextPiece[] text =
        [
            new("s1", "progress", 0, "The Production Readiness Freeze was reached on 6 June 2024."),
            new("s2", "blockers", 1, "Pod Level Resource Specifications (enhancement 2837) missed the Enhancements Freeze; its exception was rejected on 20 June 2024, so it moves out of 1.31."),
        ];
        IEnumerable<string?> missing = GateChecks.Run(report, Build.Record(report.Examples[0].Record.GetRawText()), text).Findings
            .Where(finding => finding.Check == CheckKind.ListItems).Select(finding => finding.Expected);
        Assert.Contains("Enhancements Freeze", missing);
        Assert.DoesNotContain("Production Readiness Freeze", missing);
    }

    [Fact]
    public void A_record_without_its_optional_list_lacks_nothing() => Assert.Empty(Missing("{}", "Nothing happened."));

    private static IReadOnlyList<Finding> Missing(string record, params string[] sentences) =>
        GateChecks.Run(Workflow, Build.Record(record), Build.Text(sentences)).Findings;
}
