using System.Globalization;
using System.Text.Json;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;
using Xunit;

namespace HandoffOffice.Domain.Tests.Intake;

public sealed class FieldTextTests
{
    [Theory]
    [InlineData(FieldKind.Date, "\"2024-06-14\"", "en-GB", "14 June 2024")]
    [InlineData(FieldKind.Date, "\"2024-03-14\"", "de-AT", "14. März 2024")]
    [InlineData(FieldKind.Number, "1234567.5", "en", "1,234,567.5")]
    [InlineData(FieldKind.Number, "1234567.5", "de", "1.234.567,5")]
    [InlineData(FieldKind.Number, "-0.25", "en", "-0.25")]
    [InlineData(FieldKind.Money, """{"amount":1200,"currency":"EUR"}""", "en", "EUR 1,200")]
    [InlineData(FieldKind.Money, """{"amount":1200.5,"currency":"EUR"}""", "de", "EUR 1.200,5")]
    [InlineData(FieldKind.YesNo, "true", "en", "yes")]
    [InlineData(FieldKind.YesNo, "false", "de", "nein")]
    [InlineData(FieldKind.Person, """{"name":"Dana Whitfield","email":"dana@contoso.example"}""", "en", "Dana Whitfield")]
    [InlineData(FieldKind.Choice, "\"In progress\"", "de", "In progress")]
    [InlineData(FieldKind.Text, "\" \"", "en", "")]
    public void A_value_reads_as_its_language_writes_it(FieldKind kind, string json, string language, string words) =>
        Assert.Equal(words, FieldText.Of(kind, JsonSerializer.Deserialize<JsonElement>(json), language));

    [Theory]
    [InlineData(FieldKind.Date, "\"14 June\"")]
    [InlineData(FieldKind.Number, "\"12\"")]
    [InlineData(FieldKind.Money, """{"amount":12}""")]
    [InlineData(FieldKind.YesNo, "\"yes\"")]
    [InlineData(FieldKind.Person, "\"Dana\"")]
    [InlineData(FieldKind.Text, "12")]
    public void A_value_that_is_not_of_its_kind_is_a_bug(FieldKind kind, string json) =>
        Assert.Throws<ArgumentException>(() => FieldText.Of(kind, JsonSerializer.Deserialize<JsonElement>(json), "en"));

    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Assert.Equal("1,234.5", FieldText.Of(FieldKind.Number, JsonSerializer.Deserialize<JsonElement>("1234.5"), "en"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
