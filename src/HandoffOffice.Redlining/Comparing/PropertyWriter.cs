using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Writes properties that changed: the new ones, with the old ones in the change element (17.13.5.29-.37).</summary>
internal sealed class PropertyWriter(Comparison comparison, PartTarget target, SidePart from)
{
    private static readonly XName CellWidth = W.Ns + "tcW";

    private readonly ElementImporter importer = new(comparison, from, target);
    private readonly Dictionary<string, ulong> formatsA = [];
    private readonly Dictionary<string, ulong> formatsB = [];

    private string w => target.Word;

    /// <summary>What the run properties of a run of the original look like, as a number.</summary>
    public ulong FormatOfOriginal(XmlElement run) => Format(run, target.Part, formatsA);

    /// <summary>What the run properties of a run of the revised document look like, as a number.</summary>
    public ulong FormatOfRevised(XmlElement run) => Format(run, from, formatsB);

    /// <summary>Run properties of a kept run that looks different now.</summary>
    /// <param name="original">What it had.</param>
    /// <param name="revised">What it has.</param>
    /// <param name="again">Whether a part of the run was written before, so that an earlier change of it needs another id.</param>
    public string ChangedRun(XmlElement? original, XmlElement? revised, bool again)
    {
        var change = again && original?.Child(W.RPrChange) is { } earlier ? WithOtherId(earlier) : Change("rPrChange", "rPr", original, _ => false);
        return $"<{w}rPr>{Imported(revised, _ => false)}{change}</{w}rPr>";
    }

    /// <summary>Run properties of a kept or deleted piece of a run.</summary>
    /// <param name="original">What it has.</param>
    /// <param name="again">Whether a part of the run was written before.</param>
    public string KeptRun(XmlElement? original, bool again)
    {
        if (original is not { } properties)
        {
            return "";
        }

        return again && properties.Child(W.RPrChange) is { } earlier
            ? $"{properties.OpenTag}{Kept(properties, name => name == W.RPrChange)}{WithOtherId(earlier)}</{properties.QualifiedName}>"
            : properties.Raw.ToString();
    }

    private string WithOtherId(XmlElement change)
    {
        var raw = change.Raw.ToString();
        var id = $"{w}id=\"{change.Attribute(W.Id)}\"";
        var at = raw.IndexOf(id, StringComparison.Ordinal);
        return at < 0 ? raw : $"{raw.AsSpan(0, at)}{w}id=\"{comparison.NextId()}\"{raw.AsSpan(at + id.Length)}";
    }

    /// <summary>Run properties of inserted text.</summary>
    public string ImportedRun(XmlElement? revised)
    {
        var inner = Imported(revised, _ => false);
        return inner.Length == 0 ? "" : $"<{w}rPr>{inner}</{w}rPr>";
    }

    /// <summary>Properties of a paragraph whose mark stays, if they changed; else null.</summary>
    public string? ChangedParagraph(XmlElement? original, XmlElement? revised)
    {
        var same = Fingerprints.OfProperties(original, target.Part, IsAside) == Fingerprints.OfProperties(revised, from, IsAside);
        var (markA, markB) = (original?.Child(W.RPr), revised?.Child(W.RPr));
        var sameMark = Fingerprints.OfProperties(markA, target.Part) == Fingerprints.OfProperties(markB, from);
        var section = ChangedSection(original?.Child(W.SectPr), revised?.Child(W.SectPr));
        if (same && sameMark && section is null)
        {
            return null;
        }

        var output = new StringBuilder().Append('<').Append(w).Append("pPr>");
        output.Append(same ? Kept(original, IsAside) : Imported(revised, IsAside));
        if (sameMark)
        {
            output.Append(markA is { } mark ? mark.Raw : "");
        }
        else
        {
            output.Append('<').Append(w).Append("rPr>").Append(Kept(markA, name => !Fingerprints.IsRevision(name) || name == W.RPrChange))
                .Append(Imported(markB, _ => false)).Append(Change("rPrChange", "rPr", markA, _ => false)).Append("</").Append(w).Append("rPr>");
        }

        output.Append(section ?? (original?.Child(W.SectPr) is { } sect ? sect.Raw.ToString() : ""));
        output.Append(same ? original?.Child(W.PPrChange) is { } earlier ? earlier.Raw : "" : Change("pPrChange", "pPr", original, IsAside));
        return output.Append("</").Append(w).Append("pPr>").ToString();
    }

    /// <summary>Properties of a paragraph whose mark goes: deleted, or moved away.</summary>
    /// <param name="original">What it has.</param>
    /// <param name="tag">How it goes.</param>
    /// <param name="stamp">The attributes of the change; null for a comparison's next.</param>
    public string DeletedParagraph(XmlElement? original, string tag, string? stamp = null)
    {
        var mark = original?.Child(W.RPr);
        return $"<{w}pPr>{Kept(original, IsAside)}<{w}rPr>{Kept(mark, name => name != W.Ins && name != W.MoveTo)}<{w}{tag}{stamp ?? comparison.Attributes(w)}/>"
            + $"{Kept(mark, name => name == W.Ins || name == W.MoveTo)}</{w}rPr>"
            + $"{(original?.Child(W.SectPr) is { } section ? section.Raw : "")}{(original?.Child(W.PPrChange) is { } earlier ? earlier.Raw : "")}</{w}pPr>";
    }

    /// <summary>Properties of a paragraph whose mark is new: inserted, or moved here.</summary>
    public string InsertedParagraph(XmlElement? revised, string tag)
    {
        var section = new StringBuilder();
        if (revised?.Child(W.SectPr) is { } sect)
        {
            importer.Write(section, sect);
        }

        return $"<{w}pPr>{Imported(revised, IsAside)}<{w}rPr><{w}{tag}{comparison.Attributes(w)}/>{Imported(revised?.Child(W.RPr), _ => false)}</{w}rPr>{section}</{w}pPr>";
    }

    /// <summary>Properties of a new paragraph that looks like another of the same part. The section that may end with the other still does.</summary>
    /// <param name="like">What the other has.</param>
    /// <param name="stamp">The attributes of the insertion of its mark.</param>
    public string ParagraphLike(XmlElement? like, string stamp) =>
        $"<{w}pPr>{Plain(like, IsAside)}<{w}rPr><{w}ins{stamp}/>{Plain(like?.Child(W.RPr), _ => false)}</{w}rPr></{w}pPr>";

    /// <summary>Section properties, if they changed; else null. References to headers and footers are no part of it (CT_SectPrBase).</summary>
    public string? ChangedSection(XmlElement? original, XmlElement? revised)
    {
        if (original is not { } a || revised is not { } b
            || Fingerprints.OfProperties(a, target.Part, HeaderPlace.IsReference) == Fingerprints.OfProperties(b, from, HeaderPlace.IsReference))
        {
            return null;
        }

        return $"{a.OpenTag}{Kept(a, name => !HeaderPlace.IsReference(name))}{Imported(b, HeaderPlace.IsReference)}{Change("sectPrChange", "sectPr", a, HeaderPlace.IsReference)}</{a.QualifiedName}>";
    }

    /// <summary>Properties of a table, a row's exceptions, a row or a cell, if they changed; else null.</summary>
    /// <param name="name">The local name: <c>tblPr</c>, <c>tblPrEx</c>, <c>trPr</c> or <c>tcPr</c>.</param>
    /// <param name="original">The original's, if it has some.</param>
    /// <param name="revised">The revised document's, if it has some.</param>
    public string? Changed(string name, XmlElement? original, XmlElement? revised)
    {
        // Word gives a cell another width whenever the table is laid out anew.
        Func<XName, bool> aside = name == "tcPr" ? child => child == CellWidth : _ => false;
        if (Fingerprints.OfProperties(original, target.Part, aside) == Fingerprints.OfProperties(revised, from, aside))
        {
            return null;
        }

        Func<XName, bool> others = child => Fingerprints.IsRevision(child) && child != W.Ns + (name + "Change");
        return $"<{w}{name}>{Imported(revised, _ => false)}{Kept(original, child => !others(child))}{Change(name + "Change", name, original, _ => false)}</{w}{name}>";
    }

    /// <summary>Row or cell properties with one more mark at their end.</summary>
    public string Marked(string name, XmlElement? original, string tag)
    {
        var change = W.Ns + (name + "Change");
        return $"<{w}{name}>{Kept(original, child => child == change)}<{w}{tag}{comparison.Attributes(w)}/>{Kept(original, child => child != change)}</{w}{name}>";
    }

    /// <summary>Row or cell properties of the revised document with a mark at their end.</summary>
    public string ImportedMarked(string name, XmlElement? revised, string tag) =>
        $"<{w}{name}>{Imported(revised, _ => false)}<{w}{tag}{comparison.Attributes(w)}/></{w}{name}>";

    private static bool IsAside(XName name) => name == W.RPr || name == W.SectPr || name == W.PPrChange;

    // Who changed the same properties before is still the one who changed them from what they were.
    private string Change(string tag, string name, XmlElement? original, Func<XName, bool> leaveOut)
    {
        if (original?.Child(W.Ns + tag) is { } earlier)
        {
            return earlier.Raw.ToString();
        }

        var old = Kept(original, child => leaveOut(child) || Fingerprints.IsRevision(child));
        return $"<{w}{tag}{comparison.Attributes(w)}>{(old.Length == 0 ? $"<{w}{name}/>" : $"<{w}{name}>{old}</{w}{name}>")}</{w}{tag}>";
    }

    private static string Kept(XmlElement? properties, Func<XName, bool> leaveOut)
    {
        if (properties is not { } element)
        {
            return "";
        }

        var output = new StringBuilder();
        foreach (var child in element.Children)
        {
            if (!leaveOut(child.Name))
            {
                output.Append(child.Raw);
            }
        }

        return output.ToString();
    }

    // Copied within a part, without the history of what is copied.
    private static string Plain(XmlElement? properties, Func<XName, bool> leaveOut)
    {
        var output = new StringBuilder();
        foreach (var child in properties?.Children.ToList() ?? [])
        {
            if (leaveOut(child.Name) || Fingerprints.IsRevision(child.Name))
            {
                continue;
            }

            if (child.Descendants().Any(inner => Fingerprints.IsRevision(inner.Name)))
            {
                output.Append(child.OpenTag).Append(Plain(child, _ => false)).Append("</").Append(child.QualifiedName).Append('>');
            }
            else
            {
                output.Append(child.Raw);
            }
        }

        return output.ToString();
    }

    private string Imported(XmlElement? properties, Func<XName, bool> leaveOut)
    {
        if (properties is not { } element)
        {
            return "";
        }

        var output = new StringBuilder();
        foreach (var child in element.Children)
        {
            if (!leaveOut(child.Name) && !Fingerprints.IsRevision(child.Name))
            {
                importer.Write(output, child);
            }
        }

        return output.ToString();
    }

    private static ulong Format(XmlElement run, SidePart part, Dictionary<string, ulong> known)
    {
        if (run.Child(W.RPr) is not { } properties)
        {
            return 0;
        }

        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(properties.Raw, out var format))
        {
            lookup[properties.Raw] = format = Fingerprints.OfProperties(properties, part);
        }

        return format;
    }
}
