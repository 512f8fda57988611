namespace HandoffOffice.Redlining;

/// <summary>What a token is.</summary>
internal enum StreamTokenKind : byte
{
    /// <summary>Letters and digits.</summary>
    Word,

    /// <summary>White space or a punctuation mark.</summary>
    Glue,

    /// <summary>Something in a run, or in the place of one, that is no text: a tab, a picture, a field character, a formula.</summary>
    Object,

    /// <summary>The mark that ends a paragraph.</summary>
    Mark,

    /// <summary>A whole block that takes no part in the matching of words: a table, a content control, a moved paragraph.</summary>
    Block,
}

/// <summary>A piece of one side's text that is kept, deleted, inserted as a whole.</summary>
/// <param name="Key">Equal for equal tokens (see <see cref="TokenKeys"/>).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the stream's text.</param>
/// <param name="Length">Its length in the stream's text.</param>
/// <param name="Atom">The atom in which it begins.</param>
internal readonly record struct Token(int Key, StreamTokenKind Kind, int Start, int Length, int Atom);

/// <summary>What an atom is.</summary>
internal enum AtomKind : byte
{
    /// <summary>Characters of a <c>w:t</c>.</summary>
    Text,

    /// <summary>An element that stands for one place in the text.</summary>
    Object,

    /// <summary>An element without width that stays where it is: a bookmark, an earlier deletion.</summary>
    Loose,

    /// <summary>A paragraph's mark; its element is the paragraph.</summary>
    Mark,

    /// <summary>The mark of a paragraph that somebody deleted earlier: no token, but the end of a paragraph in the file.</summary>
    DeletedMark,

    /// <summary>A block as a whole.</summary>
    Block,
}

/// <summary>A piece of markup, in the order in which it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Element">Index of its element.</param>
/// <param name="Run">Index of the run it stands in; -1 for none.</param>
/// <param name="Container">Index in <see cref="TokenStream.Containers"/>; 0 for the paragraph itself.</param>
/// <param name="Start">Where it begins in the stream's text.</param>
/// <param name="Length">How many characters of that text it is.</param>
internal readonly record struct Atom(AtomKind Kind, int Element, int Run, int Container, int Start, int Length);

/// <summary>What may stand around runs in a paragraph: a hyperlink, a content control, an earlier insertion.</summary>
internal sealed record InlineContainer(int Index, XmlElement? Element, int Parent, int Key, bool Transparent);

/// <summary>The blocks of one side between two places that are known to be the same, as one sequence of tokens.</summary>
internal sealed class TokenStream
{
    public TextBuffer Characters { get; } = new();

    /// <summary>The characters that are there.</summary>
    public ReadOnlySpan<char> Text => Characters.Span;

    /// <summary>Room for the words of a piece of text while it is read.</summary>
    public List<(int Start, int Length)> Split { get; } = [];

    /// <summary>The first atom of the paragraph that a mark (or a deleted mark) ends.</summary>
    public Dictionary<int, int> FirstAtoms { get; } = [];

    public List<Atom> Atoms { get; } = [];

    public List<Token> Tokens { get; } = [];

    public List<InlineContainer> Containers { get; } = [new(0, null, 0, 0, false)];

    /// <summary>The tokens that begin and end each complex field; found when first asked for.</summary>
    public HashSet<(int Begin, int End)>? Fields { get; set; }

    /// <summary>Makes it as new, for another part; what room it has stays.</summary>
    public void Reset(SidePart part)
    {
        Characters.Clear();
        FirstAtoms.Clear();
        Atoms.Clear();
        Tokens.Clear();
        Containers.RemoveRange(1, Containers.Count - 1);
        Fields = null;
        Part = part;
    }

    public required SidePart Part { get; set; }

    public XmlElement Element(int index) => new(Part.Map, index);

    /// <summary>The container in which a token begins.</summary>
    public int ContainerOf(int token) => Atoms[Tokens[token].Atom].Container;

    /// <summary>The atom, from one on, in which a place of the text is.</summary>
    public int AtomAt(int atom, int place)
    {
        while (Atoms[atom].Start + Atoms[atom].Length <= place)
        {
            atom++;
        }

        return atom;
    }

    /// <summary>The nearest container that takes part in the matching.</summary>
    public int Solid(int container)
    {
        while (Containers[container].Transparent)
        {
            container = Containers[container].Parent;
        }

        return container;
    }
}
