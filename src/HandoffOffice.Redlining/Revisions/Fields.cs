using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Complex fields (17.16.18): begin, separator and end are runs of their own, so decisions on single runs could take one of them away.</summary>
internal sealed class Fields
{
    private static readonly XName Mark = W.Ns + "fldChar";
    private readonly List<XElement> codes;

    private Fields(WordPart part, List<XElement> codes)
    {
        Part = part;
        this.codes = codes;
    }

    public WordPart Part { get; }

    /// <summary>The fields of the parts in which each is whole.</summary>
    public static List<Fields> In(IEnumerable<WordPart> parts) =>
        [.. from part in parts let read = Read(part) where read.Whole select new Fields(part, read.Inside)];

    /// <summary>Whether each still is, after a decision. Instructions whose field is gone go with it: outside a field they would be text (17.16.23).</summary>
    public bool StillWhole()
    {
        var (whole, inside) = Read(Part);
        if (!whole || codes.Count == 0)
        {
            return whole;
        }

        var edits = new TreeEdits();
        var still = inside.ToHashSet();
        foreach (var stray in codes.Where(code => code.Document is not null && !still.Contains(code)))
        {
            edits.Remove(stray);
        }

        edits.Apply();
        return true;
    }

    private static (bool Whole, List<XElement> Inside) Read(WordPart part)
    {
        var open = 0;
        var whole = true;
        var inside = new List<XElement>();
        foreach (var element in part.Xml.Descendants())
        {
            if (element.Name == Mark)
            {
                open += (string?)element.Attribute(W.Ns + "fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };
                whole &= open >= 0;
            }
            else if (open > 0 && (element.Name == W.Ns + "instrText" || element.Name == W.Ns + "delInstrText"))
            {
                inside.Add(element);
            }
        }

        return (whole && open == 0, inside);
    }
}
