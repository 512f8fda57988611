using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HandoffOffice.Redlining;

namespace HandoffOffice.Cli.Redline;

/// <summary>The options <c>--author</c> and <c>--date</c> of a command that tracks changes.</summary>
internal sealed class Signature
{
    private const string DefaultAuthor = "HandoffOffice";

    // ISO 8601; without an offset it is UTC.
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private readonly Option<string?> author = new("--author") { Description = $"Who the changes are by: {DefaultAuthor} if not given." };
    private readonly Option<DateTimeOffset?> date = new("--date") { Description = "When, in ISO 8601; UTC unless it says otherwise. Now if not given.", CustomParser = ReadDate };

    /// <summary>Gives a command the options.</summary>
    public Signature(Command command)
    {
        command.Add(author);
        command.Add(date);
        command.Validators.Add(result =>
        {
            if (result.GetValue(author) is { } name && string.IsNullOrWhiteSpace(name))
            {
                result.AddError("The author has no name.");
            }
        });
    }

    /// <summary>Who signs, by a command line.</summary>
    public RevisionAuthor Of(ParseResult parsed, TimeProvider clock) => new(parsed.GetValue(author) ?? DefaultAuthor, parsed.GetValue(date) ?? clock.GetUtcNow());

    private static DateTimeOffset? ReadDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return date;
        }

        result.AddError($"'{text}' is no date such as 2026-03-04T05:06:07Z.");
        return null;
    }
}
