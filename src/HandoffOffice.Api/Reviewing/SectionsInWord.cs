using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Checking;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Reviewing;
using HandoffOffice.Redlining;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Reviewing;

/// <summary>
/// The author's document where it is open in Word: its sections go there as they stand, and what was decided there comes back by the document itself, so
/// that decisions by Word's own ribbon count as those in the pane.
/// </summary>
internal static class SectionsInWord
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/handoffs/{id:guid}/sections", Sections)
            .WithName("GetSections").WithSummary("The sections of the author's document as they stand, for the document that is open in Word")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
        routes.MapPost("/handoffs/{id:guid}/sections", Decided)
            .WithName("ReadSections").WithSummary("Takes over what was decided in the document that is open in Word")
            .Accepts<Stream>(MediaTypes.Word)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestLimit(UseOwnDocument.MaxBytes))
            .RequireAuthorization(Policies.Person).WithWayOut(WayOut.None);
    }

    private static async Task<Results<Ok<SectionsView>, ProblemHttpResult>> Sections(
        Guid id, HandoffStore handoffs, WorkflowCatalog catalog, CancellationToken cancel, bool original = false)
    {
        if (await handoffs.Find(id, cancel) is not { } handoff)
        {
            return Problems.UnknownHandoff();
        }

        if (await handoffs.WorkingFile(id, HandoffFileKind.Base, cancel) is not { } own)
        {
            return Problems.Of(new NoDocumentOfTheirOwn());
        }

        HandoffFile? drafted = handoff.CurrentDraft is null || original ? null : await handoffs.WorkingFile(id, HandoffFileKind.Drafted, cancel);
        byte[] document = drafted is null ? own.Content : WorkingDocument.Standing(handoff, drafted.Content, drafted.RevisionMap!);
        return TypedResults.Ok(new SectionsView(
            handoff.Revision, [.. SectionFragments.Of(document, Keys(await catalog.Of(handoff, cancel))).Select(OpenSection.Of)]));
    }

    private static async Task<Results<Ok<ReadSectionsView>, ProblemHttpResult>> Decided(
        Guid id, Caller caller, HttpRequest request, HandoffStore handoffs, WorkflowCatalog catalog, TimeProvider time, CancellationToken cancel)
    {
        byte[] document = await request.ReadBytes(cancel);
        DocumentDecisions? found = null;
        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            Workflow workflow = await catalog.Of(handoff, cancel);
            if (handoff.CurrentDraft is null || await files.Find(HandoffFileKind.Base, cancel) is null)
            {
                return new NoDocumentOfTheirOwn();
            }

            found = DocumentDecisions.Read(handoff.CurrentDraft.Passages(), handoff.Changes, Read(document, Keys(workflow)));
            if (found.Decided.Count == 0)
            {
                return Outcome.Done();
            }

            IReadOnlyList<Change> before = handoff.Changes;
            Outcome outcome = handoff.Decide(found.Decided, text => GateChecks.Run(workflow, handoff.Record, text), caller.ToActor(), time.GetUtcNow());
            return outcome.Error is null && WorkingDocument.HasToBeRedrafted(handoff, before) && await files.Redraft(handoff, workflow, cancel) is { } refused ? refused : outcome;
        }, cancel);
        if (handoff is null)
        {
            return Problems.UnknownHandoff();
        }

        if (error is not null)
        {
            return Problems.Of(error);
        }

        var revisions = RevisionMap.Read(await handoffs.RevisionMap(id, cancel));
        return TypedResults.Ok(new ReadSectionsView(
            HandoffView.Of(handoff, await catalog.Of(handoff, cancel), caller, time.GetUtcNow(), revisions),
            [.. found!.Decided.Select(change => change.Id)], found.Unclear));
    }

    private static IReadOnlyList<SectionReading> Read(byte[] document, IReadOnlyList<string> keys)
    {
        WordFile.Check(document);
        var rejected = SectionDrafting.Existing(document, keys, RevisionView.Rejected).ToDictionary(section => section.Tag, section => section.Paragraphs);
        return [.. SectionDrafting.Existing(document, keys).Select(section => new SectionReading(section.Tag, section.Paragraphs, rejected.GetValueOrDefault(section.Tag, [])))];
    }

    private static IReadOnlyList<string> Keys(Workflow workflow) => [.. workflow.Output.Sections.Select(section => section.Key)];
}

/// <summary>The draft does not go into a document of its author's.</summary>
public sealed record NoDocumentOfTheirOwn() : HandoffError(
    "no-own-document", "This handoff has no draft in a document of its author's. Hand the document in before the draft is written, and have it drafted.");

/// <summary>The sections of a document as they stand.</summary>
/// <param name="Revision">The handoff's revision that they are of.</param>
/// <param name="Sections">Those that the document has a content control for, in the order of the contract.</param>
public sealed record SectionsView(int Revision, IReadOnlyList<OpenSection> Sections);

/// <summary>A section of a document.</summary>
/// <param name="Tag">The tag of its content control.</param>
/// <param name="Ooxml">Its content with undecided changes as tracked changes, as a Flat OPC package: what Word's <c>insertOoxml</c> takes.</param>
/// <param name="Accepted">Its paragraphs with every change accepted, white space as the document has it.</param>
/// <param name="Rejected">The same with every change rejected.</param>
public sealed record OpenSection(string Tag, string Ooxml, IReadOnlyList<string> Accepted, IReadOnlyList<string> Rejected)
{
    internal static OpenSection Of(SectionFragment fragment) => new(fragment.Tag, fragment.FlatOpc, fragment.Accepted, fragment.Rejected);
}

/// <summary>What a document that is open in Word says of its changes.</summary>
/// <param name="Handoff">The handoff with that.</param>
/// <param name="Decided">The changes that were decided there, or decided otherwise.</param>
/// <param name="Unclear">The sections that say something that no decision on a change explains. Nothing was taken over from them.</param>
public sealed record ReadSectionsView(HandoffView Handoff, IReadOnlyList<string> Decided, IReadOnlyList<string> Unclear);
