using System.Text.Json;
using CsCheck;
using HandoffOffice.Domain.Tests.Checking;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

public sealed class JsonPointerTests
{
    private static readonly JsonElement Document = Build.Json(
        """{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}""");

    /// <summary>The examples of RFC 6901 section 5.</summary>
    [Theory]
    [InlineData("/foo", """["bar","baz"]""")]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    public void A_pointer_finds_what_the_standard_says(string pointer, string value) => Assert.Equal(value, JsonPointer.Parse(pointer).Find(Document)?.GetRawText());

    [Fact]
    public void The_empty_pointer_is_the_whole_document() => Assert.Equal(JsonValueKind.Object, JsonPointer.Root.Find(Document)?.ValueKind);

    [Theory]
    [InlineData("/foo/2")]
    [InlineData("/foo/00")]
    [InlineData("/foo/01")]
    [InlineData("/foo/-")]
    [InlineData("/foo/-1")]
    [InlineData("/foo/99999999999")]
    [InlineData("/nothing/0")]
    [InlineData("/foo/0/0")]
    public void A_place_that_is_not_there_is_null(string pointer) => Assert.Null(JsonPointer.Parse(pointer).Find(Document));

    [Theory]
    [InlineData("foo")]
    [InlineData("/~")]
    [InlineData("/~2")]
    [InlineData("/a~")]
    [InlineData(null)]
    public void What_is_no_pointer_is_refused(string? text) => Assert.False(JsonPointer.TryParse(text, out _));

    [Fact]
    public void Appending_and_taking_apart_are_inverse() => Gen.String.Array[0, 5].Sample(
        names =>
        {
            JsonPointer pointer = names.Aggregate(JsonPointer.Root, (at, name) => at.Append(name));
            Assert.Equal(names, pointer.Tokens);
            Assert.Equal(pointer, JsonPointer.Parse(pointer.ToString()));
        },
        seed: "0N0XIzNsQ0O2", iter: 500, threads: 1);

    [Fact]
    public void A_default_pointer_is_the_root()
    {
        Assert.Equal(JsonPointer.Root, default);
        Assert.Equal(JsonPointer.Root.GetHashCode(), default(JsonPointer).GetHashCode());
    }

    [Fact]
    public void A_place_lies_within_its_ancestors_only()
    {
        Assert.True(JsonPointer.Parse("/a/b").IsWithin(JsonPointer.Parse("/a")));
        Assert.True(JsonPointer.Parse("/a").IsWithin(JsonPointer.Root));
        Assert.False(JsonPointer.Parse("/ab").IsWithin(JsonPointer.Parse("/a")));
    }
}
