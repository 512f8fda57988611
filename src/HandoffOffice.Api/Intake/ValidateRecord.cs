using System.Text.Json;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Hosting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain;
using HandoffOffice.Domain.Intake;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Intake;

/// <summary>Says what in a record does not fit, while somebody fills the form. Nothing is stored.</summary>
internal static class ValidateRecord
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/workflows/{key}/validation", Handle)
        .WithName("ValidateRecord").WithSummary("Says what in a record does not fit its template").ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static async Task<Results<Ok<RecordValidation>, ProblemHttpResult>> Handle(
        string key, RecordToValidate request, Caller caller, WorkflowsInForce inForce, CancellationToken cancel)
    {
        if (await inForce.ToSee(key, null, caller, cancel) is not { } workflow)
        {
            return Problems.UnknownWorkflow(key, null);
        }

        IReadOnlyList<Problem> problems = RecordValidator.Validate(workflow.Input, request.Record);
        return TypedResults.Ok(new RecordValidation(problems.Count == 0, problems));
    }
}

/// <summary>A record to validate.</summary>
/// <param name="Record">A JSON object with the template's fields.</param>
public sealed record RecordToValidate(JsonElement Record);

/// <summary>What in a record does not fit.</summary>
/// <param name="Valid">Whether it fits.</param>
/// <param name="Problems">What does not, each with its place in the record.</param>
public sealed record RecordValidation(bool Valid, IReadOnlyList<Problem> Problems);
