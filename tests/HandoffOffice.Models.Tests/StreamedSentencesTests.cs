using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models.Tests;

public sealed class StreamedSentencesTests
{
    private const string Sound = """{"section":"progress","paragraph":0,"text":"It is.","cites":["/client"]}""";

    private static readonly string[] Cites = ["/client"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Any_cut_of_the_stream_gives_the_same_sentences()
    {
        Gen<string> text = Gen.OneOf(Gen.Char[' ', '\uD7FF'].Where(c => !char.IsControl(c) && c is not '\u2028' and not '\u2029').Select(c => c.ToString()), Gen.Const("\"\\"), Gen.Const("😀"), Gen.Const("}],{"), Gen.Const("\\u0041"))
            .Array[1, 12].Select(parts => "x" + string.Concat(parts) + "x");
        Gen.Select(text.Array[1, 6], Gen.Bool, Gen.Int[1, 40].Array[1, 60]).Sample(
            (texts, relaxed, cuts) => Assert.Equal(texts.Select(t => t.Trim()), ReadInPieces(Answer(texts, relaxed), cuts).Select(s => s.Text)),
            seed: "0000KOIPeNg4",
            iter: 300);
    }

    [Fact]
    public void White_space_between_the_parts_is_read_over_and_paragraphs_are_counted_from_zero()
    {
        List<DraftSentence> read = ReadInPieces(
            """
             { "sentences" : [ {"section":"progress","paragraph":1,"text":"A b.","cites":[]} ,
               {"section":"closing","paragraph":7,"text":" C d. ","cites":["/client","/client"]} ] }
            """,
            [3]);

        Assert.Equal([("s1", 0, "A b."), ("s2", 1, "C d.")], read.Select(s => (s.Id, s.Paragraph, s.Text)));
        Assert.Single(read[1].Citations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"sentences":[""" + Sound)]
    [InlineData("""{"sentences":[""" + Sound + "]")]
    [InlineData("""{"sentences":[""" + Sound + ",]}")]
    [InlineData("""{"sentences":[""" + Sound + Sound + "]}")]
    [InlineData("""{"sentences":[""" + Sound + "]}x")]
    [InlineData("""{"sentences":[""" + Sound + """]}{"sentences":[]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":" ","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a\nb","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a\u2028b","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a\ud800b","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":null,"cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a"}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":"0","text":"a","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":-1,"text":"a","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a","text":"b","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a","cites":[""]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a","cites":["client"]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":0,"text":"a","cites":[null]}]}""")]
    [InlineData("""{"sentences":[{"section":"progress","paragraph":1,"text":"a","cites":[]},{"section":"progress","paragraph":0,"text":"b","cites":[]}]}""")]
    [InlineData("""{"sentences":[{"section":"closing","paragraph":0,"text":"a","cites":[]},{"section":"progress","paragraph":0,"text":"b","cites":[]}]}""")]
    public void What_is_not_sound_is_refused(string answer)
    {
        DraftingFailedException failed = Assert.Throws<DraftingFailedException>(() => ReadInPieces(answer, [5]));

        Assert.Equal("model-output-invalid", failed.Failure.Code);
    }

    [Fact]
    public void An_endless_sentence_is_refused_in_bounded_memory()
    {
        var reader = new StreamedSentences(Given.StatusReport);
        Assert.Empty(reader.Read("""{"sentences":[{"section":"progress","paragraph":0,"text":" """));

        Assert.Throws<DraftingFailedException>(() => Enumerable.Repeat(new string('a', 1000), 1_000_000).SelectMany(reader.Read).ToList());
    }

    private static string Answer(IEnumerable<string> texts, bool relaxed) => JsonSerializer.Serialize(
        new { sentences = texts.Select(text => new { section = "progress", paragraph = 0, text, cites = Cites }) },
        relaxed ? Relaxed : null);

    private static List<DraftSentence> ReadInPieces(string answer, int[] sizes)
    {
        var reader = new StreamedSentences(Given.StatusReport);
        var read = new List<DraftSentence>();
        int at = 0;
        for (int i = 0; at < answer.Length; i++)
        {
            int size = Math.Min(sizes[i % sizes.Length], answer.Length - at);
            read.AddRange(reader.Read(answer.Substring(at, size)));
            at += size;
        }

        reader.Complete();
        return read;
    }
}
