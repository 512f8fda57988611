using System.Text.RegularExpressions;
using HandoffOffice.Redlining;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Finds a finished file in an answer, whatever the route says that it hands out.</summary>
internal static partial class Finished
{
    // Numbers and facts of many handoffs, and no text of any. A new column is thought about here.
    private static readonly string[] TableHeaders =
    [
        "\uFEFFworkflow,name,version,week,measure,unit,value,low95,high95,count,of\r\n",
        "\uFEFFid,workflow,version,stakes,subject,state,author,authorName,reviewers,startedAt,changedAt,dueAt,escalatedAt,drafts,writtenBy,undecided,accepted,edited,rejected,"
            + "blocking,warnings,loops,signedBy,signedAt,releasedBy,releasedAt,channel,leftDigest,outcome\r\n",
        "\uFEFFhandoff,workflow,version,state,changedAt,id,check,severity,field,sentence\r\n",
    ];

    /// <summary>What in the answer could be passed on as approved, or null.</summary>
    public static string? In(Answer answer) =>
        answer.Body.AsSpan().StartsWith("PK"u8) ? InPackage(answer.Body)
        : MailHeader().IsMatch(answer.Text) ? "a mail"
        : SealedParts().IsMatch(answer.Text) ? "a mail in parts, with its seal"
        : Base64Package().IsMatch(answer.Text) ? "a package in base64"
        : answer.MediaType is null or "application/json" or "application/problem+json" or "text/event-stream" or "application/jsonl" ? null
        : answer.MediaType == "text/csv" && TableHeaders.Any(header => answer.Text.StartsWith(header, StringComparison.Ordinal)) ? null
        : $"a body of type {answer.MediaType}";

    private static string? InPackage(byte[] body) => SaysNotApproved(body) ? null : $"a document with {Revisions.Pending(body)} pending changes that does not say it is not approved";

    private static bool SaysNotApproved(byte[] document) =>
        DocumentText.Read(document, RevisionView.Accepted).Any(story => story.Part.Contains("header", StringComparison.Ordinal)
            && story.Paragraphs.Any(paragraph => paragraph.Contains("Not approved", StringComparison.Ordinal)));

    [GeneratedRegex("^(MIME-Version|X-Unsent|Message-Id):", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MailHeader();

    // A proof begins as any JSON object does: {" in base64.
    [GeneratedRegex("\"seal\":\\s*\"eyJ")]
    private static partial Regex SealedParts();

    [GeneratedRegex("UEsDB[A-Za-z0-9+/=]{40}")]
    private static partial Regex Base64Package();
}
