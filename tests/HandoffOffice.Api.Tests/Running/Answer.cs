using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>An answer of the product, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, string? MediaType, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>How the product's clients read and write JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body, Options);

    /// <summary>The body of a good answer.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Ok().Body, Options) ?? throw new InvalidOperationException("The answer is JSON null.");

    /// <summary>This answer, which is a good one.</summary>
    public Answer Ok()
    {
        Assert.True((int)Status is 200 or 201, $"{(int)Status}: {Text}");
        return this;
    }

    /// <summary>The problem details of a refusal, which has this status and code, and a sentence for people.</summary>
    public JsonElement Refused(int status, string code)
    {
        Assert.True(status == (int)Status, $"{(int)Status} and not {status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, Json.GetProperty("code").GetString());
        Assert.Equal($"https://handoffoffice.dev/problems/{code}", Json.GetProperty("type").GetString());
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(Json.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(Json.GetProperty("detail").GetString()));
        return Json;
    }

    /// <summary>The JSON pointers of a refusal's errors, in order; each says what would be right.</summary>
    public IReadOnlyList<string> Pointers(string code)
    {
        JsonElement[] errors = [.. Refused(422, code).GetProperty("errors").EnumerateArray()];
        Assert.All(errors, error => Assert.False(string.IsNullOrWhiteSpace(error.GetProperty("expected").GetString())));
        return [.. errors.Select(error => error.GetProperty("pointer").GetString() ?? string.Empty).Order(StringComparer.Ordinal)];
    }
}
