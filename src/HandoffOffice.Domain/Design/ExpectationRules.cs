using System.Text.Json;
using HandoffOffice.Domain.Checking.Language;

namespace HandoffOffice.Domain.Design;

/// <summary>What the expected facts of an example must be (C11).</summary>
internal static class ExpectationRules
{
    /// <summary>The most facts of one example.</summary>
    public const int MostFacts = 100;

    public static IEnumerable<Problem> Problems(Workflow w) => w.Examples.SelectMany((example, i) => example.Expected is { } expected
        ? Of(w.Input, example, expected, JsonPointer.Root.Append("examples").Append(i).Append("expected"))
        : []);

    private static IEnumerable<Problem> Of(InputTemplate template, ExampleRecord example, Expectation expected, JsonPointer at)
    {
        if (expected.Facts.Count is 0 or > MostFacts)
        {
            yield return new Problem(at.Append("facts"), "no-facts", $"There are {expected.Facts.Count} expected facts.",
                $"1 to {MostFacts} facts that a draft has to say, or no expectation");
        }

        for (int i = 0; i < expected.Facts.Count; i++)
        {
            JsonPointer place = at.Append("facts").Append(i);
            if (Lack(template, example.Record, expected.Facts[i]) is var (code, detail, right))
            {
                yield return new Problem(place, code, detail, right);
            }
        }

        for (int i = 0; i < expected.MustNotSay.Count; i++)
        {
            string words = expected.MustNotSay[i];
            if (string.IsNullOrWhiteSpace(words))
            {
                yield return new Problem(at.Append("mustNotSay").Append(i), "empty", "This text is empty.", "words that a draft must not have");
            }
            else if (expected.Facts.FirstOrDefault(fact => Says(example.Record, fact, words)) is { } fact)
            {
                yield return new Problem(at.Append("mustNotSay").Append(i), "fact-contradiction", $"A draft must not say '{words}' and has to say “{fact.Text}”.", "one of the two");
            }
        }
    }

    private static (string Code, string Detail, string Right)? Lack(InputTemplate template, JsonElement record, ExpectedFact fact)
    {
        if (string.IsNullOrWhiteSpace(fact.Text))
        {
            return ("empty", "The fact is not told for people.", "a few words in text");
        }

        if (fact.Pointer is not { } pointer)
        {
            return string.IsNullOrWhiteSpace(fact.Words) ? ("fact", "The fact has neither a pointer nor words to find.", "one of the two") : null;
        }

        return fact.Words is not null ? ("fact", "The fact has both a pointer and words.", "one of the two")
            : !WorkflowRules.NamesAField(template, pointer) || !HasText(pointer.Find(record))
                ? ("fact-not-in-record", $"The example's record has nothing at '{pointer}'.", "a pointer to a value, a row or a list of the record")
            : template.Field(pointer)?.Kind == FieldKind.YesNo ? ("fact-without-words", "A yes or no can be said in many ways.", "words in place of the pointer")
            : null;
    }

    private static bool HasText(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => false,
        { ValueKind: JsonValueKind.Array } rows => rows.GetArrayLength() > 0,
        { ValueKind: JsonValueKind.String } text => !string.IsNullOrWhiteSpace(text.GetString()),
        _ => true,
    };

    private static bool Says(JsonElement record, ExpectedFact fact, string words) =>
        PhraseFinder.Find(fact.Words ?? (fact.Pointer?.Find(record) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : string.Empty), words).Any();
}
