using System.Text.Json;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake.Tables;
using HandoffOffice.Domain.Tests.Filtering;
using Xunit;

namespace HandoffOffice.Domain.Tests.Intake.Tables;

[Trait("Capability", "C09")]
public sealed class TableImportTests
{
    private static readonly TemplateField List = new()
    {
        Name = "rows",
        Label = "Rows",
        Kind = FieldKind.List,
        MaxItems = 3,
        Fields =
        [
            Field("name", "Topic", FieldKind.Text), Field("count", "How many", FieldKind.Number), Field("day", "Day", FieldKind.Date), Field("price", "Price", FieldKind.Money),
            Field("open", "Open?", FieldKind.YesNo), Field("who", "Owner", FieldKind.Person), Field("kind", "Kind", FieldKind.Choice) with { Choices = ["Blue", "Red"] },
        ],
    };

    [Fact]
    public void Columns_are_known_by_the_name_or_the_label_of_a_field()
    {
        TableImport import = Import("topic, HOW MANY ,Open?,Colour\nCloud,12,yes,green\n");
        Assert.Equal(["name", "count", "open", null], import.Columns.Select(column => column.Field));
        Assert.Equal("""[{"name":"Cloud","count":12,"open":true}]""", import.Value.GetRawText());
        Assert.Empty(import.Problems);
    }

    [Theory]
    [InlineData("count", "1,240", "en", "1240")]
    [InlineData("count", "1,240", "de", "1.240")]
    [InlineData("count", "1.240", "de", "1240")]
    [InlineData("count", "1.240,5", "en", "1240.5")]
    [InlineData("count", "1'240.50", "en", "1240.50")]
    [InlineData("count", "-3", "en", "-3")]
    [InlineData("count", "48 %", "en", "48")]
    [InlineData("day", "4.3.2026", "en", "\"2026-03-04\"")]
    [InlineData("day", "14/6/2024", "en", "\"2024-06-14\"")]
    [InlineData("day", "6/14/2024", "en", "\"2024-06-14\"")]
    [InlineData("day", "14 June 2024", "en", "\"2024-06-14\"")]
    [InlineData("day", "14. Juni 2024", "en", "\"2024-06-14\"")]
    [InlineData("day", "2024-06-14 09:30", "en", "\"2024-06-14\"")]
    [InlineData("price", "EUR 1,200.50", "en", """{"amount":1200.50,"currency":"EUR"}""")]
    [InlineData("price", "1.200,50 €", "de", """{"amount":1200.50,"currency":"EUR"}""")]
    [InlineData("open", "Nein", "de", "false")]
    [InlineData("who", "Ada Example <ada@example.com>", "en", """{"name":"Ada Example","email":"ada@example.com"}""")]
    [InlineData("kind", "blue", "en", "\"Blue\"")]
    [InlineData("name", "two\nlines", "en", "\"two lines\"")]
    public void A_cell_is_read_as_its_field_is(string field, string cell, string language, string json)
    {
        TableImport import = Import($"{field}\n\"{cell}\"\n", language);
        Assert.Empty(import.Problems);
        JsonElement value = import.Value[0].GetProperty(field);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, value), value.GetRawText());
    }

    [Theory]
    [InlineData("count", "12 apples")]
    [InlineData("count", "1,2,3")]
    [InlineData("day", "3/4/2026")]
    [InlineData("day", "30.2.2026")]
    [InlineData("price", "1200")]
    [InlineData("open", "maybe")]
    [InlineData("kind", "green")]
    public void What_can_not_be_read_is_a_problem_at_its_place_and_stays_as_it_was(string field, string cell)
    {
        TableImport import = Import($"name,{field}\nA,\nB,\"{cell}\"\n");
        Problem problem = Assert.Single(import.Problems);
        Assert.Equal($"/rows/1/{field}", problem.Pointer.ToString());
        Assert.Contains("line 3", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(cell, import.Value[1].GetProperty(field).GetString());
    }

    [Theory]
    [InlineData("who")]
    [InlineData("price")]
    [InlineData("name")]
    public void A_cell_of_a_million_characters_is_read_in_bounded_time(string field)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(Import($"{field}\n\"x{new string('y', 500_000)}{new string(' ', 500_000)}z\"\n").Problems);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_missing_value_is_a_problem_at_its_row()
    {
        TableText table = DelimitedText.Read("Topic,Visits,Visits last week\nCloud,4820,3250\n,12,\n", 10).Table!;
        TableImport import = TableImport.Of(table, Topics.Workflow.Input.Field(JsonPointer.Parse("/topics"))!, "en").Import!;
        Assert.Equal(["/topics/1/name", "/topics/1/visitsLastWeek"], import.Problems.Select(problem => problem.Pointer.ToString()).Order(StringComparer.Ordinal));
        Assert.All(import.Problems, problem => Assert.Contains("line 3", problem.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_with_more_cells_than_headings_is_a_problem() => Assert.Equal("extra-cells", Assert.Single(Import("name\nA,B\n").Problems).Code);

    [Fact]
    public void Too_many_rows_are_refused_with_both_numbers()
    {
        TableFault fault = TableImport.Of(DelimitedText.Read("name\nA\nB\nC\nD\n", 3).Table!, List, "en").Fault!;
        Assert.Equal("too-many-rows", fault.Code);
        Assert.Contains("4 rows; Rows takes at most 3", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_which_no_column_is_known_is_refused_with_the_names() =>
        Assert.Contains("Topic, How many", TableImport.Of(DelimitedText.Read("x,y\n1,2\n", 3).Table!, List, "en").Fault!.Detail, StringComparison.Ordinal);

    [Fact]
    public void An_exact_number_is_never_read_as_a_persons() =>
        Assert.Equal(1.24m, TableImport.Of(Cells(new TableCell("1.240", IsExact: true)), List, "de").Import!.Value[0].GetProperty("count").GetDecimal());

    [Theory]
    [InlineData("count\n1.240\n2.050\n", "en", "1.240 2.050")]
    [InlineData("count;name\n1.240;A\n2.050;B\n", "en", "1240 2050")] // parted by semicolons, as where the comma is the decimal sign
    [InlineData("count;name\n1,240;A\n2,050;B\n", "en", "1.240 2.050")]
    [InlineData("count;name\n1.240;A\n0.5;B\n", "en", "1.240 0.5")] // 0.5 shows the point
    [InlineData("count;name\n1,240;A\n1,240,000;B\n", "de", "1240 1240000")]
    [InlineData("count\n1.240\n1.240.000\n", "en", "1240 1240000")]
    [InlineData("count\n1.240\n12.75\n", "de", "1.240 12.75")]
    public void A_number_that_can_be_read_in_two_ways_is_read_as_its_column_and_its_file_are_written(string csv, string language, string expected)
    {
        TableImport import = Import(csv, language);
        Assert.Empty(import.Problems);
        Assert.Equal(expected, string.Join(' ', import.Value.EnumerateArray().Select(item => item.GetProperty("count").GetRawText())));
    }

    [Theory]
    [InlineData("count", "1.240", "12.75", "12,75", "can be two different numbers")]
    [InlineData("price", "EUR 1.240", "12.75 €", "12,75 €", "can be two different amounts")]
    public void In_a_column_that_is_written_in_both_ways_such_a_number_is_not_guessed(string field, string twofold, string point, string comma, string fault)
    {
        TableImport import = Import($"{field}\n{twofold}\n{point}\n\"{comma}\"\n");
        Problem problem = Assert.Single(import.Problems);
        Assert.Equal($"/rows/0/{field}", problem.Pointer.ToString());
        Assert.Contains(fault, problem.Detail, StringComparison.Ordinal);
        Assert.Equal(twofold, import.Value[0].GetProperty(field).GetString());
    }

    [Fact]
    public void An_error_is_a_problem() => Assert.Contains("#DIV/0!", Assert.Single(TableImport.Of(Cells(new TableCell("#DIV/0!", IsError: true)), List, "en").Import!.Problems).Detail, StringComparison.Ordinal);

    [Fact]
    public void A_thread_is_one_item_a_message()
    {
        IReadOnlyList<ThreadMessage> messages = MailText.Read(
            """
            I would take the second one.

            From: Rita Okafor <rita@example.com>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Amara Osei
            Subject: RE: Topics

            What about passkeys?
            On 20 November 2026 at 09:12, Mei Tanaka wrote:
            > From: here on it is quiet.
            > Cloud costs, again.
            """, new ThreadMessage("Amara Osei <amara@example.com>", "2026-11-24", "RE: Topics", ""));
        Assert.Equal(
            [("Amara Osei <amara@example.com>", "2026-11-24", "I would take the second one."), ("Rita Okafor <rita@example.com>", "2026-11-23", "What about passkeys?"), ("Mei Tanaka", "2026-11-20", "From: here on it is quiet.\nCloud costs, again.")],
            messages.Select(message => (message.From, message.Date, message.Text)));
        TableImport import = TableImport.Of(MailText.Table(messages, "name"), List, "en").Import!;
        Assert.Equal("RE: Topics", import.Value[1].GetProperty("name").GetString());
        Assert.Equal("2026-11-23", import.Value[1].GetProperty("day").GetString());
    }

    private static TableText Cells(TableCell cell) => new([TableColumn.Of("count")], [new TableRow("row 2", [cell])], 1);

    private static TableImport Import(string csv, string language = "en")
    {
        (TableImport? import, TableFault? fault) = TableImport.Of(DelimitedText.Read(csv, 3).Table!, List, language);
        return import ?? throw new InvalidOperationException(fault!.Detail);
    }

    private static TemplateField Field(string name, string label, FieldKind kind) => new() { Name = name, Label = label, Kind = kind };
}
