using System.Globalization;
using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace HandoffOffice.Microsoft365;

/// <summary>
/// The mailbox of the person whose token it is, through Microsoft Graph. Each call is made once and its fault is told apart: what to do about it, and whether
/// to look first, is for whoever keeps the record of the act.
/// </summary>
/// <remarks>
/// Relied on: <list type="bullet">
/// <item>A draft is made from base64 MIME sent as <c>text/plain</c> (learn.microsoft.com/graph/api/user-post-messages, /graph/outlook-send-mime-message).</item>
/// <item>Sending answers 202, which says that it was taken, and the message moves to Sent Items under another id (/graph/api/message-send).</item>
/// <item><c>internetMessageId</c> can be filtered on and set while it is a draft (/graph/api/resources/message). Where Exchange gives the draft another one
/// than the MIME had, the answer to its making says so.</item>
/// <item>429 says <c>Retry-After</c> (/graph/throttling).</item>
/// </list>
/// </remarks>
public sealed class GraphMailbox(GraphServiceClient graph, TimeProvider time)
{
    /// <summary>The messages with this Message-ID in any folder: one that was sent may have been moved since.</summary>
    public async Task<(IReadOnlyList<MailboxMessage> Messages, MailFault? Fault)> Find(string messageId, CancellationToken cancel)
    {
        (MessageCollectionResponse? found, MailFault? fault) = await Ask(() => graph.Me.Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"internetMessageId eq '{messageId.Replace("'", "''", StringComparison.Ordinal)}'";
                request.QueryParameters.Select = ["id", "internetMessageId", "isDraft"];
            }, cancel), cancel);
        return ([.. (found?.Value ?? []).Select(Read)], fault);
    }

    /// <summary>Makes a draft of exactly these bytes.</summary>
    /// <param name="mime">The mail in the Internet message format (RFC 5322).</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<(MailboxMessage? Draft, MailFault? Fault)> Create(byte[] mime, CancellationToken cancel)
    {
        RequestInformation request = graph.Me.Messages.ToPostRequestInformation(new Message());
        using var body = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(mime)));
        request.Headers.Remove("Content-Type");
        request.SetStreamContent(body, "text/plain");
        (Message? made, MailFault? fault) = await Ask(
            () => graph.RequestAdapter.SendAsync(request, Message.CreateFromDiscriminatorValue, Errors, cancel), cancel);
        return (made is null ? null : Read(made), fault);
    }

    /// <summary>Sends a draft.</summary>
    /// <returns>Null when the mailbox has taken it to be sent.</returns>
    public async Task<MailFault?> Send(string draftId, CancellationToken cancel) => (await Ask(async () =>
    {
        await graph.Me.Messages[draftId].Send.PostAsync(cancellationToken: cancel);
        return true;
    }, cancel)).Fault;

    private static Dictionary<string, Microsoft.Kiota.Abstractions.Serialization.ParsableFactory<Microsoft.Kiota.Abstractions.Serialization.IParsable>> Errors { get; } =
        new() { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

    private static MailboxMessage Read(Message message) => new(message.Id ?? "", message.InternetMessageId ?? "", message.IsDraft == true);

    private async Task<(T? Answer, MailFault? Fault)> Ask<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        try
        {
            return (await call(), null);
        }
        catch (ApiException e)
        {
            return (default, FaultOf(e));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // The client's own time limit is a cancellation too.
            return (default, MailFault.NoAnswer);
        }
    }

    // 404 and 409 may come of a message that was sent meanwhile; from 500 on nobody knows.
    private MailFault FaultOf(ApiException e)
    {
        string code = (e as ODataError)?.Error?.Code is { Length: > 0 } said ? said : $"http-{e.ResponseStatusCode.ToString(CultureInfo.InvariantCulture)}";
        bool refusal = e.ResponseStatusCode is >= 400 and < 500
            and not (int)HttpStatusCode.NotFound and not (int)HttpStatusCode.RequestTimeout and not (int)HttpStatusCode.Conflict and not (int)HttpStatusCode.TooManyRequests;
        return new MailFault(code, refusal, RetryAfter(e));
    }

    private TimeSpan? RetryAfter(ApiException e)
    {
        string? value = e.ResponseHeaders.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out DateTimeOffset at) ? at - time.GetUtcNow()
            : null;
    }
}
