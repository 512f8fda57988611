using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;

namespace HandoffOffice.Api.Tests;

/// <summary>Changes files inside, as somebody would who wants more to leave than was approved.</summary>
internal static class Altered
{
    private const string Body = "word/document.xml";

    /// <summary>A document with another text in one of its parts.</summary>
    public static byte[] Part(byte[] document, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = archive.GetEntry(part) ?? throw new InvalidOperationException($"The document has no part {part}.");
            string before;
            using (var reader = new StreamReader(entry.Open()))
            {
                before = reader.ReadToEnd();
            }

            string after = change(before);
            if (after == before)
            {
                throw new InvalidOperationException($"Nothing in {part} was changed.");
            }

            entry.Delete();
            using Stream written = archive.CreateEntry(part).Open();
            written.Write(Encoding.UTF8.GetBytes(after));
        }

        return stream.ToArray();
    }

    /// <summary>A document whose first run of text says more.</summary>
    public static byte[] Text(byte[] document) => Part(document, Body, xml => ReplaceFirst(xml, "</w:t>", " We promise a refund.</w:t>"));

    /// <summary>A document with a run of these properties more.</summary>
    public static byte[] Run(byte[] document, string properties) =>
        BeforeEnd(document, $"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>We promise a refund.</w:t></w:r></w:p>");

    /// <summary>A document whose text, all that is there, looks another way.</summary>
    public static byte[] Look(byte[] document, string properties) => Part(document, Body, xml => ReplaceFirst(xml, "<w:t", $"<w:rPr>{properties}</w:rPr><w:t"));

    /// <summary>A document with this more at the end of its body.</summary>
    public static byte[] BeforeEnd(byte[] document, string more) => Part(document, Body, xml =>
    {
        int at = xml.LastIndexOf("<w:sectPr", StringComparison.Ordinal);
        return xml.Insert(at < 0 ? xml.LastIndexOf("</w:body>", StringComparison.Ordinal) : at, more);
    });

    /// <summary>A document with this custom property.</summary>
    public static byte[] Property(byte[] document, string name, string value)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (WordprocessingDocument word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            word.AddCustomFilePropertiesPart().Properties = Properties(name, value);
        }

        return stream.ToArray();
    }

    private static DocumentFormat.OpenXml.CustomProperties.Properties Properties(string name, string value) => new(
        new DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty(new DocumentFormat.OpenXml.VariantTypes.VTLPWSTR(value))
        {
            FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
            PropertyId = 2,
            Name = name,
        });

    /// <summary>A document with this sensitivity label, as older versions of Office keep it.</summary>
    public static byte[] Labelled(byte[] document, Guid label) => Property(document, $"MSIP_Label_{label}_Enabled", "true");

    /// <summary>A document with this sensitivity label, as newer versions of Office keep it, or with the trace that it was taken away.</summary>
    public static byte[] LabelPart(byte[] document, Guid label, bool isRemoved = false)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (WordprocessingDocument word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            using var xml = new MemoryStream(Encoding.UTF8.GetBytes(
                $"""<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{label:B}" enabled="{(isRemoved ? 0 : 1)}" method="Privileged" siteId="{Guid.Empty:B}" removed="{(isRemoved ? 1 : 0)}"/></clbl:labelList>"""));
            word.AddLabelInfoPart().FeedData(xml);
        }

        return stream.ToArray();
    }

    /// <summary>A workbook with one topic and this sensitivity label.</summary>
    public static byte[] LabelledWorkbook(Guid label)
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = book.AddWorkbookPart();
            WorksheetPart sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Sheet.Worksheet(new Sheet.SheetData(Row("Topic", "Visits"), Row("Passkeys", "4820")));
            workbook.Workbook = new Sheet.Workbook(new Sheet.Sheets(new Sheet.Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Week" }));
            book.AddCustomFilePropertiesPart().Properties = Properties($"MSIP_Label_{label}_Enabled", "true");
        }

        return stream.ToArray();

        static Sheet.Row Row(params string[] cells) =>
            new(cells.Select(cell => new Sheet.Cell(new Sheet.InlineString(new Sheet.Text(cell))) { DataType = Sheet.CellValues.InlineString }));
    }

    /// <summary>A document with a comment on its first paragraph.</summary>
    public static byte[] Commented(byte[] document)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (WordprocessingDocument word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            MainDocumentPart main = word.MainDocumentPart!;
            WordprocessingCommentsPart part = main.WordprocessingCommentsPart ?? main.AddNewPart<WordprocessingCommentsPart>();
            part.Comments ??= new Comments();
            part.Comments.AppendChild(new Comment(new Paragraph(new Run(new Text("We promise a refund.")))) { Id = "900", Author = "Eve" });
            main.Document!.Body!.GetFirstChild<Paragraph>()!.AppendChild(new Run(new CommentReference { Id = "900" }));
        }

        return stream.ToArray();
    }

    /// <summary>A mail with another text in its place.</summary>
    public static byte[] Mail(byte[] mail, string before, string after)
    {
        string text = Encoding.ASCII.GetString(mail);
        return text.Contains(before, StringComparison.Ordinal)
            ? Encoding.ASCII.GetBytes(ReplaceFirst(text, before, after))
            : throw new InvalidOperationException($"The mail has no '{before}'.");
    }

    /// <summary>A mail with a file.</summary>
    public static byte[] Attached(byte[] mail)
    {
        using MimeKit.MimeMessage message = MimeKit.MimeMessage.Load(new MemoryStream(mail));
        var builder = new MimeKit.Multipart("mixed") { message.Body! };
        builder.Add(new MimeKit.MimePart("text", "plain")
        {
            Content = new MimeKit.MimeContent(new MemoryStream("We promise a refund."u8.ToArray())),
            ContentDisposition = new MimeKit.ContentDisposition(MimeKit.ContentDisposition.Attachment),
            FileName = "offer.txt",
        });
        message.Body = builder;
        using var written = new MemoryStream();
        message.WriteTo(written);
        return written.ToArray();
    }

    private static string ReplaceFirst(string text, string before, string after)
    {
        int at = text.IndexOf(before, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length));
    }
}
