using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace HandoffOffice.Api.Tests.Identity;

/// <summary>What every refusal looks like.</summary>
internal static class ProblemAssert
{
    /// <summary>401 with the problem details and the challenge; gives the detail.</summary>
    internal static Task<string> UnauthenticatedAsync(HttpResponseMessage response) =>
        RefusedAsync(response, HttpStatusCode.Unauthorized, "unauthenticated", challenged: true);

    /// <summary>403 with the problem details and the challenge; gives the detail.</summary>
    internal static Task<string> ForbiddenAsync(HttpResponseMessage response, bool challenged = true) =>
        RefusedAsync(response, HttpStatusCode.Forbidden, "forbidden", challenged);

    private static async Task<string> RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code, bool challenged)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(challenged, response.Headers.WwwAuthenticate.Any(challenge => challenge.Scheme == "Bearer"));
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal($"https://handoffoffice.dev/problems/{code}", problem.GetProperty("type").GetString());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem.GetProperty("detail").GetString() ?? string.Empty;
    }
}
