using System.Text;
using System.Text.Json;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models;

/// <summary>
/// Reads <c>{"sentences":[...]}</c> (<see cref="BriefText.OutputSchema"/>) while it arrives and gives each sentence the moment its object closes.
/// Trusts nothing: a sentence outside the contract or the record ends the reading.
/// </summary>
/// <param name="brief">What the draft was asked for: its contract names the sections, its record the places to cite.</param>
public sealed class StreamedSentences(Brief brief)
{
    /// <summary>Greatest length of the whole answer in UTF-16 code units.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>Greatest length of one sentence's object in UTF-16 code units.</summary>
    public const int MaxSentenceLength = 100_000;

    /// <summary>Greatest number of sentences.</summary>
    public const int MaxSentences = 10_000;

    private const string Opening = "{\"sentences\":[";

    private readonly StringBuilder sentence = new();
    private Expected expected = Expected.Opening;
    private int opened;
    private int depth;
    private bool inString;
    private bool escaped;
    private int length;
    private int count;
    private int lastSection;
    private int lastNumber = -1;
    private int paragraph = -1;

    private enum Expected
    {
        Opening,
        SentenceOrEnd,
        Sentence,
        WithinSentence,
        CommaOrEnd,
        ClosingBrace,
        Nothing,
    }

    /// <summary>Whether the answer has been read to its closing brace.</summary>
    public bool IsComplete => expected == Expected.Nothing;

    /// <summary>Reads the next part of the answer, cut anywhere, and gives the sentences that it completes.</summary>
    /// <exception cref="DraftingFailedException"><c>model-output-invalid</c>: the answer is not what the schema, the contract and the
    /// record allow. Sentences before the fault have been given.</exception>
    public IEnumerable<DraftSentence> Read(string chunk)
    {
        foreach (char c in chunk)
        {
            if (++length > MaxLength)
            {
                throw Invalid("is longer than any draft");
            }

            if (Take(c))
            {
                yield return Sentence();
            }
        }
    }

    /// <summary>Says that the answer has ended.</summary>
    /// <exception cref="DraftingFailedException"><c>model-output-invalid</c>: it ended too early, or without a sentence.</exception>
    public void Complete()
    {
        if (!IsComplete)
        {
            throw Invalid("ends in the middle");
        }

        if (count == 0)
        {
            throw Invalid("has no sentence");
        }
    }

    // True where this character closes a sentence's object.
    private bool Take(char c)
    {
        switch (expected)
        {
            case Expected.WithinSentence:
                return Within(c);
            case Expected.Opening when opened is 1 or 12 or 13 or 0 && IsSpace(c):
            case not Expected.Opening when IsSpace(c):
                return false;
            case Expected.Opening when c == Opening[opened]:
                expected = ++opened == Opening.Length ? Expected.SentenceOrEnd : Expected.Opening;
                return false;
            case Expected.SentenceOrEnd or Expected.Sentence when c == '{':
                sentence.Clear().Append(c);
                depth = 1;
                expected = Expected.WithinSentence;
                return false;
            case Expected.CommaOrEnd when c == ',':
                expected = Expected.Sentence;
                return false;
            case Expected.SentenceOrEnd or Expected.CommaOrEnd when c == ']':
                expected = Expected.ClosingBrace;
                return false;
            case Expected.ClosingBrace when c == '}':
                expected = Expected.Nothing;
                return false;
            default:
                throw Invalid(expected == Expected.Nothing ? "goes on after its end" : "is not the JSON that was asked for");
        }
    }

    private bool Within(char c)
    {
        if (sentence.Append(c).Length > MaxSentenceLength)
        {
            throw Invalid("has a sentence longer than any draft needs");
        }

        if (inString)
        {
            inString = escaped || c != '"';
            escaped = !escaped && c == '\\';
            return false;
        }

        inString = c == '"';
        depth += c switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        if (depth > 0)
        {
            return false;
        }

        expected = Expected.CommaOrEnd;
        return true;
    }

    private DraftSentence Sentence()
    {
        if (++count > MaxSentences)
        {
            throw Invalid("has more sentences than any draft");
        }

        Answer answer = Parse();
        string text = answer.Text.Trim();
        if (text.Length == 0)
        {
            throw Invalid("has a sentence without words");
        }

        if (text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
        {
            throw Invalid("has a line break or a control character within a sentence");
        }

        return new DraftSentence($"s{count}", answer.Section, Paragraph(answer.Paragraph, answer.Section), text, Citations(answer.Cites));
    }

    private Answer Parse()
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(sentence.ToString(), AnswerOptions) ?? throw Invalid("has null for a sentence");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // The last two are what the reader says of half a surrogate pair, raw or escaped.
            throw Invalid("has a sentence that is not the JSON that was asked for");
        }
    }

    // Models number paragraphs from 0 or from 1; only where a number rises does a paragraph begin.
    private int Paragraph(int number, string section)
    {
        int place = brief.Workflow.Output.Sections.ToList().FindIndex(s => s.Key == section);
        if (place < 0)
        {
            throw Invalid("names a section that the contract lacks");
        }

        if (place < lastSection)
        {
            throw Invalid("has its sections in another order than the contract");
        }

        if (number < 0 || number < lastNumber)
        {
            throw Invalid("has paragraphs out of order");
        }

        paragraph += number > lastNumber ? 1 : 0;
        (lastSection, lastNumber) = (place, number);
        return paragraph;
    }

    private List<JsonPointer> Citations(IReadOnlyList<string?> cites)
    {
        var places = new List<JsonPointer>();
        foreach (string? cite in cites)
        {
            if (string.IsNullOrEmpty(cite) || !JsonPointer.TryParse(cite, out JsonPointer place) || brief.Record.Find(place) is null)
            {
                throw Invalid("cites a place that the record lacks");
            }

            if (!places.Contains(place))
            {
                places.Add(place);
            }
        }

        return places;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static DraftingFailedException Invalid(string what) =>
        new(new DraftFailure("model-output-invalid", $"The model's answer {what}. Ask for the draft again.", Retryable: true));

    private static JsonSerializerOptions AnswerOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    };

    private sealed record Answer(string Section, int Paragraph, string Text, IReadOnlyList<string?> Cites);
}
