using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>One route of the API, as its metadata describes it.</summary>
public sealed record ApiRoute(string Name, HttpMethod Method, string Template, string? Policy, bool IsAnonymous, WayOut? WayOut)
{
    private static DateOnly InAQuarter => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(90);

    /// <summary>Whether it is about one handoff.</summary>
    public bool NamesAHandoff => Template.Contains("{id:guid}", StringComparison.Ordinal);

    /// <summary>Whether it is an operation of the Power Platform connector.</summary>
    public bool IsForFlows => Template.Contains("/flow/", StringComparison.Ordinal);

    /// <summary>Every route of the API that runs: a new one is in here without anybody listing it.</summary>
    public static IReadOnlyList<ApiRoute> All(Product product) =>
    [
        .. product.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .Select(Of),
    ];

    /// <summary>Calls it about this handoff with a body that it would take.</summary>
    public Task<Answer> By(Session caller, HandoffView handoff, JsonObject workflow)
    {
        string path = Template
            .Replace("{id:guid}", $"{handoff.Id}", StringComparison.Ordinal)
            .Replace("{sequence:long}", "0", StringComparison.Ordinal)
            .Replace("{earlier:long}", "1", StringComparison.Ordinal)
            // A handoff's id is no practice's.
            .Replace("{practiceId:guid}", $"{handoff.Id}", StringComparison.Ordinal)
            .Replace("{sentence}", "s1", StringComparison.Ordinal)
            .Replace("{stopId:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{subscriptionId:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{noticeId}", "msg_0", StringComparison.Ordinal)
            .Replace("{personId}", handoff.Reviewers[0].Id, StringComparison.Ordinal)
            // Retired, the workflow could not be started by the tests that come after.
            .Replace("{version:int}", Name == "RetireVersion" ? "99" : $"{handoff.Workflow.Version}", StringComparison.Ordinal)
            .Replace("{testId:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{key}", handoff.Workflow.Key, StringComparison.Ordinal)
            .Replace("{workflow}", handoff.Workflow.Key, StringComparison.Ordinal)
            .Replace("{changeId}", handoff.Changes.Count > 0 ? handoff.Changes[0].Id : "s1", StringComparison.Ordinal)
            .Replace("{itemId}", handoff.Checklist[0].Id, StringComparison.Ordinal);
        HttpContent? body = Method == HttpMethod.Get ? null
            : Name is "UseOwnDocument" or "ReadSections" or "SealOpenDocument" or "CompareOpenDocument" ? Session.Bytes(Docx.Saying("Mine."), Session.Word)
            : Name == "ImportTable" ? Session.Text("Milestone,Date\r\nBeta,2024-06-14\r\n", "text/csv")
            : Body(handoff, workflow) is { } json ? Session.Json(json) : null;
        return caller.Send(Method, path, body, ("Idempotency-Key", $"{Guid.NewGuid()}"));
    }

    public override string ToString() => $"{Method} {Template}";

    private static ApiRoute Of(RouteEndpoint endpoint) => new(
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? string.Empty,
        HttpMethod.Parse(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET"),
        endpoint.RoutePattern.RawText ?? string.Empty,
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).FirstOrDefault(),
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
        endpoint.Metadata.GetMetadata<WayOutMetadata>()?.WayOut);

    private object? Body(HandoffView handoff, JsonObject workflow) => Name switch
    {
        "AddWorkflow" or "PreviewWorkflow" => NewVersion(workflow),
        "AddVersion" => new { workflow },
        "WriteOwnSections" => new { sections = new[] { new { key = "opening", text = "Mine." } }, activeSeconds = 10, handIn = false },
        "BeginJourney" => new { key = $"begun-{Guid.NewGuid():N}", name = "Begun" },
        "DrawMap" => new
        {
            map = new { steps = new[] { new { id = "write", what = "Write it", who = "Author", input = "Data", output = "Text", minutes = 40 } }, timesAMonth = 2 },
        },
        "JudgeSuitability" => new
        {
            answers = new
            {
                kind = "StatusReport",
                runsLookedAt = 10,
                runsAsMapped = 9,
                source = "FormOrSystem",
                fieldsNeeded = 8,
                fieldsAlwaysGiven = 8,
                form = "Fixed",
                judgementOfTen = 1,
                cost = "Correction",
                sight = "AnyReviewer",
            },
        },
        "CompareOptions" => new { options = Array.Empty<object>() },
        "ChooseOption" => new { optionId = "draft", reason = "Because." },
        "KeepVersionDraft" => new { draft = "{}" },
        "StartPilot" => new { personId = LocalPeople.AmaraOsei.Id },
        "NoteInJournal" => new { kind = "Slow", step = "Review" },
        "AllowHighStakes" or "GoLiveByOverride" or "RetireVersion" or "EndPilot" => new { reason = "Because." },
        "StartPractice" => new { version = handoff.Workflow.Version },
        "AnswerPractice" => new { isWrong = true },
        "TryExamples" or "GoLive" or "FinishPractice" => null,
        "ValidateRecord" => new { handoff.Record },
        "StartHandoff" => new { workflow = handoff.Workflow.Key, version = handoff.Workflow.Version, handoff.Record, reviewers = handoff.Reviewers.Select(person => person.Id) },
        "WriteDraft" or "ReleaseHandoff" or "SendMail" or "ComposeMail" or "ContinueSending" or "RotateKey" or "RunBackTest" => null,
        "AnswerSending" => new { isThere = false, reason = "It is not there." },
        "ReportViewing" => new { draft = handoff.Draft?.Revision ?? 0, activeMilliseconds = 1000, seen = handoff.Changes.Select(change => change.Id) },
        "DecideChange" => new { decision = "Accepted" },
        "PickCandidate" => new { angle = "How-to" },
        "DecideUndecided" => new { accept = true },
        "ConfirmItem" => new { confirmed = true },
        "AskForRevision" or "RejectDraft" or "FinishByHand" => new { reason = "Because." },
        "PassOnReview" => new { to = LocalPeople.JonasLindqvist.Id, reason = "Because." },
        // Nothing waits for the author, so that the handoffs of other tests stay where they are.
        "ReassignReviews" => new { from = handoff.Author.Id, to = LocalPeople.JonasLindqvist.Id, reason = "Because." },
        // Ahead, so that everybody is here today.
        "SetMyAbsence" or "SetAbsence" => new { from = InAQuarter, until = InAQuarter, substitute = LocalPeople.JonasLindqvist.Id },
        "ReportInstallation" => new { host = "Outlook", platform = "PC", hostVersion = "16.0", addInVersion = "0.1.0", requirementSets = Array.Empty<object>() },
        "LiftMyAbsence" or "LiftAbsence" => null,
        "FlowCreateDraft" => new { handoff.Record, reviewers = handoff.Reviewers.Select(person => person.Id) },
        "FlowCancelHandoff" => new { reason = "Because." },
        "RecordOutcome" or "FlowRecordOutcome" => new { reception = "Accepted" },
        "SignText" => new { handoff.Confirmation, handoff.TextDigest },
        "SetStop" => new { scope = "Workflow", target = "a-workflow-that-nobody-has", reason = "Because." },
        // An address that nobody listens at and that is refused before anything is stored.
        "FlowWhenReadyForReview" or "FlowWhenApproved" or "FlowWhenRejected" or "FlowWhenExpired" or "FlowWhenErrorFound" => new { callbackUrl = "https://example.org/" },
        "FlowEndSubscription" or "EndWebhook" or "ReplayDeadLetters" or "ReplayDeadLetter" => null,
        "LiftStop" or "BreakGlass" => new { reason = "Because." },
        "CreateLocalToken" => new { personId = LocalPeople.RitaOkafor.Id },
        _ => throw new InvalidOperationException($"There is a new route, {this}: give it a body here that it would take."),
    };

    private static JsonObject NewVersion(JsonObject workflow)
    {
        JsonObject added = workflow.DeepClone().AsObject();
        added["key"] = $"added-{Guid.NewGuid():N}";
        added["version"] = 1;
        return added;
    }
}
