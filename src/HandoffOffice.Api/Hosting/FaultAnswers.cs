using System.Text.Json;
using HandoffOffice.Redlining;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Api.Hosting;

/// <summary>Answers what the framework or a fault throws, with problem details instead of a bare status.</summary>
internal sealed partial class FaultAnswers(ILogger<FaultAnswers> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
            return true;
        }

        ProblemHttpResult answer = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge(),
            BadHttpRequestException { InnerException: JsonException json } => Problems.Answer(
                StatusCodes.Status400BadRequest, "malformed-json", "The body is not the JSON that this call takes", Place(json)),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } bad => Problems.Answer(
                StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "This call takes another kind of body", bad.Message),
            BadHttpRequestException bad => Problems.Answer(bad.StatusCode, "bad-request", "The request can't be read", bad.Message),
            DocumentRefusedException refused => Problems.Refused(refused),
            DbUpdateConcurrencyException => Problems.Answer(
                StatusCodes.Status409Conflict, "stale", "Somebody else was faster", "The handoff has changed meanwhile. Load it again; nothing was stored."),
            _ => Fault(exception),
        };
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    private static string Place(JsonException json) =>
        $"{json.Message.Split(" Path:")[0].Split(" LineNumber:")[0]} (line {(json.LineNumber ?? 0) + 1}, byte {(json.BytePositionInLine ?? 0) + 1}, at {json.Path ?? "$"})";

    private ProblemHttpResult Fault(Exception exception)
    {
        LogFault(logger, exception);
        return Problems.Answer(
            StatusCodes.Status500InternalServerError, "fault", "Something broke on our side",
            "Nothing of this call was stored. Try again; if it stays, an administrator finds it in the log under this trace.",
            KeyValuePair.Create("traceId", (object?)System.Diagnostics.Activity.Current?.TraceId.ToString()));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call ended in a fault.")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
