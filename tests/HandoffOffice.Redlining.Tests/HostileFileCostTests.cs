using System.IO.Compression;
using System.Text;
using static HandoffOffice.Redlining.Tests.Docx;

namespace HandoffOffice.Redlining.Tests;

/// <summary>What it costs to refuse what nobody should open. The figures are printed.</summary>
public sealed class HostileFileCostTests(ITestOutputHelper output)
{
    private const string Ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const int MiB = 1024 * 1024;

    private static readonly Dictionary<string, (Func<byte[]> File, string Code)> Files = new()
    {
        ["entity expansion"] = (() => Document("<!DOCTYPE w:document [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range('b', 20).Select(c => $"<!ENTITY {(char)c} \"{Ten(c - 1)}\">"))
            + $"]><w:document {Ns}><w:body><w:p><w:r><w:t>&u;</w:t></w:r></w:p></w:body></w:document>"), "dtd-not-allowed"),
        ["external DTD"] = (() => Document($"<!DOCTYPE w:document SYSTEM \"http://example.org/x.dtd\"><w:document {Ns}><w:body/></w:document>"), "dtd-not-allowed"),
        ["external entity"] = (() => Document($"<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document {Ns}><w:body>&x;</w:body></w:document>"), "dtd-not-allowed"),
        ["zip bomb by ratio"] = (() => Plain.Part("word/media/a.bin", new byte[60 * MiB]).Build(), "too-large"),
        ["zip bomb by size"] = (() => Enumerable.Range(0, 5).Aggregate(Plain, (docx, n) => docx.Part($"word/media/{n}.bin", Half(50 * MiB))).Build(), "too-large"),
        ["zip bomb in a zip"] = (() => Plain.Part("word/embeddings/a.docx", Plain.Part("b.bin", new byte[60 * MiB]).Build()).Part("c.bin", new byte[60 * MiB]).Build(), "too-large"),
        ["a part of 100 MB"] = (() => Plain.Part("word/media/a.bin", Half(100 * MiB)).Build(), "too-large"),
        ["3,000 parts"] = (() => Zip(Enumerable.Range(0, 3_000).Select(n => ($"p{n}.bin", Array.Empty<byte>()))), "too-many-parts"),
        ["70,000 parts"] = (() => Zip(Enumerable.Range(0, 70_000).Select(n => ($"p{n}", Array.Empty<byte>()))), "too-many-parts"),
        ["deep nesting"] = (() => Bytes(string.Concat(Enumerable.Repeat("<w:p>", 1_000_000))), "too-large"),
        ["deep nesting, well formed"] = (() => Bytes(string.Concat(Enumerable.Repeat("<w:sdt>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5_000))), "too-large"),
        ["4,000,000 elements"] = (() => Bytes(string.Concat(Enumerable.Repeat("<w:p/>", 4_000_000))), "too-large"),
        ["4,000,000 attributes"] = (() => Bytes("<w:p " + string.Concat(Enumerable.Range(0, 4_000_000).Select(n => $"a{n}=\"\" ")) + "/>"), "too-large"),
        ["100,000 attributes in UTF-16"] = (() => new Docx().Part("word/document.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"<w:document {Ns} {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}='' "))}/>")]).Build(), "too-large"),
        ["no relationships"] = (() => Zip([("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8.ToArray())]), "not-a-word-document"),
        ["main part missing"] = (() => Without(Plain.Build(), "word/document.xml"), "not-a-word-document"),
        ["external picture"] = (() => Plain.Relationship("image", "http://example.org/a.png", external: true).Build(), "external-relationship"),
        ["external template"] = (() => Plain.Relationship("attachedTemplate", "http://example.org/a.dotm", external: true).Build(), "external-relationship"),
        ["macros by content type"] = (() => Plain.MainType("application/vnd.ms-word.document.macroEnabled.main+xml").Build(), "macros-not-allowed"),
        ["macros by relationship"] = (() => Plain.Relationship("vbaProject", "vbaProject.bin", external: false).Part("word/vbaProject.bin", [1]).Build(), "macros-not-allowed"),
        ["truncated"] = (() => Plain.Build()[..^40], "not-a-zip"),
        ["truncated XML"] = (() => Document($"<w:document {Ns}><w:body><w:p>"), "malformed-xml"),
        ["encrypted (compound file)"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4 * MiB]], "encrypted"),
        ["50 MB of nothing"] = (() => new byte[51 * MiB], "too-large"),
    };

    public static TheoryData<string> Names => new(Files.Keys);

    private static Docx Plain => WithBody(P(R("Text")));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_refused_at_once(string name)
    {
        var (make, code) = Files[name];
        var file = make();

        var allocated = HangGuard.Allocated(() => Assert.Equal(code, Assert.Throws<DocumentRefusedException>(() => Revisions.List(file)).Code), name) / MiB;

        output.WriteLine($"{name}: {code}, {allocated} MiB allocated in all, file of {file.Length / 1024} KiB.");
        Assert.True(allocated < 300, $"{allocated} MiB");
    }

    private static string Ten(int name) => string.Concat(Enumerable.Repeat($"&{(char)name};", 10));

    private static byte[] Document(string xml) => new Docx().Part("word/document.xml", xml).Build();

    // Noise and nothing by turns: it compresses to a half, so that its ratio says nothing against it.
    private static byte[] Half(int size)
    {
        var random = new Random(7);
        var bytes = new byte[size];
        for (var at = 0; at + 4096 <= size; at += 512 * 1024)
        {
            random.NextBytes(bytes.AsSpan(at, 4096));
        }

        return bytes;
    }

    private static byte[] Without(byte[] file, string part)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
        }

        return stream.ToArray();
    }
}
