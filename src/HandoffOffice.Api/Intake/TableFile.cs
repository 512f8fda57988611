using System.Globalization;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Intake.Tables;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using MimeKit;

namespace HandoffOffice.Api.Intake;

/// <summary>Reads a file of a given media type as rows of text.</summary>
internal static class TableFile
{
    /// <summary>The rows, or why there are none.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="mediaType">What it is said to be.</param>
    /// <param name="mostRows">How many rows are kept; the others are counted.</param>
    /// <param name="name">The field that names an item of a filter; null where there is none.</param>
    /// <exception cref="DocumentRefusedException">A workbook or document is not taken in.</exception>
    public static (TableText? Table, TableFault? Fault) Read(byte[] file, string mediaType, int mostRows, string? name) => mediaType switch
    {
        MediaTypes.Workbook => Workbook(file, mostRows),
        MediaTypes.Word => Document(file, mostRows, name),
        MediaTypes.Mail => Mail(file, name),
        _ => Text(file, mediaType, mostRows, name),
    };

    /// <summary>The id of the file's sensitivity label; null without one, and for what can have none.</summary>
    /// <param name="file">Bytes that <see cref="Read"/> has taken in.</param>
    /// <param name="mediaType">What it is said to be.</param>
    public static string? LabelOf(byte[] file, string mediaType) => mediaType switch
    {
        MediaTypes.Workbook => LabelOf(WorkbookMetadata.Read(file)),
        MediaTypes.Word => SealedFile.LabelOf(file),
        MediaTypes.Mail => SealedFile.LabelOfMail(file),
        _ => null,
    };

    private static string? LabelOf(WorkbookMetadata workbook) => SensitivityLabel.Of(workbook.Labels, workbook.Properties);

    private static (TableText?, TableFault?) Text(byte[] file, string mediaType, int mostRows, string? name)
    {
        (string? text, _, TableFault? fault) = TextEncodings.Decode(file);
        return text is null ? (null, fault)
            : mediaType == MediaTypes.PlainText ? Thread(MailText.Read(text, new ThreadMessage(string.Empty, string.Empty, string.Empty, string.Empty)), name)
            : DelimitedText.Read(text, mostRows);
    }

    private static (TableText?, TableFault?) Workbook(byte[] file, int mostRows)
    {
        // One more for the headings.
        WorkbookSheet sheet = Redlining.Workbook.Read(file, mostRows + 1);
        return sheet.Total < 2 ? (null, TableFault.Empty) : (new TableText(
            [.. sheet.Rows[0].Cells.Select(cell => TableColumn.Of(cell.Text.Trim()))],
            [.. sheet.Rows.Skip(1).Select(row => new TableRow(
                string.Create(CultureInfo.InvariantCulture, $"row {row.Number} of \"{sheet.Name}\""), [.. row.Cells.Select(cell => new TableCell(cell.Text, cell.IsNumber, cell.IsError))]))],
            sheet.Total - 1), null);
    }

    private static (TableText?, TableFault?) Document(byte[] file, int mostRows, string? name)
    {
        List<(string Text, int Number)> paragraphs = [.. DocumentText.ReadBody(file, RevisionView.Accepted).Split('\n')
            .Select((text, index) => (Text: text.Trim(), Number: index + 1)).Where(paragraph => paragraph.Text.Length > 0)];
        string[] names = ["text", "paragraph", "heading", "title", "topic", "absatz", "summary", "content", .. name is null ? Array.Empty<string>() : [name]];
        return paragraphs.Count == 0 ? (null, TableFault.Empty) : (new TableText(
            [new TableColumn("Text", names)],
            [.. paragraphs.Take(mostRows).Select(paragraph => new TableRow(string.Create(CultureInfo.InvariantCulture, $"paragraph {paragraph.Number}"), [new TableCell(paragraph.Text)]))],
            paragraphs.Count), null);
    }

    private static (TableText?, TableFault?) Mail(byte[] file, string? name)
    {
        try
        {
            using var stream = new MemoryStream(file);
            using MimeMessage mail = MimeMessage.Load(stream);
            string text = mail.TextBody ?? (mail.HtmlBody is { } html && CanonicalHtml.Of(html) is { Error: null } form ? form.Text : string.Empty);
            return Thread(MailText.Read(text, new ThreadMessage(
                mail.From.Mailboxes.FirstOrDefault()?.ToString() ?? string.Empty,
                mail.Date == DateTimeOffset.MinValue ? string.Empty : mail.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), mail.Subject ?? string.Empty, string.Empty)), name);
        }
        catch (FormatException)
        {
            return (null, new TableFault("not-a-mail", "This is no mail (.eml). Save the mail as .eml, or paste its text."));
        }
    }

    private static (TableText?, TableFault?) Thread(IReadOnlyList<ThreadMessage> messages, string? name) =>
        messages.Count == 0 ? (null, TableFault.Empty) : (MailText.Table(messages, name), null);
}
