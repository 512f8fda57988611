using System.Text.Json;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Checking;

/// <summary>What of the record the text says, and where.</summary>
internal sealed class Coverage(Reading reading)
{
    private static readonly string[] Nothing = ["no", "none", "zero", "nil", "nothing", "kein", "keine", "keinen", "keiner", "keinerlei", "null", "without", "ohne"];
    private static readonly string[] One = ["one", "a", "an", "single", "ein", "eine", "einen", "einer", "eines", "einem"];

    private readonly Lazy<ILookup<int, DateMention>> datesIn =
        new(() => reading.Dates.Dates.ToLookup(d => reading.Text.SentenceAt(d.Piece, d.Mention.Start), d => d.Mention));

    private readonly Lazy<ILookup<int, NumberMention>> numbersIn =
        new(() => reading.Numbers.ToLookup(n => reading.Text.SentenceAt(n.Piece, n.Number.Start), n => n.Number));

    private readonly Dictionary<string, List<(int Sentence, TextSpan Span)>> phrases = new(StringComparer.Ordinal);
    private readonly HashSet<JsonPointer> uncovered = [];
    private bool counted;

    /// <summary>Whether a section of the contract names the item's list.</summary>
    public bool IsInContract(RecordItem item) =>
        reading.Workflow.Output.Sections.Any(section => section.Fields.Any(pointer => pointer.Tokens is [var name, ..] && name == item.List.Name));

    /// <summary>Whether the text speaks of the item, and often enough where others have the same name.</summary>
    public bool IsMentioned(RecordItem item)
    {
        if (!counted)
        {
            counted = true;
            foreach (IGrouping<string, RecordItem> namesakes in reading.Items.GroupBy(i => $"{i.List.Name}|{string.Join(' ', i.Words.Select(word => word.Folded))}|{(i.Words.Count == 0 ? i.Name : "")}"))
            {
                uncovered.UnionWith(Missing([.. namesakes]).Where(i => !IsToldByItsValues(i)).Select(i => i.Pointer));
            }
        }

        return !uncovered.Contains(item.Pointer);
    }

    /// <summary>Whether a pointer of the contract names this value: its field, the field of each row of a list, or a part of it.</summary>
    public static bool IsNamedBy(RecordFact fact, JsonPointer pointer)
    {
        IReadOnlyList<string> tokens = fact.Pointer.Tokens;
        IReadOnlyList<string> named = pointer.Tokens;
        bool sameRow = fact.Item is not null && named.Count == 2 && tokens.Count == 3 && named[0] == tokens[0] && named[1] == tokens[2];
        bool part = fact.Field.Kind is FieldKind.Person or FieldKind.Money && pointer.IsWithin(fact.Pointer);
        return sameRow || part || fact.Pointer == pointer;
    }

    /// <summary>Whether the contract asks for it: by name, or as what a row of a list is known by.</summary>
    public bool IsRequired(RecordFact fact)
    {
        bool known = fact.Item is { } item && item.NamePointer == fact.Pointer;
        bool everyRow = known && IsInContract(fact.Item!) && reading.Workflow.Gate.Checks.Any(check => check.Kind == CheckKind.ListItems);
        return everyRow || reading.Workflow.Output.MustMention.Any(pointer =>
            (fact.Field.Kind != FieldKind.YesNo && IsNamedBy(fact, pointer)) || (known && fact.Pointer.IsWithin(pointer)));
    }

    /// <summary>Whether the text says the value, or the part of it that the pointer names.</summary>
    public bool IsSaid(RecordFact fact, JsonPointer pointer)
    {
        if (fact.Field.Kind == FieldKind.Person && pointer.Tokens is [.., "email"] && fact.Value.TryGetProperty("email", out JsonElement email)
            && email.ValueKind == JsonValueKind.String)
        {
            return reading.Text.Pieces.Any(piece => piece.Text.Contains(email.GetString()!, StringComparison.OrdinalIgnoreCase));
        }

        if (fact.Field.Kind == FieldKind.Money && pointer.Tokens is [.., "currency"] && FieldText.AmountOf(fact.Value) is { } amount)
        {
            return reading.Numbers.Any(number => number.Number.Currencies.Contains(amount.Currency));
        }

        return MentionsOf(fact).Count > 0 || (fact.Number is 0 or 1 && reading.Text.Words.Any(word => (fact.Number == 0 ? Nothing : One).Contains(word.Token.Folded)));
    }

    /// <summary>Where the text says the value. A value of a row counts where the text speaks of that row.</summary>
    public IReadOnlyList<TextSpan> MentionsOf(RecordFact fact)
    {
        if (fact.Item is { } item && item.NamePointer == fact.Pointer)
        {
            return [.. reading.Mentions.Of(item).OrderBy(mention => mention.Run.First).Select(mention => reading.Text.Span(mention.Run))];
        }

        IEnumerable<(int Sentence, TextSpan Span)> places = fact.Field.Kind switch
        {
            FieldKind.Date => Dates(fact),
            FieldKind.Number or FieldKind.Money => Numbers(fact),
            FieldKind.YesNo => [],
            FieldKind.Person => Person(fact),
            _ => Phrase(fact.Shown),
        };
        if (fact.Item is not { } owner || fact.Field.Kind == FieldKind.Date)
        {
            return [.. places.Select(place => place.Span)];
        }

        HashSet<int> spoken = [.. reading.Mentions.Of(owner).SelectMany(mention => new[] { mention.Sentence, mention.Sentence + 1 })];
        return [.. places.Where(place => spoken.Contains(place.Sentence)).Select(place => place.Span)];
    }

    private IEnumerable<(int Sentence, TextSpan Span)> Dates(RecordFact fact)
    {
        DateOnly date = fact.Date!.Value;
        return from bound in reading.Dates.Dates
               where bound.Verdict == DateVerdict.Match && bound.Mention.CanBe(date.Day, date.Month, date.Year)
                   && (bound.Source!.Pointer == fact.Pointer || bound.Item is null || bound.Item.Pointer == fact.Item?.Pointer)
               select (reading.Text.SentenceAt(bound.Piece, bound.Mention.Start), reading.Span(bound.Piece, bound.Mention.Start, bound.Mention.Length));
    }

    private IEnumerable<(int Sentence, TextSpan Span)> Numbers(RecordFact fact) =>
        from place in reading.Numbers
        where place.Number.Says(fact.Number!.Value)
            && (fact.Field.Kind != FieldKind.Money || place.Number.Currencies.Count == 0 || place.Number.Currencies.Contains(FieldText.AmountOf(fact.Value)!.Value.Currency))
        select (reading.Text.SentenceAt(place.Piece, place.Number.Start), reading.Span(place.Piece, place.Number.Start, place.Number.Length));

    // "Ms Pike" and "Dana" speak of Joanna Pike and Dana Whitfield.
    private IEnumerable<(int Sentence, TextSpan Span)> Person(RecordFact fact)
    {
        List<(int, TextSpan)> whole = Phrase(fact.Shown);
        return whole.Count > 0 ? whole : Tokenizer.Split(fact.Shown).Where(name => name.Folded.Length > 2).SelectMany(name => Runs([name]));
    }

    // The same owner stands in many rows.
    private List<(int Sentence, TextSpan Span)> Phrase(string shown)
    {
        if (!phrases.TryGetValue(shown, out List<(int, TextSpan)>? places))
        {
            IReadOnlyList<Token> words = Tokenizer.Split(shown);
            places = [.. Runs(words)];
            phrases[shown] = places = places.Count > 0 ? places : [.. Paraphrase(words)];
        }

        return places;
    }

    private IEnumerable<(int Sentence, TextSpan Span)> Runs(IReadOnlyList<Token> words) =>
        reading.Text.Find(words).Select(run => (reading.Text.Words[run.First].Sentence, reading.Text.Span(run)));

    // Most of its words within two sentences that follow each other.
    private IEnumerable<(int Sentence, TextSpan Span)> Paraphrase(IReadOnlyList<Token> words)
    {
        HashSet<string> stems = [.. words.Where(word => word.IsContent).Select(word => word.Stem)];
        if (stems.Count < 2)
        {
            yield break;
        }

        int needed = stems.Count == 2 ? 2 : (int)Math.Ceiling(0.6 * stems.Count);
        ILookup<int, int> bySentence = stems.SelectMany(reading.Text.WithStem).Order().ToLookup(word => reading.Text.Words[word].Sentence);
        HashSet<string> before = [];
        int previous = -2;
        foreach (IGrouping<int, int> sentence in bySentence)
        {
            HashSet<string> here = [.. sentence.Select(word => reading.Text.Words[word].Token.Stem)];
            int found = previous + 1 == sentence.Key ? here.Union(before).Count() : here.Count;
            if (found >= needed)
            {
                int first = sentence.First();
                yield return (sentence.Key, reading.Text.Span(new WordRun(first, sentence.Last() - first + 1)));
            }

            (before, previous) = (here, sentence.Key);
        }
    }

    // "Work on the cables begins on 27 April" tells of "Cabling starts" on that day: a word of its name beside a date or a number that no other
    // row of the list has. Small numbers tell nothing.
    private bool IsToldByItsValues(RecordItem item)
    {
        List<RecordFact> column = [.. reading.Facts.Where(fact => fact.Item?.List.Name == item.List.Name && (fact.Date is not null || fact.Number > 12))];
        List<RecordFact> own = [.. column.Where(fact => fact.Item!.Pointer == item.Pointer
            && !column.Any(other => other.Item!.Pointer != item.Pointer && other.Shown == fact.Shown))];
        HashSet<int> spoken = own.Count == 0 ? [] : [.. item.Content.SelectMany(word => reading.Text.WithStem(word.Stem)).Select(word => reading.Text.Words[word].Sentence)];
        return own.Any(fact => fact.Date is { } date
            ? spoken.SelectMany(sentence => datesIn.Value[sentence]).Any(mention => mention.CanBe(date.Day, date.Month, date.Year))
            : spoken.SelectMany(sentence => numbersIn.Value[sentence]).Any(mention => mention.Says(fact.Number!.Value)));
    }

    // Namesakes need a mention each, or their own dates beside one.
    private IEnumerable<RecordItem> Missing(IReadOnlyList<RecordItem> namesakes)
    {
        int mentions = namesakes[0].Words.Count == 0
            ? reading.Text.Pieces.Count(piece => piece.Text.Contains(namesakes[0].Name, StringComparison.Ordinal))
            : reading.Mentions.Of(namesakes[0]).Count;
        if (mentions >= namesakes.Count)
        {
            return [];
        }

        if (mentions == 0)
        {
            return namesakes;
        }

        HashSet<int> spoken = [.. reading.Mentions.Of(namesakes[0]).SelectMany(mention => new[] { mention.Sentence, mention.Sentence + 1 })];
        HashSet<(int Day, int Month)> dates =
            [.. reading.Dates.Dates.Where(d => spoken.Contains(reading.Text.SentenceAt(d.Piece, d.Mention.Start))).Select(d => (d.Mention.Day, d.Mention.Month))];
        List<RecordItem> undated = [.. namesakes.Where(item => !reading.Dates.RecordDates.Any(d => d.Item?.Pointer == item.Pointer && d.IsField && dates.Contains((d.Day, d.Month))))];
        int dated = namesakes.Count - undated.Count;
        return undated.Skip(Math.Max(0, mentions - dated));
    }
}
