using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The text that elements stand for (ECMA-376 Part 1, 17.3.3).</summary>
internal static class RevisionText
{
    /// <summary>The character(s) one child of a run stands for; empty for what is no text (drawings, field codes, reference marks).</summary>
    public static string OfRunChild(XElement child)
    {
        if (child.Name.Namespace == W.Math)
        {
            return child.Name.LocalName == "t" ? child.Value : "";
        }

        return child.Name.Namespace != W.Ns ? "" : child.Name.LocalName switch
        {
            "t" or "delText" => child.Value,
            "tab" or "ptab" => "\t",
            "br" or "cr" => "\n",
            "noBreakHyphen" => "\u2011",
            "softHyphen" => "\u00AD",
            "sym" => Symbol((string?)child.Attribute(W.Ns + "char")),
            _ => "",
        };
    }

    /// <summary>All text in an element in document order, text boxes in it and fallbacks left out.</summary>
    public static string Of(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    /// <summary>The text without white space at the ends, unless it is nothing else.</summary>
    public static string Trimmed(string text) => string.IsNullOrWhiteSpace(text) ? text : text.Trim();

    /// <summary>Whether a run holds something other than text, tabs and breaks.</summary>
    public static bool IsPlainRun(XElement run) =>
        run.Elements().All(child => child.Name == W.RPr || child.Name.LocalName is "t" or "tab" or "br" or "cr" or "noBreakHyphen" or "softHyphen"
            or "commentReference" or "lastRenderedPageBreak");

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var child in element.Elements())
        {
            if (IsRun(element))
            {
                text.Append(OfRunChild(child));
            }

            if (!IsAside(child))
            {
                Append(child, text);
            }
        }
    }

    /// <summary>Content that hangs on a paragraph without being its text.</summary>
    public static bool IsAside(XElement element) =>
        element.Name == W.Fallback || element.Name == W.Ns + "txbxContent" || element.Name == W.RPr || element.Name == W.PPr || element.Name == W.Ns + "rt";

    // A deletion in a formula sits inside the run (Part 1, 22.1.2.87 with 17.13.5.13), so that the text's parent is the deletion.
    private static bool IsRun(XElement element) =>
        element.Name.LocalName == "r" || (element.Parent?.Name == W.Math + "r" && (element.Name == W.Ins || element.Name == W.Del));

    private static string Symbol(string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 0x10000 && !char.IsSurrogate((char)value)
            ? ((char)value).ToString()
            : "";
}
