using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking;

[Trait("Capability", "C29")]
[Trait("Capability", "C34")]
public sealed class DatesCheckTests
{
    private static readonly Workflow Workflow = Build.With(
        CheckKind.Dates,
        Build.Field("project", FieldKind.Text),
        Build.Field("periodStart", FieldKind.Date),
        Build.Field("periodEnd", FieldKind.Date),
        Build.List("milestones", Build.Field("name", FieldKind.Text), Build.Field("date", FieldKind.Date)),
        Build.List("blockers", Build.Field("summary", FieldKind.LongText), Build.Field("since", FieldKind.Date)));

    private static readonly InputRecord Record = Build.Record("""
        {"project":"Kubernetes 1.31","periodStart":"2024-07-01","periodEnd":"2024-07-19",
         "milestones":[{"name":"Enhancements Freeze","date":"2024-06-14"},{"name":"Code Freeze","date":"2024-07-24"},
                       {"name":"1.31.0-alpha.3 released","date":"2024-07-02"},{"name":"Review of 3 March 2023","date":"2024-08-05"}],
         "blockers":[{"summary":"The exception was rejected on 20 June 2024, so the enhancement moves out","since":"2024-06-21"}]}
        """);

    [Theory]
    [InlineData("Enhancements Freeze was reached on 14 June 2024.", "14 June 2024")]
    [InlineData("Enhancements Freeze was reached on 2024-06-14.", "2024-06-14")]
    [InlineData("Enhancements Freeze was reached on June 14, 2024.", "June 14, 2024")]
    [InlineData("Enhancements Freeze was reached on June 14.", "June 14")]
    [InlineData("Enhancements Freeze was reached on 14 Jun.", "14 Jun")]
    [InlineData("Enhancements Freeze was reached on Jun. 14th, 2024.", "Jun. 14th, 2024")]
    [InlineData("Enhancements Freeze was reached on 14.06.2024.", "14.06.2024")]
    [InlineData("Enhancements Freeze was reached on 14.6.24.", "14.6.24")]
    [InlineData("Enhancements Freeze was reached on 14/06/2024.", "14/06/2024")]
    [InlineData("Enhancements Freeze was reached on 06/14/2024.", "06/14/2024")]
    [InlineData("Enhancements Freeze was reached on the 14th of June 2024.", "14th of June 2024")]
    [InlineData("Enhancements Freeze was reached on Friday, 14 June 2024.", "Friday, 14 June 2024")]
    [InlineData("Enhancements Freeze wurde am Freitag, den 14. Juni 2024 erreicht.", "Freitag, den 14. Juni 2024")]
    [InlineData("Enhancements Freeze wurde am 14. Juni erreicht.", "14. Juni")]
    public void A_date_is_found_in_any_written_form(string sentence, string quote)
    {
        DatePair date = Assert.Single(Report(sentence).Evidence.Dates);
        Assert.Equal((quote, DateVerdict.Match, "/milestones/0/date"), (date.Quote, date.Verdict, date.Pointer.ToString()));
        Assert.Equal(quote, sentence.Substring(date.Span.Start, date.Span.Length));
        Assert.Empty(Report(sentence).Findings);
    }

    [Fact]
    public void A_date_of_another_item_is_a_mismatch_with_the_right_one_beside_it()
    {
        Finding finding = Assert.Single(Report("Code Freeze is on 14 June 2024.").Findings);
        Assert.Equal("24 July 2024", finding.Expected);
        Assert.Equal("14 June 2024", finding.Found);
        Assert.Equal("/milestones/1/date", finding.Pointer.ToString());
        Assert.Equal(new TextSpan("s1", 18, 12), finding.Span);
    }

    [Fact]
    public void A_date_that_the_record_lacks_is_found_where_no_item_is_named()
    {
        CheckReport report = Report("We expect an answer by 9 September 2024.");
        Assert.Equal("9 September 2024", Assert.Single(report.Findings).Found);
        Assert.Equal(DateVerdict.NotInRecord, Assert.Single(report.Evidence.Dates).Verdict);
    }

    [Fact]
    public void Each_date_of_a_sentence_is_held_against_the_item_nearest_before_it() =>
        Assert.Equal("24 July 2024", Assert.Single(Report("Enhancements Freeze came on 14 June 2024 and Code Freeze follows on 2 July 2024.").Findings).Expected);

    [Fact]
    public void A_sentence_that_begins_with_dates_binds_them_to_the_items_after_them()
    {
        Assert.Empty(Report("On 14 June 2024 we reached Enhancements Freeze, and on 24 July 2024 comes Code Freeze.").Findings);
        Assert.Equal(2, Report("On 24 July 2024 we reached Enhancements Freeze, and on 14 June 2024 comes Code Freeze.").Findings.Count);
    }

    [Fact]
    public void Items_in_a_row_take_as_many_dates_in_a_row_one_by_one()
    {
        Assert.Empty(Report("Enhancements Freeze and Code Freeze are on 14 June and 24 July.").Findings);
    }

    [Theory]
    [InlineData("The period runs from 1 to 19 July 2024.", 2)]
    [InlineData("The period runs from 1–19 July 2024.", 2)]
    [InlineData("The period runs from 1 July to 19 July 2024.", 2)]
    [InlineData("The period runs from July 1 to 19, 2024.", 2)]
    [InlineData("The period runs from July 1 to July 19.", 2)]
    public void Both_ends_of_a_range_are_dates(string sentence, int dates)
    {
        CheckReport report = Report(sentence);
        Assert.Equal(dates, report.Evidence.Dates.Count(date => date.Verdict == DateVerdict.Match));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_range_shares_its_year_so_a_wrong_year_makes_both_ends_wrong() =>
        Assert.Equal(2, Report("The period runs from 1 July to 19 July 2023.").Findings.Count);

    [Fact]
    public void A_wrong_weekday_is_a_finding_of_its_own_on_that_word()
    {
        Finding finding = Assert.Single(Report("Code Freeze is on Monday, 24 July 2024.").Findings);
        Assert.Equal(("Wednesday", "Monday", new TextSpan("s1", 18, 6)), (finding.Expected, finding.Found, finding.Span));
    }

    [Fact]
    public void A_weekday_beside_a_date_without_a_year_is_held_against_the_records_year()
    {
        Assert.Empty(Report("Code Freeze is on Wednesday, 24 July.").Findings);
        Assert.Single(Report("Code Freeze is on Thursday, 24 July.").Findings);
    }

    [Fact]
    public void A_date_within_a_text_of_the_item_is_the_items_own() =>
        Assert.Empty(Report("The enhancement moves out, as its exception was rejected on 20 June 2024.").Findings);

    [Fact]
    public void A_date_within_an_items_name_is_the_records_own() =>
        Assert.Empty(Report("Review of 3 March 2023 is planned for 5 August 2024.").Findings);

    [Theory]
    [InlineData("The 1.31.0-alpha.3 release is out.")]
    [InlineData("We may 15 times repeat it at 14:05 in version 1.7.24.1.")]
    [InlineData("Ticket 2024-0614-B covers 3.5 and 12,000 cases, or 14/06 of them.")]
    public void Versions_times_and_identifiers_are_no_dates(string sentence) => Assert.Empty(Report(sentence).Evidence.Dates);

    [Fact]
    public void A_day_that_no_calendar_has_is_in_no_record() =>
        Assert.Equal(DateVerdict.NotInRecord, Assert.Single(Report("We meet on 31 June 2024.").Evidence.Dates).Verdict);

    [Theory]
    [InlineData("We meet on 31 September.")]
    [InlineData("We meet on 0000-01-01.")]
    [InlineData("We meet on Monday, 30 February 2024.")]
    public void An_impossible_date_stops_nothing(string sentence) => Assert.NotNull(Report(sentence));

    private static CheckReport Report(params string[] sentences) => GateChecks.Run(Workflow, Record, Build.Text(sentences));
}
