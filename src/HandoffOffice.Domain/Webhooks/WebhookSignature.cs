using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HandoffOffice.Domain.Webhooks;

/// <summary>
/// Signs what is sent to a subscriber, so that it can tell it from what somebody else sends: HMAC-SHA-256 over the id, the time and the body
/// (Standard Webhooks, <c>standard-webhooks</c> specification, "Signature scheme").
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header with the event's id, the same at each attempt.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the time of the attempt: whole seconds since 1970-01-01 UTC.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signature: <c>v1,</c> and base64.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>What a secret's text starts with.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>How many bytes a key of ours has: 256 bits.</summary>
    public const int KeyBytes = 32;

    /// <summary>A key as the text that receivers' libraries take: the prefix and base64.</summary>
    /// <param name="key">24 to 64 bytes by chance.</param>
    public static string Secret(ReadOnlySpan<byte> key) => SecretPrefix + Convert.ToBase64String(key);

    /// <summary>The value of the signature's header.</summary>
    /// <param name="secret">As <see cref="Secret"/> makes it.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="at">The time of the attempt, as its header says it.</param>
    /// <param name="body">The body as it is sent.</param>
    /// <exception cref="FormatException">This is no secret.</exception>
    public static string Of(string secret, string id, DateTimeOffset at, string body)
    {
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            throw new FormatException($"A webhook secret starts with '{SecretPrefix}'.");
        }

        byte[] key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        byte[] signed = Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}.{body}");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }

    /// <summary>The value of the time's header.</summary>
    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
