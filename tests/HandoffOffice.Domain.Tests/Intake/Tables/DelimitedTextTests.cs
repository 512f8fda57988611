using CsCheck;
using HandoffOffice.Domain.Intake.Tables;
using Xunit;

namespace HandoffOffice.Domain.Tests.Intake.Tables;

[Trait("Capability", "C09")]
public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a;b\n1;2")]
    [InlineData("a\tb\r1\t2\r")]
    [InlineData("sep=;\r\na;b\r\n1;2")]
    [InlineData("\n\"a\",\"b\"\n\n\"1\",\"2\"\n,\n")]
    public void Separators_and_line_ends_are_found(string text) => Assert.Equal([["a", "b"], ["1", "2"]], Read(text));

    [Theory]
    [InlineData("a,b\n\"x, y\",\"say \"\"hi\"\"\"", "x, y|say \"hi\"")]
    [InlineData("a,b\n\"two\r\nlines\",z", "two\r\nlines|z")]
    [InlineData("a,b\nan inch \" is one,z", "an inch \" is one|z")]
    [InlineData("a;b\n1,5;2", "1,5|2")]
    [InlineData("a,b\n1,", "1|")]
    public void Quotation_marks_are_read_by_RFC_4180(string text, string cells) => Assert.Equal(cells.Split('|'), Read(text)[1]);

    [Theory]
    [InlineData("a,b\n1,2\n\"never closed,2\n3,4", "quote-open", "line 3")]
    [InlineData("a,b\n\"1\"x,2", "quote-followed", "line 2")]
    [InlineData("a,b\n", "table-empty", "no row")]
    [InlineData("", "table-empty", "no row")]
    public void What_is_no_table_is_refused_with_the_line(string text, string code, string says)
    {
        TableFault fault = DelimitedText.Read(text, 10).Fault!;
        Assert.Equal(code, fault.Code);
        Assert.Contains(says, fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_columns_are_refused() =>
        Assert.Equal("too-many-columns", DelimitedText.Read(new string(',', 5000) + "\n1", 10).Fault!.Code);

    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_begins() => Assert.Equal(
        ["line 2", "line 5"], DelimitedText.Read("a,b\n\"two\n\nlines\",x\n1,2", 10).Table!.Rows.Select(row => row.Place));

    [Fact]
    public void Rows_beyond_those_that_are_kept_are_counted()
    {
        TableText table = DelimitedText.Read("a,b\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},\"x\"\n")), 200).Table!;
        Assert.Equal((200, 200_000), (table.Rows.Count, table.Total));
    }

    [Fact]
    public void What_is_written_by_RFC_4180_is_read_back()
    {
        Gen<string> cell = Gen.OneOf(Gen.Const("\""), Gen.Const(","), Gen.Const(";"), Gen.Const("\r\n"), Gen.Const("\n"), Gen.Const("\t"), Gen.Char[' ', '~'].Select(c => c.ToString()), Gen.Const("ü"))
            .Array[1, 8].Select(parts => "x" + string.Concat(parts));
        Gen.Int[1, 5].SelectMany(columns => Gen.Select(cell.Array[columns].Array[2, 6], Gen.Const(','))).Sample(
            (rows, separator) =>
            {
                string text = string.Concat(rows.Select(row => string.Join(separator, row.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
                // A single column has no separator to tell by.
                Assert.Equal(rows.Skip(1).Select(row => row.AsEnumerable()), Read(text).Skip(1));
            },
            seed: "0000KOIPeNg4", iter: 300);
    }

    private static List<List<string>> Read(string text)
    {
        (TableText? table, TableFault? fault) = DelimitedText.Read(text, 100);
        Assert.True(table is not null, fault?.Detail);
        return [[.. table.Columns.Select(column => column.Heading)], .. table.Rows.Select(row => row.Cells.Select(one => one.Text).ToList())];
    }
}
