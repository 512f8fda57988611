using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Identity;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Models;

/// <summary>What goes wrong between here and a model, in words a person can act on and without anything that a service said: it may quote a key.</summary>
internal static partial class ModelErrors
{
    public static DraftFailure Broken { get; } =
        new("model-stream-broken", "The connection to the model broke off before the draft was whole. Ask for the draft again.", Retryable: true);

    public static DraftFailure Refused { get; } =
        new("model-refused", "The model or its content filter refused to write this. Look at the record's texts, or write it by hand.", Retryable: false);

    public static DraftFailure CutOff { get; } =
        new("model-output-invalid", "The model's answer was cut off at its length limit. Ask again, or raise the deployment's limit.", Retryable: true);

    public static DraftFailure LabelNotForModels { get; } = new(
        "label-not-for-models",
        "No model may see what has this sensitivity label. Nothing was sent to one: finish by hand, or ask an administrator whether the label can be allowed.", Retryable: false);

    /// <summary>The failure that an exception of a client means, or null where it is none of a client's and so a bug of ours.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <param name="begun">Whether a part of the answer had arrived.</param>
    public static DraftFailure? FailureOf(Exception exception, bool begun) => exception switch
    {
        ClientResultException { Status: > 0 } answer => OfStatus(answer),
        AuthenticationFailedException => Unauthorized("No token for the model could be had: give the process a managed identity, or set Models:AzureOpenAI:Key."),
        AggregateException many => many.InnerExceptions.Select(e => FailureOf(e, begun)).FirstOrDefault(failure => failure is not null),
        ClientResultException or HttpRequestException or IOException or OperationCanceledException or TimeoutException or JsonException => begun ? Broken : Unreachable,
        _ => null,
    };

    private static DraftFailure Unreachable { get; } = new(
        "model-unreachable", "The model's endpoint could not be reached or did not answer in time. Check Models:AzureOpenAI:Endpoint and the network, or try again.", Retryable: true);

    private static DraftFailure OfStatus(ClientResultException answer) => answer.Status switch
    {
        401 or 403 => Unauthorized($"The model's service refused our credentials (HTTP {answer.Status}). Check Models:AzureOpenAI:Key or the identity's role.{RequestId(answer)}"),
        404 => new DraftFailure("model-not-found", $"The endpoint has no such deployment (HTTP 404). Check Models:AzureOpenAI:Deployment and :Endpoint.{RequestId(answer)}", Retryable: false),
        408 or >= 500 => Unreachable with { Detail = $"The model's service failed (HTTP {answer.Status}). Try again in a while.{RequestId(answer)}" },
        429 => new DraftFailure("model-rate-limited", $"The model's service is at its limit (HTTP 429). Try again later.{RequestId(answer)}", Retryable: true, RetryAfter(answer)),
        400 when IsContentFilter(answer) => Refused,
        _ => new DraftFailure("model-request-rejected", $"The model's service did not accept the request (HTTP {answer.Status}). It may not know JSON schemas or the text may be too long for it.{RequestId(answer)}", Retryable: false),
    };

    private static DraftFailure Unauthorized(string detail) => new("model-unauthorized", detail, Retryable: false);

    private static bool IsContentFilter(ClientResultException answer)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(answer.GetRawResponse()?.Content ?? BinaryData.FromString("{}"));
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("error", out JsonElement error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out JsonElement code)
                && code.ValueKind == JsonValueKind.String
                && code.GetString() is "content_filter" or "content_policy_violation";
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>RFC 9110 section 10.2.3 (seconds or a date), or Azure's own header in milliseconds.</summary>
    private static TimeSpan? RetryAfter(ClientResultException answer)
    {
        PipelineResponseHeaders? headers = answer.GetRawResponse()?.Headers;
        return Header(headers, "retry-after-ms") is { } text && double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out double ms) ? TimeSpan.FromMilliseconds(Math.Min(ms, 86_400_000))
            : Header(headers, "retry-after") is not { } after ? null
            : double.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out double seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400))
            : DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, out DateTimeOffset at) && DateTimeOffset.TryParse(Header(headers, "date"), CultureInfo.InvariantCulture, out DateTimeOffset now) && at > now ? at - now
            : null;
    }

    private static string? Header(PipelineResponseHeaders? headers, string name) => headers is not null && headers.TryGetValue(name, out string? value) ? value : null;

    private static string RequestId(ClientResultException answer) =>
        Header(answer.GetRawResponse()?.Headers, "apim-request-id") is { } id && Id().IsMatch(id) ? $" The service's request id is {id}." : string.Empty;

    [GeneratedRegex("^[A-Fa-f0-9-]{8,64}$")]
    private static partial Regex Id();
}
