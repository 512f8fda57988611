using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HandoffOffice.Domain;

/// <summary>A SHA-256 digest (FIPS 180-4), written as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(Sha256DigestConverter))]
public readonly record struct Sha256Digest
{
    private readonly string? hex;

    private Sha256Digest(string hex) => this.hex = hex;

    /// <summary>The digest of these bytes.</summary>
    public static Sha256Digest Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The digest of this text in UTF-8.</summary>
    public static Sha256Digest Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a digest as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">Not 64 hexadecimal digits.</exception>
    public static Sha256Digest Parse(string hex) => ParseOrNull(hex) ?? throw new FormatException("A SHA-256 digest has 64 hexadecimal digits.");

    /// <summary>Reads a digest as <see cref="ToString"/> writes it; null where it is not 64 hexadecimal digits.</summary>
    public static Sha256Digest? ParseOrNull(string hex) =>
        hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? new Sha256Digest(hex.ToLowerInvariant()) : null;

    /// <summary>The digest with these 32 bytes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static Sha256Digest FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == SHA256.HashSizeInBytes
        ? new Sha256Digest(Convert.ToHexStringLower(bytes))
        : throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(bytes));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(ToString());

    /// <summary>Whether both are the same 32 bytes.</summary>
    public bool Equals(Sha256Digest other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => hex ?? new string('0', 64);
}

internal sealed class Sha256DigestConverter : JsonConverter<Sha256Digest>
{
    public override Sha256Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Sha256Digest.Parse(reader.GetString() ?? string.Empty);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Sha256Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
