using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>A stretch of a line that may not be changed.</summary>
/// <param name="Start">Where it begins in the line's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Edges">Whether what is put right beside it would be part of it.</param>
internal readonly record struct FrozenText(int Start, int End, string What, bool Edges);

/// <summary>Where a change of a line puts what it inserts.</summary>
/// <param name="Place">Place in the stream; -1 for the end of an empty line.</param>
/// <param name="Before">Whether it stands before what is at the place, or behind what ends there.</param>
/// <param name="Container">The container it stands in, 0 for the paragraph itself.</param>
/// <param name="Run">Index of an element with the run properties that it gets.</param>
internal readonly record struct EditHost(int Place, bool Before, int Container, int Run);

/// <summary>
/// A paragraph as it reads, earlier changes accepted: one paragraph of the file, or several whose marks but the last are deleted in a tracked
/// change. Its text is what people see and search; each character knows where it stands in the stream of the markup.
/// </summary>
internal sealed class EditLine
{
    private readonly EditStory story;
    private readonly List<int> places = [];
    private readonly List<int> atoms = [];
    private readonly List<int> viewPlaces = [];
    private readonly List<FrozenText> frozen = [];
    private readonly List<(int First, int Mark)> ranges = [];
    private readonly string? lockedBy;
    private TokenStream? stream;
    private string text = "";
    private string view = "";

    /// <summary>Makes a line.</summary>
    /// <param name="story">What it stands in.</param>
    /// <param name="elements">Its paragraphs, and what stands between them.</param>
    public EditLine(EditStory story, List<XmlElement> elements)
    {
        (this.story, Elements) = (story, elements);
        Paragraphs = elements.FindAll(element => element.Name == W.P);
        lockedBy = Ancestors().Select(EditRules.LockOf).FirstOrDefault(found => found is not null);
        InTextBox = Ancestors().Any(element => element.Name == W.TextBoxContent);
    }

    public EditStory Story => story;

    public List<XmlElement> Elements { get; }

    public List<XmlElement> Paragraphs { get; }

    /// <summary>The paragraph whose mark ends the line.</summary>
    public XmlElement Last => Paragraphs[^1];

    public int Start => Elements[0].Span.Start;

    public int End => Elements[^1].Span.End;

    public bool InTextBox { get; }

    /// <summary>Whether there is text where no text may stand: outside of runs. Nobody can say what is to become of it.</summary>
    public bool HasStrayText { get; private set; }

    /// <summary>Whether somebody who reads the document sees it: not deleted, no copy for old readers.</summary>
    public bool IsVisible { get; set; }

    /// <summary>What keeps everybody from editing the line as a whole; null when nothing does.</summary>
    public string? LockedBy => lockedBy;

    public string Text => Read().text;

    /// <summary>The text as <see cref="ViewText"/> reads it.</summary>
    public string View => Read().view;

    public TokenStream Stream => Read().stream ?? throw new InvalidOperationException("The line was not read.");

    public IReadOnlyList<FrozenText> Frozen => Read().frozen;

    /// <summary>The atoms of each paragraph: the first, and the one of its mark.</summary>
    public IReadOnlyList<(int First, int Mark)> Ranges => Read().ranges;

    /// <summary>Whether the mark of the line is there, and not deleted as those before it are.</summary>
    public bool HasMark => Stream.Atoms[Ranges[^1].Mark].Kind == AtomKind.Mark;

    public IEnumerable<XmlElement> Ancestors()
    {
        for (var element = Elements[0].Parent; element is { } around; element = around.Parent)
        {
            yield return around;
        }
    }

    /// <summary>Where a stretch of the text stands in the stream.</summary>
    public (int Start, int End) InStream(int start, int end) => start == end ? (0, 0) : (places[start], places[end - 1] + 1);

    /// <summary>Where a stretch of the text stands in <see cref="View"/>.</summary>
    public (int Start, int End) InView(int start, int end) => (viewPlaces[start], viewPlaces[end - 1] + 1);

    public int InView(int place) => viewPlaces[place];

    /// <summary>The number of the paragraph of the file that has a character.</summary>
    public int NumberAt(int place)
    {
        var atom = place < Text.Length ? atoms[place] : Ranges[^1].Mark;
        return story.NumberOf(Paragraphs[ranges.FindIndex(range => range.Mark >= atom)]);
    }

    /// <summary>The stretch of the text that stands in an inline control.</summary>
    public TextRange Inside(XmlElement control)
    {
        var container = Stream.Containers.FindIndex(one => one.Element is { } element && element.Equals(control));
        var inside = Enumerable.Range(0, Text.Length).Where(place => container > 0 && IsIn(Stream.Atoms[atoms[place]].Container, container)).ToList();
        return inside.Count == 0 ? new TextRange(0, 0) : new TextRange(inside[0], inside[^1] + 1 - inside[0]);
    }

    /// <summary>Where inserted text goes: behind what is deleted, in the container in which the deleted words begin, looking like them.</summary>
    /// <param name="start">Where the deleted words begin.</param>
    /// <param name="end">Where they end; the same when nothing is deleted.</param>
    /// <param name="continues">Whether it goes on from what is before it, rather than leads over to what is behind it.</param>
    public EditHost Host(int start, int end, bool continues)
    {
        if (Text.Length == 0)
        {
            return new EditHost(-1, true, 0, FormatOf(-1));
        }

        if (start == end)
        {
            var before = !(continues && start > 0) && start < text.Length;
            var neighbour = before ? start : start - 1;
            return new EditHost(before ? places[neighbour] : places[neighbour] + 1, before, SolidAt(neighbour), FormatOf(neighbour));
        }

        var last = start;
        while (last + 1 < end && SolidAt(last + 1) == SolidAt(start))
        {
            last++;
        }

        return new EditHost(places[last] + 1, false, SolidAt(start), FormatOf(start));
    }

    /// <summary>Index of an element with the run properties that most of the line's words have.</summary>
    public int CommonFormat()
    {
        var longest = Enumerable.Range(0, Text.Length).Where(place => Stream.Atoms[atoms[place]].Kind == AtomKind.Text && SolidAt(place) == 0)
            .GroupBy(place => Stream.Atoms[atoms[place]].Run).OrderByDescending(run => run.Count()).FirstOrDefault();
        return longest?.Key ?? FormatOf(-1);
    }

    /// <summary>The nearest container around a character that is more than somebody's earlier change.</summary>
    private int SolidAt(int place) => Stream.Solid(Stream.Atoms[atoms[place]].Container);

    private int FormatOf(int place)
    {
        var run = place >= 0 ? Stream.Atoms[atoms[place]].Run : -1;
        return run >= 0 ? run : Last.Child(W.PPr)?.Index ?? Last.Index;
    }

    private bool IsIn(int container, int outer)
    {
        while (container != 0 && container != outer)
        {
            container = Stream.Containers[container].Parent;
        }

        return container == outer;
    }

    private EditLine Read()
    {
        if (stream is not null)
        {
            return this;
        }

        stream = new TokenStream { Part = story.Part };
        var reader = new ParagraphReader(stream, story.Keys, keepsEarlierChanges: true);
        foreach (var paragraph in Paragraphs)
        {
            var first = stream.Atoms.Count;
            reader.Paragraph(paragraph);
            ranges.Add((first, stream.Atoms.Count - 1));
        }

        var (characters, seen) = (new StringBuilder(), new StringBuilder());
        for (var atom = 0; atom < stream.Atoms.Count; atom++)
        {
            if (stream.Atoms[atom].Kind is AtomKind.Text or AtomKind.Object or AtomKind.Loose)
            {
                Read(atom, characters, seen);
            }
        }

        (text, view) = (characters.ToString(), seen.ToString());
        return this;
    }

    private void Read(int index, StringBuilder characters, StringBuilder seen)
    {
        var atom = Stream.Atoms[index];
        var element = Stream.Element(atom.Element);
        var start = characters.Length;
        var shown = atom.Kind == AtomKind.Text ? Stream.Text.Slice(atom.Start, atom.Length).ToString() : ViewText.OfInline(element);
        var locked = LockAround(atom.Container);
        var own = atom.Kind == AtomKind.Loose || lockedBy == EditRules.Placeholder || locked == EditRules.Placeholder ? ""
            : atom.Kind == AtomKind.Text ? shown : EditRules.TextOf(element);
        for (var at = 0; at < own.Length; at++)
        {
            places.Add(atom.Kind == AtomKind.Text ? atom.Start + at : atom.Start);
            atoms.Add(index);
            viewPlaces.Add(seen.Length + (own.Length == shown.Length ? at : 0));
        }

        HasStrayText |= atom.Kind == AtomKind.Loose && shown.Length > 0;
        characters.Append(own);
        seen.Append(shown);
        if (own.Length > 0 && (locked ?? (story.IsInstruction(atom.Element) ? "the instruction of a field" : null)) is { } what)
        {
            frozen.Add(new FrozenText(start, characters.Length, what, Edges: true));
        }
        else if (own.Length > 0 && atom.Kind == AtomKind.Object && !EditRules.IsCharacter(element.Name))
        {
            frozen.Add(new FrozenText(start, characters.Length, element.Name.Namespace == W.Math ? "a formula" : $"an object ({element.Name.LocalName})", Edges: false));
        }
    }

    private string? LockAround(int container)
    {
        for (; container != 0; container = Stream.Containers[container].Parent)
        {
            if (Stream.Containers[container].Element is { } element && EditRules.LockOf(element) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
