using System.Text;
using System.Text.Json;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models;

/// <summary>
/// Reads an answer of the form <c>{"member":[{...},{...}]}</c> while it arrives and gives each sentence of the draft the moment its object closes.
/// Trusts nothing: what is not the JSON that was asked for ends the reading.
/// </summary>
/// <param name="member">The one member of the answer.</param>
/// <param name="thing">What its objects are, for people.</param>
public abstract class StreamedAnswer(string member, string thing)
{
    /// <summary>Greatest length of the whole answer in UTF-16 code units.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>Greatest length of one object in UTF-16 code units.</summary>
    public const int MaxSentenceLength = 100_000;

    /// <summary>Greatest number of objects.</summary>
    public const int MaxSentences = 10_000;

    private readonly string opening = $"{{\"{member}\":[";
    private readonly StringBuilder sentence = new();
    private Expected expected = Expected.Opening;
    private int opened;
    private int depth;
    private bool inString;
    private bool escaped;
    private int length;

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
    /// record allow. What came before the fault has been given.</exception>
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
                if (++Count > MaxSentences)
                {
                    throw Invalid($"has more {thing}s than any draft");
                }

                if (Read(Count) is { } read)
                {
                    yield return read;
                }
            }
        }
    }

    /// <summary>Says that the answer has ended.</summary>
    /// <exception cref="DraftingFailedException">It ended too early, or without anything in it.</exception>
    public virtual void Complete()
    {
        if (!IsComplete)
        {
            throw Invalid("ends in the middle");
        }

        if (Count == 0)
        {
            throw Invalid($"has no {thing}");
        }
    }

    /// <summary>How many objects have been read.</summary>
    protected int Count { get; private set; }

    /// <summary>Makes a sentence of the object that has just closed; null where the contract leaves it out.</summary>
    /// <param name="number">1 for the first object.</param>
    protected abstract DraftSentence? Read(int number);

    /// <summary>Reads the object that has just closed.</summary>
    protected T Parse<T>()
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(sentence.ToString(), AnswerOptions) ?? throw Invalid($"has null for a {thing}");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // The last two are what the reader says of half a surrogate pair, raw or escaped.
            throw Invalid($"has a {thing} that is not the JSON that was asked for");
        }
    }

    /// <summary>A text of the answer on one line, without white space at its ends.</summary>
    protected string Line(string text)
    {
        string line = text.Trim();
        return line.Length == 0 ? throw Invalid($"has a {thing} without words")
            : line.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') ? throw Invalid($"has a line break or a control character within a {thing}")
            : line;
    }

    /// <summary>The answer is refused.</summary>
    /// <param name="what">What is wrong with it.</param>
    protected static DraftingFailedException Invalid(string what) =>
        new(new DraftFailure("model-output-invalid", $"The model's answer {what}. Ask for the draft again.", Retryable: true));

    // True where this character closes an object.
    private bool Take(char c)
    {
        switch (expected)
        {
            case Expected.WithinSentence:
                return Within(c);
            case Expected.Opening when IsSpace(c) && (opened < 2 || opened >= opening.Length - 2):
            case not Expected.Opening when IsSpace(c):
                return false;
            case Expected.Opening when c == opening[opened]:
                expected = ++opened == opening.Length ? Expected.SentenceOrEnd : Expected.Opening;
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
            throw Invalid($"has a {thing} longer than any draft needs");
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

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static JsonSerializerOptions AnswerOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 6,
    };
}
