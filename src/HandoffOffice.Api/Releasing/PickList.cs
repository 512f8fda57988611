using System.Globalization;
using System.Text;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Filtering;

namespace HandoffOffice.Api.Releasing;

/// <summary>The picks of what was released as a list (C09): comma-separated values (RFC 4180), UTF-8 with a byte order mark, which spreadsheets read without asking.</summary>
internal static class PickList
{
    private static readonly string[] Headings = ["Rank", "Candidate", "Text", "Angle", "Depth", "Assignee", "Email", "Due", "Score"];

    /// <summary>The list, or why there is none: the text that was sealed must be the one whose picks these are.</summary>
    public static ReleaseAnswer Of(ReleasableFile file, Handoff handoff)
    {
        if (handoff.Terms.Filter is not { } filter)
        {
            return new ReleaseAnswer.Refused(new NoPickList());
        }

        // What is listed is what the sealed file says, word for word.
        return file.MediaType == MediaTypes.Word && FinishedText.Differs(handoff, file.Bytes) is not null
            ? new ReleaseAnswer.Refused(new SealBroken("the picks are not those of the file that left."))
            : new ReleaseAnswer.File(Write(handoff, filter), MediaTypes.Csv, Path.ChangeExtension(handoff.Released!.FileName, ".csv"));
    }

    private static byte[] Write(Handoff handoff, FilterContract filter)
    {
        var picks = handoff.Changes.ToDictionary(change => change.Id);
        IEnumerable<string?[]> rows = handoff.CurrentText().Select((piece, index) => Row(handoff, filter, piece, picks.GetValueOrDefault(piece.Id)?.Pick, index + 1));
        string text = string.Concat(rows.Prepend(Headings).Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }

    private static string?[] Row(Handoff handoff, FilterContract filter, TextPiece piece, Pick? pick, int rank)
    {
        Candidate? candidate = handoff.CandidateOf(piece.Id);
        return
        [
            rank.ToString(CultureInfo.InvariantCulture),
            candidate is null ? null : handoff.Record.Find(candidate.Item.Append(filter.Name))?.GetString(),
            piece.Text, pick?.Angle, pick?.Depth?.ToString(), pick?.Assignee?.Name, pick?.Assignee?.Email,
            pick?.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), candidate?.Score.ToString("0.00", CultureInfo.InvariantCulture),
        ];
    }

    // A spreadsheet takes a cell that begins like this for a formula, whatever its quotes; with an apostrophe before it, it is text (OWASP, CSV injection).
    private static string Cell(string? value)
    {
        string text = value ?? string.Empty;
        string safe = text.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%', ..] || text is ['\t' or '\r' or '\n', ..] ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>Only what was chosen from candidates has a list of picks.</summary>
public sealed record NoPickList() : HandoffError("no-pick-list", "This workflow chooses from no candidates: there is no list of picks.");
