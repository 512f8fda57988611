using System.IO.Compression;
using System.Text;

namespace HandoffOffice.Redlining.Tests;

/// <summary>Builds small Word documents, good and bad, from the XML of their body.</summary>
internal sealed class Docx
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private readonly List<(string Name, byte[] Content)> extra = [];
    private string overrides = "";
    private string relationships = "";
    private string packageRelationships = "";
    private string mainType = WordType + "document.main+xml";
    private string body = "";
    private string sectionProperties = "<w:sectPr/>";

    public static Docx WithBody(string xml) => new() { body = xml };

    public static byte[] Bytes(string bodyXml) => WithBody(bodyXml).Build();

    public static string P(string content, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{content}</w:p>";

    public static string R(string text) => $"""<w:r><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public static string Ins(int id, string text, string author = "Ann") =>
        $"""<w:ins w:id="{id}" w:author="{author}" w:date="2026-01-02T03:04:05Z">{R(text)}</w:ins>""";

    public static string Del(int id, string text) =>
        $"""<w:del w:id="{id}" w:author="Ann" w:date="2026-01-02T03:04:05Z"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>""";

    public static string Mark(string name, int id) => $"""<w:rPr><w:{name} w:id="{id}" w:author="Ann" w:date="2026-01-02T03:04:05Z"/></w:rPr>""";

    public static string Change(string name, int id, string old) =>
        $"""<w:{name} w:id="{id}" w:author="Ann" w:date="2026-01-02T03:04:05Z">{old}</w:{name}>""";

    /// <summary>The id of the relationship to the story added last.</summary>
    public string LastId { get; private set; } = "";

    public Docx MainType(string type)
    {
        mainType = type;
        return this;
    }

    public Docx Story(string kind, string file, string xml)
    {
        overrides += $"""<Override PartName="/word/{file}" ContentType="{WordType}{kind}+xml"/>""";
        LastId = $"r{relationships.Length}";
        relationships += $"""<Relationship Id="{LastId}" Type="{Office}{kind}" Target="{file}"/>""";
        return Part($"word/{file}", xml);
    }

    public Docx Header(string paragraphs) => Story("header", "header1.xml", $"""<w:hdr xmlns:w="{W}">{paragraphs}</w:hdr>""").Section(
        $"""<w:sectPr><w:headerReference w:type="default" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r0"/></w:sectPr>""");

    public Docx Relationship(string kind, string target, bool external)
    {
        relationships += $"""<Relationship Id="x{relationships.Length}" Type="{Office}{kind}" Target="{target}"{(external ? " TargetMode=\"External\"" : "")}/>""";
        return this;
    }

    public Docx PackageRelationship(string type, string target)
    {
        packageRelationships += $"""<Relationship Id="rId{packageRelationships.Length + 2}" Type="{type}" Target="{target}"/>""";
        return this;
    }

    public Docx Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public Docx Part(string name, byte[] content)
    {
        extra.Add((name, content));
        return this;
    }

    public Docx Chart(string name, string xml)
    {
        overrides += $"""<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>""";
        return Part(name, xml);
    }

    public Docx Section(string xml)
    {
        sectionProperties = xml;
        return this;
    }

    public byte[] Build()
    {
        List<(string Name, byte[] Content)> parts =
        [
            ("[Content_Types].xml", Utf8($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="{mainType}"/>{overrides}</Types>""")),
            ("_rels/.rels", Utf8($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}officeDocument" Target="word/document.xml"/>{packageRelationships}</Relationships>""")),
            ("word/_rels/document.xml.rels", Utf8($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}</Relationships>""")),
        ];
        if (!extra.Exists(part => part.Name == "word/document.xml"))
        {
            parts.Add(("word/document.xml", Utf8($"""<w:document xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>{body}{sectionProperties}</w:body></w:document>""")));
        }

        return Zip([.. parts, .. extra]);
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static string PartOf(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader((archive.GetEntry(name) ?? throw new InvalidOperationException($"No part {name}.")).Open());
        return reader.ReadToEnd();
    }

    public static byte[] RawPart(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var part = (archive.GetEntry(name) ?? throw new InvalidOperationException($"No part {name}.")).Open();
        using var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }

    public static IReadOnlyList<string> Names(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
