using HandoffOffice.Api.Hosting;
using HandoffOffice.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Identity;

/// <summary>The refusals of this folder as problem details (RFC 9457).</summary>
internal static class IdentityProblems
{
    internal static ProblemHttpResult Unauthenticated(string detail) =>
        Answer(StatusCodes.Status401Unauthorized, "unauthenticated", "Who calls is not established", detail);

    internal static ProblemHttpResult Forbidden(string detail) =>
        Answer(StatusCodes.Status403Forbidden, "forbidden", "This caller may not do this", detail);

    internal static ProblemHttpResult UnknownPerson() => Answer(
        StatusCodes.Status422UnprocessableEntity,
        "unknown-person",
        "There is no such person",
        "The local identity has no person with this id.",
        new Problem(
            JsonPointer.Root.Append("personId"),
            "unknown-person",
            "The local identity has no person with this id.",
            "The id of one of GET /api/v1/local/people."));

    private static ProblemHttpResult Answer(int status, string code, string title, string detail, params Problem[] errors) => Problems.Answer(
        status, code, title, detail, errors.Length == 0 ? [] : [KeyValuePair.Create("errors", (object?)errors)]);
}
