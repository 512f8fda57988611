using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Complex fields (17.16.18): begin, separator and end are runs of their own, so decisions on single runs could take one of them away.
/// Where what is left can still be decided, that is refused. Where it is in no change, the field goes and its result stays: LibreOffice
/// leaves the end of a deleted table of contents outside of the deletion.
/// </summary>
internal sealed class Fields
{
    private static readonly XName Mark = W.Ns + "fldChar";
    private readonly List<XElement> codes;
    private readonly List<List<XElement>> fields;

    private Fields(WordPart part, List<XElement> codes, List<List<XElement>> fields)
    {
        Part = part;
        (this.codes, this.fields) = (codes, fields);
    }

    public WordPart Part { get; }

    /// <summary>The fields of the parts in which each is whole.</summary>
    public static List<Fields> In(IEnumerable<WordPart> parts) => [.. parts.Select(Read).OfType<Fields>()];

    /// <summary>Makes them whole again after a decision, or says that it can't be done yet: something of a field is in a change that is pending.</summary>
    public bool StayWhole()
    {
        var torn = fields.FindAll(field => IsGone(field[0]) || IsGone(field[^1])).SelectMany(field => field).Where(mark => !IsGone(mark)).ToList();
        if (torn.Exists(mark => mark.Ancestors().Any(W.IsRunRevision)))
        {
            return false;
        }

        var edits = new TreeEdits();
        torn.ForEach(mark => edits.Remove(mark));
        edits.Apply();

        // Instructions whose field is gone go with it: outside a field they would be text (17.16.23).
        var still = codes.Count == 0 ? [] : (Read(Part)?.codes ?? codes).ToHashSet();
        var strays = new TreeEdits();
        foreach (var stray in codes.Where(code => !IsGone(code) && !still.Contains(code)))
        {
            strays.Remove(stray);
        }

        strays.Apply();
        return true;
    }

    private static bool IsGone(XElement element) => element.Document is null;

    private static Fields? Read(WordPart part)
    {
        var open = new Stack<List<XElement>>();
        var fields = new List<List<XElement>>();
        var inside = new List<XElement>();
        foreach (var element in part.Xml.Descendants())
        {
            if (element.Name == Mark)
            {
                switch ((string?)element.Attribute(W.Ns + "fldCharType"))
                {
                    case "begin":
                        open.Push([element]);
                        break;
                    case "end" when open.TryPop(out var field):
                        field.Add(element);
                        fields.Add(field);
                        break;
                    case "end":
                        return null;
                    default:
                        open.TryPeek(out var around);
                        around?.Add(element);
                        break;
                }
            }
            else if (open.Count > 0 && (element.Name == W.Ns + "instrText" || element.Name == W.Ns + "delInstrText"))
            {
                inside.Add(element);
            }
        }

        return open.Count == 0 ? new Fields(part, inside, fields) : null;
    }
}
