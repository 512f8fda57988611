using System.Xml.Linq;

namespace HandoffOffice.Redlining;

/// <summary>The door for workbooks: the same limits and refusals as for documents.</summary>
internal static class WorkbookRules
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string TemplateType = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml";

    /// <summary>Refuses what is no workbook or could do harm.</summary>
    /// <exception cref="DocumentRefusedException">With one of <see cref="RefusalCodes"/>.</exception>
    public static void Check(ReadOnlyMemory<byte> file, DocumentLimits limits)
    {
        List<KeyValuePair<string, byte[]>> parts = ArchiveReader.Read(file, limits);
        byte[] types = parts.Find(part => part.Key == PackageRules.ContentTypesPart).Value
            ?? throw new DocumentRefusedException(RefusalCodes.NotAWorkbook, "The archive is no Office document.");
        int nodes = XmlPartReader.Check("/" + PackageRules.ContentTypesPart, types, limits, limits.MaxXmlNodes);
        List<XElement> stated = [.. XDocument.Load(new MemoryStream(types)).Root?.Elements() ?? []];
        List<string?> contentTypes = [.. stated.Select(type => (string?)type.Attribute("ContentType"))];
        contentTypes.ForEach(type => PackageRules.RefuseMacros("/" + PackageRules.ContentTypesPart, type));
        // Whatever a part is called, what is stated to be XML is read as XML.
        ILookup<string, string?> named = stated.ToLookup(
            type => (string?)type.Attribute("PartName") ?? "*." + (string?)type.Attribute("Extension"), type => (string?)type.Attribute("ContentType"), StringComparer.OrdinalIgnoreCase);
        foreach ((string name, byte[] content) in parts.Where(part => part.Key != PackageRules.ContentTypesPart
            && (PackageRules.IsXml(part.Key, null) || named["/" + part.Key].Concat(named["*" + Path.GetExtension(part.Key)]).Any(type => PackageRules.IsXml(part.Key, type)))))
        {
            nodes = XmlPartReader.Check("/" + name, content, limits, nodes);
        }

        foreach ((string name, byte[] content) in parts.Where(part => PackageRules.IsRelationships(part.Key)))
        {
            PackageRules.RefuseExternal("/" + name, XDocument.Load(new MemoryStream(content)).Root, () => null);
        }

        if (!contentTypes.Exists(type => type is MainType or TemplateType))
        {
            throw new DocumentRefusedException(RefusalCodes.NotAWorkbook, "The archive has no workbook (.xlsx).");
        }
    }
}
