namespace HandoffOffice.Redlining;

/// <summary>Finds anchors in a text.</summary>
internal sealed class TextFinder
{
    private readonly string text;
    private readonly WordSearch search;
    private readonly List<TextRange> paragraphs = [];

    public TextFinder(string text)
    {
        this.text = text;
        search = new WordSearch(text);
        for (var start = 0; start <= text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed;
            paragraphs.Add(new TextRange(start, (end > start && feed >= 0 && text[end - 1] == '\r' ? end - 1 : end) - start));
            start = feed < 0 ? text.Length + 1 : feed + 1;
        }
    }

    /// <summary>Where an anchor is, or the code and the message of the refusal.</summary>
    public (TextRange? Found, string Code, string Message) Find(TextAnchor anchor) => anchor switch
    {
        TextAnchor.Words words => FindWords(words),
        TextAnchor.Paragraph { Number: var number } => Paragraph(number) is { } range ? Found(range) : NoParagraph(number),
        TextAnchor.BehindParagraph { Number: -1 } => Found(new TextRange(0, 0)),
        TextAnchor.BehindParagraph { Number: var number } => Paragraph(number) is { } range ? Found(new TextRange(range.Start + range.Length, 0)) : NoParagraph(number),
        _ => throw new ArgumentOutOfRangeException(nameof(anchor)),
    };

    private TextRange? Paragraph(int number) => number >= 0 && number < paragraphs.Count ? paragraphs[number] : null;

    private (TextRange? Found, string Code, string Message) FindWords(TextAnchor.Words words)
    {
        if (words.Find.Length == 0)
            return (null, TextEditRefusals.NothingToFind, "The words to be found are empty.");
        if (words.Find.Length > TextEditing.MaxFind)
            return (null, TextEditRefusals.TooLong, $"The words to be found are longer than {TextEditing.MaxFind} characters. Name the paragraph instead.");
        if ((words.InParagraph is { } number ? Paragraph(number) : new TextRange(0, text.Length)) is not { } where)
            return NoParagraph(words.InParagraph ?? 0);

        var places = search.Find(words.Find, where);
        return (places.Count, words.Occurrence) switch
        {
            (0, _) => (null, TextEditRefusals.NotFound, $"The words \"{WordSearch.Shown(words.Find)}\" are not in the text."),
            (1, null) => Found(new TextRange(places[0], words.Find.Length)),
            (var count, null) => (null, TextEditRefusals.Ambiguous, $"The words \"{WordSearch.Shown(words.Find)}\" are there {count} times. Say which, or quote more of the text."),
            (var count, { } which) when which >= 1 && which <= count => Found(new TextRange(places[which - 1], words.Find.Length)),
            (var count, { } which) => (null, TextEditRefusals.NoSuchOccurrence, $"The words \"{WordSearch.Shown(words.Find)}\" are there {count} times, so there is no number {which}."),
        };
    }

    private static (TextRange? Found, string Code, string Message) Found(TextRange range) => (range, "", "");

    private (TextRange? Found, string Code, string Message) NoParagraph(int number) =>
        (null, TextEditRefusals.NoSuchParagraph, $"The text has {paragraphs.Count} paragraphs, so there is no number {number}, counted from 0.");
}
