using System.Globalization;
using HandoffOffice.Domain.Checking.Language;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Models.Rules;

/// <summary>Which part of a list a sentence gives, and how.</summary>
/// <param name="Label">The list's label.</param>
/// <param name="Count">Items of the whole list; above 0.</param>
/// <param name="First">Whether it is the first sentence of the list.</param>
/// <param name="Last">Whether it is the last.</param>
/// <param name="Size">Items in this sentence.</param>
/// <param name="Ascending">Whether the items come in the order of their dates, later than those of the sentence before.</param>
/// <param name="Flowing">Whether the items read on from a verb; otherwise they follow a colon.</param>
/// <param name="Items">The items, joined.</param>
internal sealed record ListPart(string Label, int Count, bool First, bool Last, int Size, bool Ascending, bool Flowing, string Items);

/// <summary>Whose voice and which tone a text has.</summary>
/// <param name="Person">I, we or neither.</param>
/// <param name="Tone">The tone.</param>
/// <param name="Format">Document or mail.</param>
internal sealed record Voice(GrammaticalPerson Person, Tone Tone, OutputFormat Format);

/// <summary>
/// What a language says and how: the tables and the little grammar that the drafter needs. Methods that give several texts give the best
/// first; the next is taken where a contract forbids a phrase of it.
/// </summary>
internal abstract class Phrases
{
    /// <summary>The phrases of a BCP 47 tag's language, or null where there are none.</summary>
    public static Phrases? For(string language) => TextLanguage.Primary(language) switch
    {
        "en" => new EnglishPhrases(),
        "de" => new GermanPhrases(),
        _ => null,
    };

    /// <summary>Articles that may stand before a placeholder and must not stand twice.</summary>
    public abstract IReadOnlyList<string> Articles { get; }

    /// <summary>Yes and no.</summary>
    public abstract (string Yes, string No) YesNo { get; }

    protected abstract NumberFormatInfo Format { get; }

    /// <summary>The date in long form.</summary>
    public abstract string Date(DateOnly date);

    /// <summary>A number, grouped from five digits on.</summary>
    public string Number(decimal value, bool grouped = true) =>
        value.ToString(grouped && Math.Abs(value) >= 10_000 ? "#,##0.###############" : "0.###############", Format);

    /// <summary>An amount with its ISO 4217 code; no decimals or at least two.</summary>
    public abstract string Money(decimal amount, string currency);

    /// <summary>Items joined by commas, or by semicolons where an item has a comma, and "and".</summary>
    public abstract string Join(IReadOnlyList<string> items);

    /// <summary>Clauses joined to one sentence.</summary>
    public abstract string JoinClauses(IReadOnlyList<string> clauses);

    /// <summary>A clause, without capital or full stop, that gives a field's value.</summary>
    public abstract IReadOnlyList<string> Statement(TemplateField field, string value);

    /// <summary>The noun and the participle of a label such as "Exceptions requested", or null.</summary>
    public abstract (string Noun, string Participle)? Counted(string label);

    /// <summary>One sentence that gives the numbers of several fields that count the same noun.</summary>
    public abstract IReadOnlyList<string> Counts(string noun, IReadOnlyList<(string Participle, string Number)> counts);

    /// <summary>A sentence with a list's items, or a part of them.</summary>
    public abstract IReadOnlyList<string> List(ListPart part, Voice voice);

    /// <summary>Whether an item reads on from "beginning with" as a noun does.</summary>
    public abstract bool Flows(string item);

    /// <summary>A sentence that announces items which follow as sentences of their own.</summary>
    public abstract IReadOnlyList<string> Announcement(string label, int count);

    /// <summary>A sentence that says that a list has no items.</summary>
    public abstract IReadOnlyList<string> EmptyList(string label);

    /// <summary>A list item's further value where the template has no wording for it.</summary>
    public abstract string Aside(TemplateField field, string value);

    /// <summary>A sentence for a section with a heading and nothing to tell.</summary>
    public abstract string NothingUnder(string heading);

    /// <summary>A greeting for a mail whose contract has none.</summary>
    public abstract string Greeting(string? name, Tone tone);

    /// <summary>The words over a signature for a mail whose contract has none.</summary>
    public abstract string Regards(Tone tone);

    /// <summary>Sentences without any fact, for a text that would be too short, best first.</summary>
    public abstract IReadOnlyList<string> Fillers(Voice voice);
}
