using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking.Judging;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Parallel;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Models;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Drafting;

/// <summary>
/// Keeps the sections that the author writes, while the AI writes its own or before (C10). Who hands them in last, the author or the AI, brings both together:
/// from then on they are one text in review.
/// </summary>
internal static class WriteOwnSections
{
    /// <summary>The longest that a pane reports at once, in seconds: it keeps what is written each few seconds.</summary>
    private const int MostSeconds = 3600;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/handoffs/{id:guid}/own-sections", Handle)
        .WithName("WriteOwnSections").WithSummary("Keeps the sections that the author writes, and hands them in")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, OwnSectionsRequest request, Caller caller, HandoffStore handoffs, WorkflowCatalog catalog, SecondReader reader, IntoReview intoReview, TimeProvider time,
        CancellationToken cancel)
    {
        if (ProblemsOf(request) is { Count: > 0 } problems)
        {
            return Problems.Invalid("invalid-sections", "These sections can't be kept", problems);
        }

        SecondReading? second = request.HandIn ? await Second(id, handoffs, catalog, reader, cancel) : null;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            (Actor author, DateTimeOffset now) = (caller.ToActor(), time.GetUtcNow());
            Workflow workflow = await catalog.Of(handoff, cancel);
            if (handoff.Terms.OwnSections is { } own && request.Sections.FirstOrDefault(section => !own.Contains(section.Key)) is { } other)
            {
                return new SectionNotYours(other.Key);
            }

            ExistingText text = OwnText.Of(workflow.Output, request.Sections.ToDictionary(section => section.Key, section => section.Text));
            Outcome kept = handoff.WriteOwn(new OwnText(text, TimeSpan.FromSeconds(request.ActiveSeconds), request.HandIn), author, now);
            return kept.Error is null && handoff.State == HandoffState.Checking && !handoff.WaitsForOwn
                ? Outcome.Done([.. kept.Events, .. await intoReview.Take(handoff, workflow, files, second, author, now)])
                : kept;
        }, cancel);
        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }

    // A model may take its time: nothing waits in the database for it.
    private static async Task<SecondReading?> Second(Guid id, HandoffStore handoffs, WorkflowCatalog catalog, SecondReader reader, CancellationToken cancel) =>
        await handoffs.Find(id, cancel) is { WaitsForOwn: true, CurrentDraft: { } draft } waiting
            ? await reader.ReadAsync(await catalog.Of(waiting, cancel), waiting.Record, draft.Standing([]), waiting.Label, cancel)
            : null;

    private static IReadOnlyList<Problem> ProblemsOf(OwnSectionsRequest request) =>
    [
        .. request.ActiveSeconds is >= 0 and <= MostSeconds ? Array.Empty<Problem>()
            : [Problem.At("/activeSeconds", "range", $"{request.ActiveSeconds} seconds are out of range.", $"0 to {MostSeconds}")],
        .. request.Sections.Select((section, i) => (section, i))
            .Where(one => one.section.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || !CanonicalContent.IsWhole(one.section.Text))
            .Select(one => Problem.At($"/sections/{one.i}/text", "characters", "The text has characters that no document can hold.", "text without control characters")),
        .. request.Sections.Select((section, i) => (section, i)).Where(one => request.Sections.Take(one.i).Any(other => other.Key == one.section.Key))
            .Select(one => Problem.At($"/sections/{one.i}/key", "twice", $"The section '{one.section.Key}' is there twice.", "each section once")),
    ];
}

/// <summary>What the author keeps of their own sections.</summary>
/// <param name="Sections">All of their sections as they stand; one that is left out is empty.</param>
/// <param name="ActiveSeconds">How much longer the text was in view, in focus and not idle, since it was kept before; 0 to 3,600.</param>
/// <param name="HandIn">Whether they are done.</param>
public sealed record OwnSectionsRequest(IReadOnlyList<OwnSectionText> Sections, int ActiveSeconds = 0, bool HandIn = false);

/// <summary>A section that a person writes.</summary>
/// <param name="Key">The contract's section.</param>
/// <param name="Text">Its text, paragraphs on lines of their own.</param>
public sealed record OwnSectionText(string Key, string Text);
