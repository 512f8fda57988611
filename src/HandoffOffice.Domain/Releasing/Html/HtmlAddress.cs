using System.Text;
using static HandoffOffice.Domain.Releasing.Html.HtmlCharacters;

namespace HandoffOffice.Domain.Releasing.Html;

/// <summary>Addresses of links and pictures in the form that clients' rewriting leaves alone.</summary>
internal static class HtmlAddress
{
    private const string SafeLinks = ".safelinks.protection.outlook.com";

    /// <summary>
    /// Where a link leads: without white space at its ends and line ends in it (WHATWG URL 4.4), scheme and host in lower case, a path, and all but
    /// ASCII in percent-encoded UTF-8. Of a Safe Link, the address it wraps.
    /// </summary>
    public static string Of(string address)
    {
        string written = Written(address);
        return Unwrapped(written) is { } inner ? Written(inner) : written;
    }

    /// <summary>What a picture shows: pictures in the mail itself have names that clients give anew, those in the markup are a digest.</summary>
    public static string OfPicture(string address)
    {
        string written = Written(address);
        string scheme = Lower(written.Length > 5 ? written[..5] : written);
        return scheme.StartsWith("cid:", StringComparison.Ordinal) ? "cid" : scheme == "data:" ? $"data {Sha256Digest.Of(written)}" : Of(address);
    }

    private static string Written(string address)
    {
        int start = 0, end = address.Length;
        while (start < end && address[start] <= ' ')
        {
            start++;
        }

        while (end > start && address[end - 1] <= ' ')
        {
            end--;
        }

        var written = new StringBuilder(end - start);
        foreach (Rune rune in address[start..end].EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n')
            {
                continue;
            }

            if (rune.Value is > ' ' and < 0x7F or Unknown)
            {
                written.Append((char)rune.Value);
            }
            else
            {
                foreach (byte unit in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    written.Append('%').Append(unit.ToString("X2", null));
                }
            }
        }

        return WithPath(written.ToString());
    }

    // http and https alone have a host that is the same in any case, and a path that is never empty (WHATWG URL 4.5).
    private static string WithPath(string address)
    {
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        string scheme = colon < 0 ? string.Empty : Lower(address[..colon]);
        if (scheme is not ("http" or "https") || string.CompareOrdinal(address, colon, "://", 0, 3) != 0)
        {
            return scheme.Length > 0 && scheme.All(char.IsAsciiLetterOrDigit) ? scheme + address[colon..] : address;
        }

        int host = colon + 3, end = host;
        while (end < address.Length && address[end] is not ('/' or '?' or '#' or '\\'))
        {
            end++;
        }

        int user = address.LastIndexOf('@', Math.Max(host, end) - 1, end - host);
        int name = user < 0 ? host : user + 1;
        string rest = address[end..];
        return $"{scheme}://{address[host..name]}{Lower(address[name..end])}{(rest.Length == 0 || rest[0] is '?' or '#' ? "/" : string.Empty)}{rest}";
    }

    // https://eur01.safelinks.protection.outlook.com/?url=...: exactly that host, no user, no port; the form holds what it leads to.
    private static string? Unwrapped(string address)
    {
        const string start = "https://";
        int host = start.Length + 5, query = host + SafeLinks.Length;
        if (address.Length < query || string.CompareOrdinal(address, 0, start, 0, start.Length) != 0
            || string.CompareOrdinal(address, host, SafeLinks, 0, SafeLinks.Length) != 0
            || !address[start.Length..(host - 2)].All(char.IsAsciiLetter) || !address[(host - 2)..host].All(char.IsAsciiDigit)
            || string.CompareOrdinal(address, query, "/?url=", 0, 6) != 0)
        {
            return null;
        }

        int value = query + 6, end = value;
        while (end < address.Length && address[end] is not ('&' or '#'))
        {
            end++;
        }

        string? inner = Decoded(address[value..end]);
        return inner is not null && (inner.StartsWith("https://", StringComparison.Ordinal) || inner.StartsWith("http://", StringComparison.Ordinal)) ? inner : null;
    }

    private static string? Decoded(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != '%')
            {
                bytes.Add((byte)text[at]);
            }
            else if (at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(at + 1, 2))[0]);
                at += 2;
            }
            else
            {
                return null;
            }
        }

        // What is no ASCII stays percent-encoded, as it is in the address that was wrapped.
        return bytes.TrueForAll(unit => unit is > 0x20 and < 0x7F) ? Encoding.ASCII.GetString([.. bytes]) : null;
    }
}
