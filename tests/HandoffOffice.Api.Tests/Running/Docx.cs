using System.IO.Compression;
using System.Text;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Small Word documents, good and bad.</summary>
internal static class Docx
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private const string Types =
        $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private const string Relationships =
        $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>""";

    public static byte[] Saying(string text) => Of($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");

    /// <summary>With the content control of a section, and this text in it.</summary>
    public static byte[] WithSection(string tag, string text, string properties = "") => Of(
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{properties}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>");

    public static byte[] WithATrackedChange() =>
        Of("""<w:p><w:ins w:id="1" w:author="Ann" w:date="2026-01-02T03:04:05Z"><w:r><w:t>New.</w:t></w:r></w:ins></w:p>""");

    public static byte[] WithADtd() => Of("<w:p/>", "<!DOCTYPE bomb [<!ENTITY a \"b\">]>");

    /// <summary>A zip bomb: 70 MiB of spaces in some 70 KB.</summary>
    public static byte[] ThatInflates() => Zip(("[Content_Types].xml", Types), ("_rels/.rels", Relationships), ("word/document.xml", new string(' ', 70 * 1024 * 1024)));

    /// <summary>The text of every part of a package.</summary>
    public static string AllParts(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private static byte[] Of(string body, string before = "") => Zip(
        ("[Content_Types].xml", Types), ("_rels/.rels", Relationships),
        ("word/document.xml", $"""{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""));

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in parts)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
