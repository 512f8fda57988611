using System.Collections.Concurrent;
using System.Text.Json;
using HandoffOffice.Domain.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Something that a receiver got.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Timestamp">The time of the attempt, seconds since 1970.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Body">The body.</param>
public sealed record Received(string Id, long Timestamp, string Signature, string Body)
{
    public string Type => Json.RootElement.GetProperty("type").GetString()!;

    public JsonElement Data => Json.RootElement.GetProperty("data");

    private JsonDocument Json { get; } = JsonDocument.Parse(Body);

    /// <summary>Whether it was signed with this secret.</summary>
    public bool IsSignedWith(string secret) => Signature == WebhookSignature.Of(secret, Id, DateTimeOffset.FromUnixTimeSeconds(Timestamp), Body);
}

/// <summary>Somebody who listens on a loopback port and answers as a test says.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<Received> received = new();

    private Receiver(WebApplication server) => this.server = server;

    /// <summary>All attempts, in the order in which they came.</summary>
    public IReadOnlyList<Received> All => [.. received];

    /// <summary>How it answers; 202 unless a test says otherwise.</summary>
    public Func<HttpContext, Received, Task> Answers { get; set; } = (context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    };

    public string Address => $"{server.Urls.Single()}/in";

    public static async Task<Receiver> Start(CancellationToken cancel)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.server.MapPost("/in", (HttpContext context) => receiver.Take(context));
        await receiver.server.StartAsync(cancel);
        return receiver;
    }

    /// <summary>Answers with a status.</summary>
    public void AnswerWith(int status, params (string Name, string Value)[] headers) => Answers = (context, _) =>
    {
        context.Response.StatusCode = status;
        foreach ((string name, string value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    };

    /// <summary>How much of the last long answer has left.</summary>
    public int MegabytesSent { get; private set; }

    /// <summary>Answers with a body of so many megabytes, for as long as somebody is there to read it.</summary>
    public void AnswerMuch(int megabytes) => Answers = async (context, _) =>
    {
        byte[] megabyte = new byte[1024 * 1024];
        try
        {
            for (MegabytesSent = 0; MegabytesSent < megabytes; MegabytesSent++)
            {
                await context.Response.Body.WriteAsync(megabyte, context.RequestAborted);
                // The server takes what nobody reads any more without a word, until it has heard that the caller is gone.
                await Task.Delay(5, context.RequestAborted);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The caller has gone away.
        }
    };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        IHeaderDictionary headers = context.Request.Headers;
        var got = new Received(
            headers[WebhookSignature.IdHeader].ToString(), long.Parse(headers[WebhookSignature.TimestampHeader].ToString(), System.Globalization.CultureInfo.InvariantCulture),
            headers[WebhookSignature.SignatureHeader].ToString(), await reader.ReadToEndAsync(context.RequestAborted));
        received.Enqueue(got);
        await Answers(context, got);
    }
}
