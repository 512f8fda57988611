namespace HandoffOffice.Api.Hosting;

/// <summary>Reads the body of a request that is a file.</summary>
internal static class RequestBytes
{
    /// <summary>The whole body. How long it may be, the route's <see cref="RequestLimit"/> says.</summary>
    public static async Task<byte[]> ReadBytes(this HttpRequest request, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        return body.ToArray();
    }
}
