using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>What a mailbox is asked for.</summary>
public enum GraphCall
{
    Find,
    Create,
    Send,
}

/// <summary>How the answer to it goes wrong; after means that it was done.</summary>
public enum GraphFault
{
    None,
    Throttled,
    Refused,
    ErrorBefore,
    ErrorAfter,
    CutBefore,
    CutAfter,
    SilentBefore,
    SilentAfter,

    /// <summary>A draft that is sent is gone: neither sent nor there.</summary>
    Vanishes,
}

/// <summary>Mailboxes on a loopback port that answer as Microsoft Graph does, each that of whose token it is. A draft is sent once; then it is none.</summary>
public sealed partial class FakeGraph : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly WebApplication server;
    private readonly List<Mail> mails = [];
    private readonly Queue<(GraphCall Call, GraphFault Fault)> faults = [];
    private readonly List<GraphCall> calls = [];

    private FakeGraph(WebApplication server) => this.server = server;

    /// <summary>How often what is sent next is looked for in vain before it is among what was sent.</summary>
    public int Lag { get; set; }

    /// <summary>How long each call takes before it is done, and again until it is answered.</summary>
    public TimeSpan Slowness { get; set; }

    public string Address => $"{server.Urls.Single()}/v1.0";

    public static async Task<FakeGraph> Start(CancellationToken cancel)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new FakeGraph(builder.Build());
        graph.server.MapGet("/v1.0/me/messages", (HttpContext context, CancellationToken _) => graph.Answer(context, GraphCall.Find, graph.Find));
        graph.server.MapPost("/v1.0/me/messages", (HttpContext context, CancellationToken _) => graph.Answer(context, GraphCall.Create, graph.Create));
        graph.server.MapPost("/v1.0/me/messages/{id}/send", (HttpContext context, CancellationToken _) => graph.Answer(context, GraphCall.Send, graph.Send));
        await graph.server.StartAsync(cancel);
        return graph;
    }

    /// <summary>The next call of this kind goes wrong.</summary>
    public void Break(GraphCall call, GraphFault fault)
    {
        lock (gate)
        {
            faults.Enqueue((call, fault));
        }
    }

    /// <summary>How often it was called, in this way or in any.</summary>
    public int Calls(GraphCall? call = null)
    {
        lock (gate)
        {
            return calls.Count(made => call is null || made == call);
        }
    }

    /// <summary>The bytes of all that a person has sent with this Message-ID.</summary>
    public IReadOnlyList<byte[]> Sent(string personId, string messageId) => Those(mail => mail.Owner == personId && mail.MessageId == messageId && mail.WasSent);

    /// <summary>All that anybody has sent or drafted with this Message-ID.</summary>
    public IReadOnlyList<byte[]> All(string messageId) => Those(mail => mail.MessageId == messageId);

    /// <summary>What was sent and could not be found can be.</summary>
    public void Arrive()
    {
        lock (gate)
        {
            mails.ForEach(mail => mail.Hidden = 0);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private byte[][] Those(Func<Mail, bool> which)
    {
        lock (gate)
        {
            return [.. mails.Where(which).Select(mail => mail.Mime)];
        }
    }

    private GraphFault Next(GraphCall call)
    {
        lock (gate)
        {
            calls.Add(call);
            return faults.TryPeek(out (GraphCall Call, GraphFault Fault) next) && next.Call == call ? faults.Dequeue().Fault : GraphFault.None;
        }
    }

    private async Task<IResult> Answer(HttpContext context, GraphCall call, Func<HttpContext, string, string, GraphFault, IResult> act)
    {
        if (context.Request.Headers.Authorization.ToString() is not ['B', 'e', 'a', 'r', 'e', 'r', ' ', 'o', 'f', '-', .. { } owner])
        {
            return Error(StatusCodes.Status401Unauthorized, "InvalidAuthenticationToken");
        }

        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        GraphFault fault = Next(call);
        // Who has gone away does not keep it from being done.
        await Task.Delay(Slowness, CancellationToken.None);
        IResult answer = TypedResults.Empty;
        if (fault is not (GraphFault.Throttled or GraphFault.Refused or GraphFault.ErrorBefore or GraphFault.CutBefore or GraphFault.SilentBefore))
        {
            lock (gate)
            {
                answer = act(context, owner, body, fault);
            }
        }

        await Task.Delay(Slowness, CancellationToken.None);
        switch (fault)
        {
            case GraphFault.Throttled:
                context.Response.Headers.RetryAfter = "7";
                return Error(StatusCodes.Status429TooManyRequests, "ApplicationThrottled");
            case GraphFault.Refused:
                return Error(StatusCodes.Status403Forbidden, "ErrorSendAsDenied");
            case GraphFault.ErrorBefore:
                return Error(StatusCodes.Status503ServiceUnavailable, "ErrorServerBusy");
            case GraphFault.ErrorAfter or GraphFault.Vanishes:
                return Error(StatusCodes.Status504GatewayTimeout, "ErrorTimeoutExpired");
            case GraphFault.CutBefore or GraphFault.CutAfter:
                context.Abort();
                return TypedResults.Empty;
            case GraphFault.SilentBefore or GraphFault.SilentAfter:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return TypedResults.Empty;
            default:
                return answer;
        }
    }

    private IResult Find(HttpContext context, string owner, string body, GraphFault fault)
    {
        string id = Filter().Match(context.Request.Query["$filter"].ToString()).Groups[1].Value;
        List<Mail> found = mails.FindAll(mail => mail.Owner == owner && mail.MessageId == id && mail.Hidden == 0);
        mails.ForEach(mail => mail.Hidden = Math.Max(0, mail.Hidden - 1));
        return TypedResults.Json(new { value = found.Select(View) });
    }

    private IResult Create(HttpContext context, string owner, string body, GraphFault fault)
    {
        if (context.Request.ContentType != "text/plain")
        {
            return Error(StatusCodes.Status400BadRequest, "UnableToDeserializePostBody");
        }

        byte[] mime = Convert.FromBase64String(body);
        using var mail = MimeMessage.Load(new MemoryStream(mime), context.RequestAborted);
        mails.Add(new Mail(owner, $"<{mail.MessageId}>", mime));
        return TypedResults.Json(View(mails[^1]), statusCode: StatusCodes.Status201Created);
    }

    private IResult Send(HttpContext context, string owner, string body, GraphFault fault)
    {
        string id = (string)context.Request.RouteValues["id"]!;
        if (mails.Find(mail => mail.Owner == owner && mail.Id == id && !mail.WasSent) is not { } draft)
        {
            return Error(StatusCodes.Status404NotFound, "ErrorItemNotFound");
        }

        mails.Remove(draft);
        if (fault != GraphFault.Vanishes)
        {
            mails.Add(new Mail(owner, draft.MessageId, draft.Mime) { WasSent = true, Hidden = Lag });
        }

        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private static object View(Mail mail) => new { id = mail.Id, internetMessageId = mail.MessageId, isDraft = !mail.WasSent };

    private static IResult Error(int status, string code) => TypedResults.Json(new { error = new { code, message = "It went wrong." } }, statusCode: status);

    [GeneratedRegex("^internetMessageId eq '(.+)'$")]
    private static partial Regex Filter();

    private sealed record Mail(string Owner, string MessageId, byte[] Mime)
    {
        public string Id { get; } = $"AAMk{Guid.NewGuid():N}";

        public bool WasSent { get; init; }

        public int Hidden { get; set; }
    }
}
