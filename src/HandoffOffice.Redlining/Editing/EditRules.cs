using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What may not be edited: by law of the document's author (locks), or because something that is no text would be lost with the words.</summary>
internal static class EditRules
{
    /// <summary>What <see cref="LockOf"/> calls a control that shows what to fill in.</summary>
    public const string Placeholder = "a placeholder";

    private static readonly HashSet<string> Characters = ["tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"];

    // Marks that stay where they are when the words around them go: comments, and the number that a note begins with.
    private static readonly HashSet<XName> Lasting =
    [
        W.Ns + "commentReference", W.Ns + "annotationRef", W.Ns + "footnoteRef", W.Ns + "endnoteRef", W.Ns + "separator", W.Ns + "continuationSeparator",
    ];

    /// <summary>Whether an element in a run stands for a character (17.3.3).</summary>
    public static bool IsCharacter(XName name) => name.Namespace == W.Ns && Characters.Contains(name.LocalName);

    /// <summary>Whether it stays when the words on both sides of it go.</summary>
    public static bool IsLasting(XName name) => Lasting.Contains(name);

    /// <summary>The text that something in a paragraph stands for; text boxes in it are texts of their own.</summary>
    public static string TextOf(XmlElement element)
    {
        if (IsCharacter(element.Name))
        {
            return element.Name.LocalName switch
            {
                "tab" or "ptab" => "\t",
                "br" or "cr" => "\n",
                "noBreakHyphen" => "\u2011",
                "softHyphen" => "\u00AD",
                _ => Symbol(element.Attribute(W.Ns + "char")),
            };
        }

        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    /// <summary>What keeps people from editing what is in a content control (17.5.2.23, .6, .39); null when nothing does.</summary>
    public static string? LockOf(XmlElement element)
    {
        if (element.Name != W.Sdt || element.Child(W.SdtPr) is not { } properties)
        {
            return null;
        }

        foreach (var property in properties.Children)
        {
            var what = property.Name.LocalName switch
            {
                "lock" when property.Attribute(W.Val) is "contentLocked" or "sdtContentLocked" => "a locked content control",
                "showingPlcHdr" when property.Attribute(W.Val) is not ("0" or "false" or "off") => Placeholder,
                // Word fills such a control from the data whenever the document is opened.
                "dataBinding" => "a control that is filled from data",
                "checkbox" or "dropDownList" or "picture" => "a control to choose in",
                _ => null,
            };
            if (what is not null)
            {
                return what;
            }
        }

        return null;
    }

    /// <summary>Why a change of a line cannot be made; null when it can.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where what is deleted begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="inserted">What is put there.</param>
    /// <param name="continues">As in <see cref="EditLine.Host"/>.</param>
    public static string? WhyNot(EditLine line, int start, int end, string inserted, bool continues)
    {
        foreach (var frozen in line.Frozen)
        {
            var touched = start < end ? start < frozen.End && frozen.Start < end
                : (start > frozen.Start && start < frozen.End) || (frozen.Edges && (start == frozen.End && continues || start == frozen.Start && !continues));
            if (touched)
            {
                return $"The words are part of {frozen.What}.";
            }
        }

        if (LostObject(line, start, end) is { } lost)
        {
            return $"Between the words stands something that would be lost with them ({lost.LocalName}). Change the words on either side by edits of their own.";
        }

        if (inserted.Contains('\n', StringComparison.Ordinal))
        {
            return line.Host(start, end, continues).Container != 0 ? "A new paragraph cannot begin inside of a link or a content control." : WhyNoParagraph(line);
        }

        return null;
    }

    /// <summary>Why there can be no further paragraph beside a line; null when there can.</summary>
    public static string? WhyNoParagraph(EditLine line) =>
        line.Ancestors().Any(element => element.Child(W.SdtPr)?.Child(W.Ns + "text") is not null) ? "The paragraph stands in a control that has only one." : null;

    /// <summary>Why a line cannot be deleted with all that is in it; null when it can.</summary>
    /// <param name="line">The line.</param>
    /// <param name="keepsMark">Whether its mark stays.</param>
    public static string? WhyNotDeleted(EditLine line, bool keepsMark)
    {
        if (line.Frozen.Any(frozen => frozen.Edges && frozen.What != "the instruction of a field") || line.Stream.Containers.Exists(one => one.Element is { } element && IsKept(element)))
        {
            return "The paragraph holds a content control that is locked.";
        }

        if (!keepsMark && line.Last.Child(W.PPr)?.Child(W.SectPr) is not null)
        {
            return "The paragraph ends a section. Replace its words instead.";
        }

        var open = 0;
        foreach (var atom in line.Stream.Atoms.Where(atom => atom.Kind == AtomKind.Object))
        {
            var element = line.Stream.Element(atom.Element);
            if (!keepsMark && element.Name.LocalName is "footnoteRef" or "endnoteRef")
            {
                return "A note begins with the paragraph. Replace its words instead.";
            }

            if (element.Name == W.FieldCharacter)
            {
                open += element.Attribute(W.FieldCharacterType) switch { "begin" => 1, "end" => -1, _ => 0 };
                if (open < 0)
                {
                    break;
                }
            }
        }

        return open == 0 ? null : "A field begins or ends in the paragraph and goes on elsewhere.";
    }

    /// <summary>Whether something is left in a line when all that people see of it is deleted: what others deleted before.</summary>
    public static bool LeavesSomething(EditLine line) =>
        line.Stream.Atoms.Exists(atom => atom is { Kind: AtomKind.Loose, Run: < 0 } && line.Stream.Element(atom.Element).Name is var name && (name == W.Del || name == W.MoveFrom));

    private static bool IsKept(XmlElement container) => container.Child(W.SdtPr)?.ChildValue(W.Ns + "lock") is "sdtLocked" or "sdtContentLocked" or "contentLocked";

    private static XName? LostObject(EditLine line, int start, int end)
    {
        if (start == end)
        {
            return null;
        }

        var (from, to) = line.InStream(start, end);
        foreach (var atom in line.Stream.Atoms)
        {
            if (atom.Kind == AtomKind.Object && atom.Start >= from && atom.Start < to
                && line.Stream.Element(atom.Element).Name is var name && !IsCharacter(name) && !IsLasting(name))
            {
                return name;
            }
        }

        return null;
    }

    private static void Append(XmlElement element, StringBuilder text)
    {
        foreach (var child in element.Children)
        {
            if (child.Name == W.T || child.Name == W.MathText)
            {
                text.Append(child.Text);
            }
            else if (child.Name != W.TextBoxContent && child.Name != W.Fallback && child.Name != W.RPr && child.Name != W.Ns + "rt")
            {
                Append(child, text);
            }
        }
    }

    private static string Symbol(string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 0x10000 && !char.IsSurrogate((char)value)
            ? ((char)value).ToString()
            : "\uFFFC";
}
