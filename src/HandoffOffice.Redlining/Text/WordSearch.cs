namespace HandoffOffice.Redlining;

/// <summary>Looks for words in a text: whole ones, and those whose quotation marks, dashes and spaces are of another form where there are no others.</summary>
internal sealed class WordSearch
{
    private readonly string text;
    private readonly Lazy<HashSet<int>> borders;
    private readonly Lazy<string> folded;

    public WordSearch(string text)
    {
        this.text = text;
        borders = new(() =>
        {
            List<(int Start, int Length)> tokens = [];
            WordBreaker.Split(text, tokens);
            return [.. tokens.Select(token => token.Start), text.Length];
        });
        folded = new(() => Folded(text));
    }

    /// <summary>Where the words begin, in order and without overlaps.</summary>
    /// <param name="find">Not empty.</param>
    /// <param name="where">The stretch to look in.</param>
    /// <param name="counts">Which places count; null for all.</param>
    public List<int> Find(string find, TextRange where, Func<int, bool>? counts = null)
    {
        var places = Places(text, find, where, counts);
        return places.Count > 0 ? places : Places(folded.Value, Folded(find), where, counts);
    }

    /// <summary>Words as a message quotes them.</summary>
    public static string Shown(string words) => words.Length <= 60 ? words : words[..(char.IsHighSurrogate(words[59]) ? 59 : 60)] + "…";

    private List<int> Places(string within, string find, TextRange where, Func<int, bool>? counts)
    {
        List<int> places = [];
        var (at, end) = (where.Start, where.Start + where.Length);
        while (at <= end && (at = within.IndexOf(find, at, end - at, StringComparison.Ordinal)) >= 0)
        {
            var whole = borders.Value.Contains(at) && borders.Value.Contains(at + find.Length) && counts?.Invoke(at) != false;
            if (whole)
                places.Add(at);
            at += whole ? find.Length : 1;
            while (!borders.Value.Contains(at))
                at++;
        }

        return places;
    }

    // Each character stays one, so that places stay the same.
    public static string Folded(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = source[i] switch
            {
                '\u2018' or '\u2019' or '\u201A' or '\u201B' => '\'',
                '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                '\u00A0' or '\u2007' or '\u2009' or '\u202F' or '\t' => ' ',
                var other => other,
            };
        }
    });
}
