using System.Text.Json;
using CsCheck;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785 section 3.2.3, the sorting example, and section 3.2.2.2, the string of the first example.</summary>
    [Fact]
    public void Members_are_sorted_by_the_code_units_of_their_names() => Assert.Equal(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}",
        CanonicalJson.Write(Build.Json("""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """)));

    [Fact]
    public void Strings_escape_only_what_they_must() => Assert.Equal(
        "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        CanonicalJson.Write(Build.Json("""{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""")));

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("10e-1", "1")]
    [InlineData("1E2", "100")]
    [InlineData("-0", "0")]
    [InlineData("0.0e5", "0")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("-1234567.125", "-1234567.125")]
    public void A_number_has_one_form(string json, string canonical) => Assert.Equal(canonical, CanonicalJson.Write(Build.Json(json)));

    [Theory]
    [InlineData("1e-7")]
    [InlineData("1e-30")]
    [InlineData("-1e-400")]
    [InlineData("1e15")]
    [InlineData("1E400")]
    [InlineData("1.234567890123456")]
    [InlineData("\"\\ud800\"")]
    public void What_has_no_exact_form_is_refused(string json) => Assert.Throws<FormatException>(() => CanonicalJson.Write(Build.Json(json)));

    [Fact]
    public void The_order_of_members_never_matters() => Gen.Dictionary(Gen.String[Gen.Char['a', 'é'], 0, 4], Gen.Int[-1000, 1000].Array[0, 3])[0, 6].Sample(
        members =>
        {
            string forward = JsonSerializer.Serialize(members);
            string backward = JsonSerializer.Serialize(members.Reverse().ToDictionary());
            Assert.Equal(CanonicalJson.Write(Build.Json(forward)), CanonicalJson.Write(Build.Json(backward)));
        },
        seed: "0N0XIzNsQ0O2", iter: 300, threads: 1);

    [Fact]
    public void Canonical_text_is_its_own_canonical_text_and_means_the_same() => Json.Values.Sample(
        json =>
        {
            string once = CanonicalJson.Write(Build.Json(json));
            Assert.Equal(once, CanonicalJson.Write(Build.Json(once)));
            Assert.True(JsonElement.DeepEquals(Build.Json(json), Build.Json(once)));
        },
        seed: "0N0XIzNsQ0O2", iter: 500, threads: 1);

    /// <summary>FIPS 180-4 example "abc", and the empty message.</summary>
    [Theory]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_digest_is_sha_256_in_lower_case(string text, string hex)
    {
        Assert.Equal(hex, Sha256Digest.Of(text).ToString());
        Assert.Equal(Sha256Digest.Of(text), Sha256Digest.Parse(hex.ToUpperInvariant()));
        Assert.Equal(Convert.FromHexString(hex), Sha256Digest.Of(text).ToBytes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba78")]
    [InlineData("zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void What_is_no_digest_is_refused(string hex)
    {
        Assert.Throws<FormatException>(() => Sha256Digest.Parse(hex));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sha256Digest>($"\"{hex}\""));
    }

    [Fact]
    public void A_default_digest_equals_one_of_zeros() => Assert.Equal(default, Sha256Digest.Parse(new string('0', 64)));
}
