using System.Net;
using System.Text.Json;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HandoffOffice.Models.Tests;

/// <summary>A server on this machine that speaks Azure OpenAI's wire: <c>POST /openai/deployments/{d}/chat/completions</c>, SSE, <c>[DONE]</c>.</summary>
internal sealed class AzureStandIn : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";
    public const string Deployment = "gpt-drafts";

    private readonly WebApplication app;

    private AzureStandIn(WebApplication app) => this.app = app;

    public List<JsonElement> Requests { get; } = [];

    public List<string?> Keys { get; } = [];

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>Starts one that answers every request by <paramref name="answer"/>.</summary>
    public static async Task<AzureStandIn> Start(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new AzureStandIn(builder.Build());
        server.app.MapPost("/openai/deployments/{deployment}/chat/completions", async (string deployment, HttpContext http) =>
        {
            server.Keys.Add(http.Request.Headers["api-key"]);
            server.Requests.Add(await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted));
            if (deployment != Deployment || !http.Request.Query.ContainsKey("api-version"))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            await answer(http);
        });
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public DraftWriter Writer(int retries = 0)
    {
        var options = new AzureOpenAIOptions { Endpoint = Address, Deployment = Deployment, Key = Key, Retries = retries, TimeoutSeconds = 5 };
        return new DraftWriter(AzureOpenAIModel.Create(options), AzureOpenAIModel.Origin(options), TimeProvider.System, LabelPolicy.None);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>What the stand-in writes.</summary>
internal static class Sse
{
    /// <summary>Streams a text in small pieces, then finishes as told.</summary>
    public static async Task Answer(this HttpContext http, string text, string? finish = "stop", int size = 7)
    {
        foreach (char[] piece in text.Chunk(size))
        {
            await http.Piece(new string(piece));
        }

        await http.Finish(finish);
    }

    public static Task Piece(this HttpContext http, string text) => http.Event(new { content = text }, finish: null);

    public static async Task Finish(this HttpContext http, string? finish)
    {
        await http.Event(new { }, finish);
        await http.Response.WriteAsync("data: [DONE]\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    public static async Task Event(this HttpContext http, object delta, string? finish)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.ContentType = "text/event-stream";
        }

        string json = JsonSerializer.Serialize(new
        {
            id = "chatcmpl-1",
            @object = "chat.completion.chunk",
            created = 1_700_000_000,
            model = "gpt",
            choices = new[] { new { index = 0, delta, finish_reason = finish } },
        });
        await http.Response.WriteAsync($"data: {json}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    public static Task Error(this HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { code, message } });
    }
}
