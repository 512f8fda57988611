using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Design;

/// <summary>
/// Reads the one sentence by which people first say what they want of the AI, and says what a contract would still need (C28): inputs, length, paragraphs, tone,
/// must-mentions. "Summarize the project." lacks all five.
/// </summary>
public static partial class ContractWish
{
    /// <summary>
    /// What a sentence leaves open, each with a code (<c>inputs</c>, <c>length</c>, <c>paragraphs</c>, <c>tone</c>, <c>must-mention</c>) and what to
    /// say; none where it says all.
    /// </summary>
    /// <param name="text">The sentence, or a few.</param>
    public static IReadOnlyList<DesignAdvice> Lacks(string text)
    {
        bool inputs = Inputs().IsMatch(text);
        (bool Said, string Code, string Detail, string Suggestion)[] parts =
        [
            (inputs, "inputs", "It does not say what the AI is given.", "Name the data: milestones completed, current blockers, next steps."),
            (Length().IsMatch(text), "length", "It does not say how long the text is.", "Give a range of words, such as 150 to 200 words."),
            (Paragraphs().IsMatch(text), "paragraphs", "It does not say how many paragraphs.", "Give a range, such as 3 to 4 paragraphs."),
            (Tone().IsMatch(text), "tone", "It does not say in which tone.", "Give a word or two, such as: friendly tone."),
            (MustMention().IsMatch(text) || (inputs && Listed().IsMatch(text)), "must-mention", "It does not say what must not be left out.",
                "Name it: mention every milestone with its date."),
        ];
        return [.. parts.Where(part => !part.Said).Select(part => new DesignAdvice(JsonPointer.Root, part.Code, part.Detail, part.Suggestion))];
    }

    [GeneratedRegex(
        @"\b(?:given|using|based on|from|out of|aus|anhand|mit)\b[^.;]*"
        + @"\b(?:data|fields?|records?|table|form|notes?|list|figures|milestones?|blockers?|steps?|decisions?|daten|felder?|tabelle|notizen|zahlen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inputs();

    [GeneratedRegex(@"\d+\s*(?:words?|wörtern?|worte)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    [GeneratedRegex(
        @"\b(?:\d+|one|two|three|four|five|six|a single|ein|zwei|drei|vier|fünf)"
        + @"(?:\s*(?:-|–|to|or|bis|oder)\s*(?:\d+|two|three|four|five|six|zwei|drei|vier|fünf))?\s*(?:short |kurzen? )?(?:paragraphs?|absatz|absätzen?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(
        @"\b(?!(?:the|an?|right|good|nice|appropriate|proper|same|which|what|suitable)\b)\p{L}+\s+(?:(?:and|but)\s+\p{L}+\s+)?tone\b"
        + @"|\btone\s*(?::|is|should be)\s*\p{L}+|\b\p{L}+em\s+ton\b|\b(?:in|with) an? \p{L}+ (?:voice|style)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Tone();

    [GeneratedRegex(
        @"\b(?:mention|include|including|name|list|state|cover|contain|nenne|nennt|erwähne|erwähnt|enthält)(?:s|ing)?\b"
        + @"\s+(?:every|each|all|the|both|any|jeden?|jedes|alle|den|die|das)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MustMention();

    // A list of named data in brackets or after a colon says as well what is to come through.
    [GeneratedRegex(@"[(:][^.()]*,[^.()]*[).,]")]
    private static partial Regex Listed();
}
