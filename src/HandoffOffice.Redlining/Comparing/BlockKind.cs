using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>What may stand beside paragraphs.</summary>
internal static class BlockKind
{
    private static readonly XName CustomXml = W.Ns + "customXml";

    /// <summary>A paragraph, a table or a control around blocks.</summary>
    public static bool IsBlock(XmlElement element) => element.Name == W.P || IsHard(element);

    /// <summary>A block that holds blocks: it is compared with its like, never as words of a stream.</summary>
    public static bool IsHard(XmlElement element) => element.Name == W.Tbl || IsControl(element);

    /// <summary>A content control, or custom XML around something.</summary>
    public static bool IsControl(XmlElement element) => element.Name == W.Sdt || element.Name == CustomXml;
}
