using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffOffice.Domain.Measuring;

namespace HandoffOffice.Domain.Webhooks;

/// <summary>What a subscriber can wait for. The names are those in the database and in what is sent.</summary>
public enum WebhookEventKind
{
    /// <summary>A draft and its checks are there: a person can review it.</summary>
    ReadyForReview,

    /// <summary>It was approved, by its reviewers or by an administrator who broke the glass.</summary>
    Approved,

    /// <summary>Nothing of it will leave as drafted: it was rejected, or a person writes the text by hand. The state says which.</summary>
    Rejected,

    /// <summary>An approval ended before it was used, because its time was over.</summary>
    Expired,

    /// <summary>An error was found in what had left.</summary>
    EscapedError,
}

/// <summary>What is sent to a subscriber: which handoff, which workflow, what became of it. Never a text, a name or an address: who wants more asks the API, which knows who may have it.</summary>
/// <param name="Id">The same for every attempt to deliver it (the <c>webhook-id</c> of Standard Webhooks).</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="HandoffId">To which handoff.</param>
/// <param name="Workflow">The workflow's key.</param>
/// <param name="WorkflowVersion">Its version.</param>
/// <param name="State">The state that the handoff was in then.</param>
/// <param name="Sequence">The position in the organisation's ledger of the entry that says so: later events of a handoff have greater ones.</param>
public sealed record WebhookEvent(
    string Id, WebhookEventKind Kind, DateTimeOffset At, Guid HandoffId, string Workflow, int WorkflowVersion, HandoffState State, long Sequence)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Which kind an entry of the ledger is for subscribers; null where none waits for it.</summary>
    public static WebhookEventKind? KindOf(HandoffEvent happened) =>
        !Enum.TryParse(happened.Kind, out HandoffEventKind kind) ? null : kind switch
        {
            HandoffEventKind.Checked => WebhookEventKind.ReadyForReview,
            HandoffEventKind.Approved => WebhookEventKind.Approved,
            HandoffEventKind.Rejected or HandoffEventKind.RevertedToManual => WebhookEventKind.Rejected,
            HandoffEventKind.ApprovalVoided when happened.Facts.GetValueOrDefault("reason") == SealBroken.Expired.Reason => WebhookEventKind.Expired,
            HandoffEventKind.OutcomeRecorded when happened.Facts.GetValueOrDefault("reception") != nameof(Reception.Accepted) => WebhookEventKind.EscapedError,
            _ => null,
        };

    /// <summary>The JSON that is sent, byte for byte the same at each attempt.</summary>
    /// <param name="link">Where a person looks at the handoff; null where the server does not know its own address.</param>
    public string Body(Uri? link) => JsonSerializer.Serialize(new WebhookMessage(
        $"handoff.{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{Kind}")}", At, new WebhookData(HandoffId, Workflow, WorkflowVersion, State, Sequence, link)), Options);
}

/// <summary>What is sent, in the envelope of Standard Webhooks.</summary>
/// <param name="Type">What happened: handoff.ready_for_review, handoff.approved, handoff.rejected, handoff.expired or handoff.escaped_error.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Data">The handoff that it happened to.</param>
public sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, WebhookData Data);

/// <summary>Which handoff something happened to.</summary>
/// <param name="HandoffId">The ID of the handoff.</param>
/// <param name="Workflow">The key of its workflow.</param>
/// <param name="WorkflowVersion">The version of its workflow.</param>
/// <param name="State">The state that the handoff was in then.</param>
/// <param name="Sequence">The position in the organisation's ledger: of two events of one handoff the later has the greater one.</param>
/// <param name="Link">Where a person looks at the handoff.</param>
public sealed record WebhookData(Guid HandoffId, string Workflow, int WorkflowVersion, HandoffState State, long Sequence, Uri? Link);
