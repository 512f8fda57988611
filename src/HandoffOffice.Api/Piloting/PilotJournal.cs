using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Piloting;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Journeys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Piloting;

/// <summary>The journal: one tap at the moment that something is hard, slow, wrong or faster (C36).</summary>
internal static class PilotJournal
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/workflows/{key}/journal", Note).WithName("NoteInJournal").WithSummary("Notes what somebody noticed while they worked")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapGet("/workflows/{key}/journal", List).WithName("ListJournal").WithSummary("What people noticed while they worked, newest first")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequireAuthorization(Policies.DesignerOrAdministrator).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<JournalEntry>, ProblemHttpResult>> Note(
        string key, JournalRequest request, Caller caller, WorkflowsInForce inForce, HandoffStore handoffs, JourneyBook book, TimeProvider time, CancellationToken cancel)
    {
        Handoff? run = request.HandoffId is { } id ? await handoffs.Find(id, cancel) : null;
        if (request.HandoffId is not null && (run is null || run.Terms.WorkflowKey != key || !TakesPart(run, caller)))
        {
            return Problems.UnknownHandoff();
        }

        if (await inForce.ToSee(key, run?.Terms.WorkflowVersion, caller, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, run?.Terms.WorkflowVersion);
        }

        if (request.Note?.Length > JournalEntry.MaxNote)
        {
            return Problems.Invalid("invalid-note", "The note is too long",
                [new Problem(JsonPointer.Parse("/note"), "too-long", $"The note has {request.Note.Length} characters.", $"at most {JournalEntry.MaxNote}")]);
        }

        DateTimeOffset now = time.GetUtcNow();
        string? note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        var entry = new JournalEntry(
            Guid.CreateVersion7(now), key, workflow.Version, request.Kind, request.Step, request.HandoffId, note, caller.ToActor().Person, now);
        await book.Note(caller.TenantId, entry, cancel);
        return TypedResults.Ok(entry);
    }

    private static async Task<Results<Ok<IReadOnlyList<JournalEntry>>, ProblemHttpResult>> List(string key, JourneyBook book, CancellationToken cancel) =>
        await book.Find(key, cancel) is null ? Problems.UnknownWorkflow(key, null) : TypedResults.Ok(await book.Journal(key, cancel));

    private static bool TakesPart(Handoff handoff, Caller caller) =>
        caller.ToActor().Person is var person && (handoff.Author.Is(person) || handoff.Reviewers.Any(person.Is));
}

/// <summary>What somebody noticed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Step">Where in the pane.</param>
/// <param name="HandoffId">In which run; none before one was started.</param>
/// <param name="Note">A few words, at most 500 characters; none for the tap alone.</param>
public sealed record JournalRequest(JournalKind Kind, JournalStep Step, Guid? HandoffId = null, string? Note = null);
