using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>Reads the XML of one part: no DTD, no resolver, bounded depth and number of nodes.</summary>
internal static class XmlPartReader
{
    /// <summary>No DTD, no resolver, white space kept.</summary>
    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreWhitespace = false,
    };

    /// <summary>Walks the part without building a tree; gives back how many nodes are left to the parts after it.</summary>
    /// <param name="part">Its name, for a refusal.</param>
    /// <param name="bytes">What it is.</param>
    /// <param name="limits">How deep and how much.</param>
    /// <param name="nodesLeft">How many elements and attributes it may have.</param>
    /// <param name="isRead">Whether anybody reads it: what nothing leads to may be no XML at all.</param>
    public static int Check(string part, byte[] bytes, DocumentLimits limits, int nodesLeft, bool isRead = true)
    {
        RefuseCrowdedTags(part, bytes.AsSpan(0, Math.Min(4, bytes.Length)).Contains((byte)0) ? [.. bytes.Where(b => b != 0)] : bytes);
        var inRoot = false;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                inRoot = true;
                nodesLeft -= 1 + reader.AttributeCount;
                if (nodesLeft < 0 || reader.Depth >= limits.MaxXmlDepth)
                {
                    throw new DocumentRefusedException(RefusalCodes.TooLarge, "The XML is nested too deep or has too many nodes.", part);
                }
            }

            return nodesLeft;
        }
        catch (XmlException e)
        {
            if (!inRoot && HasDoctype(bytes))
            {
                throw new DocumentRefusedException(RefusalCodes.DtdNotAllowed, "The XML has a document type declaration.", part, e);
            }

            return isRead ? throw new DocumentRefusedException(RefusalCodes.MalformedXml, "The XML is not well formed.", part, e) : nodesLeft;
        }
    }

    /// <summary>Whether the root has this name and somewhere directly in it a child of that name.</summary>
    public static bool StartsWith(byte[] bytes, XName root, XName child)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
        reader.MoveToContent();
        if (reader.LocalName != root.LocalName || reader.NamespaceURI != root.NamespaceName || !reader.Read())
        {
            return false;
        }

        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName == child.LocalName && reader.NamespaceURI == child.NamespaceName)
            {
                return true;
            }
            else
            {
                reader.Skip();
            }
        }

        return false;
    }

    /// <summary>
    /// The reader compares the attributes of an element with each other before it gives the element out: a million of them cost minutes. So the
    /// tags are walked first. (In UTF-16, of which the zero bytes were left out, only the markup has to be right.)
    /// </summary>
    private static void RefuseCrowdedTags(string part, ReadOnlySpan<byte> text)
    {
        for (int at; (at = text.IndexOf((byte)'<')) >= 0;)
        {
            text = text[(at + 1)..];
            if (text.StartsWith("!--"u8) || text.StartsWith("![CDATA["u8) || text.StartsWith("?"u8))
            {
                var end = text.StartsWith("?"u8) ? text.IndexOf("?>"u8) : text.StartsWith("!--"u8) ? text.IndexOf("-->"u8) : text.IndexOf("]]>"u8);
                text = end < 0 ? [] : text[end..];
                continue;
            }

            for (var attributes = 0; (at = text.IndexOfAny((byte)'>', (byte)'"', (byte)'\'')) >= 0 && text[at] != (byte)'>'; attributes++)
            {
                if (attributes == DocumentLimits.MaxAttributesOfOneElement)
                {
                    throw new DocumentRefusedException(RefusalCodes.TooLarge, $"An element has more than {DocumentLimits.MaxAttributesOfOneElement} attributes.", part);
                }

                var close = text[(at + 1)..].IndexOf(text[at]);
                text = close < 0 ? [] : text[(at + close + 2)..];
            }
        }
    }

    // The reader has already refused the part; this only chooses which of the two codes says so.
    private static bool HasDoctype(byte[] bytes)
    {
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var head = new char[64 * 1024];
        var length = text.ReadBlock(head);
        return head.AsSpan(0, length).Contains("<!DOCTYPE", StringComparison.Ordinal);
    }
}
