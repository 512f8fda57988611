namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>What text can look like that changes what is read.</summary>
[Flags]
internal enum HtmlTraits
{
    /// <summary>Plain text.</summary>
    None = 0,

    /// <summary>Not to be seen.</summary>
    Hidden = 1,

    /// <summary>Not where it stands in the order of the text.</summary>
    Moved = 2,

    /// <summary>Struck through.</summary>
    Struck = 4,

    /// <summary>Raised.</summary>
    Sup = 8,

    /// <summary>Lowered.</summary>
    Sub = 16,

    /// <summary>From right to left.</summary>
    Rtl = 32,

    /// <summary>Against the order of its own characters.</summary>
    Override = 64,

    /// <summary>In capitals, whatever is written.</summary>
    Upper = 128,

    /// <summary>In small letters, whatever is written.</summary>
    Lower = 256,

    /// <summary>Each word with a capital, whatever is written.</summary>
    Capital = 512,

    /// <summary>In a font whose glyphs are not the characters.</summary>
    Symbol = 1024,

    /// <summary>Readers differ in whether, or how, they show it.</summary>
    Unclear = 2048,

    /// <summary>Part of a drawing.</summary>
    Drawn = 4096,
}

/// <summary>How the text of an element looks, as far as it matters to what is read. Equal looks are equal values.</summary>
internal sealed record HtmlLook
{
    private const int Readable = 4000;
    private const int LongestOddities = 128;

    /// <summary>How text looks that nothing was said about.</summary>
    public static readonly HtmlLook Plain = new();

    private string? mark;

    /// <summary>Traits that descendants can't take back.</summary>
    public HtmlTraits Traits { get; init; }

    /// <summary>What <c>text-transform</c> makes of it.</summary>
    public HtmlTraits Case { get; init; }

    /// <summary>Invisible by <c>visibility</c>.</summary>
    public bool Unseen { get; init; }

    /// <summary>In lines without height.</summary>
    public bool Flat { get; init; }

    /// <summary>In a font of symbols.</summary>
    public bool Symbols { get; init; }

    /// <summary>From right to left.</summary>
    public bool Rtl { get; init; }

    /// <summary>Size of the text in thousandths of a pixel.</summary>
    public int Font { get; init; } = HtmlLength.DefaultFont;

    /// <summary>Colour of the text.</summary>
    public int Ink { get; init; } = HtmlColour.Black;

    /// <summary>Colour of what is behind it.</summary>
    public int Paper { get; init; } = HtmlColour.White;

    /// <summary>Line feeds are line ends.</summary>
    public bool Preformatted { get; init; }

    /// <summary>Where its link leads, or null.</summary>
    public string? Link { get; init; }

    /// <summary>What was said of it that no rule knows.</summary>
    public string Odd { get; init; } = string.Empty;

    /// <summary>The look as a mark has it; empty for plain text. The link is not in it.</summary>
    public string Mark => mark ??= string.Join(' ', Names().Append(Odd).Where(name => name.Length > 0));

    /// <summary>Whether a table, which in quirks mode takes neither colour nor size from around it (WHATWG HTML 15.3.8), could hide or show text.</summary>
    public bool IsOtherInQuirks => Font < Readable || (Ink != HtmlColour.Black && HtmlColour.Alike(HtmlColour.Black, Paper));

    /// <summary>The same with one more oddity. Many are their digest, so that a mark stays short.</summary>
    public HtmlLook With(string odd)
    {
        string all = Odd.Length == 0 ? odd : $"{Odd};{odd}";
        return this with { Odd = all.Length > LongestOddities ? Sha256Digest.Of(all).ToString() : all };
    }

    /// <summary>The same with one more trait.</summary>
    public HtmlLook With(HtmlTraits trait) => (Traits & trait) == trait ? this : this with { Traits = Traits | trait };

    /// <summary>Whether both look the same.</summary>
    public bool Equals(HtmlLook? other) =>
        other is not null
        && (Traits, Case, Unseen, Flat, Symbols, Rtl, Font, Ink, Paper, Preformatted, Link, Odd)
            == (other.Traits, other.Case, other.Unseen, other.Flat, other.Symbols, other.Rtl, other.Font, other.Ink, other.Paper, other.Preformatted, other.Link, other.Odd);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Traits, Case, Font, Ink, Paper, Link, Odd);

    // The copy has another mark.
    private HtmlLook(HtmlLook other)
    {
        (Traits, Case, Unseen, Flat, Symbols, Rtl) = (other.Traits, other.Case, other.Unseen, other.Flat, other.Symbols, other.Rtl);
        (Font, Ink, Paper, Preformatted, Link, Odd) = (other.Font, other.Ink, other.Paper, other.Preformatted, other.Link, other.Odd);
    }

    private HtmlLook()
    {
    }

    private IEnumerable<string> Names()
    {
        bool hidden = Unseen || Flat || Font < Readable || HtmlColour.Alike(Ink, Paper);
        HtmlTraits all = Traits | Case | (hidden ? HtmlTraits.Hidden : 0) | (Symbols ? HtmlTraits.Symbol : 0) | (Rtl ? HtmlTraits.Rtl : 0);
        return Enum.GetValues<HtmlTraits>().Where(trait => trait != HtmlTraits.None && all.HasFlag(trait)).Select(trait => HtmlCharacters.Lower(trait.ToString()));
    }
}
