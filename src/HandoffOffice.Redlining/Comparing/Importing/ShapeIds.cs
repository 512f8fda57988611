using System.Globalization;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>
/// Ids of VML shapes (Part 4, 19.1.2): a picture that comes gets others than those the original has, and what refers to a shape in the same
/// picture (an OLE object, a rule, the next text box) follows. Types of shapes keep theirs: every picture with such a shape refers to one definition,
/// wherever it stands.
/// </summary>
internal sealed class ShapeIds
{
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XName Spid = Office + "spid";
    private const string NextTextBox = "mso-next-textbox:#";

    private readonly HashSet<string> taken = [];
    private readonly Dictionary<string, int> last = [];
    private readonly Dictionary<string, string> given = [];

    /// <summary>Whether an attribute is the id of a shape, or refers to one.</summary>
    public static bool IsId(XName element, XName attribute) => attribute.LocalName switch
    {
        "id" => attribute.Namespace == XNamespace.None && element.Namespace == Vml && element.LocalName != "shapetype",
        "spid" => attribute == Spid,
        "ShapeID" => element == Office + "OLEObject",
        "shapeid" => element == W.Ns + "control",
        "idref" => element.Namespace == Office,
        _ => false,
    };

    /// <summary>Learns which ids an element of the original has.</summary>
    public void Learn(XmlElement element) => taken.UnionWith(Declared(element));

    /// <summary>Gives the shapes in an element that comes their ids.</summary>
    /// <param name="picture">What holds shapes (<c>w:pict</c>, <c>w:object</c>).</param>
    public void Import(XmlElement picture)
    {
        given.Clear();
        foreach (var id in picture.Descendants().SelectMany(Declared).Where(id => !given.ContainsKey(id)))
        {
            given[id] = Free(id);
        }
    }

    /// <summary>What an attribute of the picture that comes says now.</summary>
    public string Of(XName element, XName attribute, string value)
    {
        if (IsId(element, attribute))
        {
            return value.StartsWith('#') ? "#" + Now(value[1..]) : Now(value);
        }

        if (element == Vml + "textbox" && attribute.LocalName == "style" && value.IndexOf(NextTextBox, StringComparison.Ordinal) is var at and >= 0)
        {
            at += NextTextBox.Length;
            var end = value.IndexOf(';', at) is var semicolon and >= 0 ? semicolon : value.Length;
            return string.Concat(value.AsSpan(0, at), Now(value[at..end]), value.AsSpan(end));
        }

        return value;
    }

    private static IEnumerable<string> Declared(XmlElement element) => element.Name.Namespace == Vml && element.Name.LocalName != "shapetype"
        ? new[] { element.Attribute("id"), element.Attribute(Spid) }.OfType<string>().Where(id => id.Length > 0)
        : [];

    private string Now(string id) => given.GetValueOrDefault(id, id);

    private string Free(string id)
    {
        if (taken.Add(id))
        {
            return id;
        }

        var stem = id.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var number = Math.Max(last.GetValueOrDefault(stem), int.TryParse(id.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own < int.MaxValue / 2 ? own : 0);
        string free;
        do
        {
            free = stem + (++number).ToString(CultureInfo.InvariantCulture);
        }
        while (!taken.Add(free));

        last[stem] = number;
        return free;
    }
}
