using System.Globalization;
using CsCheck;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using Xunit;

namespace HandoffOffice.Domain.Tests.Checking;

public sealed class GateChecksTests
{
    private static readonly Workflow Report = Build.Workflow();
    private static readonly InputRecord Record = InputRecord.Freeze(Report.Examples[0].Record);

    private static readonly string[] Fragments =
    [
        "Code Freeze", "Enhancements Freeze", "1.31.0-alpha.3", "14 June 2024", "24 July", "Monday, ", "1 to 19 July 2024", "03/04/2024", "EUR 1,200", "75 %",
        "five", "going forward", "’", ";", ",", ".", " and ", "\n", "\u00A0", "é", "\ud83d\ude00", "\ud800", "\u0301", "99999999999999999999", "0000-00-00", "1.2.3.4", "'s", "May", "31",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency((4, Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i])), (1, Gen.String[0, 6]), (2, Gen.Const(" "))).Array[0, 40].Select(string.Concat);

    private static readonly Gen<TextPiece[]> Pieces = Texts.Array[0, 6].Select(texts =>
        texts.Select((text, i) => new TextPiece($"s{i}", i % 2 == 0 ? "progress" : "next-steps", i / 2, text)).ToArray());

    [Fact]
    public void No_text_breaks_the_checks_and_every_span_covers_words_of_its_piece() => Pieces.Sample(
        pieces =>
        {
            CheckReport report = GateChecks.Run(Report, Record, pieces);
            Dictionary<string, string> texts = pieces.ToDictionary(piece => piece.Id, piece => piece.Text);
            IEnumerable<TextSpan> spans = report.Findings.Select(f => f.Span).OfType<TextSpan>()
                .Concat(report.Evidence.Dates.Select(d => d.Span)).Concat(report.Evidence.Facts.SelectMany(f => f.Mentions));
            Assert.All(spans, span => Assert.True(span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= texts[span.PieceId].Length));
            Assert.All(report.Evidence.Dates, d => Assert.Equal(d.Quote, texts[d.Span.PieceId].Substring(d.Span.Start, d.Span.Length)));
        },
        seed: "0N0XIzNsQ0O2", iter: 300, threads: 1);

    [Fact]
    public void The_same_text_gives_the_same_report_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            Pieces.Sample(
                pieces =>
                {
                    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                    IEnumerable<string> one = Lines(pieces);
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
                    Assert.Equal(one, Lines(pieces));
                },
                seed: "0N0XIzNsQ0O2", iter: 60, threads: 1);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_text_and_those_without_a_place_last() => Pieces.Sample(
        pieces =>
        {
            IReadOnlyList<Finding> findings = GateChecks.Run(Report, Record, pieces).Findings;
            IEnumerable<(int, int)> places = findings.Select(f => f.Span is { } s ? (Array.FindIndex(pieces, p => p.Id == s.PieceId), s.Start) : (int.MaxValue, 0));
            Assert.Equal(places.Order(), places);
        },
        seed: "0N0XIzNsQ0O2", iter: 100, threads: 1);

    [Theory]
    [InlineData("Code Freeze on 24 July 2024, ")]
    [InlineData("1 May ")]
    [InlineData("1, ")]
    [InlineData(",")]
    [InlineData(".")]
    [InlineData("freeze ")]
    [InlineData("a")]
    [InlineData("1.")]
    [InlineData("EUR 5 ")]
    [InlineData("going ")]
    [InlineData("Monday, ")]
    [InlineData("May 1 to ")]
    public void A_text_of_a_megabyte_is_checked_whatever_it_repeats(string repeated)
    {
        string text = string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length));
        HangGuard.Run(() => GateChecks.Run(Report, Record, [new TextPiece("s1", "progress", 0, text)]), repeated);
    }

    [Fact]
    public void A_record_of_hundreds_of_rows_beside_a_long_text_is_checked()
    {
        TemplateField[] columns = [Build.Field("name", FieldKind.Text), Build.Field("owner", FieldKind.Text), Build.Field("date", FieldKind.Date), Build.Field("cases", FieldKind.Number)];
        Workflow workflow = Build.With(CheckKind.Dates, Build.List("steps", columns), Build.List("risks", columns));
        workflow = workflow with { Gate = workflow.Gate with { Checks = Report.Gate.Checks } };
        string rows = string.Join(',', Enumerable.Range(1, 200).Select(i => $$"""{"name":"Step {{i}} of the rollout","owner":"Ada Example","date":"2024-07-{{(i % 28) + 1:00}}","cases":{{i * 100}}}"""));
        string text = string.Concat(Enumerable.Range(1, 3_000).Select(i => $"Step {i % 250} of the rollout by Ada Example, {i * 10} cases, is on {(i % 28) + 1} July 2024. "));
        HangGuard.Run(() => GateChecks.Run(workflow, Build.Record($$"""{"steps":[{{rows}}],"risks":[{{rows}}]}"""), [new TextPiece("s1", "body", 0, text)]), "rows beside a text");
    }

    [Fact]
    public void Only_the_checks_of_the_gate_run_and_with_its_severity()
    {
        Workflow notes = Report with { Gate = Report.Gate with { Checks = [new GateCheck(CheckKind.WordCount, Severity.Note)] } };
        Finding finding = Assert.Single(GateChecks.Run(notes, Record, Build.Text("Too short, 9 March 1999.")).Findings);
        Assert.Equal((CheckKind.WordCount, Severity.Note), (finding.Check, finding.Severity));
    }

    [Fact, Trait("Capability", "C34")]
    public void The_evidence_lists_every_value_of_the_record_as_a_person_reads_it()
    {
        CheckReport report = GateChecks.Run(Report, Record, [new("s1", "progress", 0, "The Enhancements Freeze was reached on 14 June 2024, owned by the Enhancements Lead.")]);
        FactMention date = report.Evidence.Facts.Single(fact => fact.Pointer.ToString() == "/milestonesCompleted/1/date");
        Assert.Equal(("Milestones completed 2: Date", "14 June 2024", new TextSpan("s1", 39, 12)), (date.Label, date.Value, Assert.Single(date.Mentions)));
        FactMention name = report.Evidence.Facts.Single(fact => fact.Pointer.ToString() == "/milestonesCompleted/1/name");
        Assert.Equal((true, new TextSpan("s1", 4, 19)), (name.Required, Assert.Single(name.Mentions)));
        Assert.Equal(new TextSpan("s1", 66, 17), Assert.Single(report.Evidence.Facts.Single(f => f.Pointer.ToString() == "/milestonesCompleted/1/owner").Mentions));
        Assert.Empty(report.Evidence.Facts.Single(fact => fact.Pointer.ToString() == "/milestonesCompleted/0/name").Mentions);
    }

    [Theory]
    [InlineData(FieldKind.Money, """{"amount":1200,"currency":"EUR"}""", "EUR 1,200")]
    [InlineData(FieldKind.YesNo, "true", "yes")]
    [InlineData(FieldKind.Number, "2.50", "2.5")]
    [InlineData(FieldKind.Date, "\"2024-06-14\"", "14 June 2024")]
    [InlineData(FieldKind.Person, """{"name":"Dana Whitfield","email":"d@x.example"}""", "Dana Whitfield")]
    public void A_value_is_shown_in_one_form(FieldKind kind, string json, string shown)
    {
        CheckReport report = GateChecks.Run(Build.With(CheckKind.WordCount, Build.Field("it", kind)), Build.Record($$"""{"it":{{json}}}"""), []);
        Assert.Equal(shown, Assert.Single(report.Evidence.Facts).Value);
    }

    [Fact, Trait("Capability", "C55")]
    public void A_faithful_status_report_passes_the_gate_of_the_sample()
    {
        TextPiece[] text =
        [
            new("s1", "progress", 0, "This is the update on Kubernetes 1.31 for the Platform Engineering steering group, covering 1 to 19 July 2024."),
            new("s2", "progress", 0, "We reached six milestones: Production Readiness Freeze on 6 June 2024, Enhancements Freeze on 14 June 2024, 1.31.0-alpha.3 released on 2 July 2024, Feature blog freeze on 3 July 2024, 1.31.0-beta.0 released on Tuesday, 16 July 2024, and Deprecations and Removals blog published on 18 July 2024."),
            new("s3", "blockers", 1, "One blocker stands: Pod Level Resource Specifications (enhancement 2837) missed the Enhancements Freeze, with SIG Node in charge; its exception was rejected on 20 June 2024, so it moves out of 1.31."),
            new("s4", "blockers", 1, "Of five exceptions requested, four were approved and one was rejected."),
            new("s5", "next-steps", 2, "Burndown meetings begin on 22 July 2024, led by the Lead, and Code Freeze follows on 24 July 2024."),
            new("s6", "next-steps", 2, "Docs Freeze and the release of 1.31.0-rc.0 are both due on 30 July 2024, before Test Freeze on 31 July 2024."),
            new("s7", "next-steps", 2, "Kubernetes v1.31.0 is to be released on 13 August 2024 by the Branch Manager."),
            new("s8", "closing", 2, "We thank everyone who carried this cycle and we look forward to the weeks ahead with you."),
            new("s9", "closing", 2, "Please send any questions to the Release Lead."),
        ];
        Assert.Empty(GateChecks.Run(Report, Record, text).Findings);
    }

    private static List<string> Lines(TextPiece[] pieces)
    {
        CheckReport report = GateChecks.Run(Report, Record, pieces);
        return [.. report.Findings.Select(f => $"{f}{f.Id}"), .. report.Evidence.Dates.Select(d => $"{d.Quote} {d.Verdict} {d.Pointer} {d.RecordDate?.DayNumber}"), .. report.Evidence.Facts.Select(f => $"{f.Value} {f.Mentions.Count}")];
    }
}
