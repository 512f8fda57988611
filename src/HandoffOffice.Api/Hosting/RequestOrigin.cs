namespace HandoffOffice.Api.Hosting;

/// <summary>The server's own address as a caller knows it.</summary>
internal static class RequestOrigin
{
    /// <summary>Scheme, host and base path, without a slash at the end.</summary>
    public static string Origin(this HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
