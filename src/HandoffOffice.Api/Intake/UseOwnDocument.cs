using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Redlining;
using HandoffOffice.Storage.Handoffs;
using HandoffOffice.Storage.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Intake;

/// <summary>Takes the document that the draft is to go into, instead of our template.</summary>
internal static class UseOwnDocument
{
    /// <summary>Greatest size of a document in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/handoffs/{id:guid}/document", Handle)
        .WithName("UseOwnDocument").WithSummary("Takes the .docx that the draft is to go into")
        .Accepts<Stream>(MediaTypes.Word)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithMetadata(new RequestLimit(MaxBytes))
        .RequireAuthorization(Policies.AuthorOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<HandoffView>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, HttpRequest request, HandoffStore handoffs, WorkflowCatalog catalog, LabelPolicy policy, TimeProvider time, CancellationToken cancel)
    {
        byte[] document = await request.ReadBytes(cancel);
        WordFile.Check(document);
        if (Revisions.Pending(document) is > 0 and int pending)
        {
            return Problems.Answer(StatusCodes.Status422UnprocessableEntity, "document-has-changes", "The document has undecided changes",
                $"{pending} tracked changes are undecided in it. Accept or reject them first: what is signed has none.");
        }

        (Handoff? handoff, HandoffError? error) = await handoffs.Change(id, async (handoff, files) =>
        {
            Workflow workflow = await catalog.Of(handoff, cancel);
            (Guid? label, HandoffError? unfit) = policy.WithDocument(handoff.GivenLabel, LabelOf(document), workflow.Output.Format == OutputFormat.Document);
            Outcome outcome = unfit ?? handoff.UseDocument(Sha256Digest.Of(document), Existing(document, workflow), caller.ToActor(), time.GetUtcNow(), label);
            if (outcome.Error is null)
            {
                await files.Put(HandoffFileKind.Base, MediaTypes.Word, document, null, cancel);
            }

            return outcome;
        }, cancel);
        return await HandoffView.Answer(handoff, error, handoffs, catalog, caller, time, cancel);
    }

    private static Guid? LabelOf(byte[] document) => SealedFile.LabelOf(document) is { } label ? Guid.Parse(label) : null;

    // Every section of the contract, in its order: what the document has there is what the draft revises.
    private static ExistingText Existing(byte[] document, Workflow workflow)
    {
        IReadOnlyList<string> keys = [.. workflow.Output.Sections.Select(section => section.Key)];
        var texts = SectionDrafting.Existing(document, keys).ToDictionary(section => section.Tag);
        return texts.Values.FirstOrDefault(section => !section.CanBeEdited) is { } closed
            ? throw new DocumentRefusedException(RefusalCodes.ControlNotWritable,
                $"The content control '{closed.Tag}' holds a table, a list to choose from or the like. Put a plain text control in its place, or take its tag away.")
            : ExistingText.Of(keys.Select(key => (key, texts.TryGetValue(key, out ExistingSectionText? section) ? section.Paragraphs : [])));
    }
}
