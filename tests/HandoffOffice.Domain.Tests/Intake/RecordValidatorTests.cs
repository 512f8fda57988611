using System.Text.Json;
using CsCheck;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Intake;

[Trait("Capability", "C01")]
public sealed class RecordValidatorTests
{
    private static readonly TemplateField Text = new() { Name = "it", Label = "It", Kind = FieldKind.Text };

    [Theory]
    [InlineData("\"one line\"")]
    [InlineData("null")]
    [InlineData("\" \"")]
    [InlineData("\"\"")]
    public void A_text_is_one_line(string json) => Fits(Text, json);

    [Theory]
    [InlineData("1", "type")]
    [InlineData("{}", "type")]
    [InlineData("\"two\\nlines\"", "control-character")]
    [InlineData("\"\\u0000\"", "control-character")]
    [InlineData("\"\\ud800\"", "not-text")]
    public void What_is_no_line_of_text_is_refused(string json, string code) => Refused(Text, json, code);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\t \"")]
    public void A_required_text_says_something(string json) => Refused(Text with { Required = true }, json, "required");

    [Fact]
    public void A_missing_required_field_is_said_once() => Assert.Equal("required", Assert.Single(Problems(Text with { Required = true }, "{}")).Code);

    [Fact]
    public void A_long_text_has_lines() => Fits(Text with { Kind = FieldKind.LongText }, "\"two\\r\\n\\tlines\"");

    [Fact]
    public void Lengths_count_characters_not_code_units()
    {
        TemplateField two = Text with { MinLength = 2, MaxLength = 2 };
        Fits(two, "\"\U0001F600\U0001F600\"");
        Refused(two, "\"\U0001F600\"", "length");
        Refused(two, "\"abc\"", "length");
    }

    [Fact]
    public void A_text_without_a_limit_has_500_characters_and_a_long_one_10000()
    {
        Fits(Text, $"\"{new string('a', 500)}\"");
        Refused(Text, $"\"{new string('a', 501)}\"", "length");
        Fits(Text with { Kind = FieldKind.LongText }, $"\"{new string('a', 10_000)}\"");
        Refused(Text with { Kind = FieldKind.LongText }, $"\"{new string('a', 10_001)}\"", "length");
    }

    [Fact]
    public void A_pattern_holds_for_the_whole_text()
    {
        TemplateField ticket = Text with { Kind = FieldKind.LongText, Pattern = "[A-Z]{2}-[0-9]+|none" };
        Fits(ticket, "\"AB-12\"");
        Fits(ticket, "\"none\"");
        Refused(ticket, "\"AB-12x\"", "pattern");
        Refused(ticket, "\"xnone\"", "pattern");
        Refused(ticket, "\"AB-12\\n\"", "pattern");
    }

    [Theory]
    [InlineData("5")]
    [InlineData("10.0")]
    [InlineData("7.25")]
    public void A_number_lies_in_its_range(string json) => Fits(Text with { Kind = FieldKind.Number, Min = 5, Max = 10 }, json);

    [Theory]
    [InlineData("4.99", "range")]
    [InlineData("11", "range")]
    [InlineData("\"7\"", "type")]
    [InlineData("1e400", "number-range")]
    [InlineData("1e-30", "number-range")]
    [InlineData("5.0000000000000001", "number-range")]
    public void What_is_no_such_number_is_refused(string json, string code) => Refused(Text with { Kind = FieldKind.Number, Min = 5, Max = 10 }, json, code);

    [Theory]
    [InlineData("\"2024-02-29\"", true)]
    [InlineData("\"2023-02-29\"", false)]
    [InlineData("\"2024-2-9\"", false)]
    [InlineData("\"14 June 2024\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("20240229", false)]
    public void A_date_is_a_day_of_the_calendar(string json, bool fits) => Check(Text with { Kind = FieldKind.Date }, json, fits, "type");

    [Theory]
    [InlineData("\"plain\"", true)]
    [InlineData("\"Plain\"", false)]
    [InlineData("0", false)]
    public void A_choice_is_one_of_its_choices(string json, bool fits) => Check(Text with { Kind = FieldKind.Choice, Choices = ["plain", "formal"] }, json, fits, "choice");

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", true)]
    [InlineData("\"yes\"", false)]
    [InlineData("0", false)]
    public void A_yes_or_no_is_a_boolean(string json, bool fits) => Check(Text with { Kind = FieldKind.YesNo }, json, fits, "type");

    [Theory]
    [InlineData("""{"amount":1200,"currency":"EUR"}""", null, "")]
    [InlineData("1200", "type", "/it")]
    [InlineData("""{"amount":-1,"currency":"EUR"}""", "range", "/it/amount")]
    [InlineData("""{"amount":1,"currency":"eur"}""", "pattern", "/it/currency")]
    [InlineData("""{"amount":1}""", "required", "/it/currency")]
    [InlineData("""{"amount":1,"currency":"EUR","tax":0}""", "unknown-field", "/it/tax")]
    public void An_amount_has_a_currency(string json, string? code, string place) => At(Text with { Kind = FieldKind.Money, Min = 0 }, json, code, place);

    [Theory]
    [InlineData("""{"name":"Ada Example"}""", null, "")]
    [InlineData("""{"name":"Ada Example","email":"ada@example.com"}""", null, "")]
    [InlineData("""{"name":"Ada Example","email":""}""", null, "")]
    [InlineData("\"Ada\"", "type", "/it")]
    [InlineData("{}", "required", "/it/name")]
    [InlineData("""{"name":"Ada Example","email":"ada"}""", "email", "/it/email")]
    [InlineData("""{"name":"Ada Example","email":"Ada <ada@example.com>"}""", "email", "/it/email")]
    [InlineData("""{"name":"Ada Example","email":5}""", "type", "/it/email")]
    public void A_person_has_a_name_and_perhaps_an_address(string json, string? code, string place) => At(Text with { Kind = FieldKind.Person }, json, code, place);

    [Theory]
    [InlineData("""[{"name":"a"},{"name":"b","date":"2024-06-14"}]""", null, "")]
    [InlineData("{}", "type", "/it")]
    [InlineData("[]", "items", "/it")]
    [InlineData("""[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"},{"name":"e"}]""", "items", "/it")]
    [InlineData("""[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d","date":"June"}]""", "type", "/it/3/date")]
    [InlineData("""[{"name":"a"},5]""", "not-an-object", "/it/1")]
    [InlineData("""[{"name":"a"},null]""", "not-an-object", "/it/1")]
    [InlineData("""[{"name":"a"},{}]""", "required", "/it/1/name")]
    public void A_list_has_rows_of_its_fields(string json, string? code, string place) => At(
        Build.List("it", new TemplateField { Name = "name", Label = "Name", Kind = FieldKind.Text, Required = true }, Build.Field("date", FieldKind.Date)) with { MinItems = 1, MaxItems = 4 },
        json, code, place);

    [Fact]
    public void A_list_without_a_limit_has_200_rows()
    {
        TemplateField list = Build.List("it", Build.Field("name", FieldKind.Text));
        Fits(list, $"[{string.Join(',', Enumerable.Repeat("{}", 200))}]");
        Refused(list, $"[{string.Join(',', Enumerable.Repeat("{}", 201))}]", "items");
    }

    [Fact]
    public void Every_problem_is_said_at_once_with_its_place()
    {
        IReadOnlyList<Problem> problems = RecordValidator.Validate(Build.Workflow().Input, Build.Json("""
            {"client":"A","project":5,"periodStart":"2024-07-01","periodEnd":"soon","accountManager":"B","extra":1,"extra":2,
             "milestonesCompleted":[{"name":"a","date":"2024-06-14"},{"name":"b","date":"2024-06-14"},{"name":"c","date":"2024-06-14"},{"name":"d","date":"x"}],
             "nextSteps":[{"name":"a","date":"2024-06-14"}],"tone":"plain"}
            """));
        Assert.Equal(
            [("/project", "type"), ("/periodEnd", "type"), ("/milestonesCompleted/3/date", "type"), ("/extra", "unknown-field"), ("/extra", "duplicate-field")],
            problems.Select(p => (p.Pointer.ToString(), p.Code)));
        Assert.All(problems, problem => Assert.NotEqual(string.Empty, problem.Expected));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void A_record_is_an_object(string json) => Assert.Equal("not-an-object", Assert.Single(RecordValidator.Validate(Build.Workflow().Input, Build.Json(json))).Code);

    [Fact]
    public void A_name_that_is_no_text_is_refused() =>
        Assert.Equal("not-text", Assert.Single(RecordValidator.Validate(Build.Workflow().Input, Build.Json("{\"\\udc00\":1}"))).Code);

    [Fact]
    public void Bytes_that_are_no_utf_8_are_refused()
    {
        byte[] json = [.. "{\"client\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal("not-text", Assert.Single(RecordValidator.Validate(Build.Workflow().Input, document.RootElement)).Code);
    }

    [Fact]
    public void No_json_breaks_the_validation_and_what_it_accepts_can_be_frozen() => Records.Near(Build.Workflow().Input).Sample(
        json =>
        {
            JsonElement record = Build.Json(json);
            if (RecordValidator.Validate(Build.Workflow().Input, record).Count == 0)
            {
                InputRecord frozen = InputRecord.Freeze(record);
                Assert.Equal(frozen, InputRecord.Parse(frozen.Canonical));
            }
        },
        seed: "0N0XIzNsQ0O2", iter: 500, threads: 1);

    private static IReadOnlyList<Problem> Problems(TemplateField field, string record) => RecordValidator.Validate(new InputTemplate([], [field]), Build.Json(record));

    private static void Fits(TemplateField field, string json) => Assert.Empty(Problems(field, $$"""{"it":{{json}}}"""));

    private static void Refused(TemplateField field, string json, string code) => At(field, json, code, "/it");

    private static void Check(TemplateField field, string json, bool fits, string code) => At(field, json, fits ? null : code, "/it");

    private static void At(TemplateField field, string json, string? code, string place)
    {
        IReadOnlyList<Problem> problems = Problems(field, $$"""{"it":{{json}}}""");
        Assert.Equal(code is null ? [] : [(code, place)], problems.Select(p => (p.Code, p.Pointer.ToString())));
    }
}
