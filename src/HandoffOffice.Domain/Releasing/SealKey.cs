using NSec.Cryptography;

namespace HandoffOffice.Domain.Releasing;

/// <summary>An Ed25519 key pair (RFC 8032) that seals are signed with.</summary>
public sealed class SealKey : IDisposable
{
    private readonly Key key;

    private SealKey(Key key) => this.key = key;

    /// <summary>Names the key: the first 16 hexadecimal digits of SHA-256 over the public key.</summary>
    public string Id => IdOf(PublicKey);

    /// <summary>The 32 bytes of the public key.</summary>
    public byte[] PublicKey => key.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>A new key from the system's randomness.</summary>
    public static SealKey Create() =>
        new(Key.Create(SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextArchiving }));

    /// <summary>The key with this 32-byte seed.</summary>
    public static SealKey FromSeed(ReadOnlySpan<byte> seed) =>
        new(Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextArchiving }));

    /// <summary>The 32 secret bytes, to be kept encrypted. They are given out once.</summary>
    /// <exception cref="InvalidOperationException">They were given out before.</exception>
    public byte[] ExportSeed() => key.Export(KeyBlobFormat.RawPrivateKey);

    /// <summary>The name of a public key.</summary>
    public static string IdOf(ReadOnlySpan<byte> publicKey) => Sha256Digest.Of(publicKey).ToString()[..16];

    /// <summary>Signs a payload whose <see cref="SealPayload.KeyId"/> is this key's.</summary>
    /// <exception cref="ArgumentException">The payload names another key.</exception>
    public Seal Sign(SealPayload payload) => payload.KeyId == Id
        ? new Seal(payload, Convert.ToBase64String(SignatureAlgorithm.Ed25519.Sign(key, payload.ToSignedBytes())))
        : throw new ArgumentException("The payload names another key.", nameof(payload));

    /// <summary>Whether a seal was signed with the key of this public key and not changed since.</summary>
    public static bool Verifies(Seal seal, ReadOnlySpan<byte> publicKey)
    {
        Span<byte> signature = stackalloc byte[64];
        return seal.Payload.KeyId == IdOf(publicKey)
            && Convert.TryFromBase64String(seal.Signature, signature, out int length)
            && length == signature.Length
            && NSec.Cryptography.PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out PublicKey? key)
            && key is not null
            && SignatureAlgorithm.Ed25519.Verify(key, seal.Payload.ToSignedBytes(), signature);
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();
}
