using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>
/// Whether a text says a fact that somebody expects of it: a value of the record as the gate's checks find it, or words, inflected or not, with
/// their dates and numbers in any form.
/// </summary>
internal sealed class FactFinder(Reading reading)
{
    private static readonly HashSet<string> Denials =
    [
        "no", "not", "none", "never", "without", "nothing", "nobody", "cannot", "isnt", "wasnt", "arent", "werent", "dont", "doesnt", "didnt",
        "hasnt", "havent", "hadnt", "wont", "cant",
        "kein", "keine", "keinen", "keiner", "nicht", "nie", "ohne", "nichts",
    ];

    private readonly Lazy<ILookup<int, Word>> words = new(() => reading.Text.Words.ToLookup(word => word.Sentence));

    /// <summary>Whether the text says it.</summary>
    public bool IsSaid(ExpectedFact fact) => fact.Pointer is { } pointer ? IsSaid(pointer) : fact.Words is { } wanted && (IsQuoted(wanted) || IsSaid(wanted));

    // A list is said where each of its rows is; a row where the text speaks of it, and a row without a name where its values are there.
    private bool IsSaid(JsonPointer pointer)
    {
        List<RecordItem> items = [.. reading.Items.Where(item => item.Pointer == pointer || (pointer.Tokens.Count == 1 && item.Pointer.IsWithin(pointer)))];
        List<RecordFact> facts =
        [
            .. reading.Facts.Where(fact => fact.Pointer == pointer || (IsPart(fact) && pointer.IsWithin(fact.Pointer)) || (fact.Item is null && fact.Pointer.IsWithin(pointer))),
        ];
        return items.Count + facts.Count > 0 && items.All(reading.Coverage.IsMentioned) && facts.All(fact => reading.Coverage.IsSaid(fact, pointer));
    }

    private static bool IsPart(RecordFact fact) => fact.Field.Kind is FieldKind.Person or FieldKind.Money;

    private bool IsQuoted(string wanted) => reading.Text.Pieces.Any(piece => PhraseFinder.Find(piece.Text, wanted).Any());

    // Within one sentence or two that follow each other, and not where the one denies what the other says.
    private bool IsSaid(string wanted)
    {
        IReadOnlyList<DateMention> dates = DateReader.Find(wanted);
        IReadOnlyList<NumberMention> numbers = NumberReader.Find(wanted, dates);
        IReadOnlyList<Token> tokens = Tokenizer.Split(wanted);
        HashSet<string> stems =
        [
            .. tokens.Where(token => token.IsContent && !Denials.Contains(token.Folded)
                && !dates.Any(date => Covers(date.Start, date.End, token)) && !numbers.Any(number => Covers(number.Start, number.End, token))).Select(token => token.Stem),
        ];
        bool denies = tokens.Any(token => Denials.Contains(token.Folded));
        return stems.Count + dates.Count + numbers.Count > 0
            && Enumerable.Range(0, reading.Text.SentenceCount).Any(sentence => Holds([sentence]) || (sentence + 1 < reading.Text.SentenceCount && Holds([sentence, sentence + 1])));

        bool Holds(int[] sentences) =>
            stems.IsSubsetOf(sentences.SelectMany(sentence => words.Value[sentence]).Select(word => word.Token.Stem))
            && dates.All(date => DatesOf(sentences).Any(said => said.CanBe(date.Day, date.Month, date.Year)))
            && numbers.All(number => NumbersOf(sentences).Any(said => number.Values.Any(said.Says) && (number.Currencies.Count == 0 || number.Currencies.Any(said.Currencies.Contains))))
            && denies == sentences.SelectMany(sentence => words.Value[sentence]).Any(word => Denials.Contains(word.Token.Folded));
    }

    private static bool Covers(int start, int end, Token token) => start <= token.Start && token.End <= end;

    private IEnumerable<DateMention> DatesOf(int[] sentences) =>
        reading.Dates.Dates.Where(date => sentences.Contains(reading.Text.SentenceAt(date.Piece, date.Mention.Start))).Select(date => date.Mention);

    private IEnumerable<NumberMention> NumbersOf(int[] sentences) =>
        reading.Numbers.Where(number => sentences.Contains(reading.Text.SentenceAt(number.Piece, number.Number.Start))).Select(number => number.Number);
}
