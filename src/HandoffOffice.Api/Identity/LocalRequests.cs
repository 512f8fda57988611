using System.Net;

namespace HandoffOffice.Api.Identity;

/// <summary>
/// The local identity asks for no password, so it serves this machine and nobody else: not another machine, not a page of another
/// site in a browser on this one (cross-site requests), and not such a page after its name was pointed at this machine (DNS rebinding).
/// </summary>
internal static class LocalRequests
{
    // A proxy on this machine makes every caller look local. What it adds gives it away.
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>Why the local identity does not serve this request, or null where it does.</summary>
    internal static string? RefusalOf(HttpContext context)
    {
        IHeaderDictionary headers = context.Request.Headers;
        return !IsLoopback(context.Connection.RemoteIpAddress) ? "The local identity serves only callers on this machine."
            : !IsLocalName(context.Request.Host.Host) ? "The local identity serves only localhost, 127.0.0.1 and [::1] (header 'Host')."
            : ProxyHeaders.Any(headers.ContainsKey) ? "The local identity serves nobody behind a proxy."
            : IsCrossSite(headers) ? "The local identity serves no page of another site (headers 'Origin' and 'Sec-Fetch-Site')."
            : null;
    }

    // An address that is not known (no network connection at all) is not known to be this machine's.
    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    private static bool IsCrossSite(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Site"].Any(site => string.Equals(site, "cross-site", StringComparison.OrdinalIgnoreCase))
        || headers.Origin.Any(origin => !IsLocalOrigin(origin));

    // "null" is the origin of a sandboxed frame or a file, and no address.
    private static bool IsLocalOrigin(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && IsLocalName(uri.Host);
}
