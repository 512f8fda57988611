using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Tests.Running;
using HandoffOffice.Domain;
using Xunit;

namespace HandoffOffice.Api.Tests.Connector;

/// <summary>What a flow does over HTTP, with the waiting that its platform does for it.</summary>
internal static class Flow
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Calls the action that creates a draft, once.</summary>
    public static Task<Answer> Create(this Session flow, string workflow, JsonNode record, string[] reviewers, string? key = null)
    {
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];
        return flow.Send(HttpMethod.Post, $"flow/workflows/{workflow}/handoffs", Session.Json(new { record, reviewers }), headers);
    }

    /// <summary>Follows 202, Location and Retry-After to the end, as a flow's platform does (without the waiting in between).</summary>
    public static async Task<Answer> Followed(this Session flow, Answer answer)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while ((int)answer.Status == 202)
        {
            Assert.Empty(answer.Body);
            Assert.InRange(int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
            Assert.True(DateTime.UtcNow < end, "The draft did not come.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
            answer = await flow.Get(new Uri(answer.Headers["Location"], UriKind.Absolute).PathAndQuery);
        }

        return answer;
    }

    /// <summary>A handoff that a flow has started, in review.</summary>
    public static async Task<FlowHandoff> Created(this Session flow, string workflow, JsonNode record, string reviewer, string? key = null)
    {
        FlowHandoff handoff = (await flow.Followed(await flow.Create(workflow, record, [reviewer], key))).As<FlowHandoff>();
        Assert.Equal(HandoffState.InReview, handoff.State);
        return handoff;
    }

    /// <summary>The example record of a workflow.</summary>
    public static Task<JsonObject> Record(this Session flow, string workflow = Run.StatusReport) => Run.Record(flow, workflow);

    /// <summary>How many handoffs the caller has started and nobody has ended.</summary>
    public static async Task<int> Started(this Session flow) => (await flow.Get("handoffs?view=Mine")).Json.GetProperty("items").GetArrayLength();

    /// <summary>Decides, confirms and signs a handoff as its reviewer.</summary>
    public static async Task Approve(this Session reviewer, Guid id)
    {
        (await reviewer.DecideRest(id)).Ok();
        await reviewer.ConfirmAll(id);
        (await reviewer.Sign(id)).Ok();
    }

    /// <summary>The member of a problem.</summary>
    public static string Says(this JsonElement problem, string member) => problem.GetProperty(member).ToString();
}
