using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Piloting;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain.Reviewing;
using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Somebody who calls the product over HTTP.</summary>
public sealed class Session(HttpClient client, string personId, string? token)
{
    /// <summary>One of the local people, signed in.</summary>
    public static async Task<Session> SignIn(Func<HttpClient> client, LocalPerson person)
    {
        var stranger = new Session(client(), person.Id, null);
        LocalToken token = (await stranger.Post("local/token", new { personId = person.Id })).As<LocalToken>();
        return new Session(client(), person.Id, token.AccessToken);
    }

    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public string PersonId => personId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body is null ? null : Json(body));

    public Task<Answer> Put(string path, object body) => Send(HttpMethod.Put, path, Json(body));

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<Answer> PassOn(Guid id, string to, string reason = "On leave.") => Post($"handoffs/{id}/delegation", new { to, reason });

    /// <summary>Is away from the first to the last of these days.</summary>
    public Task<Answer> GoAway(DateTimeOffset from, int days, string substitute) => Put("me/absence", new
    {
        from = DateOnly.FromDateTime(from.UtcDateTime),
        until = DateOnly.FromDateTime(from.UtcDateTime).AddDays(days),
        substitute,
    });

    public async Task<IReadOnlyList<HandoffSummary>> List(HandoffList view) => (await Get($"handoffs?view={view}")).As<HandoffPage>().Items;

    public Task<Answer> Start(string workflow, JsonNode? record, params string[] reviewers) => Post("handoffs", new { workflow, record, reviewers });

    public async Task<HandoffView> Look(Guid id) => (await Get($"handoffs/{id}")).As<HandoffView>();

    public Task<Answer> Document(Guid id) => Get($"handoffs/{id}/document");

    public Task<Answer> UseDocument(Guid id, byte[] document, string mediaType = Word) =>
        Send(HttpMethod.Put, $"handoffs/{id}/document", Bytes(document, mediaType));

    public Task<Answer> Draft(Guid id) => Post($"handoffs/{id}/draft");

    public Task<Answer> Decide(Guid id, string change, Decision decision, string? text = null) => Put($"handoffs/{id}/changes/{change}", new { decision, text });

    public Task<Answer> DecideRest(Guid id, bool accept = true) => Post($"handoffs/{id}/changes", new { accept });

    public Task<Answer> Confirm(Guid id, string item, bool confirmed = true, string? waiverReason = null) =>
        Put($"handoffs/{id}/checklist/{item}", new { confirmed, waiverReason });

    /// <summary>Confirms every item of the checklist.</summary>
    public async Task<HandoffView> ConfirmAll(Guid id)
    {
        HandoffView view = await Look(id);
        foreach (ChecklistItemView item in view.Checklist)
        {
            view = (await Confirm(id, item.Id)).As<HandoffView>();
        }

        return view;
    }

    /// <summary>Says that every change of the draft was in view for this long since the last report.</summary>
    public async Task<ViewingView> View(Guid id, TimeSpan active)
    {
        HandoffView shown = await Look(id);
        return (await Post($"handoffs/{id}/viewing", new { draft = shown.Draft!.Revision, activeMilliseconds = (int)active.TotalMilliseconds, seen = shown.Changes.Select(change => change.Id) }))
            .As<ViewingView>();
    }

    /// <summary>Signs what is on screen now.</summary>
    public async Task<Answer> Sign(Guid id) => await Sign(await Look(id));

    public Task<Answer> Sign(HandoffView shown) => Post($"handoffs/{shown.Id}/signature", new { shown.Confirmation, shown.TextDigest });

    public Task<Answer> Release(Guid id, string? key = null) => Send(HttpMethod.Post, $"handoffs/{id}/release", null, ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    /// <summary>Adds a workflow that everybody can run: its examples pass, and an administrator does without its pilot.</summary>
    public async Task Launch(JsonObject workflow, Session administrator)
    {
        (await Post("workflows", workflow)).Ok();
        string version = $"journeys/{workflow["key"]}/versions/{workflow["version"]}";
        Assert.True((await Post($"{version}/tests")).As<TestView>().Passes);
        (await administrator.Post($"{version}/live/override", new { reason = "It is for a test." })).Ok();
    }

    public async Task<IReadOnlyList<HistoryEntry>> History(Guid id) => (await Get($"handoffs/{id}/history")).As<IReadOnlyList<HistoryEntry>>();

    /// <summary>The events of a stream that has ended.</summary>
    public static IReadOnlyList<SseItem<string>> Events(Answer stream)
    {
        using var body = new MemoryStream(stream.Ok().Body);
        return [.. SseParser.Create(body).Enumerate()];
    }

    /// <summary>Asks for a draft and goes away after the first event.</summary>
    public async Task DraftAndGoAway(Guid id)
    {
        using HttpRequestMessage request = Request(HttpMethod.Post, $"handoffs/{id}/draft");
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using Stream body = await response.Content.ReadAsStreamAsync(Cancellation);
        Assert.NotEqual(0, await body.ReadAsync(new byte[1], Cancellation));
    }

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = Request(method, path);
        request.Content = content;
        // Who asks first hears of a limit in an answer; who just sends has the connection closed while sending.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 1024 * 1024;
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using HttpResponseMessage response = await client.SendAsync(request, Cancellation);
        return new Answer(
            response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(Cancellation),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }

    public static StringContent Json(object body) => Text(body as string ?? JsonSerializer.Serialize(body, Answer.Options));

    public static StringContent Text(string text, string mediaType = "application/json") => new(text, new MediaTypeHeaderValue(mediaType));

    public static ByteArrayContent Bytes(byte[] content, string mediaType)
    {
        var bytes = new ByteArrayContent(content);
        bytes.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return bytes;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
