using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Where an anchor is.</summary>
/// <param name="Line">The line.</param>
/// <param name="Where">The stretch of its text.</param>
/// <param name="Number">The paragraph, by its number in the part.</param>
/// <param name="Quoted">The words in the form in which the caller quoted them, when the document has another.</param>
/// <param name="Control">The control within the paragraph that the stretch is the whole of; null for none.</param>
internal sealed record EditPlace(EditLine Line, TextRange Where, int Number, string? Quoted = null, XmlElement? Control = null);

/// <summary>Finds anchors in the stories of a document.</summary>
internal sealed class EditFinder
{
    private readonly IReadOnlyList<EditStory> stories;
    private readonly Lazy<Searched> searched;

    public EditFinder(IReadOnlyList<EditStory> stories)
    {
        this.stories = stories;
        searched = new(() => new Searched(stories));
    }

    /// <summary>Where an anchor is, or the code and the message of the refusal.</summary>
    public (EditPlace? Found, string Code, string Message) Find(DocumentAnchor anchor) => anchor switch
    {
        DocumentAnchor.Words words => Words(words),
        DocumentAnchor.Paragraph { Place: var place } => Paragraph(place),
        DocumentAnchor.BehindParagraph { Place: var place } => Paragraph(place),
        DocumentAnchor.BeforeParagraph { Place: var place } => Paragraph(place),
        _ => throw new ArgumentOutOfRangeException(nameof(anchor)),
    };

    private (EditPlace? Found, string Code, string Message) Words(DocumentAnchor.Words words)
    {
        var find = words.Find.ReplaceLineEndings("\n");
        if (find.Length == 0)
        {
            return (null, DocumentEditRefusals.NothingToFind, "The words to be found are empty.");
        }

        if (find.Length > DocumentEditing.MaxFind)
        {
            return (null, DocumentEditRefusals.TooLong, $"The words to be found are longer than {DocumentEditing.MaxFind} characters. Name the paragraph instead.");
        }

        EditPlace? within = null;
        if (words.In is { } place)
        {
            (within, var code, var message) = Paragraph(place);
            if (within is null)
            {
                return (null, code, message);
            }
        }

        var places = searched.Value.Find(find, within);
        var shown = WordSearch.Shown(find);
        return (places.Count, words.Occurrence) switch
        {
            (0, _) => (null, DocumentEditRefusals.NotFound, $"The words \"{shown}\" are not in the {(within is null ? "document" : "paragraph")}."),
            (1, null) => (places[0], "", ""),
            (var count, null) => (null, DocumentEditRefusals.Ambiguous, $"The words \"{shown}\" are there {count} times. Say which, or quote more of the text."),
            (var count, { } which) when which >= 1 && which <= count => (places[which - 1], "", ""),
            (var count, { } which) => (null, DocumentEditRefusals.NoSuchOccurrence, $"The words \"{shown}\" are there {count} times, so there is no number {which}."),
        };
    }

    private (EditPlace? Found, string Code, string Message) Paragraph(ParagraphPlace place)
    {
        if (stories.FirstOrDefault(story => string.Equals(story.Uri, place.Part, StringComparison.OrdinalIgnoreCase)) is not { } story)
        {
            return (null, DocumentEditRefusals.NoSuchPart, $"The document has no text in {WordSearch.Shown(place.Part)}. It has some in {string.Join(", ", stories.Select(known => known.Uri))}.");
        }

        XmlElement? control = null;
        if (place.ControlTag is { } tag)
        {
            var controls = story.Controls(tag);
            if (controls.Count != 1)
            {
                return controls.Count == 0
                    ? (null, DocumentEditRefusals.NoSuchControl, $"{story.Uri} has no content control with the tag \"{WordSearch.Shown(tag)}\".")
                    : (null, DocumentEditRefusals.Ambiguous, $"{story.Uri} has {controls.Count} content controls with the tag \"{WordSearch.Shown(tag)}\". Name the paragraph by its number in the part.");
            }

            control = controls[0];
        }

        var candidates = control is { } one ? In(story, one) : null;
        var count = candidates?.Count ?? story.Count;
        var named = place.Number >= 0 && place.Number < count ? candidates?[place.Number] ?? Whole(story, place.Number) : null;
        if (place.Expected is { } expected && (named is null || TextOf(named) != expected))
        {
            var others = (candidates ?? [.. Enumerable.Range(0, story.Count).Select(number => Whole(story, number))]).Where(other => other.Line.IsVisible && TextOf(other) == expected)
                .DistinctBy(other => other.Line).ToList();
            return others.Count == 1 ? (others[0], "", "")
                : (null, DocumentEditRefusals.ChangedMeanwhile, named is null ? "There is no such paragraph any more." : "The paragraph says something else now. Read the document again.");
        }

        return named switch
        {
            null => (null, DocumentEditRefusals.NoSuchParagraph, $"{(control is null ? story.Uri : "The content control")} has {count} paragraphs, so there is no number {place.Number}, counted from 0."),
            { Line.IsVisible: false } => (null, DocumentEditRefusals.NotEditable, "The paragraph is deleted in an earlier tracked change, or is the copy of a text box for old readers."),
            _ when IsLeft(named) => (null, DocumentEditRefusals.NotEditable, "The paragraph is deleted in an earlier tracked change."),
            _ => (named, "", ""),
        };
    }

    // A paragraph that runs on into the next and has nothing of its own.
    private static bool IsLeft(EditPlace place) =>
        place.Control is null && place.Number != place.Line.Story.NumberOf(place.Line.Last)
        && !Enumerable.Range(0, place.Line.Text.Length).Any(at => place.Line.NumberAt(at) == place.Number);

    private static string TextOf(EditPlace place) => place.Line.Text.Substring(place.Where.Start, place.Where.Length);

    private static EditPlace Whole(EditStory story, int number) => new(story.Line(number), new TextRange(0, story.Line(number).Text.Length), number);

    // A control around blocks has their paragraphs, one within a paragraph has what it holds of it.
    private static List<EditPlace> In(EditStory story, XmlElement control)
    {
        var paragraphs = control.Descendants(W.P).ToList();
        if (paragraphs.Count > 0)
        {
            return paragraphs.ConvertAll(paragraph => Whole(story, story.NumberOf(paragraph)));
        }

        var around = control.Parent;
        while (around is { } element && element.Name != W.P)
        {
            around = element.Parent;
        }

        if (around is not { } holder)
        {
            return [];
        }

        var line = story.LineOf(holder);
        return [new EditPlace(line, line.Inside(control), story.NumberOf(holder), Control: control)];
    }

    /// <summary>The lines of all stories as one text, a line feed between each two.</summary>
    private sealed class Searched
    {
        private readonly List<EditLine> lines = [];
        private readonly List<int> starts = [];
        private readonly Dictionary<EditLine, int> startOf = [];
        private readonly string text;
        private readonly WordSearch search;

        public Searched(IReadOnlyList<EditStory> stories)
        {
            var all = new StringBuilder();
            foreach (var line in stories.SelectMany(story => story.Lines))
            {
                lines.Add(line);
                starts.Add(all.Length);
                startOf[line] = all.Length;
                all.Append(line.Text).Append('\n');
            }

            text = all.ToString();
            search = new WordSearch(text);
        }

        public List<EditPlace> Find(string find, EditPlace? within)
        {
            var where = within is { Line: var line } ? new TextRange(startOf[line] + within.Where.Start, within.Where.Length) : new TextRange(0, text.Length);
            return search.Find(find, where, at => LineAt(at) is var place && at + find.Length <= starts[place] + lines[place].Text.Length).ConvertAll(at => Place(at, find));
        }

        private EditPlace Place(int at, string find)
        {
            var place = LineAt(at);
            var (line, start) = (lines[place], at - starts[place]);
            return new EditPlace(line, new TextRange(start, find.Length), line.NumberAt(start), find);
        }

        private int LineAt(int at)
        {
            var found = starts.BinarySearch(at);
            return found >= 0 ? found : ~found - 1;
        }
    }
}
