using System.Globalization;
using System.Text.RegularExpressions;

namespace HandoffOffice.Domain.Intake.Tables;

/// <summary>One message of a thread.</summary>
/// <param name="From">Who wrote it; empty where nobody is named.</param>
/// <param name="Date">When, as YYYY-MM-DD where it can be read, else as it is written; may be empty.</param>
/// <param name="Subject">What it is about; may be empty.</param>
/// <param name="Text">What it says, without the messages that it quotes.</param>
public sealed record ThreadMessage(string From, string Date, string Subject, string Text);

/// <summary>
/// Takes the text of a mail thread apart into its messages, by the lines that mail programs put before a quoted message: a block of "From:", "Sent:" and
/// "Subject:", or "On ... wrote:". English and German. What has none of them is one message.
/// </summary>
public static partial class MailText
{
    /// <summary>The most messages that are taken apart; what follows stays with the last one.</summary>
    public const int MaxMessages = 500;

    /// <summary>The messages, in the order of the text: the newest first, as mail programs quote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">Who wrote the first message, when, and about what; its text does not count.</param>
    public static IReadOnlyList<ThreadMessage> Read(string text, ThreadMessage first)
    {
        string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => QuoteMarks().Replace(line, string.Empty))];
        var messages = new List<ThreadMessage>();
        ThreadMessage head = first;
        int start = 0;
        for (int i = 0; i < lines.Length && messages.Count < MaxMessages - 1; i++)
        {
            if (HeadAt(lines, i) is not { } next)
            {
                continue;
            }

            Add(messages, head, lines[start..i]);
            (head, start) = (next.Head with { Subject = next.Head.Subject.Length > 0 ? next.Head.Subject : first.Subject }, next.End);
            i = next.End - 1;
        }

        Add(messages, head, lines[start..]);
        return messages;
    }

    /// <summary>The thread as a table: from, date, subject, text, each with the words that fields may have for it.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="name">The field that names an item; taken for the subject where no field is called so.</param>
    public static TableText Table(IReadOnlyList<ThreadMessage> messages, string? name) => new(
        [
            new TableColumn("From", ["from", "sender", "author", "absender", "von", "person"]),
            new TableColumn("Date", ["date", "sent", "received", "datum", "day"]),
            new TableColumn("Subject", ["subject", "betreff", "title", .. name is null ? Array.Empty<string>() : [name]]),
            new TableColumn("Text", ["text", "message", "body", "nachricht", "content", "summary"]),
        ],
        [.. messages.Select((message, i) => new TableRow(
            string.Create(CultureInfo.InvariantCulture, $"message {i + 1}"),
            [new TableCell(message.From), new TableCell(message.Date), new TableCell(message.Subject), new TableCell(message.Text)]))],
        messages.Count);

    private static void Add(List<ThreadMessage> messages, ThreadMessage head, string[] lines)
    {
        string text = string.Join('\n', lines.Where(line => !Rule().IsMatch(line))).Trim();
        if (text.Length > 0)
        {
            messages.Add(head with { Text = text });
        }
    }

    private static (ThreadMessage Head, int End)? HeadAt(string[] lines, int at)
    {
        if (Wrote().Match(lines[at]) is { Success: true } wrote)
        {
            return (new ThreadMessage(wrote.Groups["who"].Value.Trim(), Day(wrote.Groups["when"].Value), string.Empty, string.Empty), at + 1);
        }

        if (Header().Match(lines[at]) is not { Success: true } from || !From().IsMatch(from.Groups["name"].Value))
        {
            return null;
        }

        (string date, string subject, int end) = (string.Empty, string.Empty, at + 1);
        for (; end < Math.Min(lines.Length, at + 8) && Header().Match(lines[end]) is { Success: true } line; end++)
        {
            string value = line.Groups["value"].Value.Trim();
            date = Sent().IsMatch(line.Groups["name"].Value) ? Day(value) : date;
            subject = Subject().IsMatch(line.Groups["name"].Value) ? value : subject;
        }

        // A sentence may begin with "From:"; a mail's head says when as well.
        return date.Length == 0 ? null : (new ThreadMessage(from.Groups["value"].Value.Trim(), date, subject, string.Empty), end);
    }

    private static string Day(string text)
    {
        foreach (string culture in new[] { "en-US", "de-DE" })
        {
            if (DateTime.TryParse(text.Replace(" at ", " ", StringComparison.Ordinal).Replace(" um ", " ", StringComparison.Ordinal).TrimEnd(','),
                CultureInfo.GetCultureInfo(culture), DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault, out DateTime date) && date.Year > 1)
            {
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        return text.Trim();
    }

    [GeneratedRegex(@"^(?:>\s?)+")]
    private static partial Regex QuoteMarks();

    [GeneratedRegex(@"^\s*[-_=]{5,}.*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\*?(?<name>[\p{L}-]{2,12}):\*?\s*(?<value>.*)$")]
    private static partial Regex Header();

    [GeneratedRegex("^(From|Von)$")]
    private static partial Regex From();

    [GeneratedRegex("^(Sent|Date|Gesendet|Datum)$")]
    private static partial Regex Sent();

    [GeneratedRegex("^(Subject|Betreff)$")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^\s*(?:On (?<when>.{6,60}?\d{4}.{0,20}?),? (?<who>[^,]{2,120}) wrote:|Am (?<when>.{6,60}?\d{4}.{0,20}?) schrieb (?<who>.{2,120}):)\s*$")]
    private static partial Regex Wrote();
}
