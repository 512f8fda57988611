using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Filtering;
using HandoffOffice.Domain.Measuring;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Domain.Training;
using HandoffOffice.Redlining;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Hosting;

/// <summary>The one place that turns what went wrong into problem details (RFC 9457) with a stable type.</summary>
internal static class Problems
{
    /// <summary>What every type starts with.</summary>
    public const string TypeBase = "https://handoffoffice.dev/problems/";

    /// <summary>A problem.</summary>
    public static ProblemHttpResult Answer(int status, string code, string title, string detail, params IEnumerable<KeyValuePair<string, object?>> more)
    {
        Dictionary<string, object?> extensions = new(more) { ["code"] = code };
        return TypedResults.Problem(detail, statusCode: status, title: title, type: TypeBase + code, extensions: extensions);
    }

    /// <summary>What is wrong with a document that was sent, each fault at its place. Nothing was stored.</summary>
    public static ProblemHttpResult Invalid(string code, string title, IReadOnlyList<Problem> errors) => Answer(
        StatusCodes.Status422UnprocessableEntity, code, title,
        $"{errors.Count} {(errors.Count == 1 ? "place needs" : "places need")} a correction; nothing was stored.", KeyValuePair.Create("errors", (object?)errors));

    /// <summary>There is no such handoff in this tenant.</summary>
    public static ProblemHttpResult UnknownHandoff() => Answer(
        StatusCodes.Status404NotFound, "unknown-handoff", "There is no such handoff", "Your organisation has no handoff with this id.");

    /// <summary>There is no such workflow in this tenant.</summary>
    public static ProblemHttpResult UnknownWorkflow(string key, int? version) => Answer(
        StatusCodes.Status404NotFound, "unknown-workflow", "There is no such workflow",
        version is null ? $"Your organisation has no workflow '{key}'." : $"Your organisation has no version {version} of a workflow '{key}'.");

    /// <summary>There is no such practice in this tenant, or it is somebody else's.</summary>
    public static ProblemHttpResult UnknownPractice() => Answer(
        StatusCodes.Status404NotFound, "unknown-practice", "There is no such practice", "You have no practice with this id.");

    /// <summary>A document that was sent can't be used.</summary>
    public static ProblemHttpResult Refused(DocumentRefusedException refused) => Answer(
        StatusCodes.Status422UnprocessableEntity, $"document-{refused.Code}", "This document can't be used", refused.Message,
        refused.Place is null ? [] : [KeyValuePair.Create("place", (object?)refused.Place)]);

    /// <summary>Answers what ends without a body, such as a method that a path does not have.</summary>
    public static Task ForStatus(StatusCodeContext context)
    {
        int status = context.HttpContext.Response.StatusCode;
        string name = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
        ProblemHttpResult answer = status switch
        {
            StatusCodes.Status404NotFound => Answer(status, "unknown-route", "There is nothing here", "The server has no such path."),
            StatusCodes.Status413PayloadTooLarge => TooLarge(),
            _ => Answer(status, name.ToLowerInvariant().Replace(' ', '-'), name, "The server has nothing for this request."),
        };
        return answer.ExecuteAsync(context.HttpContext);
    }

    /// <summary>The body is over the call's limit.</summary>
    public static ProblemHttpResult TooLarge() => Answer(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "The request is too large", "The body is over this call's limit; nothing was stored.");

    /// <summary>The handoff or its rules do not allow it.</summary>
    public static ProblemHttpResult Of(HandoffError error) => error switch
    {
        ActionNotPossible e => Answer(StatusCodes.Status409Conflict, e.Code, "Not possible now", e.Detail,
            KeyValuePair.Create("state", (object?)e.State), KeyValuePair.Create("possible", (object?)e.Possible)),
        NotYours { Code: "too-few-reviewers" } e => Answer(StatusCodes.Status422UnprocessableEntity, e.Code, "Too few reviewers", e.Detail),
        TrainingRequired e => Answer(StatusCodes.Status403Forbidden, e.Code, "Practise first", e.Detail,
            KeyValuePair.Create("workflow", (object?)e.Workflow), KeyValuePair.Create("version", (object?)e.Version)),
        NotYours or ApplicationsCannotReview => Answer(StatusCodes.Status403Forbidden, error.Code, "Somebody else has to do this", error.Detail),
        UnknownChange or UnknownItem or UnknownSentence => Answer(StatusCodes.Status404NotFound, error.Code, "There is no such thing", error.Detail),
        Stopped e => Answer(StatusCodes.Status409Conflict, e.Code, "This is stopped", e.Detail,
            KeyValuePair.Create("stop", (object?)e.Stop.Id), KeyValuePair.Create("since", (object?)e.Stop.At)),
        StepNotReady e => Answer(StatusCodes.Status409Conflict, e.Code, "Something is missing", e.Detail, KeyValuePair.Create("lacks", (object?)e.Lacks)),
        UnknownVersion => Answer(StatusCodes.Status404NotFound, error.Code, "There is no such version", error.Detail),
        WrongVersion => Answer(StatusCodes.Status409Conflict, error.Code, "A version never changes", error.Detail),
        AdjustmentNotTaken e => Invalid(e.Code, "The change can't be explained like this", e.Problems),
        LoopBudgetSpent e => Answer(StatusCodes.Status409Conflict, e.Code, "No revision is left", e.Detail, KeyValuePair.Create("waysOut", (object?)e.WaysOut)),
        OutcomeNotTaken e => Invalid(e.Code, "This outcome can't be recorded so", e.Problems),
        CannotPassOn => Answer(StatusCodes.Status422UnprocessableEntity, error.Code, "This review can't be passed on so", error.Detail),
        FreshSignInNeeded e => Answer(StatusCodes.Status401Unauthorized, e.Code, "Sign in again", e.Detail),
        DraftReplaced e => Answer(StatusCodes.Status409Conflict, e.Code, "There is a newer draft", e.Detail,
            KeyValuePair.Create("newest", (object?)e.Newest), KeyValuePair.Create("link", (object?)$"/api/v1/handoffs/{e.HandoffId}")),
        NotReleased or NoCleanCopy or NoPickList => Answer(StatusCodes.Status409Conflict, error.Code, "There is no such copy", error.Detail),
        MailConsentMissing => Answer(StatusCodes.Status403Forbidden, error.Code, "Consent is missing", error.Detail),
        MailSignInNeeded e => Answer(StatusCodes.Status401Unauthorized, e.Code, "Sign in again", e.Detail, KeyValuePair.Create("claims", (object?)e.Claims)),
        MailTokenMissing => Answer(StatusCodes.Status503ServiceUnavailable, error.Code, "The mailbox can't be opened", error.Detail),
        MailboxBusy e => Answer(StatusCodes.Status409Conflict, e.Code, "Not yet", e.Detail, KeyValuePair.Create("retryAt", (object?)e.Until)),
        NotAMail => Answer(StatusCodes.Status422UnprocessableEntity, error.Code, "This is no mail", error.Detail),
        NotADocument => Answer(StatusCodes.Status422UnprocessableEntity, error.Code, "This is no document", error.Detail),
        OpenDocumentDiffers => Answer(StatusCodes.Status409Conflict, error.Code, "Another text is open", error.Detail),
        HtmlNotReadable => Answer(StatusCodes.Status422UnprocessableEntity, error.Code, "This mail can't be read", error.Detail),
        UnusableText or UnusablePick or NoCandidate or CandidatesReviseNothing or DocumentRefusesWords or TooMuchToRevise or SectionNotYours or OwnSectionsEmpty or ReasonMissing or CannotBeWaived or NoWaivers
            or LabelsNotComparable or DocumentLabelTooLow or StopNamesNothing or PilotTooShortOrLong or GlassTooLong or ConfirmationDiffers =>
            Answer(StatusCodes.Status422UnprocessableEntity, error.Code, "This can't be taken", error.Detail),
        _ => Answer(StatusCodes.Status409Conflict, error.Code, "Not yet", error.Detail),
    };
}
