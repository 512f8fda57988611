using HandoffOffice.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Releasing;

/// <summary>The header of whatever lets something leave (draft-ietf-httpapi-idempotency-key-header).</summary>
internal static class IdempotencyKey
{
    private const int MaxLength = 255;

    /// <summary>The answer to a call without a usable key, or null.</summary>
    public static ProblemHttpResult? Missing(string? key) => string.IsNullOrWhiteSpace(key) || key.Length > MaxLength
        ? Problems.Answer(StatusCodes.Status400BadRequest, "idempotency-key-missing", "The header Idempotency-Key is missing",
            "Send a header Idempotency-Key with a value of your own, such as a UUID, and the same value when you try again.")
        : null;

    /// <summary>The answer to a key that was used for something else.</summary>
    public static ProblemHttpResult Reused() => Problems.Answer(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused",
        "The key belongs to another request", "This Idempotency-Key was used for another request or by somebody else. Use a new one.");
}
