using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HandoffOffice.Api.Drafting;

/// <summary>
/// Has a draft written and streams it as server-sent events (WHATWG HTML, section 9.2): <c>started</c>, a <c>sentence</c> each,
/// <c>checking</c>, then <c>done</c> with the handoff or <c>failed</c> with a problem. Ending the request stops the draft.
/// </summary>
internal static class WriteDraft
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/handoffs/{id:guid}/draft", Handle)
        .WithName("WriteDraft").WithSummary("Has a draft written, streamed sentence by sentence")
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<ServerSentEventsResult<string>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, WorkflowCatalog catalog, DraftRun run, IOptions<JsonOptions> json, CancellationToken cancel)
    {
        (Handoff? handoff, HandoffError? error) = await run.Begin(id, caller, cancel);
        if (handoff is null || error is not null)
        {
            return handoff is null ? Problems.UnknownHandoff() : Problems.Of(error!);
        }

        Workflow workflow = await catalog.Of(handoff, cancel);
        return TypedResults.ServerSentEvents(Stream(run, handoff, workflow, caller, json.Value.SerializerOptions, cancel));
    }

    private static async IAsyncEnumerable<SseItem<string>> Stream(
        DraftRun run, Handoff handoff, Workflow workflow, Caller caller, JsonSerializerOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        // The run goes on in a task of its own, so that an ended request still leaves the handoff in a state that says so.
        var events = Channel.CreateUnbounded<DraftEvent>();
        // A drafter that never waits (the rules) would otherwise write to its end before the first event leaves.
        var writing = Task.Run(() => run.Write(handoff, workflow, caller, events.Writer, cancel), CancellationToken.None);
        try
        {
            await foreach (DraftEvent happened in events.Reader.ReadAllAsync(cancel))
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(happened.Data, options), happened.Name);
            }
        }
        finally
        {
            await writing;
        }
    }
}

/// <summary>One event of a draft's stream.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Data">What is sent with it, as JSON.</param>
internal sealed record DraftEvent(string Name, object Data);
