using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Connector;

/// <summary>The file that people have approved, byte for byte as a release hands it out; through the release desk.</summary>
internal static class GetApprovedDocument
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/handoffs/{id:guid}/approved-document", Handle)
        .WithName("FlowGetApprovedDocument").WithSummary("Get the approved document")
        .WithDescription("Gets the file that people have signed: a Word document, or a mail (.eml). Until then the action fails with 409, and the error says the state and where to review.")
        .Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Word, MediaTypes.Mail)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.Release);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Caller caller, ReleaseDesk desk, HttpRequest request, CancellationToken cancel)
    {
        (Handoff? _, ReleaseAnswer answer) = await desk.GiveToFlow(id, caller, cancel);
        return answer is ReleaseAnswer.File file ? TypedResults.File(file.Bytes, file.MediaType, file.Name) : GetApprovedText.Refusal(answer, id, request);
    }
}
