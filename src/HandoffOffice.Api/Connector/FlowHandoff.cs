using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Api.Connector;

/// <summary>A handoff as a flow sees it: where it is and who has to do something, and no word of a draft that nobody has approved.</summary>
/// <param name="HandoffId">The ID that other actions take.</param>
/// <param name="Workflow">The key of the workflow.</param>
/// <param name="WorkflowName">What people call the workflow.</param>
/// <param name="WorkflowVersion">The version that the handoff follows.</param>
/// <param name="Subject">The title of the document or the subject of the mail.</param>
/// <param name="State">Where the handoff is, such as InReview, Approved or Failed.</param>
/// <param name="Link">The address where a reviewer opens the handoff.</param>
/// <param name="AuthorName">Who started the handoff: a person or an application.</param>
/// <param name="Reviewers">The people who review the draft.</param>
/// <param name="Words">How many words the draft has; left out before there is one.</param>
/// <param name="BlockingFindings">How many findings nobody can sign over.</param>
/// <param name="OtherFindings">How many warnings and notes the checks have.</param>
/// <param name="StartedAt">When the handoff started.</param>
/// <param name="UpdatedAt">When something last happened.</param>
/// <param name="DueAt">When the review is due; left out where none waits.</param>
/// <param name="IsOverdue">Whether the review is due by now.</param>
/// <param name="ApprovedUntil">When the approval ends; left out where there is none.</param>
/// <param name="ReleasedAt">When a person released the text; left out before.</param>
/// <param name="FileName">The name of the approved file; left out before the approval.</param>
/// <param name="FailureCode">Why no draft came, as a stable code; left out where one came.</param>
/// <param name="FailureDetail">Why no draft came and what to do; left out where one came.</param>
/// <param name="Converted">The values that came in another type than the field takes, and what they were taken for.</param>
public sealed record FlowHandoff(
    Guid HandoffId, string Workflow, string WorkflowName, int WorkflowVersion, string Subject, HandoffState State, string Link, string AuthorName,
    IReadOnlyList<FlowPerson> Reviewers, int? Words, int BlockingFindings, int OtherFindings, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt,
    DateTimeOffset? DueAt, bool IsOverdue, DateTimeOffset? ApprovedUntil, DateTimeOffset? ReleasedAt, string? FileName, string? FailureCode, string? FailureDetail,
    IReadOnlyList<FlowConversion> Converted)
{
    internal static FlowHandoff Of(Handoff h, HttpRequest request, DateTimeOffset now, IReadOnlyList<FlowConversion>? converted = null)
    {
        int blocking = h.Report?.Findings.Count(finding => finding.Severity == Severity.Blocking) ?? 0;
        FailedDraft? failure = h.State == HandoffState.Failed ? h.LastFailure : null;
        bool isInReview = h.State == HandoffState.InReview;
        return new(
            h.Id, h.Terms.WorkflowKey, h.Terms.WorkflowName, h.Terms.WorkflowVersion, h.Subject, h.State, LinkTo(h.Id, request), h.Author.Name,
            [.. h.Reviewers.Select(FlowPerson.Of)],
            h.CurrentDraft is null ? null : h.CurrentText().Sum(piece => TextMeasure.CountWords(piece.Text)),
            blocking, (h.Report?.Findings.Count ?? 0) - blocking, h.CreatedAt, h.UpdatedAt,
            isInReview ? h.DueAt : null, isInReview && h.DueAt <= now, h.Seal?.Payload.ExpiresAt, h.Released?.At,
            FileNameOf(h), failure?.Failure.Code, failure?.Failure.Detail, converted ?? []);
    }

    /// <summary>Where a person opens the handoff.</summary>
    internal static string LinkTo(Guid id, HttpRequest request) => HandoffLink.At(request.Origin(), id).OriginalString;

    private static string? FileNameOf(Handoff h) => h.Seal is not { } seal ? null
        : ReleasableFile.FileName(h, seal.Payload.Content.Form == CanonicalContent.DocumentForm ? MediaTypes.Word : MediaTypes.Mail);
}

/// <summary>A value that came in another type than its field takes.</summary>
/// <param name="Field">Where the value stood, as a JSON pointer.</param>
/// <param name="Given">The value that came, as JSON.</param>
/// <param name="Taken">The value that it was taken for, as JSON.</param>
public sealed record FlowConversion(string Field, string Given, string Taken);
