using System.Text.Json;
using HandoffOffice.Redlining;
using HandoffOffice.Storage;
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
            _ when exception is TextNotStorableException || exception.InnerException is TextNotStorableException => Problems.Answer(
                StatusCodes.Status422UnprocessableEntity, "text-not-storable", "This text can't be stored",
                "A text holds the character U+0000, or half of a character. Take it out; nothing was stored."),
            _ when DatabaseFailure.Passes(exception) => Passing(exception, httpContext),
            _ => Fault(exception),
        };
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    private static string Place(JsonException json) =>
        $"{json.Message.Split(" Path:")[0].Split(" LineNumber:")[0]} (line {(json.LineNumber ?? 0) + 1}, byte {(json.BytePositionInLine ?? 0) + 1}, at {json.Path ?? "$"})";

    // A connection that is lost while a change is being made certain leaves open whether it was.
    private ProblemHttpResult Passing(Exception exception, HttpContext context)
    {
        LogPassing(logger, exception);
        context.Response.Headers.RetryAfter = "1";
        return Problems.Answer(
            StatusCodes.Status503ServiceUnavailable, "database-busy", "The database could not do it now",
            "It was too busy or out of reach. Look whether your change is there before you make it again.");
    }

    private ProblemHttpResult Fault(Exception exception)
    {
        LogFault(logger, exception);
        return Problems.Answer(
            StatusCodes.Status500InternalServerError, "fault", "Something broke on our side",
            "Nothing of this call was stored. Try again; if it stays, an administrator finds it in the log under this trace.",
            KeyValuePair.Create("traceId", (object?)System.Diagnostics.Activity.Current?.TraceId.ToString()));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not do what a call needed; it may a moment later.")]
    private static partial void LogPassing(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A call ended in a fault.")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
