using System.Globalization;

namespace HandoffOffice.Domain.Checking.Language;

/// <summary>
/// Finds the numbers of a text that stand for a quantity: digits with separators, decimals, percent and currency, and the words two to
/// twenty. Dates, versions, identifiers, times, ordinals and the numbers of a numbered list are none.
/// </summary>
internal sealed class NumberReader
{
    private readonly string text;
    private readonly IReadOnlyList<Token> tokens;

    private NumberReader(string text)
    {
        this.text = text;
        tokens = Tokenizer.Split(text);
    }

    /// <summary>The numbers outside of these dates, which are in order.</summary>
    public static IReadOnlyList<NumberMention> Find(string text, IEnumerable<DateMention> dates)
    {
        var reader = new NumberReader(text);
        var found = new List<NumberMention>();
        using IEnumerator<DateMention> date = dates.GetEnumerator();
        bool more = date.MoveNext();
        for (int i = 0; i < reader.tokens.Count; i++)
        {
            Token token = reader.tokens[i];
            while (more && date.Current.End <= token.Start)
            {
                more = date.MoveNext();
            }

            // A number of several groups ("48 200") is read with its first.
            bool taken = found.Count > 0 && token.Start < found[^1].End;
            if (!taken && (!more || token.End <= date.Current.Start) && reader.Read(i) is { } number)
            {
                found.Add(number);
            }
        }

        return found;
    }

    private NumberMention? Read(int i)
    {
        Token token = tokens[i];
        if (!token.HasDigit)
        {
            return Numerals.Word(token.Folded) is { } word && !Numerals.IsFraction(Folded(i + 1)) && !IsPartOfAFraction(i)
                ? Mention(i, i, [word], 1, isWord: true)
                : null;
        }

        if (token.Start == 0 && token.End < text.Length && text[token.End] is '.' or ')' or ':' && tokens.Count > 1 && token.Length <= 2)
        {
            return null;
        }

        int last = i;
        string digits = token.Folded;
        while (last + 1 < tokens.Count && GroupsWith(tokens[last], tokens[last + 1]))
        {
            digits += tokens[++last].Folded;
        }

        decimal factor = 1;
        int letters = digits.Length;
        while (letters > 0 && char.IsLetter(digits[letters - 1]))
        {
            letters--;
        }

        if (letters < digits.Length)
        {
            string suffix = digits[letters..];
            factor = Numerals.Multiplier(suffix);
            if (factor == 1 && Numerals.Unit(suffix) == NumberUnit.None && suffix is not ("gb" or "mb" or "tb" or "kg" or "km"))
            {
                return null;
            }

            digits = digits[..letters];
        }

        List<(decimal Value, decimal Step)> read = [.. Values(digits)];
        return read.Count == 0 ? null : Mention(i, last, [.. read.Select(r => r.Value * factor)], read.Min(r => r.Step) * factor, isWord: false);
    }

    private NumberMention Mention(int first, int last, IReadOnlyList<decimal> values, decimal step, bool isWord)
    {
        int start = tokens[first].Start;
        int end = tokens[last].End;
        decimal factor = Numerals.Multiplier(Folded(last + 1)) is var times and > 1 && IsNext(last) && Folded(last + 1).Length > 1 ? times : 1;
        if (factor > 1)
        {
            end = tokens[++last].End;
        }

        (IReadOnlyList<string> currencies, start, end) = Currency(first, last, start, end);
        NumberUnit unit = UnitAfter(last, end);
        bool about = first > 0 && IsNext(first - 1) && Numerals.IsRounding(Folded(first - 1));
        return new NumberMention(
            start, end - start, [.. values.Select(value => value * factor)], step * factor, isWord, about, unit, currencies, tokens[first].Folded);
    }

    private (IReadOnlyList<string> Currencies, int Start, int End) Currency(int first, int last, int start, int end)
    {
        if (start > 0 && Numerals.Currencies(text[(start - 1)..start]) is { Count: > 0 } sign)
        {
            return (sign, start - 1, end);
        }

        if (first > 0 && IsNext(first - 1) && Numerals.Currencies(Raw(first - 1)) is { Count: > 0 } code)
        {
            return (code, tokens[first - 1].Start, end);
        }

        int after = SkipSpace(end);
        if (after < text.Length && !char.IsLetterOrDigit(text[after]) && Numerals.Currencies(text[after..(after + 1)]) is { Count: > 0 } signAfter)
        {
            return (signAfter, start, after + 1);
        }

        return last + 1 < tokens.Count && IsNext(last) && Numerals.Currencies(Raw(last + 1)) is { Count: > 0 } codeAfter
            ? (codeAfter, start, tokens[last + 1].End)
            : ([], start, end);
    }

    private NumberUnit UnitAfter(int last, int end)
    {
        int after = SkipSpace(end);
        if (after < text.Length && text[after] == '%')
        {
            return NumberUnit.Percent;
        }

        if (Folded(last + 1) == "per" && Folded(last + 2) == "cent")
        {
            return NumberUnit.Percent;
        }

        string raw = tokens[last].Folded;
        string suffix = raw[(raw.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) + 1)..];
        NumberUnit attached = Numerals.Unit(suffix);
        return attached != NumberUnit.None || !IsNext(last, hyphen: true) ? attached : Numerals.Unit(Folded(last + 1));
    }

    // "one in four", "two of them": the first is a share; the other is a count.
    private bool IsPartOfAFraction(int i) => Folded(i - 1) == "in" && Folded(i - 2) == "one";

    // 48 200 with a space that does not break.
    private bool GroupsWith(Token token, Token next) =>
        next.Start == token.End + 1 && text[token.End] is '\u00A0' or '\u202F' or '\u2009' && next.Length == 3 && next.Folded.All(char.IsAsciiDigit)
        && token.Length <= 3 && token.Folded.All(char.IsAsciiDigit);

    private static IEnumerable<(decimal Value, decimal Step)> Values(string digits)
    {
        digits = digits.Replace("'", "");
        int separator = digits.IndexOfAny(['.', ',']);
        if (digits.Length is 0 or > 20 || !digits.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
        {
            yield break;
        }

        if (separator < 0)
        {
            yield return (Parse(digits), 1);
            yield break;
        }

        foreach ((char group, char point) in new[] { (',', '.'), ('.', ',') })
        {
            string[] parts = digits.Split(point);
            string[] groups = parts[0].Split(group);
            bool grouped = groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(part => part.Length == 3));
            if (parts.Length <= 2 && grouped && (parts.Length == 1 || !parts[1].Contains(group)))
            {
                string fraction = parts.Length == 2 ? parts[1] : string.Empty;
                yield return (Parse(string.Concat(groups) + (fraction.Length > 0 ? "." + fraction : string.Empty)), Step(fraction.Length));
            }
        }
    }

    private static decimal Parse(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static decimal Step(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private string Raw(int i) => text.Substring(tokens[i].Start, tokens[i].Length);

    private string Folded(int i) => i >= 0 && i < tokens.Count ? tokens[i].Folded : string.Empty;

    // Only white space stands between the word at i and the one after it.
    private bool IsNext(int i, bool hyphen = false) =>
        i + 1 < tokens.Count && tokens[i + 1].Start - tokens[i].End is 1 or 2
        && text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End) is var between && (between.IsWhiteSpace() || (hyphen && between is "-"));

    private int SkipSpace(int at) => at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' or '\u2009' ? at + 1 : at;
}
